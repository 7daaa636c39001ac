import { buttonTemplate } from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import { formFields } from '../engine/read.ts';
import { journeyMessages } from '../journey.messages.ts';
import { contactTemplate, formTemplate } from './form.template.ts';
import type { JourneyPage, PageView } from './view.ts';

/** What can stand in the way. */
export type Obstacle =
  /** Nobody answered when it was sent. Nothing was sent; it can be tried again. */
  | { readonly kind: 'not-sent' }
  /** It was declined, with a sentence that says what can be done. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The next question comes from elsewhere, and did not come. */
  | { readonly kind: 'unreachable' }
  /** The draft is gone. */
  | { readonly kind: 'expired' }
  /** The browser keeps no cookie. */
  | { readonly kind: 'cookies' };

/**
 * The page that says what stands in the way, what became of the answers, and the ways on.
 *
 * @param posted fields of the form that could not be taken in: the form that tries again holds them
 */
export function obstaclePage(
  obstacle: Obstacle,
  back: string | undefined,
  view: PageView,
  posted: readonly (readonly [string, string])[] = [],
): JourneyPage {
  const { language } = view;
  const say = (key: Parameters<typeof journeyMessages.say>[0]): string => journeyMessages.say(key, language);
  const title = say(`${obstacle.kind}-title`);
  const again = obstacle.kind === 'not-sent' || obstacle.kind === 'unreachable';
  const text = obstacle.kind === 'refused' ? obstacle.message : say(obstacle.kind);
  const words = html`<h1 class="council-heading-l">${title}</h1>
    <p class="council-body">${text}</p>`;
  return {
    title,
    back,
    body: html`${
      again
        ? formTemplate(view, words, say('try-again'), posted.length > 0 ? posted : [[formFields.action, 'retry']])
        : html`${words}${
            obstacle.kind === 'refused'
              ? nothing
              : html`<council-button>${buttonTemplate({ text: say('start'), href: view.href('') })}</council-button>`
          }`
    }${contactTemplate(view)}`,
  };
}
