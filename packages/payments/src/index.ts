/** The browser half. Registers nothing: import `@council-kit/payments/define.js` for that. */
export * from './contract.ts';
export * from './rules.ts';
export { billTemplate, billTitle, type BillView } from './tax-bill/tax-bill.template.ts';
export { CouncilTaxBill } from './tax-bill/tax-bill.ts';
export { PayBillEvent } from './tax-bill/pay-bill-event.ts';
export { intentionOf, paymentSpecials, questionOfField } from './payment/payment-answers.ts';
export { paymentJourney, type PaymentSetUp } from './payment/payment.journey.ts';
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
