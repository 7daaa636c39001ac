/** What answers to a payment's questions come to. */
import { inLanguage } from '@council-kit/core';
import { special, type Answers, type SpecialKinds, type SubmitOutcome } from '@council-kit/journeys';
import * as v from 'valibot';
import type { NewPayment } from '../contract/payment.ts';
import { amountKind, amountOf } from './amount-question.ts';
import { amountSchema, typedSchema } from './answer-schemas.ts';
import { notAgain } from './payment-check.messages.ts';
import type { PaymentSetUp } from './payment-steps.ts';
import { referenceKind } from './reference-question.ts';

/** The special kinds that a payment's questions name. */
export function paymentSpecials({ fund, known = {} }: PaymentSetUp): SpecialKinds {
  return { 'payment-reference': special(referenceKind(fund)), 'payment-amount': special(amountKind(fund, known)) };
}

/** The intention that answers come to; undefined where something is still missing. */
export function intentionOf(answers: Answers, { fund, reference, known = {} }: PaymentSetUp): NewPayment | undefined {
  const written = reference ?? (v.is(typedSchema, answers['reference']) ? answers['reference'].typed : undefined);
  const given = answers['amount'];
  const amount = fund.price ?? (v.is(amountSchema, given) ? penceOf(amountOf(given, fund, known)) : undefined);
  if (written === undefined || amount === undefined) return undefined;
  const email = answers['email'];
  return { fund: fund.id, reference: written, amount, ...(typeof email === 'string' && email !== '' ? { email } : {}) };
}

/** Whether it is to be paid again although it was paid lately; the refusal where the resident said no. */
export function againOf({ again }: Answers, language: string): boolean | Extract<SubmitOutcome, { kind: 'refused' }> {
  return again === 'no' ? { kind: 'refused', message: inLanguage(notAgain, language) } : again === 'yes';
}

const penceOf = (read: ReturnType<typeof amountOf>): number | undefined => (read.kind === 'amount' ? read.pence : undefined);

/** The question that a field of the gateway's errors belongs to. */
export function questionOfField(field: string): string {
  return field === 'amount' ? 'amount-other' : field;
}
