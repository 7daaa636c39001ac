import { html, type TemplateResult } from 'lit';
import '../define/radios.ts';
import '../define/text-input.ts';
import type { Choice } from '../choices/choices.template.ts';
import { textInputTemplate } from '../text-input/text-input.template.ts';
import { radiosTemplate } from './radios.template.ts';

export default { title: 'Elements/Radios', component: 'council-radios' };

const answers: readonly Choice[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

const amounts: readonly Choice[] = [
  { value: 'bag', text: 'One bag', hint: { text: 'Or less' } },
  { value: 'boot', text: 'A car boot full' },
  { value: 'van', text: 'A van full', hint: { text: 'Furniture, white goods, several mattresses' } },
  { divider: 'or' },
  { value: 'unsure', text: 'I am not sure' },
];

const kinds: readonly Choice[] = [
  {
    heading: 'Rubbish and cleaning',
    items: [
      {
        value: 'fly-tipping',
        text: 'Fly-tipping',
        hint: { text: 'Waste left where it should not be' },
        keywords: 'dumped rubbish sofa mattress',
      },
      { value: 'graffiti', text: 'Graffiti', keywords: 'spray paint tag' },
      { value: 'dead-animal', text: 'Dead animal' },
      { value: 'litter-bin', text: 'Litter bin that is full' },
    ],
  },
  {
    heading: 'Roads and pavements',
    items: [
      { value: 'pothole', text: 'Pothole', keywords: 'hole road damage' },
      { value: 'street-light', text: 'Street light', keywords: 'lamp dark' },
      { value: 'flooding', text: 'Flooding or blocked drain', keywords: 'water gully' },
      { value: 'abandoned-vehicle', text: 'Abandoned vehicle', keywords: 'car' },
    ],
  },
  {
    heading: 'Bins',
    items: [
      { value: 'missed-bin', text: 'Missed bin' },
      { value: 'new-bin', text: 'New or broken bin' },
    ],
  },
];

const contact: readonly Choice[] = [
  {
    value: 'email',
    text: 'Email',
    conditional: { text: textInputTemplate({ label: { text: 'Email address' }, name: 'contact-email', type: 'email', spellcheck: false }) },
  },
  {
    value: 'phone',
    text: 'Phone',
    conditional: { text: textInputTemplate({ label: { text: 'Phone number' }, name: 'contact-phone', type: 'tel' }) },
  },
  { value: 'none', text: 'Do not contact me' },
];

export const Default = {
  render: (): TemplateResult => html`<council-radios legend="How much is there?" name="amount" .items=${amounts}></council-radios>`,
};

export const Inline = {
  render: (): TemplateResult =>
    html`<council-radios
      legend="Is it blocking the way?"
      hint="A road, a pavement or a gate"
      name="blocking"
      inline
      .items=${answers}
    ></council-radios>`,
};

export const Small = {
  render: (): TemplateResult => html`<council-radios legend="Sort by" name="sort" small value="bag" .items=${amounts}></council-radios>`,
};

export const AsPageHeading = {
  render: (): TemplateResult =>
    html`<council-radios
      legend="Did you see it happen?"
      legend-size="l"
      legend-is-page-heading
      name="seen"
      .items=${answers}
    ></council-radios>`,
};

export const WithError = {
  render: (): TemplateResult =>
    html`<council-radios
      legend="How much is there?"
      hint="Your best guess will do"
      error-message="Select how much there is"
      name="amount-in-error"
      .items=${amounts}
    ></council-radios>`,
};

export const WithConditionalReveal = {
  render: (): TemplateResult =>
    html`<council-radios legend="How should we contact you?" name="contact" value="email" .items=${contact}></council-radios>`,
};

export const GroupedAndSearchable = {
  render: (): TemplateResult =>
    html`<council-radios legend="What do you want to report?" legend-size="l" name="kind" searchable .items=${kinds}></council-radios>`,
};

export const Disabled = {
  render: (): TemplateResult =>
    html`<council-radios legend="Is it on your land?" name="land" value="no" disabled .items=${answers}></council-radios>`,
};

export const FromAttributes = {
  render: (): TemplateResult =>
    html`<council-radios
      legend="Is it dangerous?"
      name="dangerous"
      items='[{"value":"yes","text":"Yes"},{"value":"no","text":"No"}]'
    ></council-radios>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-radios>
      ${radiosTemplate({ name: 'written', fieldset: { legend: { text: 'How should we contact you?' } }, items: contact.slice(1) })}
    </council-radios>`,
};
