/** A bill that explains itself: every figure opens to its arithmetic. The same on the server and in the browser. */
import { dayInWords, inLanguage, safeUrl } from '@council-kit/core';
import { buttonTemplate, detailsTemplate, summaryListTemplate, type Content } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Bill, BillPeriod } from '../contract/bill.ts';
import { nextDue } from '../rules/bill.ts';
import { pounds } from '../rules/pence.ts';
import { billMessages } from './tax-bill.messages.ts';
import { adjustmentInWords, chargeInWords, daysInSentence, fractionInWords, reductionInWords, sumInWords } from './explain.ts';
import { instalmentsTemplate } from './instalments.template.ts';
import { whereItGoesTemplate } from './where-it-goes.template.ts';

const say = billMessages.say;

/** How a bill is shown. */
export interface BillView {
  readonly language: string;
  /** Where it can be paid: a link to a page that asks for nothing it does not need. None: no button. */
  readonly payHref?: string;
  /** In place of that link: the widget’s own button. */
  readonly payButton?: TemplateResult;
  /** Where a Direct Debit can be set up, for who pays by hand. */
  readonly directDebitHref?: string;
}

/** "Council tax bill 2026 to 2027". */
export function billTitle({ year }: Pick<Bill, 'year'>, language: string): string {
  return say('title', language, { from: String(year), to: String(year + 1) });
}

/** A whole bill, with its heading. */
export function billTemplate(bill: Bill, view: BillView): TemplateResult {
  const { language } = view;
  const row = (key: Parameters<typeof say>[0], value: Content) => ({ key: { text: say(key, language) }, value: { text: value } });
  const bands = [...new Set(bill.periods.map(({ band }) => band))];
  return html`<h1 class="council-heading-l">${billTitle(bill, language)}</h1>
    ${leftToPayTemplate(bill, view)}
    ${summaryListTemplate({
      lang: language,
      rows: [
        row('account', html`<span translate="no">${bill.account}</span>`),
        bill.property.length > 0 && row('home', html`${bill.property.map((line) => html`${line}<br />`)}`),
        row('band', bands.join(', ')),
        row('issued', dayInWords(bill.issued, language)),
      ],
    })}
    ${instalmentsTemplate(bill, language)} ${linesTemplate(bill, language)} ${whereItGoesTemplate(bill, language)}`;
}

/** The first thing anybody wants to know: how much, by when. */
function leftToPayTemplate(bill: Bill, { language, payHref, payButton, directDebitHref }: BillView): TemplateResult {
  const { balance, directDebit, broughtForward, paid } = bill;
  // What comes in goes to it first.
  const before = balance > 0 ? Math.max(0, broughtForward - Math.max(0, paid)) : 0;
  const due = nextDue(bill);
  const headline =
    balance > 0
      ? say('left-to-pay', language, { amount: pounds(balance) })
      : balance === 0
        ? say('nothing-left', language)
        : say('credit-left', language, { amount: pounds(-balance) });
  const late = due !== undefined && due.due < bill.asOf;
  const places = due && { amount: pounds(due.amount), day: dayInWords(due.due, language) };
  const when =
    balance <= 0
      ? []
      : [
          ...(directDebit ? [say('by-direct-debit', language)] : []),
          ...(places
            ? [say(directDebit ? (late ? 'not-collected' : 'next-collection') : late ? 'overdue' : 'next-due', language, places)]
            : []),
        ];
  const href = safeUrl(payHref);
  const insteadHref = directDebit || balance <= 0 ? undefined : safeUrl(directDebitHref);
  return html`<div class="council-bill-left">
    <p class="council-bill-left__amount">${headline}</p>
    ${before > 0 ? html`<p class="council-body">${say('from-before', language, { amount: pounds(before) })}</p>` : nothing}
    ${when.length === 0 ? nothing : html`<p class="council-body">${when.join(' ')}</p>`}
    ${balance > 0 && (!directDebit || late) ? (payButton ?? (href ? buttonTemplate({ text: say('pay', language), href }) : nothing)) : nothing}
    ${insteadHref ? html`<p class="council-body"><a class="council-link" href=${insteadHref}>${say('pay-by-direct-debit', language)}</a></p>` : nothing}
    ${balance < 0 ? html`<p class="council-body">${say('credit-help', language)}</p>` : nothing}
    ${balance > 0 && late && !directDebit ? html`<p class="council-body">${say('overdue-help', language)}</p>` : nothing}
  </div>`;
}

/** One line of the bill: its name and figure, and behind them why. */
function lineTemplate(name: Content, figure: string, why: Content, kind?: 'total'): TemplateResult {
  return html`<li class=${kind === 'total' ? 'council-bill-line council-bill-line--total' : 'council-bill-line'}>
    <council-details
      >${detailsTemplate({
        summaryText: html`<span class="council-bill-line__name">${name}</span> <span class="council-bill-line__figure">${figure}</span>`,
        text: why,
      })}</council-details
    >
  </li>`;
}

const words = (text: string): TemplateResult => html`<p class="council-body">${text}</p>`;

/** How it is worked out, line by line. An estimate ends with the year: nobody has paid. */
export function linesTemplate(bill: Bill, language: string, { estimate = false } = {}): TemplateResult {
  const { periods, adjustment, total, broughtForward, received, paid, balance } = bill;
  const several = periods.length > 1;
  const list = (lines: unknown): TemplateResult =>
    html`<ul class="council-bill-lines">
      ${lines}
    </ul>`;
  const endings = html`${
    adjustment === 0 ? nothing : lineTemplate(say('adjustment', language), pounds(adjustment), words(adjustmentInWords(bill, language)))
  }
  ${lineTemplate(
    say('total', language),
    pounds(total),
    words(sumInWords([...(several ? periods.map(({ amount }) => amount) : amountsOf(periods[0])), adjustment], total, language)),
    'total',
  )}
  ${
    broughtForward === 0
      ? nothing
      : lineTemplate(
          say(broughtForward > 0 ? 'brought-forward' : 'credit', language),
          pounds(broughtForward),
          words(say(broughtForward > 0 ? 'brought-forward-why' : 'credit-why', language)),
        )
  }
  ${
    estimate
      ? nothing
      : html`${lineTemplate(say('paid', language), pounds(paid === 0 ? 0 : -paid), received.length === 0 ? words(say('paid-none', language)) : receivedTemplate(bill, language))}
        ${lineTemplate(say('balance', language), pounds(balance), words(sumInWords([total, broughtForward, -paid], balance, language)), 'total')}`
  }`;
  return html`<h2 class="council-heading-m">${say('worked-out', language)}</h2>
    <p class="council-body council-bill-hint">${say('worked-out-hint', language)}</p>
    ${
      several
        ? html`${periods.map(
            (period) =>
              html`<h3 class="council-heading-s">
                  ${say('stretch', language, { from: dayInWords(period.from, language), to: dayInWords(period.to, language) })}
                </h3>
                ${list(periodLines(period, bill, language))}`,
          )}${list(endings)}`
        : list(html`${periods.map((period) => periodLines(period, bill, language))}${endings}`)
    }`;
}

const amountsOf = (period: BillPeriod | undefined): number[] =>
  period ? [period.charge, ...period.reductions.map(({ amount }) => amount)] : [];

function periodLines(period: BillPeriod, bill: Bill, language: string): TemplateResult {
  const { band, days, yearlyTotal, charge, reductions } = period;
  return html`${lineTemplate(
    say('charge', language, { band }),
    pounds(yearlyTotal),
    html`${words(chargeInWords(period, bill, language))}${authoritiesTemplate(period, bill, language)}`,
  )}
  ${
    days === bill.daysInYear
      ? nothing
      : lineTemplate(say('days', language, { count: days }), pounds(charge), words(daysInSentence(period, bill, language)))
  }
  ${reductions.map((reduction) =>
    lineTemplate(
      inLanguage(reduction.name, language),
      pounds(reduction.amount),
      html`${reduction.reason ? words(inLanguage(reduction.reason, language)) : nothing}${words(reductionInWords(reduction, period, language))}`,
    ),
  )}`;
}

/** Each authority's charge for band D, and what the home's band makes of it. */
function authoritiesTemplate({ band, yearly, yearlyTotal }: BillPeriod, bill: Bill, language: string): TemplateResult {
  return html`<table class="council-table">
    <thead>
      <tr>
        <th scope="col">${say('authority', language)}</th>
        <th scope="col" class="council-table-cell--numeric">${say('band-column', language, { band })}</th>
      </tr>
    </thead>
    <tbody>
      ${bill.authorities.map(
        (authority, index) =>
          html`<tr>
            <th scope="row">
              ${inLanguage(authority.name, language)}
              ${band === 'D' ? nothing : html`<span class="council-bill-sum">${fractionInWords(authority, band, bill)}</span>`}
            </th>
            <td class="council-table-cell--numeric">${pounds(yearly[index]?.amount ?? 0)}</td>
          </tr>`,
      )}
      <tr>
        <th scope="row">${say('total', language)}</th>
        <td class="council-table-cell--numeric">${pounds(yearlyTotal)}</td>
      </tr>
    </tbody>
  </table>`;
}

function receivedTemplate({ received, paid }: Bill, language: string): TemplateResult {
  return html`<table class="council-table">
    <thead>
      <tr>
        <th scope="col">${say('date', language)}</th>
        <th scope="col" class="council-table-cell--numeric">${say('amount', language)}</th>
      </tr>
    </thead>
    <tbody>
      ${received.map(
        ({ date, amount, method }) =>
          html`<tr>
            <th scope="row">${dayInWords(date, language)}<br />${say(method, language)}</th>
            <td class="council-table-cell--numeric">${pounds(amount)}</td>
          </tr>`,
      )}
      ${
        received.length < 2
          ? nothing
          : html`<tr>
              <th scope="row">${say('in-all', language)}</th>
              <td class="council-table-cell--numeric">${pounds(paid)}</td>
            </tr>`
      }
    </tbody>
  </table>`;
}
