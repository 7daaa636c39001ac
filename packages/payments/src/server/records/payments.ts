import type { Store } from '@council-kit/gateway';
import * as v from 'valibot';
import { paymentIdSchema } from '../../contract/payment.ts';
import { problemOf } from '../payment-problems.ts';
import type { PaymentRow, PaymentsTables } from './tables.ts';

/** Where the rows are. */
interface Records {
  readonly ground: { readonly store: Pick<Store, 'db'> };
}

/** The row of a payment that is known to be there. */
export async function paymentById({ ground }: Records, id: string): Promise<PaymentRow> {
  return await ground.store.db<PaymentsTables>().selectFrom('payments_payment').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/**
 * The row of the payment that a request names.
 *
 * @throws Problem 404 if there is none, also for text that cannot be an id
 */
export async function existing({ ground }: Records, id: string): Promise<PaymentRow> {
  const row = v.is(paymentIdSchema, id)
    ? await ground.store.db<PaymentsTables>().selectFrom('payments_payment').selectAll().where('id', '=', id).executeTakeFirst()
    : undefined;
  if (!row) throw problemOf.notFound();
  return row;
}
