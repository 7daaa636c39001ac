/** Money back: how much, check, done. What the officer saw goes with the form, and Pay refuses where it has changed. */
import { randomUUID } from 'node:crypto';
import { inLanguage } from '@council-kit/core';
import {
  buttonGroupTemplate,
  buttonTemplate,
  errorSummaryTemplate,
  notificationBannerTemplate,
  summaryListTemplate,
  textInputTemplate,
  warningTextTemplate,
} from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import { formOf, hrefOf } from './finance-page.ts';
import type { StaffRequest } from '@council-kit/gateway';
import { pounds, readAmount } from '@council-kit/payments/rules.js';
import type { PaymentRow, Refundable } from '@council-kit/payments/server';
import type { Finance } from '../finance.ts';
import { financeMessages } from './finance.messages.ts';
import { refundMessages } from './refund.messages.ts';
import { pathOf } from './story-page.ts';

const say = refundMessages.say;

/** What a form of these pages carries on. Pence. */
export interface RefundFields {
  readonly amount: number;
  /** What was left to refund when the officer looked. */
  readonly seen: number;
  /** One wish, however often it is sent. */
  readonly key: string;
}

const whole = (text: string | undefined): number | undefined => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : undefined);
export const isKey = (text: string | undefined): text is string => /^[0-9a-f-]{36}$/.test(text ?? '');

/** Undefined where it is not what these pages send. */
export function readFields(field: (name: string) => string | undefined): RefundFields | undefined {
  const [amount, seen, key] = [whole(field('amount')), whole(field('seen')), field('key')];
  return amount === undefined || amount < 1 || seen === undefined || !isKey(key) ? undefined : { amount, seen, key };
}

export const queryOf = ({ amount, seen, key }: RefundFields): Record<string, string> => ({
  amount: String(amount),
  seen: String(seen),
  key,
});

/** The amount as it was typed, or what is wrong with it. */
export function readTyped(typed: string, left: number, language: 'en' | 'cy'): { readonly amount: number } | { readonly error: string } {
  if (typed.trim() === '') return { error: say('empty', language) };
  const read = readAmount(typed);
  if (read.kind === 'error') return { error: inLanguage(read.message, language) };
  return read.pence > left ? { error: say('too-much', language, { left: pounds(left) }) } : { amount: read.pence };
}

export interface RefundForm {
  /** What stands in the field. */
  readonly typed: string;
  readonly key?: string;
  readonly error?: string;
  /** Said above the page. */
  readonly notice?: string;
  readonly status?: number;
}

/** `GET …/refund`, and the answer to what could not be taken. */
export function refundFormPage(finance: Finance, request: StaffRequest, refundable: Refundable, form: RefundForm): Response {
  const { language } = request;
  const { payment, available } = refundable;
  const { typed, key = randomUUID(), error, notice, status = error === undefined ? 200 : 422 } = form;
  const title = say('title', language, { reference: payment.reference });
  const back = backTo(request, payment);
  const cannot = cannotRefund(refundable, language);
  const body = html`${error === undefined || cannot !== undefined ? nothing : errorSummaryTemplate({ errorList: [{ text: error, href: '#amount' }], lang: language })}
  ${notice === undefined ? nothing : notificationBannerTemplate({ text: notice, lang: language })}
  ${
    cannot === undefined
      ? formOf(
          request,
          `${pathOf(payment)}/refund`,
          { seen: String(available), key },
          html`<h1 class="council-heading-l">${title}</h1>
            ${textInputTemplate({
              name: 'amount',
              label: { text: say('amount', language), classes: 'council-label--m' },
              hint: { text: say('amount-hint', language, { paid: pounds(payment.amount), left: pounds(available) }) },
              value: typed,
              prefix: { text: '£' },
              width: 10,
              inputmode: 'decimal',
              autocomplete: 'off',
              spellcheck: false,
              ...(error === undefined ? {} : { errorMessage: { text: error } }),
              lang: language,
            })}
            ${buttonTemplate({ text: say('continue', language), preventDoubleClick: true })}`,
        )
      : html`<h1 class="council-heading-l">${title}</h1>
          <p class="council-body">${cannot}</p>`
  }`;
  return request.page({ title, body, back, error: error !== undefined && cannot === undefined, status });
}

function cannotRefund({ payment, available, status }: Refundable, language: string): string | undefined {
  if (available > 0) return undefined;
  if (status === 'full' || status === 'available') return say('nothing-left', language);
  if (status !== 'pending') return say('unavailable', language);
  return say(payment.status === 'success' ? 'not-collected' : 'pending', language);
}

/** `GET …/refund/check`: what is about to be done, and what is left then. */
export function refundCheckPage(finance: Finance, request: StaffRequest, payment: PaymentRow, fields: RefundFields): Response {
  const { language } = request;
  const { amount, seen } = fields;
  const title = say('check-title', language);
  const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  const changeHref = hrefOf(request, `${pathOf(payment)}/refund`, { amount: (amount / 100).toFixed(2) });
  const body = html`<h1 class="council-heading-l">${title}</h1>
    ${summaryListTemplate({
      lang: language,
      rows: [
        row(say('payment', language), payment.reference),
        row(say('paid', language), pounds(payment.amount)),
        row(say('left-now', language), pounds(seen)),
        {
          ...row(say('this-refund', language), pounds(amount)),
          actions: { items: [{ text: say('change', language), href: changeHref, visuallyHiddenText: say('change-amount', language) }] },
        },
        row(say('left-then', language), pounds(seen - amount)),
      ],
    })}
    ${warningTextTemplate({ text: say('check-text', language), lang: language })}
    ${formOf(
      request,
      `${pathOf(payment)}/refund/check`,
      queryOf(fields),
      buttonGroupTemplate(
        html`${buttonTemplate({ text: say('do-it', language, { amount: pounds(amount) }), classes: 'council-button--warning', preventDoubleClick: true })}
          <a class="council-link" href=${hrefOf(request, pathOf(payment))}>${say('not-refund', language)}</a>`,
      ),
    )}`;
  return request.page({ title, body, back: backTo(request, payment) });
}

export const backTo = (request: StaffRequest, payment: PaymentRow): { text: string; href: string } => ({
  text: financeMessages.say('back-to-payment', request.language),
  href: hrefOf(request, pathOf(payment)),
});
