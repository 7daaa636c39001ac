import { inLanguage } from '@council-kit/core';
import { insetTextTemplate, panelTemplate, type Content } from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import { runningMessages } from '../running.messages.ts';
import { furtherMessages } from './further.messages.ts';
import type { Accepted } from '../submission.ts';
import { contactTemplate } from './contact.template.ts';
import { formTemplate } from './form.template.ts';
import type { JourneyPage, PageView } from './view.ts';

/** What a service shows after the panel, in place of the definition's paragraphs. */
export type ConfirmationContent = (accepted: Accepted, language: string) => Content | typeof nothing;

/** The page that tells it was received, with the reference. */
export function confirmationPage(accepted: Accepted, view: PageView, more?: ConfirmationContent): JourneyPage {
  const { journey, language } = view;
  const { confirmation } = journey;
  const title = inLanguage(confirmation?.title ?? journey.title, language);
  const next = confirmation?.next ?? [];
  const content = html`<council-panel
      >${panelTemplate({
        titleText: title,
        reference: accepted.reference,
        referenceLabel: furtherMessages.say('reference', language),
        lang: language,
      })}</council-panel
    >${
      accepted.earlier
        ? html`<council-inset-text>${insetTextTemplate({ text: furtherMessages.say('received-before', language) })}</council-inset-text>`
        : nothing
    }${
      more
        ? more(accepted, language)
        : next.length === 0
          ? nothing
          : html`<h2 class="council-heading-m">${furtherMessages.say('what-next', language)}</h2>
              ${next.map((text) => html`<p class="council-body">${inLanguage(text, language)}</p>`)}`
    }
    <p class="council-body"><a class="council-link" href=${view.href('')}>${furtherMessages.say('another', language)}</a></p>`;
  return {
    title,
    body: html`${formTemplate(view, content, nothing)}${contactTemplate(view.journey.contact, view.language, runningMessages.say('contact-after', view.language))}`,
  };
}
