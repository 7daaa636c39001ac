/** All reports, filtered and paged, and those that have not been handed on. */
import { cutText, inLanguage, momentInWords } from '@council-kit/core';
import {
  buttonTemplate,
  detailsTemplate,
  paginationTemplate,
  selectTemplate,
  tagTemplate,
  textInputTemplate,
} from '@council-kit/elements/templates.js';
import { readPlace, type StaffRequest } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { referencePattern } from '../../rules/reference.ts';
import { readStatus, statuses } from '../../contract/status.ts';
import { statusNames } from '../../contract/status.messages.ts';
import { datetime, placeOf } from '../present.ts';
import { findReports, type StaffFilter } from '../records/find-reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import { kindName, type Reports } from '../reports.ts';
import { countHeld } from '../records/publication.ts';
import { hiddenTextPath, hiddenTextQuery } from './public-text-list-page.ts';
import { publicTextMessages } from './public-text.messages.ts';
import { staffMessages } from './staff.messages.ts';

const pageSize = 25;
/** As many are counted. */
const mostCounted = 99;

/** The list's address, with what it is narrowed to. */
interface Asked {
  readonly status: string;
  readonly kind: string;
  readonly ward: string;
  readonly words: string;
  /** The place of the page in the list; the newest where there is none. */
  readonly place: string;
}

function readAsked(query: (name: string) => string | undefined): Asked {
  return {
    status: query('status') ?? 'open-all',
    kind: query('kind') ?? '',
    ward: query('ward') ?? '',
    words: cutText(query('words') ?? '', 200, 'code-units'),
    place: query('place') ?? '',
  };
}

function statusesOf(asked: string): Pick<StaffFilter, 'status' | 'closed'> {
  if (asked === 'open-all' || asked === 'closed-all') return { closed: asked === 'closed-all' };
  const one = asked === '' ? undefined : readStatus(asked);
  return one ? { status: one } : {};
}

/** `GET /staff/reports`. */
export async function listPage(reports: Reports, request: StaffRequest): Promise<Response> {
  const { context, language } = request;
  const { ground } = reports;
  const say = staffMessages.say;
  const asked = readAsked((name) => context.req.query(name));
  const filter: StaffFilter = {
    ...statusesOf(asked.status),
    ...(asked.kind ? { serviceCode: asked.kind } : {}),
    ...(asked.ward ? { ward: asked.ward } : {}),
    ...(asked.words.trim() ? { text: asked.words } : {}),
  };
  const { rows, newer, older } = await findReports(
    ground.store.db<ReportsTables>(),
    filter,
    pageSize,
    readPlace(asked.place, referencePattern),
  );
  const failed = await ground.outbox.list({ state: 'failed', limit: mostCounted + 1 });
  const held = await countHeld(ground.store.db<ReportsTables>(), mostCounted + 1);
  const href = (place: string): string => request.href('/staff/reports', { ...asked, place });
  const body = html`<h1 class="council-heading-l">${say('reports', language)}</h1>
    <p class="council-body">
      <a class="council-link" href=${request.href('/staff/deliveries')}>${say('undelivered', language)}</a>
      ${failed.length > 0 ? tagTemplate({ text: failed.length > mostCounted ? `${mostCounted}+` : String(failed.length), classes: 'council-tag--red' }) : nothing}
    </p>
    <p class="council-body">
      <a class="council-link" href=${request.href(hiddenTextPath, hiddenTextQuery('held'))}>${publicTextMessages.say('link', language)}</a>
      ${held > 0 ? tagTemplate({ text: held > mostCounted ? `${mostCounted}+` : String(held), classes: 'council-tag--yellow' }) : nothing}
    </p>
    ${filterTemplate(reports, asked, language)}
    ${rows.length === 0 ? html`<p class="council-body">${say('none', language)}</p>` : tableTemplate(reports, rows, language)}
    ${paginationTemplate({
      lang: language,
      ...(newer === undefined ? {} : { previous: { href: href(newer), text: say('newer', language) } }),
      ...(older === undefined ? {} : { next: { href: href(older), text: say('older', language) } }),
    })}`;
  return request.page({ title: say('reports', language), body, here: '/staff/reports' });
}

function filterTemplate({ kinds, map, ground }: Reports, asked: Asked, language: string): TemplateResult {
  const say = staffMessages.say;
  const all = { value: '', text: say('all', language) };
  const form = html`<form method="get" action=${ground.site.path('/staff/reports')}>
    <input type="hidden" name="lang" value=${language} />
    ${selectTemplate({
      name: 'status',
      label: { text: say('status', language) },
      value: asked.status,
      items: [
        { value: 'open-all', text: say('all-open', language) },
        { value: 'closed-all', text: say('all-closed', language) },
        all,
        ...statuses.map((status) => ({ value: status, text: inLanguage(statusNames[status], language) })),
      ],
    })}
    ${selectTemplate({
      name: 'kind',
      label: { text: say('kind', language) },
      value: asked.kind,
      items: [all, ...kinds.map((kind) => ({ value: kind.service_code, text: inLanguage(kind.service_name, language) }))],
    })}
    ${
      map.wards.length > 0
        ? selectTemplate({
            name: 'ward',
            label: { text: say('ward', language) },
            value: asked.ward,
            items: [all, ...map.wards.map((ward) => ({ value: ward, text: ward }))],
          })
        : nothing
    }
    ${textInputTemplate({ name: 'words', label: { text: say('words', language) }, hint: { text: say('words-hint', language) }, value: asked.words, width: 20, lang: language })}
    ${buttonTemplate({ text: say('apply', language) })}
    <p class="council-body">
      <a class="council-link" href=${ground.site.path(`/staff/reports?status=&lang=${language}`)}>${say('clear', language)}</a>
    </p>
  </form>`;
  const narrowed = asked.kind !== '' || asked.ward !== '' || asked.words !== '' || asked.status !== 'open-all';
  return detailsTemplate({ summaryText: say('filter', language), text: form, open: narrowed });
}

function tableTemplate(reports: Reports, rows: readonly ReportRow[], language: 'en' | 'cy'): TemplateResult {
  const say = staffMessages.say;
  const { site } = reports.ground;
  const caption = say('caption', language);
  return html`<div class="council-table-scroll" tabindex="0" role="region" aria-label=${caption}>
    <table class="council-table">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('reference', language)}</th>
          <th scope="col">${say('kind', language)}</th>
          <th scope="col">${say('place', language)}</th>
          <th scope="col">${say('status', language)}</th>
          <th scope="col">${say('reported', language)}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">
                <a class="council-link" href=${site.path(`/staff/reports/${row.reference}?lang=${language}`)}>${row.reference}</a>
              </th>
              <td>${kindName(reports, row.service_code, language)}</td>
              <td>${placeOf(row, language)}</td>
              <td>
                ${tagTemplate({ text: inLanguage(statusNames[row.status], language), classes: row.closed ? 'council-tag--grey' : 'council-tag--blue' })}
              </td>
              <td><time datetime=${datetime(row.requested_at)}>${momentInWords(datetime(row.requested_at), language)}</time></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
