/** What the widget fetches while its first question is read, as one file: the later pages, and what sends the answers. */
export * from '@council-kit/journeys/further.js';
export { amountKind } from './amount-question.ts';
export { intentionOf, questionOfField } from './payment-answers.ts';
export { paymentJourney } from './payment.journey.ts';
export { submitPayment } from './submit-payment.ts';
