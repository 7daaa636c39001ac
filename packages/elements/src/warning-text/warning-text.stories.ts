import { html, type TemplateResult } from 'lit';
import '../define/warning-text.ts';
import { warningTextTemplate } from './warning-text.template.ts';

export default { title: 'Elements/Warning text', component: 'council-warning-text' };

export const Default = {
  render: (): TemplateResult => html`<council-warning-text text="Do not touch the waste. It may be dangerous."></council-warning-text>`,
};

export const Long = {
  render: (): TemplateResult =>
    html`<council-warning-text
      text="If you do not pay within 28 days you may have to pay the whole of the year’s council tax at once, and the costs of a summons to the magistrates’ court."
    ></council-warning-text>`,
};

export const WithItsOwnWord = {
  render: (): TemplateResult =>
    html`<council-warning-text icon-fallback-text="Danger" text="Electricity cables are showing."></council-warning-text>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-warning-text>${warningTextTemplate({ text: 'Do not touch the waste.' })}</council-warning-text>`,
};
