/** What every page of the finance team has in common. */
import { backLinkTemplate, buttonTemplate, pageTitle, tagTemplate } from '@council-kit/elements/templates.js';
import { htmlResponse, type Routes } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { finishedRank } from '../../govuk-pay/pay-answers.ts';
import type { PayRefusal, PaySilence } from '../../govuk-pay/pay-problems.ts';
import type { Payments } from '../../payments.ts';
import type { PaymentRow } from '../../records/tables.ts';
import type { FinanceRequest } from './finance-request.ts';
import { financeMessages } from './finance.messages.ts';
import { financeStyles } from './finance.styles.ts';
import { formToken } from './form-token.ts';

const say = financeMessages.say;
const stylesPath = '/staff-finance.css';

/** Where the pages are. */
export const root = '/staff/finance';

export interface FinancePage {
  readonly title: string;
  readonly body: TemplateResult;
  readonly status?: number;
  /** Whether it shows errors: its title says so. */
  readonly error?: boolean;
  /** Where the link above it leads; without, the ways between the lists stand there. */
  readonly back?: { readonly text: string; readonly href: string };
  /** Which of the lists it is. */
  readonly here?: 'payments' | 'books' | 'deliveries';
  /** Asks for itself again after so many seconds. */
  readonly again?: number;
}

/** A page in the council's layout. Kept by nobody, indexed by nobody. */
export function financePage({ ground: { site } }: Payments, { context, officer }: FinanceRequest, page: FinancePage): Response {
  const language = context.get('language');
  const { title, body, error = false, back, here } = page;
  const inOther = (other: string): string => {
    const url = new URL(context.req.url);
    url.searchParams.set('lang', other);
    return site.path(`${context.req.path}${url.search}`);
  };
  const list = (which: NonNullable<FinancePage['here']>, path: string): TemplateResult =>
    html`<li>
      <a class="council-link" href=${site.path(`${root}${path}?lang=${language}`)} aria-current=${which === here ? 'page' : nothing}
        >${say(which, language)}</a
      >
    </li>`;
  return htmlResponse(
    site.page({
      language,
      title: error ? pageTitle({ title, error, lang: language }) : title,
      body: html`<link rel="stylesheet" href=${site.path(stylesPath)} />
        ${
          back
            ? nothing
            : html`<nav class="council-finance-navigation council-body" aria-label=${say('finance', language)}>
                <ul>
                  ${list('payments', '')} ${list('books', '/reconciliation')} ${list('deliveries', '/deliveries')}
                </ul>
              </nav>`
        }
        ${body}
        <p class="council-hint council-finance-section">${say('signed-in', language, { name: officer.name })}</p>`,
      ...(back ? { beforeContent: backLinkTemplate({ ...back, lang: language }) } : {}),
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, inOther(each)])),
    }),
    {
      status: page.status ?? 200,
      language,
      headers: {
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex',
        ...(page.again === undefined ? {} : { Refresh: String(page.again) }),
      },
    },
  );
}

/** Serves what the pages bring beside the elements' style sheet. */
export function addFinanceStyles({ hono }: Routes): void {
  hono.get(
    stylesPath,
    () =>
      new Response(financeStyles.cssText, {
        headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      }),
  );
}

/** A page's address, in the language that is read. */
export const hrefOf = (
  { ground: { site } }: Payments,
  { context }: FinanceRequest,
  path: string,
  query: Readonly<Record<string, string>> = {},
): string => site.path(`${root}${path}?${new URLSearchParams({ ...query, lang: context.get('language') }).toString()}`);

/** A form that does something: with what keeps other sites from sending it. */
export function doingForm(
  payments: Payments,
  request: FinanceRequest,
  path: string,
  fields: Readonly<Record<string, string>>,
  content: TemplateResult,
): TemplateResult {
  return html`<form method="post" action=${hrefOf(payments, request, path)} novalidate>
    <input type="hidden" name="token" value=${formToken(payments.ground, request.officer, path)} />
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}${content}
  </form>`;
}

/** In a word what became of a payment. */
export function stateTag(
  { status, rank, amount, refunded }: Pick<PaymentRow, 'status' | 'rank' | 'amount' | 'refunded'>,
  language: string,
): TemplateResult {
  if (status === 'success' && refunded > 0)
    return tagTemplate({ text: say(refunded >= amount ? 'refunded' : 'part-refunded', language), classes: 'council-tag--purple' });
  const colour = status === 'success' ? 'green' : status === 'capturable' ? 'yellow' : rank < finishedRank ? 'blue' : 'grey';
  return tagTemplate({ text: say(status, language), classes: `council-tag--${colour}` });
}

/** Characters that mean something only as they stand: not translated, broken anywhere. */
export const exact = (text: string): TemplateResult => html`<span class="council-finance-exact" translate="no">${text}</span>`;

/** GOV.UK Pay cannot be asked: what that means, and the way on. */
export function payAwayPage(
  payments: Payments,
  request: FinanceRequest,
  problem: PayRefusal | PaySilence,
  back: NonNullable<FinancePage['back']>,
  again?: string,
): Response {
  const language = request.context.get('language');
  const title = say('away-title', language);
  const { details } = problem;
  request.context.get('log').warn({ err: problem }, 'GOV.UK Pay could not be asked for the finance team');
  return financePage(payments, request, {
    title,
    status: details.status >= 500 ? details.status : 502,
    back,
    body: html`<h1 class="council-heading-l">${title}</h1>
      <p class="council-body">${say('away', language)}</p>
      <p class="council-hint">${say('away-code', language, { code: details.upstream?.code ?? details.code })}</p>
      ${again === undefined ? nothing : html`<p>${buttonTemplate({ href: again, text: say('try-again', language) })}</p>`}`,
  });
}
