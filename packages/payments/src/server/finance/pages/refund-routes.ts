/** The way through the pages of a refund: form, check, done; and every way off it. */
import { inLanguage } from '@council-kit/core';
import { Problem, type Routes } from '@council-kit/gateway';
import { PayRefusal, PaySilence } from '../../govuk-pay/pay-problems.ts';
import { existing } from '../../payment-routes.ts';
import type { Payments } from '../../payments.ts';
import type { PaymentRow } from '../../records/tables.ts';
import { pounds } from '../../../rules/pence.ts';
import {
  otherWishCode,
  readRefundable,
  refundPayment,
  refusalOf,
  requestIdOf,
  requestWithKey,
  type Refundable,
} from '../refund-payment.ts';
import { hrefOf, payAwayPage, root } from './finance-page.ts';
import { textOf, type FinanceGround, type FinanceRequest } from './finance-request.ts';
import { financeMessages } from './finance.messages.ts';
import { backTo, isKey, queryOf, readFields, readTyped, refundCheckPage, refundFormPage, type RefundForm } from './refund-pages.ts';
import { refundMessages } from './refund.messages.ts';
import { pathOf } from './story-page.ts';

const say = refundMessages.say;

export function addRefundPages({ hono }: Routes, payments: Payments, { signedIn, sent }: FinanceGround): void {
  const asTyped = (pence: number): string => (pence / 100).toFixed(2);
  const storyHref = (request: FinanceRequest, row: PaymentRow, refund?: string): string =>
    hrefOf(payments, request, pathOf(row), refund === undefined ? {} : { refund });

  /** The form, with what Pay says now; a page that leads on where Pay says nothing. */
  const formPage = async (request: FinanceRequest, row: PaymentRow, form: (now: Refundable) => RefundForm): Promise<Response> => {
    try {
      const now = await readRefundable(payments, row, request.officer);
      return refundFormPage(payments, request, now, form(now));
    } catch (error) {
      return away(request, row, error);
    }
  };
  const away = (request: FinanceRequest, row: PaymentRow, error: unknown): Response => {
    if (!(error instanceof PayRefusal || error instanceof PaySilence)) throw error;
    return payAwayPage(payments, request, error, backTo(payments, request, row), hrefOf(payments, request, `${pathOf(row)}/refund`));
  };
  const movedTo =
    (request: FinanceRequest, amount: number) =>
    (now: Refundable): RefundForm => {
      const language = request.context.get('language');
      const left = pounds(now.available);
      return {
        typed: asTyped(amount),
        notice: say('moved', language, { left }),
        status: 412,
        ...(amount > now.available ? { error: say('too-much-moved', language, { left }) } : {}),
      };
    };

  const usedFor = (request: FinanceRequest, amount: number) => (): RefundForm => ({
    typed: asTyped(amount),
    notice: say('used', request.context.get('language')),
    status: 409,
  });

  hono.get(`${root}/payments/:id/refund`, async (context) => {
    const request = await signedIn(context);
    const row = await existing(payments, context.req.param('id'));
    return await formPage(request, row, () => ({ typed: (context.req.query('amount') ?? '').slice(0, 40) }));
  });

  hono.post(`${root}/payments/:id/refund`, async (context) => {
    const id = context.req.param('id');
    const { request, fields, fits } = await sent(context, `/payments/${id}/refund`);
    const row = await existing(payments, id);
    const language = context.get('language');
    const typed = textOf(fields, 'amount');
    if (!fits) return await formPage(request, row, () => ({ typed, notice: financeMessages.say('stale', language), status: 403 }));
    const [seen, key] = [Number(textOf(fields, 'seen')), textOf(fields, 'key')];
    const read = readTyped(typed, Number.isSafeInteger(seen) ? seen : 0, language);
    if ('error' in read || !isKey(key))
      return await formPage(request, row, () => ({ typed, ...(isKey(key) ? { key } : {}), ...('error' in read ? read : {}) }));
    return context.redirect(hrefOf(payments, request, `${pathOf(row)}/refund/check`, queryOf({ amount: read.amount, seen, key })), 303);
  });

  hono.get(`${root}/payments/:id/refund/check`, async (context) => {
    const request = await signedIn(context);
    const row = await existing(payments, context.req.param('id'));
    const fields = readFields((name) => context.req.query(name));
    if (!fields) return context.redirect(hrefOf(payments, request, `${pathOf(row)}/refund`), 303);
    // Back, after it was done: there is nothing to check any more.
    const before = await requestWithKey(payments, row, requestIdOf(row, fields.key));
    if (before && before.amount !== fields.amount) return await formPage(request, row, usedFor(request, fields.amount));
    if (before && before.outcome !== 'refused' && before.outcome !== 'asking')
      return context.redirect(storyHref(request, row, before.id), 303);
    try {
      const now = await readRefundable(payments, row, request.officer);
      if (now.available !== fields.seen || fields.amount > now.available)
        return refundFormPage(payments, request, now, movedTo(request, fields.amount)(now));
      return refundCheckPage(payments, request, now.payment, fields);
    } catch (error) {
      return away(request, row, error);
    }
  });

  hono.post(`${root}/payments/:id/refund/check`, async (context) => {
    const id = context.req.param('id');
    const { request, fields, fits } = await sent(context, `/payments/${id}/refund/check`);
    const row = await existing(payments, id);
    const language = context.get('language');
    const wish = readFields((name) => textOf(fields, name));
    if (!fits || !wish)
      return await formPage(request, row, () => ({
        typed: wish ? asTyped(wish.amount) : '',
        notice: financeMessages.say('stale', language),
        status: 403,
      }));
    const { officer } = request;
    try {
      const asked = await refundPayment(payments, { payment: row, amount: wish.amount, available: wish.seen, officer, key: wish.key });
      context.get('log').info({ officer: officer.id, outcome: asked.outcome }, 'refund by staff');
      if (asked.outcome !== 'refused') return context.redirect(storyHref(request, row, asked.id), 303);
      if (asked.code === 'P0604') return await formPage(request, row, movedTo(request, wish.amount));
      const { title, detail = title } = refusalOf(asked).details;
      const why = `${inLanguage(detail, language)} (${asked.code ?? ''})`;
      return await formPage(request, row, () => ({
        typed: asTyped(wish.amount),
        notice: say('not-taken', language, { why }),
        status: 409,
      }));
    } catch (error) {
      if (!(error instanceof Problem) || error.details.code !== otherWishCode) throw error;
      return await formPage(request, row, usedFor(request, wish.amount));
    }
  });
}
