import type { Account } from '../accounts.ts';
import { payErrors, type PayError } from '../errors.ts';
import { payId } from '../identifiers.ts';
import type { Payment, Refund } from '../payment.ts';
import { settleSeconds, type Ground, type Payments } from './payments.ts';
import { isHeldByDispute, refundable } from './refundable.ts';

/** What a service asks for. */
export interface NewRefund {
  amount: number;
  /** What it believes is left: the guard against two refunds for one intention. Pay takes what it knows where this is not said. */
  refund_amount_available?: number;
}

/** Money on its way back. */
export class Refunds {
  readonly #ground: Ground;
  readonly #payments: Payments;

  constructor(ground: Ground, payments: Payments) {
    this.#ground = ground;
    this.#payments = payments;
  }

  create(account: Account, payment: Payment, { amount, refund_amount_available: expected }: NewRefund): Refund | PayError {
    if (account.disabled) return payErrors.disabled();
    if (isHeldByDispute(payment)) return payErrors.refundDisputed();
    const { status, available } = refundable(payment);
    if (status !== 'available') return payErrors.refundUnavailable(status);
    if (expected !== undefined && expected !== available) return payErrors.refundMismatch();
    if (amount > available) return payErrors.refundUnavailable('amount_not_available');
    const refund: Refund = { refund_id: payId(), amount, created_date: this.#ground.clock.iso(), status: 'submitted' };
    payment.refunds.push(refund);
    this.#payments.write(payment);
    this.#due(payment, refund);
    return refund;
  }

  /** The payment service provider says how it went. Nothing where it had said so before. */
  conclude(payment: Payment, refund: Refund, status: 'success' | 'error'): void {
    if (refund.status !== 'submitted') return;
    refund.status = status;
    refund.concluded = this.#ground.clock.iso();
    this.#payments.write(payment);
    if (status === 'error') return;
    this.#ground.webhooks.tell(payment, 'card_payment_refunded');
    this.#dueSettlement(payment, refund, this.#ground.clock.now());
  }

  /** Sets what is still to come after a restart. */
  resume(payment: Payment): void {
    for (const refund of payment.refunds) {
      if (refund.status === 'submitted') this.#due(payment, refund);
      else if (refund.status === 'success' && refund.settled_date === undefined)
        this.#dueSettlement(payment, refund, Date.parse(refund.concluded ?? refund.created_date));
    }
  }

  get #seconds(): number {
    return this.#ground.options.refundSeconds ?? 60;
  }

  #due(payment: Payment, refund: Refund): void {
    this.#payments.at(payment, Date.parse(refund.created_date) + this.#seconds * 1000, () => this.conclude(payment, refund, 'success'));
  }

  #dueSettlement(payment: Payment, refund: Refund, from: number): void {
    this.#payments.at(payment, from + settleSeconds(this.#ground.options) * 1000, () => {
      refund.settled_date = this.#ground.clock.iso();
      this.#payments.write(payment);
    });
  }
}
