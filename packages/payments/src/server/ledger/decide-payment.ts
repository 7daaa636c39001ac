/** What an officer decides of a payment that is not finished: to cancel it, or to take the money that waits. */
import type { Officer } from '@council-kit/gateway';
import { PayRefusal, PaySilence } from '../govuk-pay/pay-problems.ts';
import { finishedRank } from '../govuk-pay/pay-answers.ts';
import type { Payments } from '../payments.ts';
import { enter } from '../records/ledger.ts';
import type { PaymentRow, PaymentsTables } from '../records/tables.ts';
import { refresh, type Source } from '../refresh.ts';

export const decisions = ['cancel', 'capture'] as const;
/** See {@link decisions}. */
export type Decision = (typeof decisions)[number];

/** What a payment is then, where Pay did it. */
const done = { cancel: 'cancelled', capture: 'success' } as const;

/** Pay's "it is over already": nothing was done, and what the payment is now, is the answer. */
const tooLate: Readonly<Record<Decision, readonly string[]>> = { cancel: ['P0501', 'P0502'], capture: ['P1001', 'P1003'] };

/** Which decisions Pay allows: https://docs.payments.service.gov.uk/making_payments/#cancel-a-payment-that-s-in-progress */
export function decisionsOn({ pay_id: payId, rank, status }: PaymentRow): readonly Decision[] {
  if (payId === null || rank === finishedRank) return [];
  return status === 'capturable' ? ['capture', 'cancel'] : ['cancel'];
}

export interface Decided {
  readonly payment: PaymentRow;
  /** Whether the payment is now what was decided, by whomever. */
  readonly done: boolean;
}

/**
 * Cancels or captures.
 *
 * @throws PayRefusal, PaySilence: the latter where nobody knows what it is now
 */
export async function decidePayment(payments: Payments, row: PaymentRow, decision: Decision, officer: Officer): Promise<Decided> {
  const { store, clock } = payments.ground;
  const source: Source = `staff:${officer.id}`;
  if (row.pay_id === null || row.rank === finishedRank) return { payment: row, done: row.status === done[decision] };
  await store.transaction<PaymentsTables, unknown>((trx) =>
    enter(trx, { payment: row.id, at: clock.now().getTime(), kind: `${decision}-asked`, source }),
  );
  let silence: PaySilence | undefined;
  try {
    await payments.pay[decision](row.pay_id);
  } catch (error) {
    if (error instanceof PaySilence) silence = error;
    else if (!(error instanceof PayRefusal) || !tooLate[decision].includes(error.payCode ?? '')) throw error;
  }
  let payment: PaymentRow;
  try {
    payment = await refresh(payments, row, source);
  } catch (error) {
    throw silence ?? error;
  }
  if (silence && payment.rank < finishedRank) throw silence;
  return { payment, done: payment.status === done[decision] };
}
