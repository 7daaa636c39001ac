import { closestLanguage } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import '../define/panel.ts';
import '../define/button.ts';
import { panelMessages } from './panel.messages.ts';
import { panelTemplate } from './panel.template.ts';

export default { title: 'Elements/Panel', component: 'council-panel' };

export const Default = {
  render: (): TemplateResult => html`<council-panel title-text="Report sent" reference="FT-7K2M-9QX4"></council-panel>`,
};

export const Copied = {
  render: (): TemplateResult => html`<council-panel title-text="Report sent" reference="FT-7K2M-9QX4"></council-panel>`,
  play: ({ canvasElement }: { canvasElement: HTMLElement }): void => {
    const status = canvasElement.querySelector('.council-panel-copied');
    if (status) status.textContent = panelMessages.say('copied', closestLanguage(status));
  },
};

export const WithText = {
  render: (): TemplateResult => html`<council-panel title-text="Application complete" text="We have sent you an email."></council-panel>`,
};

export const BelowAnotherHeading = {
  render: (): TemplateResult =>
    html`<h1 class="council-heading-xl">Your reports</h1>
      <council-panel
        heading-level="2"
        title-text="Report sent"
        reference="FT-7K2M-9QX4"
        reference-label="Quote this when you call"
      ></council-panel>`,
};

export const Interruption = {
  render: (): TemplateResult =>
    html`${panelTemplate({
      classes: 'council-panel--interruption',
      titleText: 'Is this an emergency?',
      text: 'If anyone is in danger, call 999 now.',
      actions: { items: [{ text: 'Continue' }, { text: 'Go back', href: '/report' }] },
    })}`,
};

export const Enhancing = {
  render: (): TemplateResult =>
    html`<council-panel>${panelTemplate({ titleText: 'Report sent', reference: 'FT-7K2M-9QX4' })}</council-panel>`,
};
