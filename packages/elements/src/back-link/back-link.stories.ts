import { html, type TemplateResult } from 'lit';
import '../define/back-link.ts';
import { backLinkTemplate } from './back-link.template.ts';

export default { title: 'Elements/Back link', component: 'council-back-link' };

export const Default = {
  render: (): TemplateResult => html`<council-back-link href="/report/what"></council-back-link>`,
};

export const WithItsOwnWords = {
  render: (): TemplateResult => html`<council-back-link href="/report" text="Back to all reports"></council-back-link>`,
};

export const Inverse = {
  render: (): TemplateResult =>
    html`<div class="council-panel council-panel--confirmation">
      ${backLinkTemplate({ href: '/report', classes: 'council-back-link--inverse' })}
    </div>`,
};

export const RightToLeft = {
  render: (): TemplateResult => html`<div dir="rtl"><council-back-link href="/report" text="رجوع"></council-back-link></div>`,
};

export const Enhancing = {
  render: (): TemplateResult => html`<council-back-link>${backLinkTemplate({ href: '/report' })}</council-back-link>`,
};
