/** Paying without a script: the same journey as `<council-payment>`, by the journeys' own runner. `/pay/{fund}`, and from a bill with what it makes known. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { inLanguage, languageOf } from '@council-kit/core';
import { buttonTemplate, summaryListTemplate } from '@council-kit/elements/templates.js';
import { htmlResponse, type GatewayApp, type GatewayContext, type GatewayEnv, type Routes } from '@council-kit/gateway';
import type { Answers, Journey, RunnableService, Step, SubmitContext, SubmitOutcome } from '@council-kit/journeys';
import { journeyPages } from '@council-kit/journeys/server';
import { Hono } from 'hono';
import { html } from 'lit';
import type { Fund } from '../../contract/fund.ts';
import { intentionOf, paymentSpecials, questionOfField } from '../../payment/payment-answers.ts';
import { paymentCheckMessages } from '../../payment/payment-check.messages.ts';
import { paymentJourney, type PaymentSetUp } from '../../payment/payment.journey.ts';
import { pounds } from '../../rules/pence.ts';
import { readReference } from '../../rules/reference.ts';
import { beginPayment } from '../begin-payment.ts';
import { paidLately } from '../paid-lately.ts';
import { rankOf } from '../govuk-pay/pay-answers.ts';
import { existing } from '../records/payments.ts';
import { fundOf, type Payments } from '../payments.ts';
import { unsealBill } from './bill-link.ts';
import { paymentPageMessages } from './payment-page.messages.ts';

/** What a request began, or what its draft had begun before: where it leads. */
const begun = new AsyncLocalStorage<{ payment?: string }>();

export function addPayPages({ hono }: Routes, payments: Payments): void {
  const { ground, settings } = payments;

  for (const fund of settings.funds) {
    const path = `/pay/${fund.id}`;
    const pages = pagesOf(payments, path, setUpOf(payments, fund));
    // From a bill: another path, because what is known is another. The sealed part says nothing to whoever reads it in a history or a log.
    const fromBill = async (context: GatewayContext): Promise<Response> => {
      const sealed = context.req.param('bill') ?? '';
      const known = unsealBill(ground, sealed);
      if (!known) return context.redirect(ground.site.path(`/council-tax?lang=${context.get('language')}`), 303);
      const { account, instalment, balance } = known;
      const setUp = setUpOf(payments, fund, {
        reference: account,
        known: { ...(instalment ? { instalment } : {}), ...(balance ? { balance } : {}) },
      });
      return await passOn(pagesOf(payments, `${path}/bill/${sealed}`, setUp), context);
    };
    hono.get(`${path}/bill/:bill`, fromBill);
    hono.all(`${path}/bill/:bill/:draft/:address{.+}`, fromBill);
    hono.route('/', pages);
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

function setUpOf({ settings }: Payments, fund: Fund, more: Partial<PaymentSetUp> = {}): PaymentSetUp {
  return { fund, ...(settings.contact ? { contact: settings.contact } : {}), ...more };
}

/** Hands a request to pages that were made for it, with all that the gateway has put beside it. */
async function passOn(pages: GatewayApp, context: GatewayContext): Promise<Response> {
  const app = new Hono<GatewayEnv>();
  app.use(async (inner, next) => {
    for (const [name, value] of Object.entries(context.var)) inner.set(name as 'language', value as 'en');
    await next();
  });
  app.onError((error) => {
    throw error;
  });
  app.route('/', pages);
  return await app.fetch(context.req.raw, context.env);
}

function pagesOf(payments: Payments, path: string, setUp: PaymentSetUp): GatewayApp {
  const { ground } = payments;
  const definition = paymentJourney(setUp);
  // What nobody was asked for is on the last page all the same.
  const declaration = (language: 'en' | 'cy'): string => {
    const { fund, reference } = setUp;
    const known = [fund.name[language], reference, fund.price === undefined ? undefined : pounds(fund.price)].filter(Boolean).join(', ');
    return `${paymentCheckMessages.say('what', language)}: ${known}. ${definition.check.declaration?.[language] ?? ''}`;
  };
  const outline: Journey = {
    ...definition,
    check: { ...definition.check, declaration: { en: declaration('en'), cy: declaration('cy') } },
    notSent: {
      title: inBoth('not-begun-title'),
      text: inBoth('not-begun'),
      refusedTitle: inBoth('refused-title'),
    },
    confirmation: { title: { en: 'Your payment', cy: 'Eich taliad' } },
  };
  const service: RunnableService = {
    outline,
    // Who has paid the same today is asked, before and not after.
    async journey(answers) {
      const step = (await isAgain(payments, answers, setUp)) ? [againStep] : [];
      return { ...outline, steps: [...outline.steps, ...step] };
    },
    specials: paymentSpecials(setUp),
    questionOf: questionOfField,
  };
  const app = new Hono<GatewayEnv>();
  app.use(`${path}/*`, async (context, next) => {
    const box: { payment?: string } = {};
    await begun.run(box, next);
    if (box.payment === undefined) return;
    // Also in the place of a confirmation: pressed twice, or gone back to, nothing is paid yet that could be confirmed.
    const headers = new Headers({ Location: ground.site.path(`/payments/${box.payment}/continue`), 'Cache-Control': 'no-store' });
    for (const cookie of context.res.headers.getSetCookie()) headers.append('Set-Cookie', cookie);
    context.res = new Response(null, { status: 303, headers });
  });
  app.route(
    '/',
    journeyPages({
      ground,
      path,
      service,
      submit: (answers, submission) => submit(payments, setUp, answers, submission),
      confirmation: ({ details }) => {
        const box = begun.getStore();
        if (box && typeof details?.['payment'] === 'string') box.payment = details['payment'];
        return html``;
      },
    }),
  );
  return app;
}

const againStep: Step = {
  id: 'again',
  contents: [
    {
      kind: 'radios',
      name: 'again',
      label: {
        en: 'You have paid this amount already. Do you want to pay it again?',
        cy: 'Rydych wedi talu’r swm hwn yn barod. Ydych chi am ei dalu eto?',
      },
      summaryLabel: { en: 'Pay it again', cy: 'Ei dalu eto' },
      hint: { en: 'It was paid for this reference in the last hours', cy: 'Fe’i talwyd ar gyfer y cyfeirnod hwn yn yr oriau diwethaf' },
      choices: [
        { value: 'yes', text: { en: 'Yes, pay it once more', cy: 'Ydw, ei dalu unwaith eto' } },
        { value: 'no', text: { en: 'No', cy: 'Nac ydw' } },
      ],
      rules: [{ rule: 'required', message: { en: 'Select if you want to pay it again', cy: 'Dewiswch a ydych am ei dalu eto' } }],
    },
  ],
};

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
  { idempotencyKey, language: given, signal }: SubmitContext,
): Promise<SubmitOutcome> {
  const language = languageOf(given);
  const intention = intentionOf(answers, setUp);
  if (!intention) return { kind: 'unreachable' };
  if (answers['again'] === 'no')
    return {
      kind: 'refused',
      message: {
        en: 'You chose not to pay it again. Nothing has been taken.',
        cy: 'Dewisoch beidio â’i dalu eto. Nid oes dim wedi’i gymryd.',
      }[language],
    };
  // Answers that were changed after a press are another intention. Nobody is led to what the first came to: it ends by itself.
  const key = `pages-${idempotencyKey}-${JSON.stringify(intention)}`;
  try {
    // A resident is told in time. What was begun goes on, and is found by the next press.
    const { payment } = await inTime(
      beginPayment(payments, { ...intention, again: answers['again'] === 'yes' }, { key, language }),
      signal,
    );
    const box = begun.getStore();
    if (box) box.payment = payment.id;
    return { kind: 'accepted', accepted: { reference: payment.reference, details: { payment: payment.id } } };
  } catch (error) {
    if (signal.aborted) return { kind: 'unreachable' };
    throw error;
  }
}

/** Rejects when the signal is aborted; what was awaited goes on. */
function inTime<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  // Whoever awaits it no more does not hear how it ended.
  promise.catch(() => undefined);
  return new Promise((done, fail) => {
    signal.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
    promise.then(done, fail);
  });
}

const inBoth = (key: 'not-begun-title' | 'not-begun' | 'refused-title') => ({
  en: paymentCheckMessages.say(key, 'en'),
  cy: paymentCheckMessages.say(key, 'cy'),
});
