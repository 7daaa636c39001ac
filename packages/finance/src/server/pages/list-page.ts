/** All payments, looked for and paged. */
import { inLanguage, momentInWords } from '@council-kit/core';
import { errorSummaryTemplate, paginationTemplate } from '@council-kit/elements/templates.js';
import { readPlace, type StaffRequest } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { pounds } from '@council-kit/payments/rules.js';
import { paymentIds, type FoundPage, type FoundPayment, type FoundTotals } from '@council-kit/payments/server';
import type { Finance } from '../finance.ts';
import { root } from '../finance-area.ts';
import { exact, hrefOf, stateTag } from './finance-page.ts';
import { financeMessages } from './finance.messages.ts';
import { askedOf, listFormTemplate, queryOfAsked, readAsked, type Asked } from './list-form.ts';
import { listMessages } from './list.messages.ts';

const say = listMessages.say;

/** `GET /staff/finance`. */
export async function listPage(finance: Finance, request: StaffRequest): Promise<Response> {
  const { context } = request;
  const language = context.get('language');
  const asked = askedOf(finance, (name) => context.req.query(name));
  const { filter, faults } = readAsked(finance, asked, language);
  const title = financeMessages.say('payments', language);
  const found =
    faults.length > 0
      ? undefined
      : await Promise.all([finance.ledger.find(filter, readPlace(context.req.query('place'), paymentIds)), finance.ledger.total(filter)]);
  const body = html`${
      faults.length > 0
        ? errorSummaryTemplate({ errorList: faults.map(({ field, message }) => ({ text: message, href: `#${field}` })), lang: language })
        : nothing
    }
    <h1 class="council-heading-l">${title}</h1>
    ${listFormTemplate(finance, request, asked, faults)}${found ? foundTemplate(finance, request, asked, ...found) : nothing}`;
  return request.page({ title, body, here: root, error: faults.length > 0, status: faults.length > 0 ? 422 : 200 });
}

function foundTemplate(finance: Finance, request: StaffRequest, asked: Asked, page: FoundPage, totals: FoundTotals): TemplateResult {
  const { language } = request;
  const query = queryOfAsked(finance, asked);
  if (totals.count === 0)
    return Object.keys(query).length === 0
      ? html`<p class="council-body">${say('none-yet', language)}</p>`
      : html`<h2 class="council-heading-m">${say('none', language)}</h2>
          <p class="council-body">${say('none-hint', language)}</p>`;
  const href = (place: string): string => hrefOf(request, '', { ...query, place });
  return html`${totalsTemplate(totals, language)}
  ${
    asked.from === '' && asked.to === ''
      ? nothing
      : html`<p class="council-body">
          <a class="council-link" href=${hrefOf(request, '/reconciliation', { from: asked.from, to: asked.to })}
            >${say('these-days', language)}</a
          >
        </p>`
  }
  ${tableTemplate(finance, request, page.payments)}
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

function totalsTemplate(totals: FoundTotals, language: string): TemplateResult {
  const one = (name: string, text: string): TemplateResult =>
    html`<div>
      <dt>${name}</dt>
      <dd>${text}</dd>
    </div>`;
  const number = totals.count.toLocaleString(language);
  if (totals.more)
    return html`<dl class="council-finance-totals council-body">
        ${one(say('total-count', language), say('more-than', language, { number }))}
      </dl>
      <p class="council-body">${say('not-added-up', language, { number })}</p>`;
  const { paidCount, paid, refunded } = totals;
  return html`<dl class="council-finance-totals council-body">
    ${one(say('total-count', language), number)}
    ${one(say('total-paid', language), say('of', language, { amount: pounds(paid), count: paidCount }))}
    ${one(say('total-refunded', language), pounds(refunded))} ${one(say('total-kept', language), pounds(paid - refunded))}
  </dl>`;
}

function tableTemplate(finance: Finance, request: StaffRequest, rows: readonly FoundPayment[]): TemplateResult {
  const { language } = request;
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
          const started = new Date(row.created_at).toISOString();
          const name = finance.ledger.funds.find(({ id }) => id === row.fund)?.name;
          return html`<tr>
            <th scope="row" class="council-staff-one-line">
              <a class="council-link" translate="no" href=${hrefOf(request, `/payments/${row.id}`)}>${row.reference}</a>
            </th>
            <td class="council-table-cell--numeric">${pounds(row.amount)}</td>
            <td>${stateTag(row, language)}</td>
            <td class="council-staff-words"><time datetime=${started}>${momentInWords(started, language)}</time></td>
            <td class="council-table-cell--numeric">${row.refunded > 0 ? pounds(row.refunded) : ''}</td>
            <td>${name ? inLanguage(name, language) : row.fund}<br />${exact(row.account)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
