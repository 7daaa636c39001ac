import { html, type TemplateResult } from 'lit';
import '../define/details.ts';
import { detailsTemplate } from './details.template.ts';

const help = html`<p class="council-body">Say what is near: a house number, a bus stop, a shop.</p>
  <p class="council-body"><a class="council-link" href="/help">More about finding a place</a></p>`;

export default { title: 'Elements/Details', component: 'council-details' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-details
      summary-text="Help with finding the place"
      text="Say what is near: a house number, a bus stop, a shop."
    ></council-details>`,
};

export const Open = {
  render: (): TemplateResult => html`<council-details open summary-text="Help with finding the place" .text=${help}></council-details>`,
};

export const RightToLeft = {
  render: (): TemplateResult => html`<div dir="rtl"><council-details summary-text="مساعدة" text="اكتب ما هو قريب"></council-details></div>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-details>${detailsTemplate({ summaryText: 'Help with finding the place', text: help })}</council-details>`,
};
