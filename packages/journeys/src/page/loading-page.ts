import { html } from 'lit';
import { journeyMessages } from '../journey.messages.ts';
import type { JourneyPage, PageView } from './view.ts';

/** Something is being fetched and there is nothing else to show. */
export function loadingPage({ language }: PageView): JourneyPage {
  const title = journeyMessages.say('loading', language);
  return { title, body: html`<p class="council-body" role="status">${title}</p>` };
}
