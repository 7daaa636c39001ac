import './define/tax-bill.ts';
