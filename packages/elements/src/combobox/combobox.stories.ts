import { html, type TemplateResult } from 'lit';
import '../define/combobox.ts';
import { selectTemplate } from '../select/select.template.ts';
import type { CouncilCombobox } from './combobox.ts';

export default { title: 'Elements/Combobox', component: 'council-combobox' };

const wards = [
  'Abbey',
  'Bridge',
  'Castle',
  'Dock',
  'Eastgate',
  'Friars',
  'Grange',
  'Harbour',
  'St Mary’s',
  'Tŷ Gwyn',
  'Upper Mill',
  'West Hill',
];
const items = wards.map((text) => ({ value: text.toLowerCase().replace(/[^a-z]/g, ''), text }));

/** Shown as it is while somebody is at it. */
const typed =
  (text: string, ...keys: string[]) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const element = canvasElement.querySelector<CouncilCombobox>('council-combobox');
    await element?.updateComplete;
    const field = element?.control as HTMLInputElement | undefined;
    field?.focus();
    if (field) field.value = text;
    field?.dispatchEvent(new Event('input', { bubbles: true }));
    for (const key of keys) field?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await element?.updateComplete;
  };

export const Default = {
  render: (): TemplateResult =>
    html`<council-combobox label="Ward" hint="You find it on your polling card" name="ward" .items=${items}></council-combobox>`,
};

export const Open = { ...Default, play: typed('m') };

export const WithAnOptionGoneTo = { ...Default, play: typed('', 'ArrowDown', 'ArrowDown') };

export const NothingFound = { ...Default, play: typed('xyz') };

export const Chosen = {
  render: (): TemplateResult => html`<council-combobox label="Ward" name="ward" value="castle" .items=${items}></council-combobox>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-combobox label="Ward" name="ward" error-message="Choose a ward" .items=${items}></council-combobox>`,
};

export const Disabled = {
  render: (): TemplateResult =>
    html`<council-combobox label="Ward" name="ward" value="castle" disabled .items=${items}></council-combobox>`,
};

export const Grouped = {
  render: (): TemplateResult =>
    html`<council-combobox
      label="School"
      name="school"
      .items=${items.map((item, index) => ({ ...item, group: index < 6 ? 'Primary schools' : 'Secondary schools' }))}
    ></council-combobox>`,
  play: typed('e'),
};

export const TenThousand = {
  render: (): TemplateResult =>
    html`<council-combobox
      label="Street"
      name="street"
      .items=${Array.from({ length: 10_000 }, (_, number) => ({ value: String(number), text: `${String(number)} Mill Lane` }))}
    ></council-combobox>`,
  play: typed('12'),
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-combobox
      >${selectTemplate({ label: { text: 'Ward' }, name: 'ward', items: [{ value: '', text: 'Choose a ward' }, ...items] })}</council-combobox
    >`,
};
