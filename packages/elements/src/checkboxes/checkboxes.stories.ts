import { html, type TemplateResult } from 'lit';
import '../define/checkboxes.ts';
import type { Choice } from '../choices/choices.template.ts';
import { textInputTemplate } from '../text-input/text-input.template.ts';
import { checkboxesTemplate } from './checkboxes.template.ts';

export default { title: 'Elements/Checkboxes', component: 'council-checkboxes' };

const waste: readonly Choice[] = [
  { value: 'household', text: 'Household rubbish', hint: { text: 'Black bags, furniture, carpets' } },
  { value: 'building', text: 'Building waste' },
  { value: 'white-goods', text: 'Fridges, freezers or washing machines' },
];

const withOther: readonly Choice[] = [
  ...waste,
  {
    value: 'other',
    text: 'Something else',
    conditional: { text: textInputTemplate({ label: { text: 'What is it?' }, name: 'other-waste' }) },
  },
];

const withNone: readonly Choice[] = [...waste, { divider: 'or' }, { value: 'none', text: 'None of these', behaviour: 'exclusive' }];

export const Default = {
  render: (): TemplateResult =>
    html`<council-checkboxes legend="What has been left?" hint="Select all that apply" name="waste" .items=${waste}></council-checkboxes>`,
};

export const WithNone = {
  render: (): TemplateResult =>
    html`<council-checkboxes legend="What has been left?" name="waste-none" .items=${withNone}></council-checkboxes>`,
};

export const WithConditionalReveal = {
  render: (): TemplateResult =>
    html`<council-checkboxes legend="What has been left?" name="waste-other" values='["other"]' .items=${withOther}></council-checkboxes>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-checkboxes
      legend="What has been left?"
      hint="Select all that apply"
      error-message="Select what has been left"
      name="waste-in-error"
      .items=${waste}
    ></council-checkboxes>`,
};

export const Small = {
  render: (): TemplateResult => html`<council-checkboxes legend="Show" name="filter" small .items=${waste}></council-checkboxes>`,
};

export const One = {
  render: (): TemplateResult =>
    html`<council-checkboxes
      name="agree"
      .items=${[{ value: 'yes', text: 'I agree that the council may contact me about this report' }]}
    ></council-checkboxes>`,
};

export const Disabled = {
  render: (): TemplateResult =>
    html`<council-checkboxes
      legend="What has been left?"
      name="waste-disabled"
      disabled
      values='["building"]'
      .items=${waste}
    ></council-checkboxes>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-checkboxes>
      ${checkboxesTemplate({ name: 'waste-written', fieldset: { legend: { text: 'What has been left?' } }, items: withNone, values: ['building'] })}
    </council-checkboxes>`,
};
