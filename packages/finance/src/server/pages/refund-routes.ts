/** The way through the pages of a refund: form, check, done; and every way off it. */
import { inLanguage } from '@council-kit/core';
import { Problem, type StaffForm, type StaffRequest, type StaffRoutes } from '@council-kit/gateway';
import { pounds } from '@council-kit/payments/rules.js';
import {
  otherWishCode,
  PayRefusal,
  PaySilence,
  refusalOf,
  requestIdOf,
  type PaymentRow,
  type Refundable,
} from '@council-kit/payments/server';
import type { Finance } from '../finance.ts';
import { movesMoney, root } from '../finance-area.ts';
import { hrefOf, payAwayPage, to } from './finance-page.ts';
import { financeMessages } from './finance.messages.ts';
import { backTo, isKey, queryOf, readFields, readTyped, refundCheckPage, refundFormPage, type RefundForm } from './refund-pages.ts';
import { refundMessages } from './refund.messages.ts';
import { pathOf } from './story-page.ts';

const say = refundMessages.say;

export function addRefundPages(area: StaffRoutes, finance: Finance): void {
  const refundPath = `${root}/payments/:id/refund`;
  const rowOf = ({ context }: StaffRequest): Promise<PaymentRow> => finance.ledger.payment(context.req.param('id') ?? '');
  const asTyped = (pence: number): string => (pence / 100).toFixed(2);

  /** The form, with the latest from GOV.UK Pay. If Pay does not answer: a page with a way forward. */
  const formPage = async (request: StaffRequest, row: PaymentRow, form: (now: Refundable) => RefundForm): Promise<Response> => {
    try {
      const now = await finance.ledger.refundable(row, request.officer);
      return refundFormPage(finance, request, now, form(now));
    } catch (error) {
      return away(request, row, error);
    }
  };
  const away = (request: StaffRequest, row: PaymentRow, error: unknown): Response => {
    if (!(error instanceof PayRefusal || error instanceof PaySilence)) throw error;
    return payAwayPage(request, error, backTo(request, row), hrefOf(request, `${pathOf(row)}/refund`));
  };
  const movedTo =
    (request: StaffRequest, amount: number) =>
    (now: Refundable): RefundForm => {
      const { language } = request;
      const left = pounds(now.available);
      return {
        typed: asTyped(amount),
        notice: say('moved', language, { left }),
        status: 412,
        ...(amount > now.available ? { error: say('too-much-moved', language, { left }) } : {}),
      };
    };

  const usedFor = (request: StaffRequest, amount: number) => (): RefundForm => ({
    typed: asTyped(amount),
    notice: say('used', request.language),
    status: 409,
  });

  const form = async (request: StaffRequest): Promise<Response> => {
    const typed = (request.context.req.query('amount') ?? '').slice(0, 40);
    return await formPage(request, await rowOf(request), () => ({ typed }));
  };

  const formSent = async (request: StaffRequest, form: StaffForm): Promise<Response> => {
    const row = await rowOf(request);
    const { language } = request;
    const typed = form.text('amount');
    if (!form.fits) return await formPage(request, row, () => ({ typed, notice: financeMessages.say('stale', language), status: 403 }));
    const [seen, key] = [Number(form.text('seen')), form.text('key')];
    const read = readTyped(typed, Number.isSafeInteger(seen) ? seen : 0, language);
    if ('error' in read || !isKey(key))
      return await formPage(request, row, () => ({ typed, ...(isKey(key) ? { key } : {}), ...('error' in read ? read : {}) }));
    return to(request, `${pathOf(row)}/refund/check`, queryOf({ amount: read.amount, seen, key }));
  };

  const check = async (request: StaffRequest): Promise<Response> => {
    const row = await rowOf(request);
    const fields = readFields((name) => request.context.req.query(name));
    if (!fields) return to(request, `${pathOf(row)}/refund`);
    // The officer went back after the refund was made: there is nothing left to check.
    const before = await finance.ledger.refundRequest(row, requestIdOf(row, fields.key));
    if (before && before.amount !== fields.amount) return await formPage(request, row, usedFor(request, fields.amount));
    if (before && before.outcome !== 'refused' && before.outcome !== 'asking') return to(request, pathOf(row), { refund: before.id });
    try {
      const now = await finance.ledger.refundable(row, request.officer);
      if (now.available !== fields.seen || fields.amount > now.available)
        return refundFormPage(finance, request, now, movedTo(request, fields.amount)(now));
      return refundCheckPage(finance, request, now.payment, fields);
    } catch (error) {
      return away(request, row, error);
    }
  };

  const checkSent = async (request: StaffRequest, form: StaffForm): Promise<Response> => {
    const row = await rowOf(request);
    const { language } = request;
    const wish = readFields((name) => form.text(name));
    if (!form.fits || !wish)
      return await formPage(request, row, () => ({
        typed: wish ? asTyped(wish.amount) : '',
        notice: financeMessages.say('stale', language),
        status: 403,
      }));
    const { officer } = request;
    try {
      const asked = await finance.ledger.refund({ payment: row, amount: wish.amount, available: wish.seen, officer, key: wish.key });
      request.context.get('log').info({ officer: officer.id, outcome: asked.outcome }, 'refund by staff');
      if (asked.outcome !== 'refused') return to(request, pathOf(row), { refund: asked.id });
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
  };

  area.get(refundPath, form, movesMoney);
  area.post(refundPath, formSent, movesMoney);
  area.get(`${refundPath}/check`, check, movesMoney);
  area.post(`${refundPath}/check`, checkSent, movesMoney);
}
