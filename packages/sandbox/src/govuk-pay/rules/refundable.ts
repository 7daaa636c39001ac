import { totalOf, type Payment } from '../payment.ts';

/** What may be refunded, as `refund_summary` says it. */
export interface Refundable {
  status: 'pending' | 'unavailable' | 'available' | 'full';
  available: number;
  submitted: number;
}

/** Nothing before the money is taken, nor while a payer disputes it or after they won. */
export function refundable(payment: Payment): Refundable {
  const submitted = payment.refunds.filter(({ status }) => status !== 'error').reduce((sum, { amount }) => sum + amount, 0);
  const available = totalOf(payment) - submitted;
  const status = ((): Refundable['status'] => {
    if (isHeldByDispute(payment)) return 'unavailable';
    if (payment.state.status !== 'success') return payment.state.finished ? 'unavailable' : 'pending';
    if (payment.captured_date === undefined) return 'pending';
    return available > 0 ? 'available' : 'full';
  })();
  return { status, available, submitted };
}

export const isHeldByDispute = ({ dispute }: Payment): boolean => dispute !== undefined && dispute.status !== 'won';
