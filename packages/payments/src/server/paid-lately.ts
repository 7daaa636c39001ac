import type { Kysely } from 'kysely';
import type { Payments } from './payments.ts';
import type { PaymentsTables } from './records/tables.ts';

interface Subject {
  readonly fund: string;
  readonly account: string;
  readonly amount: number;
}

/** Whether the same was paid in the last hours, as the settings count them, and not given back whole. */
export async function paidLately(
  { ground, settings }: Payments,
  { fund, account, amount }: Subject,
  db?: Kysely<PaymentsTables>,
): Promise<boolean> {
  const paid = await (db ?? ground.store.db<PaymentsTables>())
    .selectFrom('payments_payment')
    .select('id')
    .where('account', '=', account)
    .where('fund', '=', fund)
    .where('amount', '=', amount)
    .where('paid_at', '>', ground.clock.now().getTime() - settings.paidAlreadyHours * 3_600_000)
    .whereRef('refunded', '<', 'amount')
    .limit(1)
    .executeTakeFirst();
  return paid !== undefined;
}
