/** Paying without a script: the same journey as `<council-payment>`, by the journeys' own runner. `/pay/{fund}`, and from a bill with what it makes known. */
import { inLanguage, languageOf } from '@council-kit/core';
import { buttonTemplate, summaryListTemplate } from '@council-kit/elements/templates.js';
import { htmlResponse, Problem, type GatewayContext, type Routes } from '@council-kit/gateway';
import type { Answers, RunnableService, SubmitOutcome } from '@council-kit/journeys';
import { journeyPages, type SubmitPage } from '@council-kit/journeys/server';
import { html } from 'lit';
import { paymentProblems } from '../../contract/payment.ts';
import { againOf, intentionOf, paymentSpecials, questionOfField } from '../../payment/payment-answers.ts';
import { paymentCheckMessages } from '../../payment/payment-check.messages.ts';
import type { PaymentSetUp } from '../../payment/payment-steps.ts';
import { paymentJourney } from '../../payment/payment.journey.ts';
import { pounds } from '../../rules/pence.ts';
import { readReference } from '../../rules/reference.ts';
import { beginPayment } from '../begin-payment.ts';
import { paidLately } from '../paid-lately.ts';
import { rankOf } from '../govuk-pay/pay-answers.ts';
import { existing } from '../records/payments.ts';
import { fundOf, type Payments } from '../payments.ts';
import { unsealBill } from './bill-link.ts';
import { paymentPageMessages } from './payment-page.messages.ts';

export function addPayPages({ hono }: Routes, payments: Payments): void {
  const { ground, settings } = payments;

  for (const fund of settings.funds) {
    const path = `/pay/${fund.id}`;
    const setUp: PaymentSetUp = { fund, ...(settings.contact ? { contact: settings.contact } : {}) };
    // What a bill makes known is in the address, sealed: it says nothing to who reads it in a history or a log.
    const fromBill = (context: GatewayContext): PaymentSetUp | undefined => {
      const known = unsealBill(ground, context.req.param('bill') ?? '');
      if (!known) return undefined;
      const { account, instalment, balance } = known;
      return { ...setUp, reference: account, known: { ...(instalment ? { instalment } : {}), ...(balance ? { balance } : {}) } };
    };
    hono.route(
      '/',
      journeyPages({
        ground,
        path: `${path}/bill/:bill`,
        service(context) {
          const billed = fromBill(context);
          if (billed) return serviceOf(payments, billed);
          return context.redirect(ground.site.path(`/council-tax?lang=${context.get('language')}`), 303);
        },
        submit: (answers, submission) => submit(payments, fromBill(submission.request) ?? setUp, answers, submission),
      }),
    );
    hono.route(
      '/',
      journeyPages({
        ground,
        path,
        service: serviceOf(payments, setUp),
        submit: (answers, submission) => submit(payments, setUp, answers, submission),
      }),
    );
  }

  // Between our form and Pay's page: a form of ours may not lead off our origin (form-action 'self'), a link may.
  hono.get('/payments/:id/continue', async (context) => {
    const row = await existing(payments, context.req.param('id'));
    if (row.rank > rankOf('started')) return context.redirect(ground.site.path(`/payments/${row.id}/return`), 303);
    const language = languageOf(context.req.query('lang') ?? row.language);
    const fund = fundOf(payments, row.fund);
    const say = paymentCheckMessages.say;
    const line = (key: string, text: string) => ({ key: { text: key }, value: { text } });
    const amount = pounds(row.amount);
    const title = paymentPageMessages.say('to-pay', language);
    return htmlResponse(
      ground.site.page({
        language,
        title,
        body: html`<h1 class="council-heading-l">${title}</h1>
          ${summaryListTemplate({
            lang: language,
            rows: [
              line(say('what', language), fund ? inLanguage(fund.name, language) : row.fund),
              fund && line(inLanguage(fund.reference.name, language), row.account),
              line(say('amount', language), amount),
            ],
          })}
          <p class="council-body">${paymentPageMessages.say('to-pay-text', language)}</p>
          ${buttonTemplate({ href: ground.site.path(`/payments/${row.id}/pay`), text: paymentPageMessages.say('pay-button', language, { amount }) })}`,
        languageLinks: Object.fromEntries(
          ground.site.languages.map((each) => [each, ground.site.path(`/payments/${row.id}/continue?lang=${each}`)]),
        ),
      }),
      { language },
    );
  });
}

function serviceOf(payments: Payments, setUp: PaymentSetUp): RunnableService {
  return {
    outline: paymentJourney(setUp),
    // Asked before the check, and not after: nobody pays twice by a slip.
    journey: async (answers) => paymentJourney(setUp, answers, { again: await isAgain(payments, answers, setUp) }),
    specials: paymentSpecials(setUp),
    questionOf: questionOfField,
    oneKeyFor: 'answers',
  };
}

async function isAgain(payments: Payments, answers: Answers, setUp: PaymentSetUp): Promise<boolean> {
  const intention = intentionOf(answers, setUp);
  if (!intention) return false;
  const read = readReference(intention.reference, setUp.fund.reference);
  return (
    read.kind === 'reference' && (await paidLately(payments, { fund: setUp.fund.id, account: read.reference, amount: intention.amount }))
  );
}

async function submit(
  payments: Payments,
  setUp: PaymentSetUp,
  answers: Answers,
  { idempotencyKey, language: given, signal }: Parameters<SubmitPage>[1],
): Promise<SubmitOutcome> {
  const language = languageOf(given);
  const intention = intentionOf(answers, setUp);
  if (!intention) return { kind: 'unreachable' };
  const again = againOf(answers, language);
  if (typeof again === 'object') return again;
  try {
    // A resident is told in time. What was begun goes on, and is found by the next press.
    const { payment } = await inTime(beginPayment(payments, { ...intention, again }, { key: `pages-${idempotencyKey}`, language }), signal);
    // Also by Back, and pressed twice: nothing is paid yet that could be confirmed.
    return { kind: 'continue', href: payments.ground.site.path(`/payments/${payment.id}/continue`) };
  } catch (error) {
    if (signal.aborted) return { kind: 'unreachable' };
    // It was paid since the check was shown: the journey now asks whether it is meant.
    if (error instanceof Problem && error.details.code === paymentProblems.paidAlready) return { kind: 'errors', errors: [] };
    throw error;
  }
}

/** Rejects when the signal is aborted; what was awaited goes on. */
function inTime<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  // Nobody awaits it after that, so nobody hears how it ended.
  promise.catch(() => undefined);
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
    promise.then(done, fail);
  });
}
