import { html, type TemplateResult } from 'lit';
import '../define/button.ts';
import { buttonGroupTemplate, buttonTemplate } from './button.template.ts';

export default { title: 'Elements/Button', component: 'council-button' };

export const Default = { render: (): TemplateResult => html`<council-button text="Save and continue"></council-button>` };

export const Secondary = { render: (): TemplateResult => html`<council-button text="Find address" variant="secondary"></council-button>` };

export const Warning = { render: (): TemplateResult => html`<council-button text="Delete account" variant="warning"></council-button>` };

export const Disabled = { render: (): TemplateResult => html`<council-button text="Send" disabled></council-button>` };

export const Link = { render: (): TemplateResult => html`<council-button text="Go to the bin calendar" href="/bins"></council-button>` };

export const Start = { render: (): TemplateResult => html`<council-button text="Start now" href="/start" start-button></council-button>` };

export const PreventDoubleClick = {
  render: (): TemplateResult => html`<council-button text="Confirm payment" prevent-double-click></council-button>`,
};

export const Group = {
  render: (): TemplateResult =>
    buttonGroupTemplate(html`
      <council-button text="Send report"></council-button>
      <council-button text="Save as draft" variant="secondary"></council-button>
      <a class="council-link" href="/cancel">Cancel</a>
    `),
};

export const LongText = {
  render: (): TemplateResult =>
    html`<council-button
      text="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch: send this report to the council"
    ></council-button>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-button
      >${buttonTemplate({ text: 'Send report', preventDoubleClick: true, name: 'action', value: 'send' })}</council-button
    >`,
};
