/** Payments over the wire: `contract/payment.ts`. */
import { languageOf } from '@council-kit/core';
import type { Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import { fundAnswerSchema } from '../contract/fund.ts';
import { newPaymentSchema, paymentSchema } from '../contract/payment.ts';
import { codeSchema } from '../contract/values.ts';
import { beginPayment } from './begin-payment.ts';
import { ensureCreated } from './ensure-created.ts';
import { finishedRank } from './govuk-pay/pay-answers.ts';
import { PayRefusal, PaySilence } from './govuk-pay/pay-problems.ts';
import { problemOf } from './payment-problems.ts';
import { fundOf, type Payments } from './payments.ts';
import { nextOf, presentPayment } from './present.ts';
import { applyAnswer, refresh } from './refresh.ts';
import { existing } from './records/payments.ts';
import type { PaymentRow } from './records/tables.ts';
import { notReachedPage } from './pages/not-reached-page.ts';
import { returnPage } from './pages/return-page.ts';
import { withPayment } from './return-address.ts';

const tags = ['Payments'];
/** Pay is asked about one payment no more often than so by pages that keep asking. */
const askAgainMs = 1_000;
const noStore = { 'cache-control': 'no-store' };
const idParams = v.object({ id: v.string() });

export function addPaymentRoutes(routes: Routes, payments: Payments): void {
  const { ground, settings } = payments;

  routes.operation(
    {
      method: 'get',
      path: '/payments/funds/:fund',
      summary: 'Something that can be paid for',
      tags,
      // Not of any origin: a page that may not send should not get to ask.
      params: v.object({ fund: codeSchema }),
      responses: { 200: { description: 'The fund', schema: fundAnswerSchema } },
    },
    ({ params, context }) => {
      const fund = fundOf(payments, params.fund);
      if (!fund) throw problemOf.fundNotFound();
      return context.json({ fund, ...(settings.contact ? { contact: settings.contact } : {}) });
    },
  );

  routes.operation(
    {
      method: 'post',
      path: '/payments',
      summary: 'Begin a payment',
      description:
        'One `Idempotency-Key` is one intention, and never more than one payment: the same key gives the same payment, also where an answer was lost. ' +
        'Nothing is taken before the resident has paid at `next`.',
      tags,
      body: newPaymentSchema,
      responses: {
        201: { description: 'Begun', schema: paymentSchema },
        200: { description: 'The payment that this key began', schema: paymentSchema },
      },
    },
    async ({ body, context }) => {
      const key = context.req.header('Idempotency-Key');
      if (key === undefined) throw problemOf.noKey();
      const { payment, known } = await beginPayment(payments, body, { key, language: languageOf(context.get('language')) });
      return context.json(presentPayment(payments, payment), known ? 200 : 201, {
        ...noStore,
        location: ground.site.url(`/payments/${payment.id}`),
      });
    },
  );

  routes.operation(
    {
      method: 'get',
      path: '/payments/:id',
      summary: 'What became of a payment',
      description: 'Read from GOV.UK Pay while it is unfinished. Where Pay does not answer, what was last known, and `unanswered`.',
      tags,
      params: idParams,
      responses: { 200: { description: 'The payment', schema: paymentSchema } },
    },
    async ({ params, context }) => {
      const { row, unanswered } = await upToDate(payments, await existing(payments, params.id));
      return context.json(presentPayment(payments, row, { unanswered }), 200, noStore);
    },
  );

  routes.operation(
    {
      method: 'post',
      path: '/payments/:id/cancel',
      summary: 'Cancel a payment that is not made yet',
      tags,
      params: idParams,
      responses: { 200: { description: 'What became of it', schema: paymentSchema } },
    },
    async ({ params, context }) => {
      const row = await existing(payments, params.id);
      if (row.pay_id === null || row.rank === finishedRank) return context.json(presentPayment(payments, row), 200, noStore);
      try {
        await payments.pay.cancel(row.pay_id);
      } catch (error) {
        // It was over already, or a lost answer had cancelled it: what it is now, is the answer.
        if (!(error instanceof PayRefusal) || !['P0501', 'P0502'].includes(error.payCode ?? '')) throw error;
      }
      try {
        return context.json(presentPayment(payments, await refresh(payments, row, 'resident')), 200, noStore);
      } catch (error) {
        throw error instanceof PayRefusal || error instanceof PaySilence ? error.during('cancel') : error;
      }
    },
  );

  // To Pay's own page: its address is good once, so it is asked for each time. Back, a second tab and a second click come here again.
  routes.hono.get('/payments/:id/pay', async (context) => {
    const row = await existing(payments, context.req.param('id'));
    const home = ground.site.path(`/payments/${row.id}/return`);
    try {
      const created = row.pay_id === null && row.rank === 0 ? await ensureCreated(payments, row) : row;
      if (created.pay_id === null || created.rank === finishedRank) return context.redirect(home, 303);
      const answer = await payments.pay.get(created.pay_id);
      await applyAnswer(payments, created, answer, 'resident');
      return context.redirect(nextOf(answer) ?? home, 303);
    } catch (error) {
      if (!(error instanceof PayRefusal) && !(error instanceof PaySilence)) throw error;
      return notReachedPage(payments, context, row, error);
    }
  });

  routes.hono.get('/payments/:id/return', async (context) => {
    const row = await existing(payments, context.req.param('id'));
    // Pay sends everybody here, without a word of language. Links with one are our own: of this page, and of the council's where no script came.
    if (row.return_to !== null && context.req.query('lang') === undefined) return context.redirect(withPayment(row.return_to, row.id), 303);
    // Somebody stands before it: what Pay says at this moment.
    const { row: now, unanswered } = await upToDate(payments, row, 0);
    return returnPage(payments, context, now, { unanswered });
  });
}

/** The payment as GOV.UK Pay has it now. If Pay does not answer: as we last knew it, and `unanswered`. */
export async function upToDate(
  payments: Payments,
  row: PaymentRow,
  freshMs = askAgainMs,
): Promise<{ readonly row: PaymentRow; readonly unanswered: boolean }> {
  const { clock, log } = payments.ground;
  const fresh = clock.now().getTime() - row.asked_at < freshMs;
  if (row.rank === finishedRank || (fresh && row.pay_id !== null)) return { row, unanswered: false };
  try {
    // Its creation was not answered: look for it.
    return { row: row.pay_id === null ? await ensureCreated(payments, row) : await refresh(payments, row, 'return'), unanswered: false };
  } catch (error) {
    log.warn({ err: error, payment: row.id }, 'payment could not be read at GOV.UK Pay');
    return { row, unanswered: true };
  }
}
