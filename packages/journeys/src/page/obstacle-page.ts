import { buttonTemplate } from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import { formFields } from '../engine/form-fields.ts';
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
