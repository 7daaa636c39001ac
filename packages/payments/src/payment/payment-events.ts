/** The council has the intention on disk and GOV.UK Pay is next. Cancelable: prevented, the widget does not go there. */
export class PaymentBegunEvent extends Event {
  static readonly type = 'council-payment-begun';
  /** The gateway’s id of the payment. */
  readonly payment: string;
  /** Where the resident is to pay, or to see what became of a payment that is finished already. */
  readonly href: string;

  constructor(payment: string, href: string) {
    super(PaymentBegunEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.payment = payment;
    this.href = href;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-payment-begun': PaymentBegunEvent;
  }
}
