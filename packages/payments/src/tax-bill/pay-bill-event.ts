import type { Bill } from '../contract/bill.ts';

/** A resident who has seen the bill wants to pay it. Cancelable: prevented, the widget goes nowhere. */
export class PayBillEvent extends Event {
  static readonly type = 'council-pay-bill';
  /** For `<council-payment>`: `payment.bill = event.bill`. */
  readonly bill: Bill;

  constructor(bill: Bill) {
    super(PayBillEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.bill = bill;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-pay-bill': PayBillEvent;
  }
}
