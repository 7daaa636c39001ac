import '@council-kit/payments/define/payment.js';
import '@council-kit/payments/define/tax-bill.js';
import { payWhereItStands } from '@council-kit/payments';
import { mount } from './mount.ts';

for (const bill of mount('council-tax-bill')) payWhereItStands(bill, { returnPage: bill.getAttribute('return-page') ?? undefined });
