/** From a day to a day: our book beside Pay's, or as a file. */
import { dayInLondon, momentInWords } from '@council-kit/core';
import {
  buttonGroupTemplate,
  buttonTemplate,
  errorSummaryTemplate,
  notificationBannerTemplate,
  textInputTemplate,
} from '@council-kit/elements/templates.js';
import { Problem, type StaffRequest, type StaffRoutes } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import type { Finance } from '../finance.ts';
import { asTyped, periodOf, readDay, type Period } from '../period.ts';
import { standingOf, type Reconciliations } from '../reconciliations.ts';
import { root } from '../finance-area.ts';
import { formOf, hrefOf, to } from './finance-page.ts';
import { financeMessages } from './finance.messages.ts';
import { comparisonPage, daysInWords } from './comparison-page.ts';
import { reconciliationMessages } from './reconciliation.messages.ts';

const say = reconciliationMessages.say;
const path = '/reconciliation';
/** A comparison of a few days is there in less. */
export const patienceMs = 1_500;

interface Typed {
  readonly from: string;
  readonly to: string;
}
interface FieldFault {
  readonly field: 'from' | 'to';
  readonly message: string;
}

export function addReconciliationPages(area: StaffRoutes, finance: Finance, comparisons: Reconciliations): void {
  area.get(root + path, async (request) => {
    const { context } = request;
    const today = dayInLondon(finance.ground.clock.now());
    const day = (name: 'from' | 'to'): string => asTyped(readDay((context.req.query(name) ?? '').slice(0, 40)) ?? today);
    return await formPage(finance, request, comparisons, { from: day('from'), to: day('to') });
  });

  area.post(root + path, async (request, form) => {
    const { context, language } = request;
    const typed = { from: form.text('from'), to: form.text('to') };
    if (!form.fits) return await formPage(finance, request, comparisons, typed, [], financeMessages.say('stale', language));
    const read = readPeriod(finance, typed, language);
    if ('faults' in read) return await formPage(finance, request, comparisons, typed, read.faults);
    const { period } = read;
    if (form.text('do') === 'download') {
      const days = new URLSearchParams({ from: period.first, to: period.last });
      return context.redirect(finance.ground.site.path(`/staff/payments.csv?${days.toString()}`), 303);
    }
    return to(request, `${path}/${await comparisons.begin(period, request.officer)}`);
  });

  area.get(`${root}${path}/:id`, async (request) => {
    const id = request.context.req.param('id') ?? '';
    await comparisons.settled(id, patienceMs);
    const row = await comparisons.read(id);
    if (!row)
      throw new Problem({
        status: 404,
        code: 'comparison_not_found',
        title: { en: 'There is no such comparison', cy: 'Nid oes cymhariaeth o’r fath' },
        detail: { en: 'They are kept for 30 days. Compare again.', cy: 'Cedwir hwy am 30 diwrnod. Cymharwch eto.' },
      });
    return comparisonPage(finance, request, row);
  });
}

/** What was typed as days, or what is wrong with it. */
export function readPeriod(
  { ground }: Finance,
  typed: Typed,
  language: string,
): { readonly period: Period } | { readonly faults: readonly FieldFault[] } {
  const places = { day: asTyped(dayInLondon(ground.clock.now())) };
  const [from, to] = [readDay(typed.from), readDay(typed.to)];
  const unread = (field: 'from' | 'to'): FieldFault => ({
    field,
    message: say(typed[field].trim() === '' ? `${field}-missing` : `${field}-unreadable`, language, places),
  });
  if (from === undefined || to === undefined)
    return { faults: [...(from === undefined ? [unread('from')] : []), ...(to === undefined ? [unread('to')] : [])] };
  if (to < from) return { faults: [{ field: 'to', message: say('order', language) }] };
  const period = periodOf(from, to);
  return period ? { period } : { faults: [{ field: 'to', message: say('too-long', language) }] };
}

async function formPage(
  finance: Finance,
  request: StaffRequest,
  comparisons: Reconciliations,
  typed: Typed,
  faults: readonly FieldFault[] = [],
  notice?: string,
): Promise<Response> {
  const { language } = request;
  const title = say('title', language);
  const day = (name: 'from' | 'to'): TemplateResult => {
    const message = faults.find(({ field }) => field === name)?.message;
    return textInputTemplate({
      name,
      label: { text: say(name, language) },
      hint: { text: say('day-hint', language, { day: asTyped(dayInLondon(finance.ground.clock.now())) }) },
      value: typed[name],
      width: 10,
      autocomplete: 'off',
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
      lang: language,
    });
  };
  const body = html`${
      faults.length === 0
        ? nothing
        : errorSummaryTemplate({ errorList: faults.map(({ field, message }) => ({ text: message, href: `#${field}` })), lang: language })
    }
    ${notice === undefined ? nothing : notificationBannerTemplate({ text: notice, lang: language })}
    <h1 class="council-heading-l">${title}</h1>
    <p class="council-body">${say('intro', language)}</p>
    ${formOf(
      request,
      path,
      {},
      html`<div class="council-finance-fields">${day('from')}${day('to')}</div>
        ${buttonGroupTemplate(
          html`${buttonTemplate({ text: say('compare', language), name: 'do', value: 'compare' })}
          ${buttonTemplate({ text: say('download', language), name: 'do', value: 'download', classes: 'council-button--secondary' })}`,
        )}
        <p class="council-hint">${say('download-hint', language)}</p>`,
    )}
    ${await latestTemplate(finance, request, comparisons)}`;
  return request.page({
    title,
    body,
    here: root + path,
    error: faults.length > 0,
    status: faults.length > 0 ? 422 : notice === undefined ? 200 : 403,
  });
}

async function latestTemplate(
  finance: Finance,
  request: StaffRequest,
  comparisons: Reconciliations,
): Promise<TemplateResult | typeof nothing> {
  const { language } = request;
  const rows = await comparisons.latest(10);
  if (rows.length === 0) return nothing;
  const caption = say('latest', language);
  const now = finance.ground.clock.now();
  return html`<section class="council-finance-section">
    <h2 class="council-heading-m">${caption}</h2>
    <div class="council-table-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="council-table">
        <caption class="council-visually-hidden">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say('days', language)}</th>
            <th scope="col">${say('outcome', language)}</th>
            <th scope="col">${say('begun', language)}</th>
            <th scope="col">${say('by', language)}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => {
            const at = new Date(row.begun_at).toISOString();
            const standing = standingOf(row, now);
            const differences = standing.kind === 'done' ? standing.result.differences.length + standing.result.more : 0;
            const outcome =
              standing.kind === 'asking'
                ? say('outcome-asking', language)
                : standing.kind !== 'done'
                  ? say('outcome-failed', language)
                  : differences === 0
                    ? say('outcome-agree', language)
                    : say('outcome-differ', language, { count: differences });
            return html`<tr>
              <th scope="row" class="council-staff-one-line">
                <a class="council-link" href=${hrefOf(request, `${path}/${row.id}`)}>${daysInWords(row, language)}</a>
              </th>
              <td class="council-staff-one-line">${outcome}</td>
              <td class="council-staff-one-line"><time datetime=${at}>${momentInWords(at, language)}</time></td>
              <td>${row.officer}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}
