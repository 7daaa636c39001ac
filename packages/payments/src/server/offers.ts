/** What payments offers to other services: to charge somebody, and what a resident has paid. */
import type { AccountItem, AccountSource, Charge, Charger } from '@council-kit/gateway';
import type { ServiceStatus } from '@council-kit/core';
import type { PaymentState } from '../contract/payment.ts';
import { beginPayment } from './begin-payment.ts';
import { fundOf, type Payments } from './payments.ts';
import { upToDate } from './payment-routes.ts';
import { presentPayment } from './present.ts';
import type { PaymentRow, PaymentsTables } from './records/tables.ts';

/** What each state of a payment is in the words that all services share: GOV.UK Pay's, and our two around them. */
export const serviceStatusOf: Readonly<Record<PaymentState, ServiceStatus>> = {
  preparing: 'checking',
  created: 'waiting-for-you',
  started: 'waiting-for-you',
  // The card details are entered and not confirmed.
  submitted: 'waiting-for-you',
  // The council has to collect it.
  capturable: 'in-progress',
  success: 'done',
  failed: 'not-possible',
  cancelled: 'withdrawn',
  error: 'not-possible',
  'not-created': 'not-possible',
};

/** Charges through GOV.UK Pay, to the council's funds. */
export function paymentsCharger(payments: Payments): Charger {
  return {
    id: 'payments',
    funds: payments.settings.funds.map(({ id }) => id),
    async start({ fund, reference, amount, language, returnTo, email }, key) {
      const request = { fund, reference, amount, email, returnUrl: returnTo };
      const { payment } = await beginPayment(payments, request, { key, language });
      return chargeOf(payments, payment);
    },
    async state(id) {
      const row = await rowsOf(payments, [id]);
      return row[0] && chargeOf(payments, (await upToDate(payments, row[0])).row);
    },
  };
}

/** Payments on a resident's own page: links of the kind `payment`, by the payment's id. */
export function paymentsSource(payments: Payments): AccountSource {
  return {
    id: 'payments',
    name: { en: 'Payments', cy: 'Taliadau' },
    kinds: ['payment'],
    async items(links) {
      const rows = await rowsOf(
        payments,
        links.filter(({ kind }) => kind === 'payment').map(({ ref }) => ref),
      );
      return rows.map((row) => itemOf(payments, row));
    },
  };
}

/** Newest first. */
async function rowsOf({ ground }: Payments, ids: readonly string[]): Promise<readonly PaymentRow[]> {
  if (ids.length === 0) return [];
  return await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

function chargeOf(payments: Payments, row: PaymentRow): Charge {
  const { next } = presentPayment(payments, row);
  return {
    id: row.id,
    status: serviceStatusOf[row.status],
    paid: row.status === 'success' ? row.amount : 0,
    refunded: row.refunded,
    ...(next ? { payAt: next.href } : {}),
  };
}

function itemOf(payments: Payments, row: PaymentRow): AccountItem {
  const name = fundOf(payments, row.fund)?.name ?? { en: row.fund, cy: row.fund };
  return {
    id: row.id,
    kind: 'payment',
    ref: row.id,
    title: name,
    status: serviceStatusOf[row.status],
    since: new Date(row.paid_at ?? row.created_at).toISOString(),
    amount: row.amount,
    href: payments.ground.site.path(`/payments/${row.id}/return`),
  };
}
