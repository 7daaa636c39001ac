import '@council-kit/payments/define/payment.js';
import '@council-kit/payments/define/tax-bill.js';
import type { CouncilTaxBill, PayBillEvent } from '@council-kit/payments';

const bill = document.querySelector<CouncilTaxBill>('council-tax-bill');

// Who has seen the bill pays it here, and is not asked again what it says.
bill?.addEventListener('council-pay-bill', (event) => {
  event.preventDefault();
  const payment = document.createElement('council-payment');
  payment.gateway = bill.gateway;
  payment.bill = (event as PayBillEvent).bill;
  payment.returnPage = bill.dataset['returnPage'];
  bill.replaceWith(payment);
  payment.tabIndex = -1;
  payment.focus();
});
