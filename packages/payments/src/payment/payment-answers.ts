/** What answers to a payment's questions come to. */
import { special, type Answers, type SpecialKinds } from '@council-kit/journeys';
import * as v from 'valibot';
import type { NewPayment } from '../contract/payment.ts';
import { amountKind, amountOf, amountSchema } from './amount-question.ts';
import type { PaymentSetUp } from './payment.journey.ts';
import { referenceKind, typedSchema } from './reference-question.ts';

/** The special kinds that {@link paymentJourney} names. */
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

const penceOf = (read: ReturnType<typeof amountOf>): number | undefined => (read.kind === 'amount' ? read.pence : undefined);

/** The question that a field of the gateway's errors belongs to. */
export function questionOfField(field: string): string {
  return field === 'amount' ? 'amount-other' : field;
}
