/** From the wish to pay to one row on disk: one key is one intention, and one intention is one row. */
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { cleanIdentifier, inLanguage, type FieldError } from '@council-kit/core';
import { isEmail } from '@council-kit/journeys';
import type { Fund } from '../contract/fund.ts';
import type { NewPayment } from '../contract/payment.ts';
import { emailUnreadable } from '../page/email-question.ts';
import { pounds } from '../rules/pence.ts';
import { readAmount } from '../rules/amount.ts';
import { readReference } from '../rules/reference.ts';
import { ensureCreated } from './ensure-created.ts';
import { PayRefusal, PaySilence } from './govuk-pay/pay-problems.ts';
import { paidLately } from './paid-lately.ts';
import { problemOf } from './payment-problems.ts';
import { fundOf, type Payments } from './payments.ts';
import { refresh } from './refresh.ts';
import { enter } from './records/ledger.ts';
import { finishedRank } from './govuk-pay/pay-answers.ts';
import type { PaymentRow, PaymentsTables } from './records/tables.ts';
import { allowedReturnAddress } from './return-address.ts';

/** An intention that was read and found good. */
interface Intention {
  readonly fund: Fund;
  readonly account: string;
  readonly amount: number;
  readonly email: string | undefined;
  readonly returnTo: string | undefined;
  readonly again: boolean;
}

/** A payment that nobody finishes ends at Pay after 90 minutes: older ones cannot be paid any more. */
export const payableMs = 2 * 60 * 60 * 1000;

/**
 * Begins a payment, or gives the one that the same key began.
 *
 * @throws Problem 422, 409, 400 and 404 of the contract; 502, 503 or 504 where GOV.UK Pay does not take it, or does not answer: then the same key
 *   asks again, and never pays twice
 */
export async function beginPayment(
  payments: Payments,
  wish: NewPayment,
  { key, language }: { readonly key: string; readonly language: 'en' | 'cy' },
): Promise<{ readonly payment: PaymentRow; readonly known: boolean }> {
  const { store, clock } = payments.ground;
  const intention = readIntention(payments, wish, language);
  const digest = sha256(`payment\n${key}`);
  const fingerprint = sha256(
    JSON.stringify([intention.fund.id, intention.account, intention.amount, intention.email ?? '', intention.returnTo ?? '']),
  );
  const kept = await store.transaction<PaymentsTables, { row: PaymentRow; known: boolean }>(async (trx) => {
    const before = await trx.selectFrom('payments_payment').selectAll().where('intention', '=', digest).executeTakeFirst();
    if (before) {
      if (before.fingerprint !== fingerprint) throw problemOf.otherIntention();
      return { row: before, known: true };
    }
    // Whoever pays the same at the same moment waits here; who comes later has the later turn, and sees this one.
    const { turns } = await trx
      .insertInto('payments_subject')
      .values({ id: subjectOf(intention), turns: 1 })
      .onConflict((conflict) => conflict.column('id').doUpdateSet((eb) => ({ turns: eb('payments_subject.turns', '+', 1) })))
      .returning('turns')
      .executeTakeFirstOrThrow();
    const now = clock.now().getTime();
    const row = newRow(intention, { digest, fingerprint, language, now, turn: turns });
    if (!intention.again && (await paidLately(payments, row, trx))) throw problemOf.paidAlready();
    const inserted = await trx
      .insertInto('payments_payment')
      .values(row)
      .onConflict((conflict) => conflict.column('intention').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) {
      // The same key came at the same moment.
      const same = await trx.selectFrom('payments_payment').selectAll().where('intention', '=', digest).executeTakeFirstOrThrow();
      if (same.fingerprint !== fingerprint) throw problemOf.otherIntention();
      return { row: same, known: true };
    }
    await enter(trx, { payment: row.id, at: now, kind: 'intended', source: 'resident', note: pounds(row.amount) });
    return { row, known: false };
  });
  try {
    if (kept.row.rank === 0) {
      await closeOthers(payments, kept.row);
      // One that was found paid since this one was kept: it was not paid yet when that was asked, and is not among the open ones now.
      if (!intention.again && (await paidLately(payments, kept.row)) && (await endUnborn(payments, kept.row)))
        throw problemOf.paidAlready();
    }
  } catch (error) {
    // It was the other payment that Pay had trouble with. What it means to who stands before this one, is told.
    throw error instanceof PayRefusal || error instanceof PaySilence ? error.during('begin') : error;
  }
  return { payment: await ensureCreated(payments, kept.row), known: kept.known };
}

function readIntention(payments: Payments, wish: NewPayment, language: 'en' | 'cy'): Intention {
  const fund = fundOf(payments, wish.fund);
  if (!fund) throw problemOf.fundNotFound();
  const errors: FieldError[] = [];
  const reference = readReference(wish.reference, fund.reference);
  if (reference.kind === 'error') errors.push({ field: 'reference', message: inLanguage(reference.message, language) });
  // The amount comes in pence; what limits it says is said in the words of the form.
  const amount =
    fund.price === undefined
      ? readAmount((wish.amount / 100).toFixed(2), fund.limits)
      : wish.amount === fund.price
        ? ({ kind: 'amount', pence: fund.price } as const)
        : ({ kind: 'error', message: { en: `The price is ${pounds(fund.price)}`, cy: `Y pris yw ${pounds(fund.price)}` } } as const);
  if (amount.kind === 'error') errors.push({ field: 'amount', message: inLanguage(amount.message, language) });
  const email = cleanIdentifier(wish.email ?? '') || undefined;
  // What GOV.UK Pay's firewall stops is in no address that it is told.
  if (email !== undefined && (!isEmail(email) || /[<>"\\|]/.test(email)))
    errors.push({ field: 'email', message: inLanguage(emailUnreadable, language) });
  if (errors.length > 0 || reference.kind === 'error' || amount.kind === 'error') throw problemOf.unreadable(errors);
  let returnTo: string | undefined;
  if (wish.returnUrl !== undefined) {
    returnTo = allowedReturnAddress(wish.returnUrl, [payments.ground.site.origin, ...payments.settings.returnOrigins]);
    if (returnTo === undefined) throw problemOf.returnUrlRefused();
  }
  return { fund, account: reference.reference, amount: amount.pence, email, returnTo, again: wish.again ?? false };
}

function newRow(
  { fund, account, amount, email, returnTo }: Intention,
  { digest, fingerprint, language, now, turn }: { digest: string; fingerprint: string; language: string; now: number; turn: number },
): PaymentRow {
  return {
    id: randomBytes(16).toString('base64url'),
    intention: digest,
    fingerprint,
    fund: fund.id,
    account,
    amount,
    language,
    email: email ?? null,
    receipt: null,
    return_to: returnTo ?? null,
    reference: newReference(),
    pay_id: null,
    status: 'preparing',
    code: null,
    turn,
    rank: 0,
    sends: 0,
    sent_at: 0,
    claimed_until: 0,
    asked_at: 0,
    created_at: now,
    paid_at: null,
    refunded: 0,
  };
}

/** Letters only, so that it is never taken for a card number; without vowels, so that it is never a word. 2^61 of them. */
function newReference(): string {
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  const text = Array.from({ length: 14 }, () => letters.charAt(randomInt(letters.length))).join('');
  return `${text.slice(0, 7)}-${text.slice(7)}`;
}

const subjectOf = ({ fund, account, amount }: Intention): string => sha256(`${fund.id}\n${account}\n${amount}`);

/**
 * Another tab, or another person in the house, is about to pay the same: that payment is cancelled at Pay before this one exists, so that at no
 * time both could be paid. Where it was paid meanwhile, this one ends.
 */
async function closeOthers(payments: Payments, row: PaymentRow): Promise<void> {
  const { store, clock } = payments.ground;
  const others = await store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .selectAll()
    .where('account', '=', row.account)
    .where('fund', '=', row.fund)
    .where('amount', '=', row.amount)
    .where('rank', '<', finishedRank)
    .where('id', '!=', row.id)
    .where('created_at', '>', clock.now().getTime() - payableMs)
    .where('turn', '<', row.turn)
    .execute();
  for (const other of others) {
    if (await endUnborn(payments, other)) continue;
    const created = other.pay_id === null ? await ensureCreated(payments, other) : other;
    if (created.pay_id === null) continue;
    try {
      await payments.pay.cancel(created.pay_id);
    } catch (error) {
      // Too late to cancel: what it is now, decides.
      if (!(error instanceof PayRefusal) || !['P0501', 'P0502'].includes(error.payCode ?? '')) throw error;
    }
    const now = await refresh(payments, created, 'resident');
    if (now.status !== 'success' && now.rank === finishedRank) continue;
    await endUnborn(payments, row);
    throw now.status === 'success' ? problemOf.paidAlready() : problemOf.beingConfirmed();
  }
}

/** Ends a payment that Pay was never asked for. False where it was. */
async function endUnborn(payments: Payments, row: PaymentRow): Promise<boolean> {
  const { store, clock } = payments.ground;
  return await store.transaction<PaymentsTables, boolean>(async (trx) => {
    const ended = await trx
      .updateTable('payments_payment')
      .set({ status: 'not-created', rank: finishedRank, email: null })
      .where('id', '=', row.id)
      .where('sends', '=', 0)
      .where('rank', '=', 0)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return false;
    await enter(trx, { payment: row.id, at: clock.now().getTime(), kind: 'not-created', source: 'resident', note: 'another tab went on' });
    return true;
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');
