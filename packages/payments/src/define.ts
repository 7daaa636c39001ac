import './define/payment.ts';
import './define/tax-bill.ts';
