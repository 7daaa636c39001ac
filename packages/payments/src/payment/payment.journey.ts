/** A payment as a journey: what to pay, how much, where to send the receipt, check. What comes after is GOV.UK Pay's. */
import { special, type Answers, type Journey, type SpecialKinds, type Step } from '@council-kit/journeys';
import * as v from 'valibot';
import type { FundAnswer } from '../contract/fund.ts';
import type { NewPayment } from '../contract/payment.ts';
import { referenceMessages } from '../rules/reference.messages.ts';
import { amountKind, amountOf, hasAmounts, referenceKind, type AmountAnswer, type KnownAmounts } from './payment-questions.ts';
import { questionTexts as texts } from './payment.messages.ts';

/** What is known before anything is asked. */
export interface PaymentSetUp extends FundAnswer {
  /** Not asked for where it is given. */
  readonly reference?: string;
  readonly known?: KnownAmounts;
}

/** The questions, as data. Nothing is asked that is known: a reference that is given, a fund with one price. */
export function paymentJourney({ fund, contact, reference, known = {} }: PaymentSetUp): Journey {
  const steps: Step[] = [];
  if (reference === undefined) {
    const { label, hint, name } = fund.reference;
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
      contents: [
        {
          kind: 'text',
          name: 'email',
          type: 'email',
          autocomplete: 'email',
          spellcheck: false,
          label: texts.email,
          summaryLabel: texts.emailSummary,
          hint: texts.emailHint,
          rules: [{ rule: 'email', message: texts.emailUnreadable }],
        },
      ],
    });
  return {
    name: `pay-${fund.id}`,
    title: fund.name,
    steps,
    check: { title: texts.check, button: texts.pay, declaration: texts.declaration },
    ...(contact ? { contact } : {}),
  };
}

/** The special kinds that {@link paymentJourney} names. */
export function paymentSpecials({ fund, known = {} }: PaymentSetUp): SpecialKinds {
  return { 'payment-reference': special(referenceKind(fund)), 'payment-amount': special(amountKind(fund, known)) };
}

const typed = v.object({ typed: v.string() });

/** The intention that answers come to; undefined where something is still missing. */
export function intentionOf(answers: Answers, { fund, reference, known = {} }: PaymentSetUp): NewPayment | undefined {
  const written = reference ?? (v.is(typed, answers['reference']) ? answers['reference'].typed : undefined);
  const given = answers['amount'] as AmountAnswer | undefined;
  const amount = fund.price ?? (given ? penceOf(amountOf(given, fund, known)) : undefined);
  if (written === undefined || amount === undefined) return undefined;
  const email = answers['email'];
  return { fund: fund.id, reference: written, amount, ...(typeof email === 'string' && email !== '' ? { email } : {}) };
}

const penceOf = (read: ReturnType<typeof amountOf>): number | undefined => (read.kind === 'amount' ? read.pence : undefined);

/** The question that a field of the gateway's errors belongs to. */
export function questionOfField(field: string): string {
  return field === 'amount' ? 'amount-other' : field;
}
