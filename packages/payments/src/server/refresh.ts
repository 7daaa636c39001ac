/** What Pay says of a payment, written down: forward only, each thing once, whoever brings the news and in whatever order. */
import type { Transaction } from 'kysely';
import { finishedRank, rankOf, type PayPayment, type PayRefund } from './govuk-pay/pay-answers.ts';
import type { Payments } from './payments.ts';
import { enqueueReceipt } from './receipts/email-receipt.ts';
import { enter } from './records/ledger.ts';
import type { PaymentRow, PaymentsTables } from './records/tables.ts';

export type Source = 'answer' | 'search' | 'resident' | 'return' | 'webhook' | 'mop-up' | `staff:${string}`;

/** Reads the payment at Pay, by its id, and writes down what is new. */
export async function refresh(payments: Payments, row: PaymentRow, source: Source): Promise<PaymentRow> {
  if (row.pay_id === null) return row;
  return await applyAnswer(payments, row, await payments.pay.get(row.pay_id), source);
}

/** Writes down what Pay answered of a payment. */
export async function applyAnswer(payments: Payments, row: PaymentRow, answer: PayPayment, source: Source): Promise<PaymentRow> {
  const submitted = answer.refund_summary?.amount_submitted ?? 0;
  // A return page that asks again and again does not ask for what is known.
  // A refund that failed is submitted no more: what we count and Pay does not, is asked for as well.
  const any = submitted > 0 || row.refunded > 0;
  const refunds = any && (submitted !== row.refunded || source !== 'return') ? await payments.pay.refunds(answer.payment_id) : [];
  const { store, clock, log } = payments.ground;
  return await store.transaction<PaymentsTables, PaymentRow>(async (trx) => {
    const now = clock.now().getTime();
    if (answer.amount !== row.amount || answer.reference !== row.reference) {
      // Not the payment that was asked for. It is nobody's to guess which of the two is right.
      if (
        await enter(trx, {
          payment: row.id,
          at: now,
          kind: 'mismatch',
          source,
          note: `Pay says ${answer.amount} ${answer.reference}`,
          once: 'mismatch',
        })
      )
        log.error({ payment: row.id }, 'GOV.UK Pay tells another amount or reference of a payment');
      return row;
    }
    const rank = answer.state.finished ? finishedRank : rankOf(answer.state.status);
    const moved = await trx
      .updateTable('payments_payment')
      .set({
        status: answer.state.status,
        code: answer.state.code ?? null,
        rank,
        asked_at: now,
        ...(rank === finishedRank && !(answer.state.status === 'success' && payments.notify) ? { email: null } : {}),
        ...(answer.state.status === 'success' ? { paid_at: paidAt(answer, row, now) } : {}),
      })
      .where('id', '=', row.id)
      .where('rank', '<', rank)
      .executeTakeFirst();
    if (moved.numUpdatedRows > 0n) {
      await enter(trx, { payment: row.id, at: now, kind: 'state', status: answer.state.status, code: answer.state.code ?? null, source });
      if (answer.state.status === 'success') await enterPaid(payments, trx, row, now, source);
    } else await trx.updateTable('payments_payment').set({ asked_at: now }).where('id', '=', row.id).execute();
    for (const refund of refunds) await enterRefund(payments, trx, row, refund, now, source);
    return await trx.selectFrom('payments_payment').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
  });
}

/**
 * When it was paid, and not when that was found out: the day decides whether somebody was late. Pay says when it asked for the money; between
 * the beginning and now by our own clock.
 */
function paidAt({ settlement_summary: settlement }: PayPayment, row: PaymentRow, now: number): number {
  const submitted = Date.parse(settlement?.capture_submit_time ?? '');
  return Number.isNaN(submitted) ? now : Math.min(now, Math.max(row.created_at, submitted));
}

async function enterPaid(
  payments: Payments,
  trx: Transaction<PaymentsTables>,
  row: PaymentRow,
  now: number,
  source: Source,
): Promise<void> {
  const first = await enter(trx, { payment: row.id, at: now, kind: 'paid', amount: row.amount, source, once: 'paid' });
  if (first && payments.billing)
    await payments.ground.outbox.enqueue(trx, { kind: 'post-payment', payload: { payment: row.id }, dedupeKey: row.id });
  if (first) await enqueueReceipt(payments, trx, row);
}

/** Writes down what Pay says of a refund. It counts from the moment that it is submitted, and no more where it fails. */
export async function enterRefund(
  payments: Payments,
  trx: Transaction<PaymentsTables>,
  row: PaymentRow,
  refund: PayRefund,
  now: number,
  source: Source,
): Promise<void> {
  await trx
    .insertInto('payments_refund')
    .values({ id: refund.refund_id, payment: row.id, amount: refund.amount, status: refund.status, seen_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ status: refund.status }))
    .execute();
  const failed = refund.status === 'error';
  const counted = await trx
    .selectFrom('payments_entry')
    .select('position')
    .where('payment', '=', row.id)
    .where('once', '=', `refund:${refund.refund_id}`)
    .executeTakeFirst();
  if (!counted && !failed) {
    if (
      !(await enter(trx, {
        payment: row.id,
        at: now,
        kind: 'refunded',
        amount: -refund.amount,
        source,
        note: refund.refund_id,
        once: `refund:${refund.refund_id}`,
      }))
    )
      return;
    await trx
      .updateTable('payments_payment')
      .set((eb) => ({ refunded: eb('refunded', '+', refund.amount) }))
      .where('id', '=', row.id)
      .execute();
    if (payments.billing)
      await payments.ground.outbox.enqueue(trx, {
        kind: 'post-payment',
        payload: { payment: row.id, refund: refund.refund_id, amount: -refund.amount },
        dedupeKey: refund.refund_id,
      });
  } else if (counted && failed) {
    if (
      !(await enter(trx, {
        payment: row.id,
        at: now,
        kind: 'refund-failed',
        amount: refund.amount,
        source,
        note: refund.refund_id,
        once: `refund-failed:${refund.refund_id}`,
      }))
    )
      return;
    await trx
      .updateTable('payments_payment')
      .set((eb) => ({ refunded: eb('refunded', '-', refund.amount) }))
      .where('id', '=', row.id)
      .execute();
    if (payments.billing)
      await payments.ground.outbox.enqueue(trx, {
        kind: 'post-payment',
        payload: { payment: row.id, refund: `${refund.refund_id}-failed`, amount: refund.amount },
        dedupeKey: `${refund.refund_id}-failed`,
      });
  }
}
