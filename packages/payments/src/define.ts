import './define/direct-debit.ts';
import './define/payment.ts';
import './define/payment-status.ts';
import './define/tax-bill.ts';
import './define/tax-calculator.ts';
