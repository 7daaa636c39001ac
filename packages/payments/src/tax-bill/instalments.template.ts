/** When to pay: the instalments, and what they would be for who asks for twelve. */
import { dayInWords, inLanguage, safeUrl } from '@council-kit/core';
import { detailsTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Bill, TwelveOffer } from '../contract/bill.ts';
import type { Due } from '../contract/billing.ts';
import { pounds, sum } from '../rules/pence.ts';
import { instalmentsInWords } from './explain.ts';
import { billMessages } from './tax-bill.messages.ts';

const say = billMessages.say;

/** The instalments of a bill: each with whether it is paid, and why they are what they are. */
export function instalmentsTemplate(bill: Bill, language: string): TemplateResult | typeof nothing {
  const { instalments, total, year, issued } = bill;
  if (instalments.length === 0) return nothing;
  return html`<h2 class="council-heading-m">${say('instalments', language)}</h2>
    <table class="council-table">
      <caption class="council-visually-hidden">
        ${say('instalments', language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('due', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('amount', language)}</th>
          <th scope="col">${say('status', language)}</th>
        </tr>
      </thead>
      <tbody>
        ${instalments.map(
          ({ due, amount, paid, status }) =>
            html`<tr>
              <th scope="row">${dayInWords(due, language)}</th>
              <td class="council-table-cell--numeric">${pounds(amount)}</td>
              <td>${say(`status-${status}`, language, { paid: pounds(paid), left: pounds(amount - paid) })}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <council-details
      >${detailsTemplate({
        summaryText: say('instalments-why', language),
        text: html`<p class="council-body">${instalmentsInWords({ instalments, total, from: { year, issued } }, language)}</p>`,
      })}</council-details
    >
    ${twelveTemplate(bill, language)}`;
}

/** What is left, as it is now and as it would be for who asks. */
function twelveTemplate({ twelve, instalments, year, asOf }: Bill, language: string): TemplateResult | typeof nothing {
  if (!twelve) return nothing;
  const open = instalments.flatMap(({ due, amount, paid }) => (paid < amount ? [{ due, amount: amount - paid }] : []));
  const left = sum(open.map(({ amount }) => amount));
  const count = twelve.instalments.length;
  const from = { year, issued: asOf, twelve: true };
  return html`<council-details
    >${detailsTemplate({
      summaryText: say('twelve', language, { count, now: open.length }),
      text: html`<p class="council-body">${say('twelve-left', language, { left: pounds(left), count })}</p>
        ${askTemplate(twelve, language)}
        ${sideBySideTemplate(
          [
            { title: say('now', language), instalments: open },
            { title: say('if-you-ask', language), instalments: twelve.instalments },
          ],
          language,
        )}
        <p class="council-body">${instalmentsInWords({ instalments: twelve.instalments, total: left, from }, language)}</p>`,
    })}</council-details
  >`;
}

/** How to ask for twelve: the council's own words, behind its own link where it has one. */
export function askTemplate({ ask, url }: Pick<TwelveOffer, 'ask' | 'url'>, language: string): TemplateResult {
  const words = ask ? inLanguage(ask, language) : say('twelve-ask', language);
  const href = safeUrl(url);
  return html`<p class="council-body">${href ? html`<a class="council-link" href=${href}>${words}</a>` : words}</p>`;
}

/** One way to pay: what it is called and its instalments. */
export interface Schedule {
  readonly title: string;
  readonly instalments: readonly Due[];
}

/** Ways to pay beside one another, month by month, and that they come to the same. */
export function sideBySideTemplate(schedules: readonly Schedule[], language: string): TemplateResult {
  const months = [...new Set(schedules.flatMap(({ instalments }) => instalments.map(({ due }) => due.slice(0, 7))))].sort();
  const figure = (pence: number | undefined): TemplateResult =>
    html`<td class="council-table-cell--numeric">${pence === undefined ? say('no-instalment', language) : pounds(pence)}</td>`;
  return html`<table class="council-table council-bill-schedules">
    <caption class="council-visually-hidden">
      ${say('instalments', language)}
    </caption>
    <thead>
      <tr>
        <th scope="col">${say('due', language)}</th>
        ${schedules.map(({ title }) => html`<th scope="col" class="council-table-cell--numeric">${title}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${months.map((month) => {
        const ofMonth = schedules.map(({ instalments }) => instalments.find(({ due }) => due.startsWith(month)));
        return html`<tr>
          <th scope="row">${dayOrMonthInWords(ofMonth, language)}</th>
          ${ofMonth.map((instalment) => figure(instalment?.amount))}
        </tr>`;
      })}
      <tr>
        <th scope="row">${say('in-all', language)}</th>
        ${schedules.map(({ instalments }) => figure(sum(instalments.map(({ amount }) => amount))))}
      </tr>
    </tbody>
  </table>`;
}

/** "1 April 2026"; only "April 2026" where one way asks for it on another day than the other. */
function dayOrMonthInWords(instalments: readonly (Due | undefined)[], language: string): string {
  const [day = '', another] = new Set(instalments.flatMap((instalment) => instalment?.due ?? []));
  const words = dayInWords(day, language);
  return another === undefined ? words : words.replace(/^\d+\s+/, '');
}
