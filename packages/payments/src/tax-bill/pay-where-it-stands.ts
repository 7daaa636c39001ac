import type { CouncilPayment } from '../payment/payment.ts';
import type { CouncilTaxBill } from './tax-bill.ts';

/** What a payment has that its bill has not. */
export interface PayWhereItStandsOptions {
  /** The page with `<council-payment-status>`. */
  readonly returnPage?: string | undefined;
}

/**
 * Who has seen the bill pays it in its place, and is not asked again what it says. For a page on which both tags are defined.
 */
export function payWhereItStands(bill: CouncilTaxBill, { returnPage }: PayWhereItStandsOptions = {}): void {
  bill.addEventListener('council-pay-bill', (event) => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const payment: CouncilPayment = document.createElement('council-payment');
    for (const name of ['gateway', 'fund', 'lang', 'light', 'colour-scheme']) {
      const value = bill.getAttribute(name);
      if (value !== null) payment.setAttribute(name, value);
    }
    payment.bill = event.bill;
    payment.returnPage = returnPage;
    bill.replaceWith(payment);
    // What is read out next is the payment's first question.
    payment.tabIndex = -1;
    payment.focus();
  });
}
