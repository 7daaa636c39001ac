/** A payment as a journey: its questions, the check, and what is said where it cannot be started. What comes after is GOV.UK Pay's. */
import type { Text } from '@council-kit/core';
import type { Answers, Journey } from '@council-kit/journeys';
import { pounds } from '../rules/pence.ts';
import { intentionOf } from './payment-answers.ts';
import { againStep, paymentCheckMessages } from './payment-check.messages.ts';
import { paymentSteps, type PaymentSetUp } from './payment-steps.ts';
import { contactHeading } from './payment.messages.ts';

/**
 * The journey for the answers so far.
 *
 * @param options.again the same was paid lately: asks whether to pay it again
 */
export function paymentJourney(setUp: PaymentSetUp, answers: Answers = {}, { again = false }: { readonly again?: boolean } = {}): Journey {
  const { fund, contact, reference } = setUp;
  const amount = intentionOf(answers, setUp)?.amount;
  const { say } = paymentCheckMessages;
  const both = (key: Parameters<typeof say>[0], places?: Parameters<typeof say>[2]): Text => ({
    en: say(key, 'en', places),
    cy: say(key, 'cy', places),
  });
  return {
    name: `pay-${fund.id}`,
    title: fund.name,
    caption: fund.name,
    steps: again ? [...paymentSteps(setUp), againStep] : paymentSteps(setUp),
    check: {
      title: both('title'),
      button: amount === undefined ? both('pay') : both('pay-amount', { amount: pounds(amount) }),
      declaration: both('declaration'),
      known: [
        { label: both('what'), value: fund.name },
        ...(reference === undefined ? [] : [{ label: fund.reference.name, value: inEither(reference), verbatim: true }]),
        ...(fund.price === undefined ? [] : [{ label: both('amount'), value: inEither(pounds(fund.price)) }]),
      ],
      sending: { text: both('going'), stop: both('stop'), stopped: both('stopped') },
    },
    notSent: { title: both('not-begun-title'), text: both('not-begun'), refusedTitle: both('refused-title') },
    ...(contact ? { contact: { ...contact, heading: contactHeading } } : {}),
  };
}

/** Numbers and references are the same in both languages. */
const inEither = (text: string): Text => ({ en: text, cy: text });
