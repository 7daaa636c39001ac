import { html, type TemplateResult } from 'lit';
import '../define/select.ts';
import { selectTemplate, type SelectItem } from './select.template.ts';

export default { title: 'Elements/Select', component: 'council-select' };

const wards: readonly SelectItem[] = [
  { value: '', text: 'Choose a ward' },
  { value: 'castle', text: 'Castle' },
  { value: 'mill', text: 'Mill Lane and Riverside' },
  { value: 'abbey', text: 'Abbey', disabled: true },
];

export const Default = { render: (): TemplateResult => html`<council-select label="Ward" name="ward" .items=${wards}></council-select>` };

export const WithHintAndValue = {
  render: (): TemplateResult =>
    html`<council-select label="Ward" hint="Where you live" name="ward-chosen" value="mill" .items=${wards}></council-select>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-select label="Ward" name="ward-in-error" error-message="Select a ward" .items=${wards}></council-select>`,
};

export const Disabled = {
  render: (): TemplateResult => html`<council-select label="Ward" name="ward-off" disabled .items=${wards}></council-select>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-select
      >${selectTemplate({ label: { text: 'Ward' }, name: 'ward-written', items: wards, value: 'castle' })}</council-select
    >`,
};
