import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Payment } from '../contract/payment.ts';
import '../define/payment-status.ts';
import { answeringGateway, gatewayAddress, problem, until, type Answer } from '../testing/answering-gateway.ts';
import { payments } from '../testing/payments.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;

export default { title: 'Payments/Payment status', component: 'council-payment-status' };

const shows = (answer: Answer, lang?: string) => ({
  decorators: [
    (story: () => TemplateResult): TemplateResult => {
      gateway?.remove();
      gateway = answeringGateway(answer);
      return story();
    },
  ],
  render: (): TemplateResult =>
    html`<council-payment-status
      lang=${ifDefined(lang)}
      gateway=${gatewayAddress}
      payment=${payments.success.id}
      .clock=${() => () => undefined}
      ><a href="/paid">Your payment</a></council-payment-status
    >`,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('council-payment-status')?.shadowRoot;
    if (root) await until(root, () => root.querySelector('h1') !== null);
  },
});
const of = (payment: Payment) => shows(() => payment);

/** Paid: the receipt. */
export const Paid = of(payments.success);
/** Paid, with a receipt by email on its way. */
export const ReceiptOnItsWay = of(payments.receiptSending);
/** Paid, with a receipt that was sent by email. */
export const ReceiptSent = of(payments.receiptSent);
/** Paid, with a receipt that could not be sent. */
export const ReceiptNotSent = of(payments.receiptNotSent);
/** Some of it was given back. */
export const Refunded = of(payments.refunded);
/** Being confirmed. */
export const Confirming = of(payments.submitted);
/** The council confirms it by hand. */
export const WaitsForCouncil = of(payments.capturable);
/** On the way: not finished at GOV.UK Pay. */
export const Unfinished = of(payments.started);
/** GOV.UK Pay has not answered yet. */
export const Preparing = of(payments.preparing);
/** GOV.UK Pay does not answer now: it may have been paid since. */
export const PayDoesNotAnswer = of(payments.unanswered);
/** P0010 */
export const Declined = of(payments.declined);
/** P0020 */
export const Expired = of(payments.expired);
/** P0030 */
export const CancelledByPayer = of(payments.cancelledByPayer);
/** P0040 */
export const CancelledByCouncil = of(payments.cancelled);
/** P0050 */
export const TechnicalProblem = of(payments.error);
/** A code that nobody knows. */
export const FailedForAnotherReason = of(payments.failedForAnotherReason);
/** It never came to GOV.UK Pay. */
export const NotCreated = of(payments.notCreated);
/** Nobody answers. */
export const NobodyAnswers = shows(() => Promise.reject(new TypeError('Failed to fetch')));
/** There is no such payment. */
export const NotFound = shows(() => problem(404, 'There is no such payment'));
/** In Welsh. */
export const Welsh = shows(() => payments.success, 'cy');
