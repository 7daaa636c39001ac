import { html, type TemplateResult } from 'lit';
import { publicTextMessages } from './public-text.messages.ts';

/** The two texts of a report that a resident writes. */
export interface ReportTexts {
  readonly description: string;
  readonly address: string;
}

/** The resident's words and what others read of them, side by side where there is room. */
export function textsTemplate(
  original: ReportTexts,
  others: {
    readonly heading: 'public' | 'section';
    /** Undefined: nothing. */
    readonly texts: ReportTexts | undefined;
  },
  language: string,
): TemplateResult {
  const say = publicTextMessages.say;
  return html`<div class="council-report-texts">
    ${textTemplate(say('original', language), original, language)} ${textTemplate(say(others.heading, language), others.texts, language)}
  </div>`;
}

function textTemplate(title: string, texts: ReportTexts | undefined, language: string): TemplateResult {
  const say = publicTextMessages.say;
  const words = (text: string) => html`<dd class="council-body council-report-words">${text === '' ? say('empty', language) : text}</dd>`;
  const label = (text: string) => html`<dt class="council-body"><strong>${text}</strong></dt>`;
  return html`<div class="council-report-text">
    <h3 class="council-heading-s">${title}</h3>
    ${
      texts === undefined
        ? html`<p class="council-body">${say('nothing', language)}</p>`
        : html`<dl>
            ${label(say('description', language))}${words(texts.description)} ${label(say('place', language))}${words(texts.address)}
          </dl>`
    }
  </div>`;
}
