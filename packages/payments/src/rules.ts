/** The rules of bills and payments: plain functions for the browser and the server. `@council-kit/payments/rules.js` is these alone. */
export {
  bands,
  type Band,
  type Bill,
  type BillingAccount,
  type Liability,
  type Nation,
  type Reduction,
  type ReductionKind,
} from './contract.ts';
export { readAmount, type ReadAmount } from './rules/amount.ts';
export { bandsOf, disabledFractionOf, fractionOf, type Fraction } from './rules/bands.ts';
export {
  maskAccountNumber,
  maskSortCode,
  readAccountName,
  readAccountNumber,
  readBankDetails,
  readSortCode,
  type ReadPart,
} from './rules/bank-details.ts';
export { bankDetailsMessages } from './rules/bank-details.messages.ts';
export { billOf, nextDue, usualOrder, type BillOptions } from './rules/bill.ts';
export { faultsOf } from './rules/billing-faults.ts';
export { daysInYear, financialYearOf } from './rules/days.ts';
export { instalmentAmounts, instalmentCount, instalmentsOf, type InstalmentTerms } from './rules/instalments.ts';
export { checkModulus, readModulusTable, type ModulusRow, type ModulusTable } from './rules/modulus-check.ts';
export { pounds, shortPounds } from './rules/pence.ts';
export { hasCardNumber, hasCheckDigit, readReference, type ReadReference } from './rules/reference.ts';
export { syntheticModulusTable } from './rules/synthetic-modulus-table.ts';
export { firstCollection, type CollectionTerms } from './rules/first-collection.ts';
