/**
 * Money back, once. The key that a form or a program brings is one request, on disk before Pay is asked; what was left to refund, as the officer
 * saw it, goes to Pay, which refuses where it has changed. Where Pay's answer is lost, the refund is looked for among those that Pay has.
 */
import type { ProblemCode } from '@council-kit/core';
import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem, type Officer } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import type { PayRefund } from '../govuk-pay/pay-answers.ts';
import { PayRefusal, PaySilence } from '../govuk-pay/pay-problems.ts';
import type { Payments } from '../payments.ts';
import { enter } from '../records/ledger.ts';
import type { PaymentRow, PaymentsTables, RefundRequestRow } from '../records/tables.ts';
import { applyAnswer, enterRefund, refresh, type Source } from '../refresh.ts';
import { pounds } from '../../rules/pence.ts';

export interface RefundWish {
  readonly payment: PaymentRow;
  /** Pence. */
  readonly amount: number;
  /** What was left to refund when the officer looked. */
  readonly available: number;
  readonly officer: Officer;
  /** The same for the same wish, however often it is sent. */
  readonly key: string;
}

const lookMs = 40;
/** Refusals that say nothing of the refund: Pay was busy, or could not be reached. The same wish is asked for again. */
const passing = ['P0900', 'answered_503'];
/** Pay is asked once, and read once. */
const patienceMs = ({ settings }: Payments): number => 2 * settings.pay.timeoutMs + 2_000;

/** A payment, as Pay has it now, and how much of it can be given back. */
export interface Refundable {
  readonly payment: PaymentRow;
  /** Pence. */
  readonly available: number;
  /** Pay's own word: `available`, `full` (nothing is left), `pending`, `unavailable` (not paid, or disputed). */
  readonly status: string;
}

/** @throws PayRefusal, PaySilence */
export async function readRefundable(payments: Payments, row: PaymentRow, officer: Officer): Promise<Refundable> {
  if (row.pay_id === null) return { payment: row, available: 0, status: 'unavailable' };
  const answer = await payments.pay.get(row.pay_id);
  const payment = await applyAnswer(payments, row, answer, `staff:${officer.id}`);
  const { status = 'unavailable', amount_available: left = 0 } = answer.refund_summary ?? {};
  return { payment, status, available: status === 'available' ? left : 0 };
}

/**
 * Asks Pay for a refund; what became of it. Asked again with the same key, what became of it then.
 *
 * @throws Problem 409 where the payment was never begun at Pay, and where the key came with another amount
 */
export async function refundPayment(payments: Payments, wish: RefundWish): Promise<RefundRequestRow> {
  const { payment, amount, available, officer, key } = wish;
  if (payment.pay_id === null)
    throw new Problem({ status: 409, code: 'not_paid', title: { en: 'This payment was not made', cy: 'Ni wnaed y taliad hwn' } });
  const id = requestIdOf(payment, key);
  const { store, clock } = payments.ground;
  const source: Source = `staff:${officer.id}`;
  const mine = await store.transaction<PaymentsTables, RefundRequestRow | undefined>(async (trx) => {
    const known = await trx.selectFrom('payments_refund').select('id').where('payment', '=', payment.id).execute();
    const asking = {
      asked_at: clock.now().getTime(),
      before: JSON.stringify(known.map((refund) => refund.id)),
      outcome: 'asking',
      code: null,
    } as const;
    const request = await trx
      .insertInto('payments_refund_request')
      .values({ id, payment: payment.id, amount, available, officer: officer.id, refund: null, ...asking })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet(asking)
          .where('payments_refund_request.code', 'in', passing)
          .where('payments_refund_request.amount', '=', amount)
          .where('payments_refund_request.available', '=', available),
      )
      .returningAll()
      .executeTakeFirst();
    if (request) await note(payments, trx, payment, { kind: 'refund-asked', source, note: pounds(amount) });
    return request;
  });
  if (!mine) return await sameRequest(payments, wish, id, source);
  let made: PayRefund;
  try {
    made = await payments.pay.refund(payment.pay_id, amount, available);
  } catch (error) {
    if (error instanceof PayRefusal) {
      const code = error.payCode ?? `answered_${error.payStatus}`;
      return await settle(payments, mine, { outcome: 'refused', code }, (trx) =>
        note(payments, trx, payment, { kind: 'refund-refused', source, code }),
      );
    }
    if (!(error instanceof PaySilence)) throw error;
    return await lookForIt(payments, mine, payment, source);
  }
  const settled = await settle(payments, mine, { outcome: 'made', refund: made.refund_id }, (trx) =>
    enterRefund(payments, trx, payment, made, clock.now().getTime(), source),
  );
  // What else Pay says by now. The refund is in the ledger already.
  await refresh(payments, payment, source).catch(() => undefined);
  return settled;
}

/** Under what a wish is kept. */
export const requestIdOf = ({ id }: Pick<PaymentRow, 'id'>, key: string): string =>
  createHash('sha256').update(`refund\n${id}\n${key}`).digest('base64url');

/** The request that a form made, as it stands: a refund whose answer was lost may have shown itself since. */
export async function requestWithKey(payments: Payments, payment: PaymentRow, id: string): Promise<RefundRequestRow | undefined> {
  const db = payments.ground.store.db<PaymentsTables>();
  const request = await db
    .selectFrom('payments_refund_request')
    .selectAll()
    .where('id', '=', id)
    .where('payment', '=', payment.id)
    .executeTakeFirst();
  return request && (request.outcome === 'unknown' || request.outcome === 'not-seen') ? await claimSeen(payments, request) : request;
}

/** Pressed twice, or sent again from a page that Back has brought. */
async function sameRequest(payments: Payments, wish: RefundWish, id: string, source: Source): Promise<RefundRequestRow> {
  const db = payments.ground.store.db<PaymentsTables>();
  const read = () => db.selectFrom('payments_refund_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  for (const giveUp = performance.now() + patienceMs(payments); ; await wait(lookMs)) {
    const request = await read();
    if (request.amount !== wish.amount || request.available !== wish.available) throw otherWish();
    if (request.outcome !== 'asking') return (await requestWithKey(payments, wish.payment, id)) ?? request;
    // Who asked is gone: the process was ended between question and answer.
    if (performance.now() > giveUp) return await lookForIt(payments, request, wish.payment, source);
  }
}

/** Nobody knows whether Pay made it. What Pay has now, says it. */
async function lookForIt(payments: Payments, request: RefundRequestRow, payment: PaymentRow, source: Source): Promise<RefundRequestRow> {
  await payments.ground.store.transaction<PaymentsTables, unknown>((trx) =>
    note(payments, trx, payment, { kind: 'refund-unanswered', source, note: pounds(request.amount) }),
  );
  try {
    await refresh(payments, payment, source);
  } catch (error) {
    if (!(error instanceof PaySilence || error instanceof PayRefusal)) throw error;
    return await settle(payments, request, { outcome: 'unknown' });
  }
  const seen = await claimSeen(payments, request);
  return seen.outcome === 'made' ? seen : await settle(payments, request, { outcome: 'not-seen' });
}

/** A refund of this amount that was not there before, and is no other request's. */
async function claimSeen(payments: Payments, request: RefundRequestRow): Promise<RefundRequestRow> {
  const before = JSON.parse(request.before) as string[];
  return await payments.ground.store.transaction<PaymentsTables, RefundRequestRow>(async (trx) => {
    const refunds = await trx
      .selectFrom('payments_refund')
      .select('id')
      .where('payment', '=', request.payment)
      .where('amount', '=', request.amount)
      .where(
        'id',
        'not in',
        trx.selectFrom('payments_refund_request').select('refund').where('refund', 'is not', null).$castTo<{ refund: string }>(),
      )
      .orderBy('seen_at')
      .execute();
    const mine = refunds.find(({ id }) => !before.includes(id));
    return mine ? await change(trx, request, { outcome: 'made', refund: mine.id }) : request;
  });
}

type Settled = Partial<Pick<RefundRequestRow, 'outcome' | 'code' | 'refund'>>;

async function settle(
  payments: Payments,
  request: RefundRequestRow,
  values: Settled,
  more?: (trx: Transaction<PaymentsTables>) => Promise<unknown>,
): Promise<RefundRequestRow> {
  return await payments.ground.store.transaction<PaymentsTables, RefundRequestRow>(async (trx) => {
    await more?.(trx);
    return await change(trx, request, values);
  });
}

async function change(trx: Transaction<PaymentsTables>, { id }: RefundRequestRow, values: Settled): Promise<RefundRequestRow> {
  return await trx.updateTable('payments_refund_request').set(values).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
}

async function note(
  { ground }: Payments,
  trx: Transaction<PaymentsTables>,
  payment: PaymentRow,
  entry: { readonly kind: string; readonly source: Source; readonly note?: string; readonly code?: string },
): Promise<void> {
  await enter(trx, { payment: payment.id, at: ground.clock.now().getTime(), ...entry });
}

export const otherWishCode = 'idempotency_conflict' satisfies ProblemCode;

const otherWish = (): Problem =>
  new Problem({
    status: 409,
    code: otherWishCode,
    title: { en: 'This key was used for a different refund', cy: 'Defnyddiwyd yr allwedd hon ar gyfer ad-daliad gwahanol' },
    detail: { en: 'Send a new Idempotency-Key with a new refund.', cy: 'Anfonwch Idempotency-Key newydd gydag ad-daliad newydd.' },
  });

/** Why Pay refused, as a problem again: for who asks a second time what became of it. */
export function refusalOf({ code }: RefundRequestRow): PayRefusal {
  const status = /^answered_(\d+)$/.exec(code ?? '')?.[1];
  return new PayRefusal('refund', status === undefined ? { payStatus: 400, payCode: code ?? undefined } : { payStatus: Number(status) });
}
