/** Our ledger beside Pay's own book. */
import { finishedRank } from '../govuk-pay/pay-answers.ts';
import type { Payments } from '../payments.ts';
import type { PaymentsTables } from '../records/tables.ts';

export interface Totals {
  readonly count: number;
  /** Pence paid. */
  readonly paid: number;
  /** Pence given back. */
  readonly refunded: number;
}

export interface Difference {
  readonly reference: string;
  readonly payId: string;
  /** `missing-here`: paid at Pay and not in the ledger. `missing-there`: the other way round. */
  readonly kind: 'missing-here' | 'missing-there' | 'amount' | 'refunds' | 'created-twice' | 'of-another-service';
  readonly here: number;
  readonly there: number;
}

export interface Reconciliation {
  readonly from: string;
  readonly to: string;
  readonly here: Totals;
  readonly there: Totals;
  readonly differences: readonly Difference[];
}

interface Book {
  payId: string;
  reference: string;
  paid: number;
  refunded: number;
}

/** Compares payments that were begun in a stretch of time. Pay's searches lag a little behind. */
export async function reconcile(payments: Payments, from: Date, to: Date): Promise<Reconciliation> {
  const here = await booked(payments, from, to);
  const there: Book[] = [];
  const differences: Difference[] = [];
  const tell = (book: Book, kind: Difference['kind'], mine: number, theirs: number): void => {
    differences.push({ reference: book.reference, payId: book.payId, kind, here: mine, there: theirs });
  };
  const ofReference = new Map<string, string>();
  // A minute either side: the two clocks are not one.
  for await (const answer of payments.pay.createdBetween(new Date(from.getTime() - 60_000), new Date(to.getTime() + 60_000))) {
    const paid = answer.state.status === 'success' ? answer.amount : 0;
    const book = { payId: answer.payment_id, reference: answer.reference, paid, refunded: answer.refund_summary?.amount_submitted ?? 0 };
    const twin = ofReference.get(answer.reference);
    const mine = here.get(answer.payment_id) ?? (await rowOf(payments, answer.payment_id));
    if (!mine) {
      const known = await ourReference(payments, answer.reference);
      if (known && twin !== undefined) tell(book, 'created-twice', 0, paid);
      else if (known && paid > 0) tell(book, 'missing-here', 0, paid);
      else if (!known && paid > 0) tell(book, 'of-another-service', 0, paid);
      continue;
    }
    ofReference.set(answer.reference, answer.payment_id);
    if (!here.has(answer.payment_id)) continue;
    there.push(book);
    if (mine.paid === 0 && paid > 0) tell(book, 'missing-here', 0, paid);
    else if (mine.paid > 0 && paid === 0) tell(book, 'missing-there', mine.paid, 0);
    else if (mine.paid !== paid) tell(book, 'amount', mine.paid, paid);
    if (mine.refunded !== book.refunded) tell(book, 'refunds', mine.refunded, book.refunded);
  }
  const found = new Set(there.map(({ payId }) => payId));
  for (const book of here.values()) if (!found.has(book.payId) && book.paid > 0) tell(book, 'missing-there', book.paid, 0);
  return { from: from.toISOString(), to: to.toISOString(), here: totals([...here.values()]), there: totals(there), differences };
}

const totals = (books: readonly Book[]): Totals => ({
  count: books.filter(({ paid }) => paid > 0).length,
  paid: books.reduce((sum, { paid }) => sum + paid, 0),
  refunded: books.reduce((sum, { refunded }) => sum + refunded, 0),
});

/** From the ledger's own entries, not from the rows that they add up to. */
async function booked({ ground }: Payments, from: Date, to: Date): Promise<Map<string, Book>> {
  const rows = await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .leftJoin('payments_entry', (join) =>
      join.onRef('payments_entry.payment', '=', 'payments_payment.id').on('payments_entry.amount', '!=', 0),
    )
    .select(['pay_id', 'reference', 'payments_entry.amount as entered', 'payments_entry.kind as kind'])
    .where('pay_id', 'is not', null)
    .where('created_at', '>=', from.getTime())
    .where('created_at', '<', to.getTime())
    .execute();
  const books = new Map<string, Book>();
  for (const { pay_id: payId, reference, entered, kind } of rows) {
    if (payId === null) continue;
    const book = books.get(payId) ?? { payId, reference, paid: 0, refunded: 0 };
    if (kind === 'paid') book.paid += entered ?? 0;
    else book.refunded -= entered ?? 0;
    books.set(payId, book);
  }
  return books;
}

async function rowOf({ ground }: Payments, payId: string): Promise<Book | undefined> {
  const row = await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .select(['reference', 'amount', 'refunded', 'status', 'rank'])
    .where('pay_id', '=', payId)
    .executeTakeFirst();
  return (
    row && {
      payId,
      reference: row.reference,
      paid: row.rank === finishedRank && row.status === 'success' ? row.amount : 0,
      refunded: row.refunded,
    }
  );
}

async function ourReference({ ground }: Payments, reference: string): Promise<boolean> {
  const row = await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row !== undefined;
}
