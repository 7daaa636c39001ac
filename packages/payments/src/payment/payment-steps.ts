/** What a payment asks: what to pay, how much, where to send the receipt. */
import type { Step } from '@council-kit/journeys';
import { emailQuestion } from '../page/email-question.ts';
import type { FundAnswer } from '../contract/fund.ts';
import { referenceMessages } from '../rules/reference.messages.ts';
import { hasAmounts, type KnownAmounts } from './known-amounts.ts';
import { questionTexts as texts } from './payment.messages.ts';

/** What is known before anything is asked. */
export interface PaymentSetUp extends FundAnswer {
  /** Not asked for where it is given. */
  readonly reference?: string;
  readonly known?: KnownAmounts;
}

/** The questions, as data. Nothing is asked that is known: a reference that is given, a fund with one price. */
export function paymentSteps({ fund, reference, known = {} }: PaymentSetUp): readonly Step[] {
  const steps: Step[] = [];
  if (reference === undefined) {
    const { label, hint, help, name } = fund.reference;
    steps.push({
      id: 'reference',
      contents: [
        {
          kind: 'special',
          special: 'payment-reference',
          name: 'reference',
          label,
          summaryLabel: name,
          ...(hint ? { hint } : {}),
          ...(help ? { settings: { help } } : {}),
          rules: [{ rule: 'required', message: referenceMessages.empty(name) }],
        },
      ],
    });
  }
  if (fund.price === undefined)
    steps.push({
      id: 'amount',
      contents: [
        {
          kind: 'special',
          special: 'payment-amount',
          name: 'amount',
          label: texts.amount,
          summaryLabel: texts.amountSummary,
          rules: [{ rule: 'required', message: hasAmounts(known) ? texts.amountChoice : texts.amountRequired }],
        },
      ],
    });
  if (fund.emailReceipt)
    steps.push({
      id: 'email',
      contents: [emailQuestion({ label: texts.email, summaryLabel: texts.emailSummary, hint: texts.emailHint })],
    });
  return steps;
}
