import { html, type TemplateResult } from 'lit';
import '../define/inset-text.ts';
import { insetTextTemplate } from './inset-text.template.ts';

export default { title: 'Elements/Inset text', component: 'council-inset-text' };

export const Default = {
  render: (): TemplateResult => html`<council-inset-text text="On private land, the owner has to remove the waste."></council-inset-text>`,
};

export const WithMarkup = {
  render: (): TemplateResult =>
    html`<council-inset-text
      .text=${html`<p class="council-body">On private land, the owner has to remove the waste.</p>
        <p class="council-body"><a class="council-link" href="/owners">Find out who that is</a></p>`}
    ></council-inset-text>`,
};

export const OfWrittenWords = {
  render: (): TemplateResult =>
    html`<council-inset-text><p class="council-body">On private land, the owner has to remove the waste.</p></council-inset-text>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-inset-text>${insetTextTemplate({ text: 'On private land, the owner has to remove the waste.' })}</council-inset-text>`,
};
