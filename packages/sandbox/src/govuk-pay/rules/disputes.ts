import { payId } from '../identifiers.ts';
import { totalOf, type Dispute, type DisputeStatus, type Payment } from '../payment.ts';
import { settleSeconds, type Ground, type Payments } from './payments.ts';

/** https://docs.payments.service.gov.uk/disputes/#reasons-for-disputes */
export const disputeReasons = [
  'credit_not_processed',
  'duplicate',
  'fraudulent',
  'general',
  'product_not_received',
  'product_unacceptable',
  'unrecognised',
  'subscription_cancelled',
  'other',
] as const;
export type DisputeReason = (typeof disputeReasons)[number];

export const disputeStatuses: readonly DisputeStatus[] = ['needs_response', 'under_review', 'won', 'lost'];

const day = 86_400_000;

/** Payments that payers challenge through their banks. */
export class Disputes {
  readonly #ground: Ground;
  readonly #payments: Payments;

  constructor(ground: Ground, payments: Payments) {
    this.#ground = ground;
    this.#payments = payments;
  }

  /** The payer's bank raises one. Nothing where the money was not taken, or there is one already. */
  raise(payment: Payment, reason: DisputeReason = 'fraudulent'): Dispute | undefined {
    if (payment.captured_date === undefined || payment.dispute) return undefined;
    const { clock } = this.#ground;
    payment.dispute = {
      dispute_id: payId(),
      amount: totalOf(payment),
      created_date: clock.iso(),
      evidence_due_date: `${new Date(clock.now() + 7 * day).toISOString().slice(0, 10)}T23:59:59.000Z`,
      reason,
      status: 'needs_response',
      changed: clock.iso(),
    };
    this.#payments.write(payment);
    return payment.dispute;
  }

  /** Evidence is sent, or the bank decides. Nothing happens to one that is decided. */
  move(payment: Payment, status: DisputeStatus): void {
    const { dispute } = payment;
    if (!dispute || isDecided(dispute) || dispute.status === status) return;
    dispute.status = status;
    dispute.changed = this.#ground.clock.iso();
    if (status === 'lost') {
      dispute.fee = this.#ground.options.disputeFee ?? 1_500;
      dispute.net_amount = -(dispute.amount + dispute.fee);
    }
    this.#payments.write(payment);
    if (status === 'lost') this.#dueSettlement(payment, dispute);
  }

  /** Sets what is still to come: after the capture, and after a restart. */
  resume(payment: Payment): void {
    const { dispute, willBeDisputed } = payment;
    if (dispute?.status === 'lost' && dispute.settled_date === undefined) this.#dueSettlement(payment, dispute);
    if (willBeDisputed === undefined || payment.captured_date === undefined || (dispute && isDecided(dispute))) return;
    const next = ((): (() => void) | undefined => {
      if (!dispute) return () => this.raise(payment);
      if (willBeDisputed === 'unanswered') return undefined;
      return () => this.move(payment, dispute.status === 'needs_response' ? 'under_review' : willBeDisputed);
    })();
    if (!next) return;
    const from = Date.parse(dispute?.changed ?? payment.captured_date);
    this.#payments.at(payment, from + (this.#ground.options.disputeSeconds ?? 60) * 1000, () => {
      next();
      this.resume(payment);
    });
  }

  #dueSettlement(payment: Payment, dispute: Dispute): void {
    this.#payments.at(payment, Date.parse(dispute.changed) + settleSeconds(this.#ground.options) * 1000, () => {
      dispute.settled_date = this.#ground.clock.iso();
      this.#payments.write(payment);
    });
  }
}

const isDecided = ({ status }: Dispute): boolean => status === 'won' || status === 'lost';
