/** What came of a comparison of the books, or how far it is. */
import { dayInWords, momentInWords } from '@council-kit/core';
import { buttonTemplate, insetTextTemplate, summaryListTemplate, warningTextTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { ReconciliationRow } from '../records.ts';
import { asTyped } from '../period.ts';
import type { Difference, Reconciliation, Totals } from '../reconcile.ts';
import { standingOf } from '../reconciliations.ts';
import { exact, formOf, hrefOf } from './finance-page.ts';
import type { StaffRequest } from '@council-kit/gateway';
import { pounds } from '@council-kit/payments/rules.js';
import type { Finance } from '../finance.ts';
import { financeMessages } from './finance.messages.ts';
import { reconciliationMessages } from './reconciliation.messages.ts';

const say = reconciliationMessages.say;
/** How soon the page asks again by itself: a browser's own way, without a script. */
const againSeconds = 3;

/** `GET /staff/finance/reconciliation/{id}`. */
export function comparisonPage(finance: Finance, request: StaffRequest, row: ReconciliationRow): Response {
  const { language } = request;
  const standing = standingOf(row, finance.ground.clock.now());
  const back = { text: say('title', language), href: hrefOf(request, '/reconciliation', { from: row.first, to: row.last }) };
  const days = html`<p class="council-body-l">${daysInWords(row, language)}</p>`;
  if (standing.kind === 'asking') {
    const title = say('asking-title', language);
    return request.page({
      title,
      back,
      refreshSeconds: againSeconds,
      body: html`<h1 class="council-heading-l">${title}</h1>
        ${days}
        <p class="council-body">${say('asking', language)}</p>
        ${
          standing.read === 0
            ? nothing
            : html`<p class="council-body">${say('asking-progress', language, { read: standing.read, of: standing.of })}</p>`
        }
        <p class="council-body">
          <a class="council-link" href=${hrefOf(request, `/reconciliation/${row.id}`)}>${say('look-again', language)}</a>
        </p>`,
    });
  }
  if (standing.kind !== 'done') {
    const title = say('failed-title', language);
    return request.page({
      title,
      back,
      body: html`<h1 class="council-heading-l">${title}</h1>
        ${days}
        <p class="council-body">${say(standing.kind === 'failed' ? 'failed' : 'cut-off', language)}</p>
        ${standing.kind === 'failed' ? html`<p class="council-hint">${financeMessages.say('away-code', language, { code: standing.code })}</p>` : nothing}
        ${againTemplate(finance, request, row)}`,
    });
  }
  const title = say('title', language);
  const { result } = standing;
  const { more } = result;
  const at = new Date(row.seen_at).toISOString();
  return request.page({
    title: `${title}: ${daysInWords(row, language)}`,
    back,
    body: html`<h1 class="council-heading-l">${daysInWords(row, language)}</h1>
      <p class="council-hint">${say('read-at', language, { moment: momentInWords(at, language) })}</p>
      ${
        result.differences.length === 0
          ? insetTextTemplate({ text: say('agree', language), lang: language })
          : warningTextTemplate({ text: say('differences-count', language, { count: result.differences.length + more }), lang: language })
      }
      ${booksTemplate(result, language)}
      ${
        result.others.count === 0
          ? nothing
          : html`<p class="council-body">
              ${say('others', language, { count: result.others.count, amount: pounds(result.others.paid - result.others.refunded) })}
            </p>`
      }
      ${
        result.differences.length === 0
          ? nothing
          : html`<h2 class="council-heading-m">${say('differences', language)}</h2>
              ${result.differences.map((each) => differenceTemplate(finance, request, each))}
              ${more === 0 ? nothing : html`<p class="council-body">${say('more', language, { count: more })}</p>`}`
      }
      ${againTemplate(finance, request, row)}`,
  });
}

function againTemplate(finance: Finance, request: StaffRequest, row: ReconciliationRow): TemplateResult {
  const { language } = request;
  return formOf(
    request,
    '/reconciliation',
    { from: asTyped(row.first), to: asTyped(row.last) },
    html`<div class="council-button-group">
      ${buttonTemplate({ text: say('again', language), name: 'do', value: 'compare' })}
      ${buttonTemplate({ text: say('download', language), name: 'do', value: 'download', classes: 'council-button--secondary' })}
    </div>`,
  );
}

function booksTemplate({ here, there }: Reconciliation, language: string): TemplateResult {
  const caption = say('books', language);
  const line = (name: 'count' | 'paid' | 'refunded' | 'kept', of: (totals: Totals) => number): TemplateResult => {
    const shown = (number: number): string => (name === 'count' ? number.toLocaleString(language) : pounds(number));
    return html`<tr>
      <th scope="row">${say(name, language)}</th>
      ${[of(here), of(there), of(there) - of(here)].map((number) => html`<td class="council-table-cell--numeric">${shown(number)}</td>`)}
    </tr>`;
  };
  return html`<div class="council-table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="council-table">
      <caption class="council-table-caption--m">
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${(['our-book', 'pays-book', 'difference'] as const).map(
            (name) => html`<th scope="col" class="council-table-cell--numeric">${say(name, language)}</th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${line('count', ({ count }) => count)} ${line('paid', ({ paid }) => paid)} ${line('refunded', ({ refunded }) => refunded)}
        ${line('kept', ({ paid, refunded }) => paid - refunded)}
      </tbody>
    </table>
  </div>`;
}

/** What an officer does about it; what Pay can mend by being asked, with the button that asks. */
function differenceTemplate(finance: Finance, request: StaffRequest, difference: Difference): TemplateResult {
  const { language } = request;
  const { payment, kind, reference, payId, here, there } = difference;
  const row = (key: string, text: unknown) => ({ key: { text: key }, value: { text: html`${text}` } });
  const what =
    kind === 'missing-here' && payment === null
      ? 'do-lost'
      : kind === 'created-twice' && there === 0
        ? 'do-created-twice-unpaid'
        : (`do-${kind}` as const);
  const path = `/payments/${payment ?? ''}`;
  const asking =
    payment !== null && (kind === 'missing-here' || kind === 'refunds')
      ? formOf(
          request,
          `${path}/read`,
          {},
          buttonTemplate({
            text: html`${say('ask-pay', language)}<span class="council-visually-hidden">: ${reference}</span>`,
            classes: 'council-button--secondary council-finance-below',
          }),
        )
      : nothing;
  return summaryListTemplate({
    lang: language,
    card: { title: { text: exact(reference), headingLevel: 3 } },
    rows: [
      row(say('what', language), say(`kind-${kind}`, language)),
      row(say('our-book', language), pounds(here)),
      row(say('pays-book', language), pounds(there)),
      row(
        say('payment', language),
        payment === null
          ? say('payment-unknown', language)
          : html`<a class="council-link" href=${hrefOf(request, path)}>${exact(reference)}</a>`,
      ),
      row(financeMessages.say('pay-number', language), exact(payId)),
      row(say('what-to-do', language), html`${say(what, language)}${asking}`),
    ],
  });
}

/** "1 June 2026 to 30 June 2026"; one day by itself. */
export function daysInWords({ first, last }: { readonly first: string; readonly last: string }, language: string): string {
  const [from, to] = [dayInWords(first, language), dayInWords(last, language)];
  return first === last ? from : say('days-link', language, { first: from, last: to });
}
