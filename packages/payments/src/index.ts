/** The browser half. Registers nothing: import `@council-kit/payments/define.js` for that. */
export * from './contract.ts';
export * from './rules.ts';
export { billTemplate, billTitle, type BillView } from './tax-bill/tax-bill.template.ts';
export { CouncilTaxBill } from './tax-bill/tax-bill.ts';
export { PayBillEvent } from './tax-bill/pay-bill-event.ts';
export { payWhereItStands, type PayWhereItStandsOptions } from './tax-bill/pay-where-it-stands.ts';
export { intentionOf, paymentSpecials, questionOfField } from './payment/payment-answers.ts';
export { paymentJourney } from './payment/payment.journey.ts';
export type { PaymentSetUp } from './payment/payment-steps.ts';
export { amountsOfBill, type KnownAmounts } from './payment/known-amounts.ts';
export { PaymentBegunEvent } from './payment/payment-events.ts';
export { CouncilPayment } from './payment/payment.ts';
export { CouncilPaymentStatus, type After } from './payment-status/payment-status.ts';
export {
  paymentStatusTemplate,
  paymentStatusTitle,
  receiptTemplate,
  type PaymentStatusView,
} from './payment-status/payment-status.template.ts';
export { CouncilDirectDebit } from './direct-debit/direct-debit.ts';
export { directDebitJourney, directDebitSpecials, mandateOf, questionOfMandateField } from './direct-debit/direct-debit.journey.ts';
export { acceptedOf, mandateConfirmationTemplate } from './direct-debit/confirmation.template.ts';
export { CouncilTaxCalculator } from './tax-calculator/tax-calculator.ts';
export { calculatorTitle, taxCalculatorTemplate, type CalculatorView } from './tax-calculator/tax-calculator.template.ts';
export { calculate, readCalculation, typedIn, type Calculation, type Household } from './rules/calculation.ts';
