import type { Transaction } from 'kysely';
import type { EntryRow, PaymentsTables } from './tables.ts';

/** What happened, as it is written down. */
export type NewEntry = Pick<EntryRow, 'payment' | 'at' | 'kind' | 'source'> &
  Partial<Pick<EntryRow, 'amount' | 'status' | 'code' | 'note' | 'once'>>;

/** Writes down what happened. False where it can only happen once and had. */
export async function enter(trx: Transaction<PaymentsTables>, entry: NewEntry): Promise<boolean> {
  const written = await trx
    .insertInto('payments_entry')
    .values({ amount: 0, status: null, code: null, note: null, once: null, ...entry })
    .onConflict((conflict) => conflict.columns(['payment', 'once']).doNothing())
    .returning('position')
    .executeTakeFirst();
  return written !== undefined;
}
