/** The browser half. Registers nothing: import `@council-kit/payments/define.js` for that. */
export * from './contract.ts';
export * from './rules.ts';
