import { buttonTemplate } from '@council-kit/elements/templates.js';
import { inLanguage } from '@council-kit/core';
import { html, nothing } from 'lit';
import type { Journey } from '../definition.ts';
import { formFields } from '../engine/read.ts';
import { journeyMessages } from '../journey.messages.ts';
import { contactTemplate } from './contact.template.ts';
import { formTemplate } from './form.template.ts';
import type { JourneyPage, PageView } from './view.ts';

/** What stands in the way: in words, and the ways on beside reaching the council another way. */
export interface Obstacle {
  readonly title: string;
  readonly text: string;
  /** It can be tried again, with these fields of a form that could not be taken in. */
  readonly again?: readonly (readonly [string, string])[];
  /** The words on a link to the beginning. */
  readonly start?: string;
}

/** Nobody answered when the answers were sent; or what did not answer is named in `message`. */
export function notSent({ notSent: said }: Pick<Journey, 'notSent'>, language: string, message?: string): Obstacle {
  return {
    title: said ? inLanguage(said.title, language) : journeyMessages.say('not-sent-title', language),
    text: message ?? (said ? inLanguage(said.text, language) : journeyMessages.say('not-sent', language)),
    again: [],
  };
}

/** The answers were declined, with a sentence that says what can be done. `later`: the same may be tried again. */
export function refused(message: string, { notSent: said }: Pick<Journey, 'notSent'>, language: string, later = false): Obstacle {
  return {
    title: said?.refusedTitle ? inLanguage(said.refusedTitle, language) : journeyMessages.say('refused-title', language),
    text: message,
    ...(later ? { again: [] } : {}),
  };
}

/** The next question comes from elsewhere, and did not come. */
export function unreachable(language: string, again: Obstacle['again'] = []): Obstacle {
  return { title: journeyMessages.say('unreachable-title', language), text: journeyMessages.say('unreachable', language), again };
}

/** Nothing has come yet, and nothing was answered. */
export function notLoaded(language: string): Obstacle {
  return { title: journeyMessages.say('not-loaded-title', language), text: journeyMessages.say('not-loaded', language), again: [] };
}

/** The page that says what stands in the way, what became of the answers, and the ways on. */
export function obstaclePage({ title, text, again, start }: Obstacle, back: string | undefined, view: PageView): JourneyPage {
  const words = html`<h1 class="council-heading-l">${title}</h1>
    <p class="council-body">${text}</p>`;
  return {
    title,
    back,
    body: html`${
      again
        ? formTemplate(
            view,
            words,
            journeyMessages.say('try-again', view.language),
            again.length > 0 ? again : [[formFields.action, 'retry']],
          )
        : words
    }${start === undefined ? nothing : html`<council-button>${buttonTemplate({ text: start, href: view.href('') })}</council-button>`}${contactTemplate(view.journey.contact, view.language, journeyMessages.say('contact', view.language))}`,
  };
}
