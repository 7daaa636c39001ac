import '@council-kit/payments/define/tax-calculator.js';
