import { detailsTemplate } from '@council-kit/elements/templates.js';
import { html, type TemplateResult } from 'lit';
import type { DirectDebitForm } from '../contract/mandate.ts';
import { directDebitMessages } from './direct-debit.messages.ts';

/** The Direct Debit Guarantee, which everybody who gives an instruction is shown. */
export function guaranteeTemplate(
  { creditor, noticeWorkingDays }: Pick<DirectDebitForm, 'creditor' | 'noticeWorkingDays'>,
  language: string,
): TemplateResult {
  const say = directDebitMessages.say;
  const places = { creditor, days: noticeWorkingDays };
  return html`<council-details
    >${detailsTemplate({
      summaryText: say('guarantee', language),
      text: html`<ul class="council-list council-list--bullet">
        ${([1, 2, 3, 4, 5] as const).map((number) => html`<li>${say(`guarantee-${number}`, language, places)}</li>`)}
      </ul>`,
    })}</council-details
  >`;
}
