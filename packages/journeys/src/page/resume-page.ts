import { momentInWords } from '@council-kit/core';
import { buttonGroupTemplate, buttonTemplate } from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import { formFields } from '../engine/form-fields.ts';
import { furtherMessages } from './further.messages.ts';
import { formTemplate } from './form.template.ts';
import type { JourneyPage, PageView } from './view.ts';

/** Offers to go on with answers that were not sent, or to delete them. */
export function resumePage(savedAt: number, view: PageView): JourneyPage {
  const { language } = view;
  const title = furtherMessages.say('resume-title', language);
  const when = momentInWords(new Date(savedAt).toISOString(), language);
  const button = (action: 'resume' | 'anew', classes?: string): unknown =>
    buttonTemplate({
      text: furtherMessages.say(action === 'resume' ? 'resume-continue' : 'resume-anew', language),
      name: formFields.action,
      value: action,
      classes,
    });
  const content = html`<h1 class="council-heading-l">${title}</h1>
    <p class="council-body">${furtherMessages.say('resume', language, { when })}</p>
    ${buttonGroupTemplate(html`${button('resume')}${button('anew', 'council-button--secondary')}`)}`;
  return { title, body: formTemplate(view, content, nothing) };
}
