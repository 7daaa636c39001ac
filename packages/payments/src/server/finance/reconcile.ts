/** Our ledger beside Pay's own book. */
import { letOthersPass } from '@council-kit/gateway';
import type { Kysely } from 'kysely';
import type { PayPayment } from '../govuk-pay/pay-answers.ts';
import { PayRefusal } from '../govuk-pay/pay-problems.ts';
import type { Payments } from '../payments.ts';
import type { PaymentRow, PaymentsTables } from '../records/tables.ts';
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

interface Book {
  /** Ours; null where only Pay has it. */
  readonly payment: string | null;
  readonly payId: string;
  readonly reference: string;
  paid: number;
  refunded: number;
}

/** How our references at Pay look (`begin-payment.ts`): another service's do not. */
const ours = /^[B-DF-HJ-NP-TV-XZ]{7}-[B-DF-HJ-NP-TV-XZ]{7}$/;
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
export async function reconcile(payments: Payments, period: Period, progress: Progress = () => undefined): Promise<Reconciliation> {
  const { from, to } = period;
  const here = await booked(payments, period);
  const there = new Map<string, Book>();
  const others: Book[] = [];
  const differences: Difference[] = [];
  let read = 0;
  // A payment that is begun meanwhile moves those before it on to the next page: some come twice.
  const seen = new Set<string>();
  for await (const answer of payments.pay.createdBetween(new Date(from.getTime() - leewayMs), new Date(to.getTime() + leewayMs))) {
    read += 1;
    if (read % progressEvery === 0) await progress(read, here.size);
    if (seen.has(answer.payment_id)) continue;
    seen.add(answer.payment_id);
    const mine = here.get(answer.payment_id);
    if (mine) {
      there.set(answer.payment_id, bookOf(answer, mine.payment));
      continue;
    }
    const stranger = await strangerOf(payments, answer, period);
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
    const [mine, theirs] = await Promise.all([inLedger(payments, payId), atPay(payments, payId)]);
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

async function atPay(payments: Payments, payId: string): Promise<Book | undefined> {
  try {
    return bookOf(await payments.pay.get(payId), null);
  } catch (error) {
    if (error instanceof PayRefusal && error.payStatus === 404) return undefined;
    throw error;
  }
}

const bookedColumns = ['id', 'pay_id', 'reference', 'created_at'] as const;
type BookedRow = Pick<PaymentRow, (typeof bookedColumns)[number]>;

/** Payments read from the ledger at a time. */
const slice = 500;

async function booked({ ground }: Payments, { from, to }: Period): Promise<Map<string, Book>> {
  const db = ground.store.db<PaymentsTables>();
  const books = new Map<string, Book>();
  for (let [at, id] = [from.getTime(), '']; ; await letOthersPass()) {
    const rows = await db
      .selectFrom('payments_payment')
      .select(bookedColumns)
      .where((eb) => eb(eb.refTuple('created_at', 'id'), '>', eb.tuple(at, id)))
      .where('created_at', '<', to.getTime())
      .orderBy('created_at')
      .orderBy('id')
      .limit(slice)
      .execute();
    for (const [payId, book] of await booksOf(db, rows)) books.set(payId, book);
    const last = rows.at(-1);
    if (last === undefined || rows.length < slice) return books;
    ({ created_at: at, id } = last);
  }
}

/** One of them, once more. */
async function inLedger({ ground }: Payments, payId: string): Promise<Book> {
  const db = ground.store.db<PaymentsTables>();
  const rows = await db.selectFrom('payments_payment').select(bookedColumns).where('pay_id', '=', payId).execute();
  const book = (await booksOf(db, rows)).get(payId);
  if (!book) throw new Error('A payment has gone from the ledger.');
  return book;
}

/** From the ledger's own entries, not from the rows that they add up to. */
async function booksOf(db: Kysely<PaymentsTables>, rows: readonly BookedRow[]): Promise<Map<string, Book>> {
  const books = new Map<string, Book>();
  const known = rows.flatMap(({ id, pay_id: payId, reference }) =>
    payId === null ? [] : [{ payment: id, payId, reference, paid: 0, refunded: 0 }],
  );
  if (known.length === 0) return books;
  const byPayment = new Map(known.map((book) => [book.payment, book]));
  const entries = await db
    .selectFrom('payments_entry')
    .select(['payment', 'amount', 'kind'])
    .where('payment', 'in', [...byPayment.keys()])
    .where('amount', '!=', 0)
    .execute();
  for (const { payment, amount, kind } of entries) {
    const book = byPayment.get(payment);
    if (!book) continue;
    if (kind === 'paid') book.paid += amount;
    else book.refunded -= amount;
  }
  for (const book of known) books.set(book.payId, book);
  return books;
}

type Stranger = { readonly kind: 'other' | 'missing-here' | 'created-twice'; readonly payment: string | null };

/** A payment of Pay's that is not among those that we began in the stretch. */
async function strangerOf({ ground }: Payments, answer: PayPayment, { from, to }: Period): Promise<Stranger | 'elsewhen'> {
  if (!ours.test(answer.reference)) return { kind: 'other', payment: null };
  const row = await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .select(['id', 'pay_id', 'created_at'])
    .where('reference', '=', answer.reference)
    .executeTakeFirst();
  // By our clock where we know it, else by Pay's.
  const begun = row?.created_at ?? Date.parse(answer.created_date ?? '');
  if (begun < from.getTime() || begun >= to.getTime() || row?.pay_id === answer.payment_id) return 'elsewhen';
  return { kind: row && row.pay_id !== null ? 'created-twice' : 'missing-here', payment: row?.id ?? null };
}
