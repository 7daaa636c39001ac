/** Accounts of the nightly file. */
import { timingSafeEqual } from 'node:crypto';
import type { Ground } from '@council-kit/gateway';
import * as v from 'valibot';
import { billingAccountSchema, type BillingAccount } from '../../contract/billing.ts';
import type { PaymentsTables } from '../records/tables.ts';
import { billingFailed } from './billing-client.ts';

export const tight = (postcode: string): string => postcode.replace(/[^A-Za-z0-9]/g, '').toUpperCase();

/** The account, where both are one's. An account that is not there is compared as if it were. */
export async function findImported(
  { store }: Pick<Ground, 'store'>,
  account: string,
  postcode: string,
): Promise<BillingAccount | undefined> {
  const db = store.db<PaymentsTables>();
  const load = await db.selectFrom('payments_load').select('id').where('state', '=', 'current').executeTakeFirst();
  if (!load) throw billingFailed('nothing_imported');
  const row = await db
    .selectFrom('payments_account')
    .selectAll()
    .where('load', '=', load.id)
    .where('account', '=', account)
    .executeTakeFirst();
  const bytes = (text: string): Buffer => Buffer.from(text.padEnd(16).slice(0, 16));
  const right = timingSafeEqual(bytes(row?.postcode ?? ''), bytes(tight(postcode)));
  return row && right ? v.parse(billingAccountSchema, JSON.parse(row.document)) : undefined;
}
