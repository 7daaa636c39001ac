import { dayInWords, parseBy } from '@council-kit/core';
import type { Accepted } from '@council-kit/journeys';
import { html, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { mandateSchema, type Mandate } from '../contract/mandate.ts';
import { pounds } from '../rules/pence.ts';
import { directDebitMessages } from './direct-debit.messages.ts';
import { guaranteeTemplate } from './guarantee.template.ts';

/** What of a mandate the confirmation shows: no name, and no more of the account than its end. */
const confirmedSchema = v.pick(mandateSchema, [
  'creditor',
  'accountNumber',
  'firstCollection',
  'firstAmount',
  'noticeWorkingDays',
  'confirmedBy',
]);

/** What a runner keeps of a mandate that was accepted. */
export function acceptedOf(mandate: Mandate): Accepted {
  return { reference: mandate.reference, details: v.parse(confirmedSchema, mandate) };
}

/** When the first payment is taken, what is on the statement, the notice and the Guarantee. */
export function mandateConfirmationTemplate({ details }: Accepted, language: string): TemplateResult {
  const say = directDebitMessages.say;
  const known = parseBy(confirmedSchema, details);
  if (!known.success) return html``;
  const { creditor, accountNumber, firstCollection, firstAmount, noticeWorkingDays, confirmedBy } = known.output;
  const day = dayInWords(firstCollection, language);
  const lines = [
    firstAmount === undefined ? say('first', language, { day }) : say('first-amount', language, { day, amount: pounds(firstAmount) }),
    say('statement', language, { creditor, ending: accountNumber.slice(-4) }),
    say('notice', language, { days: noticeWorkingDays }),
    ...(confirmedBy ? [say(`by-${confirmedBy}`, language)] : []),
    say('keep', language),
  ];
  return html`${lines.map((line) => html`<p class="council-body">${line}</p>`)} ${guaranteeTemplate(known.output, language)}`;
}
