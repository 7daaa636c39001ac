import '@council-kit/payments/define/direct-debit.js';
