import '@council-kit/payments/define/payment.js';
import '@council-kit/payments/define/tax-bill.js';
import { payWhereItStands } from '@council-kit/payments';

const bill = document.querySelector('council-tax-bill');
if (bill) payWhereItStands(bill, { returnPage: bill.dataset['returnPage'] });
