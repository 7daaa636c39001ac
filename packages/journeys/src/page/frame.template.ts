import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { JourneyPage } from './view.ts';

/**
 * What a widget shows of a page. The first page is shown by one piece of code and gone on with by another: both use this, so that the
 * page's controls stay as they are, with what was typed.
 *
 * @param key of what is shown: another page has controls of its own
 */
export function frameTemplate(
  key: string,
  back: unknown,
  { body }: JourneyPage,
  { language, busy }: { readonly language: string; readonly busy: boolean },
): TemplateResult {
  return html`<div class="council-journey" lang=${language} aria-busy=${busy ? 'true' : nothing}>${keyed(key, html`${back}${body}`)}</div>`;
}
