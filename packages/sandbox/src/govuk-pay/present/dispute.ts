import type { Dispute, Payment } from '../payment.ts';
import { dayOf, get } from './links.ts';

/** A dispute as GET /v1/disputes answers it: written whole, null where it is not decided yet. */
export const presentDispute = (payment: Payment, dispute: Dispute, origin: string): Record<string, unknown> => ({
  amount: dispute.amount,
  created_date: dispute.created_date,
  dispute_id: dispute.dispute_id,
  evidence_due_date: dispute.evidence_due_date,
  fee: dispute.fee ?? null,
  net_amount: dispute.net_amount ?? null,
  payment_id: payment.payment_id,
  reason: dispute.reason,
  settlement_summary: dispute.settled_date === undefined ? {} : { settled_date: dayOf(dispute.settled_date) },
  status: dispute.status,
  _links: { payment: get(`${origin}/v1/payments/${payment.payment_id}`) },
});
