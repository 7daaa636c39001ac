/** Our ledger beside Pay's own book. */
import { isOurs, PayRefusal, type Book, type PayPayment } from '@council-kit/payments/server';
import type { Finance } from './finance.ts';
import type { Period } from './period.ts';

export interface Totals {
  readonly count: number;
  /** Pence paid. */
  readonly paid: number;
  /** Pence given back. */
  readonly refunded: number;
}

export interface Difference {
  /** Ours, where we know such a payment. */
  readonly payment: string | null;
  readonly reference: string;
  readonly payId: string;
  /** `missing-here`: paid at Pay and not in the ledger. `missing-there`: the other way round. */
  readonly kind: 'missing-here' | 'missing-there' | 'amount' | 'refunds' | 'created-twice';
  readonly here: number;
  readonly there: number;
}

export interface Reconciliation {
  /** ISO dates, both in it. */
  readonly first: string;
  readonly last: string;
  /** The instants that Pay was asked for. */
  readonly from: string;
  readonly to: string;
  readonly here: Totals;
  readonly there: Totals;
  /** What another service takes by the same account at Pay: nothing of ours. */
  readonly others: Totals;
  readonly differences: readonly Difference[];
  /** How many more there are: who has so many has another problem than any one of them. */
  readonly more: number;
}

/** What is told while Pay's book is read: so many payments of it, and how many ours has. */
export type Progress = (read: number, of: number) => Promise<void> | void;

/** The two clocks are not one. */
const leewayMs = 60_000;
const progressEvery = 500;
/** Differences that are told, and so many are read once more. */
const mostDifferences = 500;

/**
 * Compares the payments that were begun in a stretch of time. Pay's searches lag behind, and both books go on meanwhile: what differs is read once
 * more, by itself, before it is told.
 *
 * @throws PayRefusal, PaySilence
 */
export async function reconcile(finance: Finance, period: Period, progress: Progress = () => undefined): Promise<Reconciliation> {
  const { from, to } = period;
  const here = await finance.ledger.booksBetween(from, to);
  const there = new Map<string, Book>();
  const others: Book[] = [];
  const differences: Difference[] = [];
  let read = 0;
  // A payment that is begun meanwhile moves those before it on to the next page: some come twice.
  const seen = new Set<string>();
  for await (const answer of finance.ledger.pay.createdBetween(new Date(from.getTime() - leewayMs), new Date(to.getTime() + leewayMs))) {
    read += 1;
    if (read % progressEvery === 0) await progress(read, here.size);
    if (seen.has(answer.payment_id)) continue;
    seen.add(answer.payment_id);
    const mine = here.get(answer.payment_id);
    if (mine) {
      there.set(answer.payment_id, bookOf(answer, mine.payment));
      continue;
    }
    const stranger = await strangerOf(finance, answer, period);
    if (stranger === 'elsewhen') continue;
    const book = bookOf(answer, stranger.payment);
    if (stranger.kind === 'other') others.push(book);
    else {
      there.set(answer.payment_id, book);
      if (stranger.kind === 'created-twice' || book.paid > 0) differences.push(tell(book, stranger.kind, 0, book.paid));
    }
  }
  for (const [payId, booked] of here) {
    if (agree(booked, there.get(payId))) continue;
    if (differences.length >= mostDifferences) {
      differences.push(...differencesOf(booked, there.get(payId)));
      continue;
    }
    await progress(read, here.size);
    const [mine, theirs] = await Promise.all([inLedger(finance, payId), atPay(finance, payId)]);
    here.set(payId, mine);
    if (theirs) there.set(payId, theirs);
    else there.delete(payId);
    differences.push(...differencesOf(mine, theirs));
  }
  const said = { first: period.first, last: period.last, from: from.toISOString(), to: to.toISOString() };
  return {
    ...said,
    here: totals(here.values()),
    there: totals(there.values()),
    others: totals(others),
    differences: differences.slice(0, mostDifferences),
    more: Math.max(0, differences.length - mostDifferences),
  };
}

/** Neither paid nor given back is as good as not there. */
const agree = (mine: Book | undefined, theirs: Book | undefined): boolean =>
  (mine?.paid ?? 0) === (theirs?.paid ?? 0) && (mine?.refunded ?? 0) === (theirs?.refunded ?? 0);

const tell = ({ payment, reference, payId }: Book, kind: Difference['kind'], here: number, there: number): Difference => ({
  payment,
  reference,
  payId,
  kind,
  here,
  there,
});

function differencesOf(mine: Book, theirs: Book | undefined): Difference[] {
  const [paid, refunded] = [theirs?.paid ?? 0, theirs?.refunded ?? 0];
  const kind = mine.paid === 0 ? 'missing-here' : paid === 0 ? 'missing-there' : 'amount';
  return [
    ...(mine.paid === paid ? [] : [tell(mine, kind, mine.paid, paid)]),
    ...(mine.refunded === refunded || (theirs === undefined && mine.paid > 0) ? [] : [tell(mine, 'refunds', mine.refunded, refunded)]),
  ];
}

const totals = (books: Iterable<Book>): Totals => {
  const all = [...books];
  return {
    count: all.filter(({ paid }) => paid > 0).length,
    paid: all.reduce((sum, { paid }) => sum + paid, 0),
    refunded: all.reduce((sum, { refunded }) => sum + refunded, 0),
  };
};

const bookOf = (answer: PayPayment, payment: string | null): Book => ({
  payment,
  payId: answer.payment_id,
  reference: answer.reference,
  paid: answer.state.status === 'success' ? answer.amount : 0,
  refunded: answer.refund_summary?.amount_submitted ?? 0,
});

async function atPay(finance: Finance, payId: string): Promise<Book | undefined> {
  try {
    return bookOf(await finance.ledger.pay.get(payId), null);
  } catch (error) {
    if (error instanceof PayRefusal && error.payStatus === 404) return undefined;
    throw error;
  }
}

/** One of them, read again. */
async function inLedger({ ledger }: Finance, payId: string): Promise<Book> {
  const book = await ledger.bookOf(payId);
  if (!book) throw new Error('A payment has gone from the ledger.');
  return book;
}

type Stranger = { readonly kind: 'other' | 'missing-here' | 'created-twice'; readonly payment: string | null };

/** A payment of Pay's that is not among those that were started here in this period. */
async function strangerOf({ ledger }: Finance, answer: PayPayment, { from, to }: Period): Promise<Stranger | 'elsewhen'> {
  if (!isOurs(answer.reference)) return { kind: 'other', payment: null };
  const row = await ledger.withReference(answer.reference);
  // By our clock where we know it, else by Pay's.
  const begun = row?.created_at ?? Date.parse(answer.created_date ?? '');
  if (begun < from.getTime() || begun >= to.getTime() || row?.pay_id === answer.payment_id) return 'elsewhen';
  return { kind: row && row.pay_id !== null ? 'created-twice' : 'missing-here', payment: row?.id ?? null };
}
