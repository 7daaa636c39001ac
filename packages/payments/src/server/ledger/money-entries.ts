/** The entries of the ledger that are money: what came in and what went back. */
import { letOthersPass } from '@council-kit/gateway';
import { sql } from 'kysely';
import type { Payments } from '../payments.ts';
import type { PaymentsTables } from '../records/tables.ts';

/** One entry. Amounts in pence, negative for money that went back. */
export interface MoneyEntry {
  readonly position: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: string;
  readonly fund: string;
  readonly account: string;
  readonly entered: number;
  readonly reference: string;
  readonly pay_id: string | null;
  readonly source: string;
}

/** Entries read at a time: some ten milliseconds of work. */
const slice = 250;

/** All of them from `from` on and before `to`, oldest first, a slice at a time. */
export async function* moneyEntries({ ground }: Payments, from: Date, to: Date): AsyncGenerator<readonly MoneyEntry[]> {
  for (let [at, position] = [from.getTime(), 0]; ;) {
    const rows = await ground.store
      .db<PaymentsTables>()
      .selectFrom('payments_entry')
      .innerJoin('payments_payment', 'payments_payment.id', 'payments_entry.payment')
      .select(['position', 'at', 'kind', 'fund', 'account', 'payments_entry.amount as entered', 'reference', 'pay_id', 'source'])
      .where(sql<boolean>`payments_entry.amount <> 0`)
      .where((eb) => eb(eb.refTuple('at', 'position'), '>', eb.tuple(at, position)))
      .where('at', '<', to.getTime())
      .orderBy('at')
      .orderBy('position')
      .limit(slice)
      .execute();
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < slice) return;
    ({ at, position } = last);
    await letOthersPass();
  }
}
