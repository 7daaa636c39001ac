/** One report as staff see it: everything, and a form that tells the resident what is being done. */
import { inLanguage, momentInWords } from '@council-kit/core';
import {
  buttonTemplate,
  errorSummaryTemplate,
  insetTextTemplate,
  notificationBannerTemplate,
  selectTemplate,
  summaryListTemplate,
  textareaTemplate,
  type SummaryListRow,
} from '@council-kit/elements/templates.js';
import type { StaffRequest } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { updateLimit, updateUnit } from '../../contract/limits.ts';
import { statuses } from '../../contract/status.ts';
import { statusNames } from '../../contract/status.messages.ts';
import { statusTagTemplate, updatesTemplate } from '../../report-status/report-status.template.ts';
import { datetime, photoUrl, placeOf, presentUpdates } from '../present.ts';
import { updatesOf } from '../records/reports.ts';
import type { ReportRow, ReportsTables, UpdateRow } from '../records/tables.ts';
import { kindName, type Reports } from '../reports.ts';
import { publicTextMessages } from './public-text.messages.ts';
import { publicTextSection, type PublicTextForm } from './public-text-section.ts';
import { staffMessages } from './staff.messages.ts';
import { backToReports } from './reports-area.ts';

/** What a form of the page held, where it was sent and something was wrong. */
export interface SentForm {
  readonly update?: UpdateForm;
  readonly publicText?: PublicTextForm;
  /** Said above the page. */
  readonly notice?: string;
}

/** The form that publishes an update. */
export interface UpdateForm {
  readonly status: string;
  readonly description: string;
  readonly errors: readonly { readonly field: 'status' | 'description'; readonly message: string }[];
}

/** `GET /staff/reports/{reference}`, and the answer to a form that could not be taken. */
export async function reportPage(reports: Reports, request: StaffRequest, row: ReportRow, sent: SentForm = {}): Promise<Response> {
  const { context, language } = request;
  const say = staffMessages.say;
  const updates = await updatesOf(reports.ground.store.db<ReportsTables>(), row.reference);
  const title = say('report', language, { reference: row.reference });
  const { update: form, publicText, notice } = sent;
  const errors = [...(form?.errors ?? []), ...(publicText?.errors ?? [])];
  const body = html`${
      errors.length > 0
        ? errorSummaryTemplate({ errorList: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })), lang: language })
        : nothing
    }
    ${notice ? notificationBannerTemplate({ text: notice, lang: language }) : nothing}
    ${sent.update || sent.publicText ? nothing : doneTemplate(context, language)}
    <h1 class="council-heading-l">${title}</h1>
    ${row.publication === 'held' ? heldTemplate(language) : nothing}
    ${summaryListTemplate({ rows: await rowsOf(reports, row, language), lang: language })}
    <h2 class="council-heading-m">${say('updates', language)}</h2>
    ${updates.length === 0 ? html`<p class="council-body">${say('no-updates', language)}</p>` : updatesTemplate(presentUpdates(updates, language), language)}
    <h2 class="council-heading-m">${say('add-update', language)}</h2>
    ${formTemplate(request, row, updates, form)} ${await publicTextSection(reports, request, row, publicText)}`;
  return request.page({
    title,
    body,
    error: errors.length > 0,
    status: errors.length > 0 ? 422 : notice ? 403 : 200,
    back: backToReports(request),
  });
}

function heldTemplate(language: string): TemplateResult {
  const say = publicTextMessages.say;
  return insetTextTemplate({
    text: html`${say('state-held', language)} <a class="council-link" href="#public-text">${say('change', language)}</a>`,
  });
}

function doneTemplate({ req }: StaffRequest['context'], language: string): TemplateResult | typeof nothing {
  const text =
    req.query('saved') !== undefined
      ? staffMessages.say('saved', language)
      : req.query('decided') !== undefined
        ? publicTextMessages.say('saved', language)
        : undefined;
  return text === undefined ? nothing : notificationBannerTemplate({ type: 'success', text, lang: language });
}

function formTemplate(request: StaffRequest, row: ReportRow, updates: readonly UpdateRow[], form?: UpdateForm): TemplateResult {
  const { language } = request;
  const say = staffMessages.say;
  const error = (field: string) => {
    const message = form?.errors.find((each) => each.field === field)?.message;
    return message === undefined ? undefined : { text: message };
  };
  const content = html`${selectTemplate({
    name: 'status',
    label: { text: say('new-status', language) },
    value: form?.status ?? row.status,
    items: statuses.map((status) => ({ value: status, text: inLanguage(statusNames[status], language) })),
    errorMessage: error('status'),
  })}
  ${textareaTemplate({
    name: 'description',
    label: { text: say('update-text', language) },
    hint: { text: say('update-hint', language) },
    value: form?.description ?? '',
    maxlength: updateLimit,
    characterUnit: updateUnit,
    errorMessage: error('description'),
    lang: language,
  })}
  ${buttonTemplate({ text: say('save', language), preventDoubleClick: true })}`;
  return request.form(`/staff/reports/${row.reference}`, content, { key: `${row.reference} ${updates.length} ${crypto.randomUUID()}` });
}

async function rowsOf(reports: Reports, row: ReportRow, language: 'en' | 'cy'): Promise<SummaryListRow[]> {
  const say = staffMessages.say;
  const db = reports.ground.store.db<ReportsTables>();
  const [contact, photos, forwarding] = await Promise.all([
    db.selectFrom('reports_contact').selectAll().where('reference', '=', row.reference).executeTakeFirst(),
    db.selectFrom('reports_photo').select('id').where('reference', '=', row.reference).orderBy('position').execute(),
    db.selectFrom('reports_forwarding').selectAll().where('reference', '=', row.reference).executeTakeFirst(),
  ]);
  const line = (key: string, content: unknown): SummaryListRow => ({ key: { text: key }, value: { text: html`${content}` } });
  const lines = (texts: readonly (string | undefined)[]) =>
    texts.filter(Boolean).map((text, index) => (index === 0 ? text : html`<br />${text}`));
  const status_name = inLanguage(statusNames[row.status], language);
  const requested = datetime(row.requested_at);
  return [
    line(say('kind', language), kindName(reports, row.service_code, language)),
    line(say('status', language), statusTagTemplate({ status: row.status, status_name, closed: row.closed === 1 })),
    line(say('reported', language), html`<time datetime=${requested}>${momentInWords(requested, language)}</time>`),
    line(say('place', language), placeOf(row, language)),
    ...(row.ward ? [line(say('ward', language), row.ward)] : []),
    ...(row.lat !== null && row.long !== null
      ? [
          line(
            say('position', language),
            row.accuracy === null
              ? `${row.lat}, ${row.long}`
              : say('accuracy', language, { lat: row.lat, long: row.long, metres: Math.round(row.accuracy) }),
          ),
        ]
      : []),
    ...answersOf(reports, row, language).map(([label, answers]) => line(label, lines(answers))),
    ...(row.description ? [line(say('description', language), html`<span class="council-report-words">${row.description}</span>`)] : []),
    ...(photos.length > 0
      ? [
          line(
            say('photos', language),
            photos.map(
              ({ id }, index) =>
                html`<img
                  class="council-report-photo"
                  src=${photoUrl(reports, id)}
                  alt=${say('photo', language, { number: index + 1 })}
                  loading="lazy"
                />`,
            ),
          ),
        ]
      : []),
    line(
      say('contact', language),
      contact
        ? html`${lines([contact.name, contact.email, contact.phone])}<br />
            <span class="council-hint">${say('deleted-on', language, { day: momentInWords(datetime(contact.delete_at), language) })}</span>`
        : say('no-contact', language),
    ),
    line(
      say('forwarded', language),
      forwarding
        ? forwarding.external_id === null
          ? say('forwarding-waits', language, { upstream: forwarding.upstream })
          : say('forwarded-as', language, { upstream: forwarding.upstream, id: forwarding.external_id })
        : say('not-forwarded', language),
    ),
  ];
}

/** Answers in the words of the questions; as they were sent where the council no longer asks them. */
function answersOf({ kinds }: Reports, row: ReportRow, language: string): [string, string[]][] {
  const attributes = kinds.find(({ service_code }) => service_code === row.service_code)?.attributes ?? [];
  const given = v.parse(v.record(v.string(), v.array(v.string())), JSON.parse(row.attributes));
  return Object.entries(given).map(([code, answers]) => {
    const attribute = attributes.find((each) => each.code === code);
    const name = (answer: string): string => {
      const value = attribute?.values.find(({ key }) => key === answer);
      return value ? inLanguage(value.name, language) : answer;
    };
    return [attribute ? inLanguage(attribute.label, language) : code, answers.map(name)];
  });
}
