/**
 * The bill without a script: `/council-tax` asks for account and postcode and leads to a page of its own, so that reload, Back and the
 * other language work. Neither account nor postcode is ever in an address.
 */
import { cutText, inLanguage, languageOf } from '@council-kit/core';
import { pageTitle } from '@council-kit/elements/templates.js';
import { htmlResponse, Problem, readForm, type GatewayContext, type Routes } from '@council-kit/gateway';
import { html, type TemplateResult } from 'lit';
import type { Bill, BillQuestion } from '../../contract/bill.ts';
import type { Fund } from '../../contract/fund.ts';
import { billQuestionTemplate, checkBillQuestion } from '../../tax-bill/bill-question.template.ts';
import { billMessages } from '../../tax-bill/tax-bill.messages.ts';
import { billTemplate, billTitle } from '../../tax-bill/tax-bill.template.ts';
import { billAgain, findBill } from '../council-tax/find-bill.ts';
import type { LockOut } from '../council-tax/lock-out.ts';
import { fundOf, type Payments } from '../payments.ts';
import { billPath, keepShown, readShown, type Shown } from './bill-cookie.ts';
import { sealBill } from './bill-link.ts';
import { paymentPageMessages } from './payment-page.messages.ts';
import { pageStyles } from './page-styles.ts';

const path = '/council-tax';

export function addBillPages({ hono }: Routes, payments: Payments, lockOut: LockOut): void {
  const { ground, settings } = payments;
  const fund = fundOf(payments, settings.councilTax.fund);
  if (!fund) return;

  hono.get(path, (context) => questionPage(payments, fund, context, path));

  hono.post(path, async (context) => {
    const form = await readForm(context);
    const text = (name: string): string => (typeof form[name] === 'string' ? cutText(form[name], 100, 'code-units') : '');
    const typed = { account: text('account'), postcode: text('postcode') };
    const language = languageOf(context.get('language'));
    let shown: Shown = { kind: 'bill', ...typed };
    try {
      await findBill(payments, lockOut, typed, { client: context.get('client'), language });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      shown = problemOf(typed, error);
    }
    const { id, setCookie } = keepShown(ground, shown);
    return new Response(null, {
      status: 303,
      headers: { location: ground.site.path(`${billPath(id)}?lang=${language}`), 'set-cookie': setCookie, 'cache-control': 'no-store' },
    });
  });

  hono.get('/council-tax/bill/:id', async (context) => {
    const here = billPath(context.req.param('id'));
    const shown = readShown(ground, context.req.param('id'), context.req.header('cookie'));
    if (!shown) return gonePage(payments, context, here);
    if (shown.kind === 'problem') return questionPage(payments, fund, context, here, shown);
    try {
      const bill = await billAgain(payments, shown);
      return bill ? billPage(payments, fund, context, here, bill) : gonePage(payments, context, here);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return questionPage(payments, fund, context, here, problemOf(shown, error));
    }
  });
}

type ShownProblem = Extract<Shown, { readonly kind: 'problem' }>;

function problemOf({ account, postcode }: BillQuestion, { status, details }: Problem): ShownProblem {
  const both = (text: Problem['details']['title']) => ({ en: inLanguage(text, 'en'), cy: inLanguage(text, 'cy') });
  const retryAfter = new Headers(details.headers).get('Retry-After');
  return {
    kind: 'problem',
    account,
    postcode,
    status,
    title: both(details.title),
    ...(details.detail ? { detail: both(details.detail) } : {}),
    ...(retryAfter === null ? {} : { retryAfter }),
  };
}

function questionPage(payments: Payments, fund: Fund, context: GatewayContext, here: string, problem?: ShownProblem): Response {
  const { site } = payments.ground;
  const language = languageOf(context.get('language'));
  // In the language of this page, which may not be that of the page before.
  const unreadable = problem?.status === 422;
  const errors = !problem
    ? []
    : unreadable
      ? checkBillQuestion(problem, fund.reference, language)
      : [{ field: 'account', message: [problem.title[language], problem.detail?.[language] ?? []].flat().join('. ') }];
  const { account = '', postcode = '' } = problem ?? {};
  const form = billQuestionTemplate({
    language,
    format: fund.reference,
    values: { account, postcode },
    errors,
    action: site.path(`${path}?lang=${language}`),
  });
  // Whoever sees no bill can pay all the same: locked out, or where the billing system does not answer.
  const body =
    problem && !unreadable
      ? html`${form}
          <p class="council-body">
            <a class="council-link" href=${site.path(`/pay/${fund.id}?lang=${language}`)}
              >${paymentPageMessages.say('pay-by-number', language)}</a
            >
          </p>`
      : form;
  const title = billMessages.say('ask-title', language);
  return answer(payments, context, here, {
    title: problem ? pageTitle({ title, error: true, lang: language }) : title,
    body,
    status: problem?.status ?? 200,
    headers: problem?.retryAfter === undefined ? {} : { 'Retry-After': problem.retryAfter },
  });
}

function billPage({ ground, settings, ...payments }: Payments, fund: Fund, context: GatewayContext, here: string, bill: Bill): Response {
  const { site } = ground;
  const language = languageOf(context.get('language'));
  const payHref = site.path(`/pay/${fund.id}/bill/${sealBill(ground, bill)}?lang=${language}`);
  const directDebitHref = settings.directDebit && site.path(`/direct-debit?lang=${language}`);
  const another = site.path(`${path}?lang=${language}`);
  return answer({ ground, settings, ...payments }, context, here, {
    title: billTitle(bill, language),
    body: html`${billTemplate(bill, { language, payHref, ...(directDebitHref ? { directDebitHref } : {}) })}
      <p class="council-body"><a class="council-link" href=${another}>${billMessages.say('another', language)}</a></p>`,
  });
}

/** Another browser, cookies that are turned off, or an hour later. */
function gonePage(payments: Payments, context: GatewayContext, here: string): Response {
  const { site } = payments.ground;
  const language = languageOf(context.get('language'));
  const say = (key: 'gone-title' | 'gone' | 'gone-cookies'): string => paymentPageMessages.say(key, language);
  return answer(payments, context, here, {
    title: say('gone-title'),
    status: 404,
    body: html`<h1 class="council-heading-l">${say('gone-title')}</h1>
      <p class="council-body">${say('gone')}</p>
      <p class="council-body">${say('gone-cookies')}</p>
      <p class="council-body">
        <a class="council-link" href=${site.path(`${path}?lang=${language}`)}>${billMessages.say('ask-title', language)}</a>
      </p>`,
  });
}

interface Page {
  readonly title: string;
  readonly body: TemplateResult;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

function answer({ ground: { site } }: Payments, context: GatewayContext, here: string, { title, body, status, headers }: Page): Response {
  const language = languageOf(context.get('language'));
  return htmlResponse(
    site.page({
      language,
      title,
      body: html`${pageStyles.link(site)}${body}`,
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, site.path(`${here}?lang=${each}`)])),
    }),
    { language, status: status ?? 200, headers: { ...headers, 'X-Robots-Tag': 'noindex' } },
  );
}
