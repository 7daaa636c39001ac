import { html, type TemplateResult } from 'lit';
import '../define/tag.ts';
import { tagTemplate } from './tag.template.ts';

const colours = ['grey', 'green', 'turquoise', 'blue', 'purple', 'pink', 'red', 'orange', 'yellow'];

export default { title: 'Elements/Tag', component: 'council-tag' };

export const Default = {
  render: (): TemplateResult => html`<council-tag text="Received"></council-tag>`,
};

export const Colours = {
  render: (): TemplateResult =>
    html`<p class="council-body">${colours.map((colour) => html`<council-tag colour=${colour} text=${colour}></council-tag> `)}</p>`,
};

export const WithLongWords = {
  render: (): TemplateResult =>
    html`<council-tag colour="green" text="Wedi’i anfon at y contractwr sy’n gyfrifol am ffyrdd a phalmentydd"></council-tag>`,
};

export const OfWrittenWords = {
  render: (): TemplateResult => html`<council-tag colour="orange">Being looked at</council-tag>`,
};

export const Enhancing = {
  render: (): TemplateResult => html`<council-tag>${tagTemplate({ text: 'Closed', classes: 'council-tag--grey' })}</council-tag>`,
};
