import '@council-kit/payments/define/payment-status.js';
