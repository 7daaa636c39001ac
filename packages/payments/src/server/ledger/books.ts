/** What the ledger says that was paid and refunded, to be compared with GOV.UK Pay's own records. */
import { letOthersPass } from '@council-kit/gateway';
import type { Kysely } from 'kysely';
import type { Payments } from '../payments.ts';
import type { PaymentRow, PaymentsTables } from '../records/tables.ts';

/** One payment as it was booked. Pence. */
export interface Book {
  /** Ours; null if only GOV.UK Pay has it. */
  readonly payment: string | null;
  readonly payId: string;
  readonly reference: string;
  paid: number;
  refunded: number;
}

const columns = ['id', 'pay_id', 'reference', 'created_at'] as const;
type BookedRow = Pick<PaymentRow, (typeof columns)[number]>;

/** Payments read from the ledger at a time. */
const slice = 500;

/** What our references at GOV.UK Pay look like (`begin-payment.ts`). Another service's do not. */
const ours = /^[B-DF-HJ-NP-TV-XZ]{7}-[B-DF-HJ-NP-TV-XZ]{7}$/;

/** Whether a payment at GOV.UK Pay with this reference is one of ours. */
export const isOurs = (reference: string): boolean => ours.test(reference);

/** All payments that were started from `from` on and before `to`, by GOV.UK Pay's ids. */
export async function booksBetween({ ground }: Payments, from: Date, to: Date): Promise<Map<string, Book>> {
  const db = ground.store.db<PaymentsTables>();
  const books = new Map<string, Book>();
  for (let [at, id] = [from.getTime(), '']; ; await letOthersPass()) {
    const rows = await db
      .selectFrom('payments_payment')
      .select(columns)
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

/** One payment, by GOV.UK Pay's id. Undefined if the ledger does not have it. */
export async function bookOf({ ground }: Payments, payId: string): Promise<Book | undefined> {
  const db = ground.store.db<PaymentsTables>();
  const rows = await db.selectFrom('payments_payment').select(columns).where('pay_id', '=', payId).execute();
  return (await booksOf(db, rows)).get(payId);
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
