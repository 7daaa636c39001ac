import { html, type TemplateResult } from 'lit';
import '../define/skip-link.ts';
import { skipLinkTemplate } from './skip-link.template.ts';

export default { title: 'Elements/Skip link', component: 'council-skip-link' };

export const Default = {
  render: (): TemplateResult =>
    html`<council-skip-link></council-skip-link>
      <main id="content"><p class="council-body">Press Tab to see the link.</p></main>`,
};

export const Shown = {
  render: (): TemplateResult =>
    html`<council-skip-link></council-skip-link>
      <main id="content"><p class="council-body">The link has the focus.</p></main>`,
  play: ({ canvasElement }: { canvasElement: HTMLElement }): void => {
    canvasElement.querySelector('a')?.focus();
  },
};

export const ToSomewhereElse = {
  render: (): TemplateResult =>
    html`<council-skip-link href="#results" text="Skip to the results"></council-skip-link>
      <div id="results"><p class="council-body">3 reports</p></div>`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-skip-link>${skipLinkTemplate()}</council-skip-link>
      <main id="content"><p class="council-body">Press Tab to see the link.</p></main>`,
};
