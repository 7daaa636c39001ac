/** Everything that goes over the wire, shared by both halves. */
export * from './contract/bill.ts';
export * from './contract/billing.ts';
export * from './contract/fund.ts';
export * from './contract/mandate.ts';
export * from './contract/payment.ts';
export * from './contract/values.ts';
