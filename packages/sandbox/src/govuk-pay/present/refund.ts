import type { Payment, Refund } from '../payment.ts';
import { dayOf, get } from './links.ts';

export function presentRefund(payment: Payment, refund: Refund, origin: string): Record<string, unknown> {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  return {
    refund_id: refund.refund_id,
    payment_id: payment.payment_id,
    created_date: refund.created_date,
    amount: refund.amount,
    status: refund.status,
    settlement_summary: refund.settled_date === undefined ? {} : { settled_date: dayOf(refund.settled_date) },
    _links: { self: get(`${self}/refunds/${refund.refund_id}`), payment: get(self) },
  };
}

/** The refunds of one payment, as GET /v1/payments/{id}/refunds answers them. */
export function presentRefunds(payment: Payment, origin: string): object {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  return {
    payment_id: payment.payment_id,
    _links: { self: get(`${self}/refunds`), payment: get(self) },
    _embedded: { refunds: payment.refunds.map((refund) => presentRefund(payment, refund, origin)) },
  };
}
