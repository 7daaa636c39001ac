/** What became of a payment. The same on the gateway's own page and in the widget; it says no more than is known. */
import { inLanguage, momentInWords, safeUrl } from '@council-kit/core';
import { buttonTemplate, panelTemplate, summaryListTemplate, warningTextTemplate } from '@council-kit/elements/templates.js';
import { contactTemplate } from '@council-kit/journeys/contact.js';
import { html, nothing, type TemplateResult } from 'lit';
import { failureCodes, type FailureCode, type Payment } from '../contract/payment.ts';
import { pounds } from '../rules/pence.ts';
import { paymentStatusMessages } from './payment-status.messages.ts';

const say = paymentStatusMessages.say;

/** How it is shown. */
export interface PaymentStatusView {
  readonly language: string;
  /** It has been asked about for so long that something else is to be said. */
  readonly long?: boolean;
  /** Asks again: a link on plain pages, a button of the widget’s. Shown while the answer is open. */
  readonly again?: TemplateResult;
  /** Prints the page, where there is script. */
  readonly print?: TemplateResult;
}

const isFailureCode = (code: string | undefined): code is FailureCode => (failureCodes as readonly (string | undefined)[]).includes(code);

/** Whether who stands before it has paid, or may have, and waits for the answer. */
export function isWaitedFor({ state: { status }, unanswered }: Payment): boolean {
  return status === 'submitted' || status === 'capturable' || isUnknown({ status, unanswered });
}

/** Pay does not answer, and was last asked before anything was paid: it may have been since. */
function isUnknown({ status, unanswered }: { readonly status: string; readonly unanswered: boolean }): boolean {
  return unanswered && (status === 'created' || status === 'started');
}

/** What the page is called: its heading, and what is read out when it changes. */
export function paymentStatusTitle({ state: { status }, unanswered }: Payment, language: string): string {
  if (isUnknown({ status, unanswered })) return say('no-answer-title', language);
  switch (status) {
    case 'success':
      return say('paid-title', language);
    case 'submitted':
    case 'capturable':
      return say('confirming-title', language);
    case 'preparing':
      return say('preparing-title', language);
    case 'created':
    case 'started':
      return say('unfinished-title', language);
    default:
      return say('failed-title', language);
  }
}

/** Why a payment that is over was not paid. */
export function failureInWords({ state: { status, code } }: Payment, language: string): string {
  if (status === 'not-created') return say('not-created', language);
  if (isFailureCode(code)) return say(code, language);
  return say(status === 'cancelled' ? 'P0040' : status === 'error' ? 'P0050' : 'other-failure', language);
}

const paragraph = (text: string): TemplateResult => html`<p class="council-body">${text}</p>`;

/** The whole answer, with its heading, and where to turn with questions. */
export function paymentStatusTemplate(payment: Payment, view: PaymentStatusView): TemplateResult {
  const { language } = view;
  return html`${answerTemplate(payment, view)}${contactTemplate(payment.contact, language, say('contact', language))}`;
}

function answerTemplate(payment: Payment, view: PaymentStatusView): TemplateResult {
  const { language, long = false, again = nothing, print = nothing } = view;
  const { status } = payment.state;
  const title = paymentStatusTitle(payment, language);
  const heading = html`<h1 class="council-heading-l">${title}</h1>`;
  const start = safeUrl(payment.startAgain);
  const href = safeUrl(payment.next?.href);
  if (isUnknown({ status, unanswered: payment.unanswered }))
    return html`${heading}${warningTextTemplate({ text: say(long ? 'confirming-long' : 'pay-no-answer', language), lang: language })}
    ${receiptTemplate(payment, language)}${again}`;
  switch (status) {
    case 'success':
      return html`<council-panel
          >${panelTemplate({ titleText: title, text: say('paid', language, { amount: pounds(payment.amount) }), lang: language })}</council-panel
        >
        ${receiptTemplate(payment, language)}${payment.receipt ? paragraph(say(`receipt-${payment.receipt}`, language)) : nothing}
        ${paragraph(say('paid-keep', language))}${print}`;
    case 'submitted':
    case 'capturable':
      return html`${heading}${warningTextTemplate({ text: say(long ? 'confirming-long' : 'confirming', language), lang: language })}
      ${status === 'capturable' ? paragraph(say('capturable', language)) : nothing}${receiptTemplate(payment, language)}
      ${href ? html`<p class="council-body"><a class="council-link" href=${href}>${say('not-confirmed', language)}</a></p>` : nothing}${again}`;
    case 'preparing':
      return html`${heading}${paragraph(say('preparing', language))}
      ${long ? warningTextTemplate({ text: say('confirming-long', language), lang: language }) : nothing}${again}`;
    case 'created':
    case 'started':
      return html`${heading}${paragraph(say('unfinished', language))}${receiptTemplate(payment, language)}
      ${href ? html`<p>${buttonTemplate({ text: say('go-on', language), href })}</p>` : nothing}${again}`;
    default:
      return html`${heading}${paragraph(failureInWords(payment, language))}${paragraph(say('nothing-taken', language))}
      ${receiptTemplate(payment, language)}${start ? html`<p>${buttonTemplate({ text: say('start-again', language), href: start })}</p>` : nothing}`;
  }
}

/** What was paid, or was to be. */
export function receiptTemplate(payment: Payment, language: string): TemplateResult {
  const { fundName, referenceName, reference, amount, paid, created, number, refunded } = payment;
  const row = (key: string, text: string | TemplateResult) => ({ key: { text: key }, value: { text } });
  const exact = (text: string): TemplateResult => html`<span translate="no">${text}</span>`;
  const moment = paid ?? created;
  return summaryListTemplate({
    lang: language,
    rows: [
      row(say('what', language), inLanguage(fundName, language)),
      row(inLanguage(referenceName, language), exact(reference)),
      row(say('amount', language), pounds(amount)),
      refunded > 0 && row(say('refunded', language), pounds(refunded)),
      row(say('date', language), html`<time datetime=${moment}>${momentInWords(moment, language)}</time>`),
      row(say('number', language), exact(number)),
    ],
  });
}
