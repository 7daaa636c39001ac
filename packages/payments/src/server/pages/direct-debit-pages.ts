/** A Direct Debit without a script: the same journey as `<council-direct-debit>`. `/direct-debit`. What is typed is kept encrypted, under a key that only the resident's cookie holds. */
import { dayInLondon, languageOf } from '@council-kit/core';
import type { Routes } from '@council-kit/gateway';
import type { Answers, SubmitContext, SubmitOutcome } from '@council-kit/journeys';
import { journeyPages } from '@council-kit/journeys/server';
import { acceptedOf, mandateConfirmationTemplate } from '../../direct-debit/confirmation.template.ts';
import {
  directDebitJourney,
  directDebitOutline,
  directDebitSpecials,
  mandateOf,
  questionOfMandateField,
} from '../../direct-debit/direct-debit.journey.ts';
import { checkBankDetails, keepMandate } from '../direct-debit/mandates.ts';
import type { Payments } from '../payments.ts';
import type { PaymentsSettings } from '../settings.ts';

type Terms = NonNullable<PaymentsSettings['directDebit']>;

export function addDirectDebitPages({ hono }: Routes, payments: Payments): void {
  const { ground, settings } = payments;
  const terms = settings.directDebit;
  if (!terms) return;
  hono.route(
    '/',
    journeyPages({
      ground,
      path: '/direct-debit',
      service: {
        outline: { ...directDebitOutline, ...(terms.contact ? { contact: terms.contact } : {}) },
        questionOf: questionOfMandateField,
        journey: () => directDebitJourney(terms, dayInLondon(ground.clock.now())),
        specials: directDebitSpecials(terms, (details) => {
          const checked = checkBankDetails(terms, details);
          return Promise.resolve('result' in checked ? checked.result : 'implausible');
        }),
      },
      submit: (answers, submission) => submit(payments, terms, answers, submission),
      confirmation: mandateConfirmationTemplate,
    }),
  );
}

async function submit(
  payments: Payments,
  terms: Terms,
  answers: Answers,
  { idempotencyKey, language: given }: SubmitContext,
): Promise<SubmitOutcome> {
  const wish = mandateOf(answers);
  if (!wish) return { kind: 'unreachable' };
  const told = { key: `pages-${idempotencyKey}`, language: languageOf(given) };
  const kept = await keepMandate(payments, terms, { ...wish, day: Number(wish.day) }, told);
  return { kind: 'accepted', accepted: acceptedOf(kept) };
}
