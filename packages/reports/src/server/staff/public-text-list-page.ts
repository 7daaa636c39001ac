/** Reports whose words others may not read yet: an officer reads each, and releases it or keeps it hidden. */
import { momentInWords } from '@council-kit/core';
import {
  buttonGroupTemplate,
  buttonTemplate,
  checkboxesTemplate,
  errorSummaryTemplate,
  insetTextTemplate,
  notificationBannerTemplate,
  paginationTemplate,
} from '@council-kit/elements/templates.js';
import type { StaffRequest } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { readReference } from '../../rules/reference.ts';
import { datetime } from '../present.ts';
import { listByPublication, type ListPlace } from '../records/publication.ts';
import { contactOf, publicTextsOf } from '../records/public-texts.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import { kindName, type Reports } from '../reports.ts';
import { publicTextMessages } from './public-text.messages.ts';
import { backToReports } from './reports-area.ts';
import { textsTemplate } from './texts.template.ts';

export const hiddenTextPath = '/staff/hidden-text';

const pageSize = 20;

/** Which reports the page lists. */
export type HiddenState = 'held' | 'withheld';

/** What the page says after a form was sent. */
export interface HiddenTextOutcome {
  readonly error?: string;
  readonly notice?: string;
}

/** `GET /staff/hidden-text`, and the answer to a form that could not be taken. */
export async function publicTextListPage(
  reports: Reports,
  request: StaffRequest,
  state: HiddenState,
  outcome: HiddenTextOutcome = {},
): Promise<Response> {
  const { context, language } = request;
  const { ground, settings } = reports;
  const say = publicTextMessages.say;
  const after = readPlace(context.req.query('after'));
  const found = await listByPublication(ground.store.db<ReportsTables>(), state, pageSize, after);
  const rows = found.slice(0, pageSize);
  const last = rows.at(-1);
  const title = say('title', language);
  const body = html`${
      outcome.error === undefined
        ? nothing
        : errorSummaryTemplate({ errorList: [{ text: outcome.error, href: rows.length > 0 ? '#all' : undefined }], lang: language })
    }
    ${outcome.notice === undefined ? nothing : notificationBannerTemplate({ text: outcome.notice, lang: language })}
    ${doneTemplate(request)}
    <h1 class="council-heading-l">${title}</h1>
    ${statesTemplate(request, state)}
    <p class="council-body">${say(state === 'held' ? 'intro' : 'intro-withheld', language)}</p>
    ${settings.publicDescriptions ? nothing : insetTextTemplate({ text: say('descriptions-private', language) })}
    ${
      rows.length === 0
        ? html`<p class="council-body">${say(state === 'held' ? 'none-waiting' : 'none-withheld', language)}</p>`
        : await formTemplate(reports, request, rows, state, outcome.error)
    }
    ${paginationTemplate({
      lang: language,
      ...(after ? { previous: { href: request.href(hiddenTextPath, hiddenTextQuery(state)), labelText: say('first', language) } } : {}),
      ...(found.length > pageSize && last
        ? {
            next: {
              href: request.href(hiddenTextPath, hiddenTextQuery(state, { at: last.requested_at, reference: last.reference })),
              labelText: say('next', language),
            },
          }
        : {}),
    })}`;
  return request.page({
    title,
    body,
    error: outcome.error !== undefined,
    status: outcome.error !== undefined ? 422 : outcome.notice !== undefined ? 403 : 200,
    back: backToReports(request),
  });
}

/** What the page's address says of the list. */
export function hiddenTextQuery(state: HiddenState, after?: ListPlace): Record<string, string> {
  return { state, ...(after ? { after: `${after.at}.${after.reference}` } : {}) };
}

/** `held` for everything that is not `withheld`. */
export function readState(given: unknown): HiddenState {
  return given === 'withheld' ? 'withheld' : 'held';
}

function readPlace(given = ''): ListPlace | undefined {
  const [, at, written = ''] = /^(\d{1,15})\.([\w-]{1,20})$/.exec(given) ?? [];
  const reference = readReference(written);
  return at === undefined || reference === undefined ? undefined : { at: Number(at), reference };
}

function doneTemplate({ context, language }: StaffRequest): TemplateResult | typeof nothing {
  for (const decision of ['released', 'withheld'] as const) {
    const count = Number(context.req.query(decision) ?? 0);
    if (!Number.isInteger(count) || count < 1 || count > pageSize) continue;
    const text = publicTextMessages.say(`${decision}-done`, language, { count });
    return notificationBannerTemplate({ type: 'success', text, lang: language });
  }
  return nothing;
}

function statesTemplate(request: StaffRequest, state: HiddenState): TemplateResult {
  const { language } = request;
  const say = publicTextMessages.say;
  const other = state === 'held' ? 'withheld' : 'held';
  return html`<p class="council-body">
    <strong>${say(state === 'held' ? 'waiting' : 'withheld', language)}</strong> ·
    <a class="council-link" href=${request.href(hiddenTextPath, hiddenTextQuery(other))}
      >${say(other === 'held' ? 'waiting' : 'withheld', language)}</a
    >
  </p>`;
}

async function formTemplate(
  reports: Reports,
  request: StaffRequest,
  rows: readonly ReportRow[],
  state: HiddenState,
  error: string | undefined,
): Promise<TemplateResult> {
  const { language } = request;
  const say = publicTextMessages.say;
  const items: TemplateResult[] = [];
  for (const row of rows) items.push(await itemTemplate(reports, request, row));
  const content = html`${checkboxesTemplate({
    name: 'all',
    items: [{ value: rows.map(({ reference }) => reference).join(' '), text: say('choose-all', language, { count: rows.length }) }],
    errorMessage: error === undefined ? undefined : { text: error },
    lang: language,
  })}
  ${items}
  ${buttonGroupTemplate(
    html`${[
      buttonTemplate({ text: say('release-chosen', language), name: 'decision', value: 'released', preventDoubleClick: true }),
      ...(state === 'held'
        ? [
            buttonTemplate({
              text: say('withhold-chosen', language),
              name: 'decision',
              value: 'withheld',
              classes: 'council-button--secondary',
              preventDoubleClick: true,
            }),
          ]
        : []),
    ]}`,
  )}`;
  return request.form(hiddenTextPath, content, { state });
}

async function itemTemplate(reports: Reports, request: StaffRequest, row: ReportRow): Promise<TemplateResult> {
  const { ground } = reports;
  const { language } = request;
  const { reference } = row;
  const say = publicTextMessages.say;
  const contact = await contactOf(ground.store.db<ReportsTables>(), reference);
  const shown = publicTextsOf(row, contact);
  return html`<section class="council-report-choice" aria-labelledby=${`report-${reference}`}>
    <h2 class="council-heading-m" id=${`report-${reference}`}>${say('report', language, { reference })}</h2>
    <p class="council-body">
      ${say('reported', language, { kind: kindName(reports, row.service_code, language), day: momentInWords(datetime(row.requested_at), language) })}
    </p>
    ${textsTemplate(row, { heading: 'public', texts: { description: shown.public_description, address: shown.public_address } }, language)}
    <p class="council-body">
      <a class="council-link" href=${`${request.href(`/staff/reports/${reference}`)}#public-text`}
        >${say('edit', language, { reference })}</a
      >
    </p>
    ${checkboxesTemplate({
      name: 'reference',
      idPrefix: `choose-${reference}`,
      items: [{ value: reference, text: say('choose', language, { reference }) }],
      lang: language,
    })}
  </section>`;
}
