/** All payments, looked for and paged. */
import { inLanguage, momentInWords } from '@council-kit/core';
import {
  buttonTemplate,
  detailsTemplate,
  errorSummaryTemplate,
  paginationTemplate,
  selectTemplate,
  textInputTemplate,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { pounds } from '../../../rules/pence.ts';
import { dayInLondon } from '../../day-in-london.ts';
import { fundOf, type Payments } from '../../payments.ts';
import {
  findPayments,
  outcomes,
  readPlace,
  totalFound,
  type FoundPage,
  type FoundPayment,
  type FoundTotals,
  type PaymentFilter,
} from '../find-payments.ts';
import { asTyped, beginningOf, endOf, readDay } from '../period.ts';
import { exact, financePage, hrefOf, stateTag } from './finance-page.ts';
import type { FinanceRequest } from './finance-request.ts';
import { financeMessages } from './finance.messages.ts';
import { listMessages } from './list.messages.ts';

const say = listMessages.say;

/** What the form holds, as it was typed. */
interface Asked {
  readonly words: string;
  readonly outcome: string;
  readonly fund: string;
  readonly from: string;
  readonly to: string;
}

const names = ['words', 'outcome', 'fund', 'from', 'to'] as const;

interface FieldFault {
  readonly field: 'from' | 'to';
  readonly message: string;
}

/** `GET /staff/finance`. */
export async function listPage(payments: Payments, request: FinanceRequest): Promise<Response> {
  const { context } = request;
  const language = context.get('language');
  const asked = Object.fromEntries(names.map((name) => [name, (context.req.query(name) ?? '').slice(0, 200)])) as unknown as Asked;
  const { filter, faults } = readAsked(payments, asked, language);
  const title = financeMessages.say('payments', language);
  const found =
    faults.length > 0
      ? undefined
      : await Promise.all([findPayments(payments, filter, readPlace(context.req.query('place'))), totalFound(payments, filter)]);
  const body = html`${
      faults.length > 0
        ? errorSummaryTemplate({ errorList: faults.map(({ field, message }) => ({ text: message, href: `#${field}` })), lang: language })
        : nothing
    }
    <h1 class="council-heading-l">${title}</h1>
    ${formTemplate(payments, request, asked, faults)}${found ? foundTemplate(payments, request, asked, ...found) : nothing}`;
  return financePage(payments, request, { title, body, here: 'payments', error: faults.length > 0, status: faults.length > 0 ? 422 : 200 });
}

function readAsked(payments: Payments, asked: Asked, language: string): { filter: PaymentFilter; faults: FieldFault[] } {
  const [from, to] = [readDay(asked.from), readDay(asked.to)];
  const example = exampleDay(payments);
  const faults: FieldFault[] = [];
  if (asked.from.trim() !== '' && from === undefined)
    faults.push({ field: 'from', message: say('from-unreadable', language, { day: example }) });
  if (asked.to.trim() !== '' && to === undefined) faults.push({ field: 'to', message: say('to-unreadable', language, { day: example }) });
  if (from !== undefined && to !== undefined && to < from) faults.push({ field: 'to', message: say('order', language) });
  const outcome = outcomes.find((each) => each === asked.outcome);
  const filter = {
    ...(asked.words.trim() ? { words: asked.words } : {}),
    ...(outcome ? { outcome } : {}),
    ...(asked.fund ? { fund: asked.fund } : {}),
    ...(from === undefined ? {} : { from: beginningOf(from) }),
    ...(to === undefined ? {} : { to: endOf(to) }),
  };
  return { filter, faults };
}

/** Today: a day that everybody can tell the order of the numbers by would be another. */
const exampleDay = ({ ground }: Payments): string => asTyped(dayInLondon(ground.clock.now()));

function formTemplate(payments: Payments, request: FinanceRequest, asked: Asked, faults: readonly FieldFault[]): TemplateResult {
  const language = request.context.get('language');
  const any = { value: '', text: say('any', language) };
  const day = (name: 'from' | 'to'): TemplateResult => {
    const message = faults.find(({ field }) => field === name)?.message;
    return textInputTemplate({
      name,
      label: { text: say(name, language) },
      hint: { text: say('day-hint', language, { day: exampleDay(payments) }) },
      value: asked[name],
      width: 10,
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
      lang: language,
    });
  };
  const narrowed = asked.outcome !== '' || asked.fund !== '' || asked.from !== '' || asked.to !== '';
  return html`<form method="get" action=${hrefOf(payments, request, '')} novalidate role="search">
    <input type="hidden" name="lang" value=${language} />
    ${textInputTemplate({
      name: 'words',
      label: { text: say('words', language) },
      hint: { text: say('words-hint', language) },
      value: asked.words,
      width: 30,
      spellcheck: false,
      autocomplete: 'off',
      lang: language,
    })}
    ${detailsTemplate({
      summaryText: say('narrow', language),
      open: narrowed,
      text: html`<div class="council-finance-fields">
        ${selectTemplate({
          name: 'outcome',
          label: { text: say('state', language) },
          value: asked.outcome,
          items: [any, ...outcomes.map((each) => ({ value: each, text: say(`outcome-${each}`, language) }))],
        })}
        ${selectTemplate({
          name: 'fund',
          label: { text: say('fund', language) },
          value: asked.fund,
          items: [any, ...payments.settings.funds.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))],
        })}
        ${day('from')}${day('to')}
      </div>`,
    })}
    ${buttonTemplate({ text: say('find', language) })}
    ${
      narrowed || asked.words !== ''
        ? html`<p class="council-body"><a class="council-link" href=${hrefOf(payments, request, '')}>${say('clear', language)}</a></p>`
        : nothing
    }
  </form>`;
}

function foundTemplate(payments: Payments, request: FinanceRequest, asked: Asked, page: FoundPage, totals: FoundTotals): TemplateResult {
  const language = request.context.get('language');
  const narrowed = names.filter((name) => asked[name] !== '');
  if (totals.count === 0)
    return narrowed.length === 0
      ? html`<p class="council-body">${say('none-yet', language)}</p>`
      : html`<h2 class="council-heading-m">${say('none', language)}</h2>
          <p class="council-body">${say('none-hint', language)}</p>`;
  const href = (place: string): string =>
    hrefOf(payments, request, '', { ...Object.fromEntries(narrowed.map((name) => [name, asked[name]])), place });
  return html`${totalsTemplate(totals, language)}
  ${
    asked.from === '' && asked.to === ''
      ? nothing
      : html`<p class="council-body">
          <a class="council-link" href=${hrefOf(payments, request, '/reconciliation', { from: asked.from, to: asked.to })}
            >${say('these-days', language)}</a
          >
        </p>`
  }
  ${tableTemplate(payments, request, page.payments)}
  ${
    page.newer === undefined && page.older === undefined
      ? nothing
      : paginationTemplate({
          lang: language,
          ...(page.newer === undefined ? {} : { previous: { href: href(page.newer), text: say('newer', language) } }),
          ...(page.older === undefined ? {} : { next: { href: href(page.older), text: say('older', language) } }),
        })
  }`;
}

function totalsTemplate({ count, paidCount, paid, refunded }: FoundTotals, language: string): TemplateResult {
  const one = (name: string, text: string): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd>${text}</dd>
    </div>`;
  return html`<dl class="council-finance-totals council-body">
    ${one(say('total-count', language), count.toLocaleString(language))}
    ${one(say('total-paid', language), say('of', language, { amount: pounds(paid), count: paidCount }))}
    ${one(say('total-refunded', language), pounds(refunded))} ${one(say('total-kept', language), pounds(paid - refunded))}
  </dl>`;
}

function tableTemplate(payments: Payments, request: FinanceRequest, rows: readonly FoundPayment[]): TemplateResult {
  const language = request.context.get('language');
  const caption = say('caption', language);
  return html`<div class="council-table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="council-table">
      <caption class="council-visually-hidden">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('reference', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('amount', language)}</th>
          <th scope="col">${say('state', language)}</th>
          <th scope="col">${say('begun', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('refunded', language)}</th>
          <th scope="col">${say('fund-and-reference', language)}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const begun = new Date(row.created_at).toISOString();
          const name = fundOf(payments, row.fund)?.name;
          return html`<tr>
            <th scope="row" class="council-finance-one-line">
              <a class="council-link" translate="no" href=${hrefOf(payments, request, `/payments/${row.id}`)}>${row.reference}</a>
            </th>
            <td class="council-table-cell--numeric">${pounds(row.amount)}</td>
            <td>${stateTag(row, language)}</td>
            <td class="council-finance-words"><time datetime=${begun}>${momentInWords(begun, language)}</time></td>
            <td class="council-table-cell--numeric">${row.refunded > 0 ? pounds(row.refunded) : ''}</td>
            <td>${name ? inLanguage(name, language) : row.fund}<br />${exact(row.account)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
