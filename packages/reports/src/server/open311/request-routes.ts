import type { Language } from '@council-kit/core';
import type { GatewayContext, KeptAnswer, Routes } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { photoLimit } from '../../contract/limits.ts';
import { isClosed } from '../../contract/status.ts';
import { readReference } from '../../rules/reference.ts';
import { ruleMessages } from '../../rules/report-rules.messages.ts';
import { examineReport, keepReport, unacceptable } from '../accept-report.ts';
import { keepPhotos, storePhotos, type StoredPhoto } from '../photos/keep-photo.ts';
import { photoBusy } from '../photos/photo-routes.ts';
import type { TakenPhoto } from '../photos/take-photo.ts';
import { presentReports } from '../present.ts';
import { findReport } from '../records/reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { formats, open311Response, type Value } from './format.ts';
import { isPublicUrl, mediaUrlLimit } from './media-url.ts';
import { attributesOf, checkJurisdiction, checkKey, filesOf, text, texts, type Parameters } from './parameters.ts';
import { open311Problems, presentOpen311Problem } from './problems.ts';
import { defaultDays, listRequests, pageSize } from './request-list.ts';
import { contentTypes, fileSchema, looseQuery, tags } from './service-routes.ts';

/** A report with its photos as files. */
const multipartLimit = 40_000_000;

const formSchema = v.looseObject({
  service_code: v.optional(v.unknown()),
  lat: v.optional(v.unknown()),
  long: v.optional(v.unknown()),
  address_string: v.optional(v.unknown()),
  description: v.optional(v.unknown()),
  email: v.optional(v.unknown()),
  first_name: v.optional(v.unknown()),
  last_name: v.optional(v.unknown()),
  phone: v.optional(v.unknown()),
  media_url: v.optional(v.unknown()),
});

/** Reports in and out, and tokens. */
export function addRequestRoutes(routes: Routes, reports: Reports): void {
  const { settings, ground } = reports;
  const db = ground.store.db<ReportsTables>();

  for (const format of formats) {
    routes.operation(
      {
        method: 'post',
        path: `/open311/v2/requests.${format}`,
        summary: 'Report a problem',
        description:
          'Attributes as `attribute[CODE]`, repeated for lists. Photos as parts of a multipart form, or `media_url`: the URLs that `POST /uploads` gave, or public https addresses, which are handed on and never fetched.',
        tags,
        body: formSchema,
        bodyTypes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
        filesLimit: multipartLimit,
        responses: { 200: { description: 'The report is kept', contentTypes } },
        presentProblem: presentOpen311Problem,
      },
      async ({ body, context, before, once }) => {
        const language = context.get('language');
        checkJurisdiction(settings, body);
        if (settings.open311.keyForReports || text(body, 'api_key') !== undefined) checkKey(settings, body);
        const code = text(body, 'service_code');
        if (code === undefined) throw open311Problems.serviceMissing();
        if (!reports.kinds.some(({ service_code }) => service_code === code)) throw open311Problems.serviceUnknown();
        const present = ({ body: kept }: KeptAnswer): Response =>
          open311Response(format, 'service_requests', kept as Value, { headers: { 'cache-control': 'no-store' } });
        const earlier = await before(present);
        if (earlier) return earlier;
        const { own, others } = mediaOf(reports, body, language);
        const arrival = { language, source: 'open311', demands: { description: false, otherAttributes: true }, mediaUrls: others } as const;
        const name = [text(body, 'first_name'), text(body, 'last_name')].filter(Boolean).join(' ');
        const given = {
          service_code: code,
          lat: text(body, 'lat'),
          long: text(body, 'long'),
          address_string: text(body, 'address_string'),
          description: text(body, 'description'),
          attributes: attributesOf(body),
          photos: own,
          contact: { name, email: text(body, 'email'), phone: text(body, 'phone') },
        };
        const files = filesOf(body);
        // A report that is refused anyway must not cost the opening of its photos.
        const foreseen = await examineReport(reports, db, given, arrival);
        const errors = 'errors' in foreseen ? [...foreseen.errors] : [];
        if (files.length > photoLimit) errors.push({ field: 'photos', message: ruleMessages.tooManyPhotos[language] });
        if (errors.length > 0) throw unacceptable(errors);
        // A key was checked above: its photos are counted with everybody's, and are no single client's.
        const client = text(body, 'api_key') === undefined ? context.get('client') : undefined;
        const stored = await storePhotos(reports, client, await takeFiles(reports, files, context));
        const work = async (trx: Transaction<ReportsTables>, photos: readonly StoredPhoto[]): Promise<KeptAnswer> => {
          const examined = await examineReport(reports, trx, { ...given, photos: [...own, ...photos.map(({ id }) => id)] }, arrival);
          if ('errors' in examined) throw unacceptable(examined.errors);
          const reference = await keepReport(reports, trx, examined, arrival);
          return { status: 200, body: [{ service_request_id: reference, service_notice: '', account_id: '' }] };
        };
        return keepPhotos(reports, stored, (keep) => once<ReportsTables>(async (trx) => work(trx, await keep(trx)), present));
      },
    );

    routes.operation(
      {
        method: 'get',
        path: `/open311/v2/requests.${format}`,
        summary: 'Reports',
        description: `Newest first; the newest change first where updated_after or updated_before is given. By service_request_id, or by service_code, status, start_date, end_date, updated_after, updated_before; ${defaultDays} days unless told, ${pageSize.default} at once unless page_size (up to ${pageSize.max}) and page say otherwise. The Link header names the next page by its place (cursor): it skips and repeats nothing, and costs less than a page number.`,
        tags,
        anyOrigin: true,
        query: looseQuery,
        responses: { 200: { description: 'Reports', contentTypes } },
        presentProblem: presentOpen311Problem,
      },
      async ({ query, context }) => {
        checkJurisdiction(settings, query);
        return listRequests(reports, format, query, context, presentRequests);
      },
    );
  }

  routes.operation(
    {
      method: 'get',
      path: '/open311/v2/requests/:file',
      summary: 'One report',
      description: '`{service_request_id}.json` or `.xml`.',
      tags,
      anyOrigin: true,
      params: fileSchema,
      query: looseQuery,
      responses: { 200: { description: 'A list of one', contentTypes } },
      presentProblem: presentOpen311Problem,
    },
    async ({ params, query, context }) => {
      checkJurisdiction(settings, query);
      const reference = readReference(params.file.id);
      const row = reference === undefined ? undefined : await findReport(db, reference);
      if (!row) throw open311Problems.requestUnknown();
      const language = context.get('language');
      return open311Response(params.file.format, 'service_requests', await presentRequests(reports, [row], language), {
        headers: { 'cache-control': 'no-store' },
      });
    },
  );

  routes.operation(
    {
      method: 'get',
      path: '/open311/v2/tokens/:file',
      summary: 'The report of a token',
      description: 'Reports are kept at once, so a token is the report’s own id.',
      tags,
      anyOrigin: true,
      params: fileSchema,
      query: looseQuery,
      responses: { 200: { description: 'A list of one', contentTypes } },
      presentProblem: presentOpen311Problem,
    },
    async ({ params, query }) => {
      checkJurisdiction(settings, query);
      const reference = readReference(params.file.id);
      const row = reference === undefined ? undefined : await findReport(db, reference);
      if (!row) throw open311Problems.tokenUnknown();
      return open311Response(params.file.format, 'service_requests', [{ service_request_id: row.reference, token: params.file.id }]);
    },
  );
}

/**
 * Pictures that were handed to us by `POST /uploads`, and those that lie elsewhere.
 *
 * @throws Problem 400 where an address is not a public one
 */
function mediaOf({ ground }: Reports, body: Parameters, language: Language): { readonly own: string[]; readonly others: string[] } {
  const prefix = ground.site.url('/uploads/');
  const urls = texts(body, 'media_url').map((url) => url.trim());
  const own = urls.filter((url) => url.startsWith(prefix)).map((url) => url.slice(prefix.length));
  const others = urls.filter((url) => !url.startsWith(prefix));
  if (urls.length > mediaUrlLimit)
    throw open311Problems.parameter(
      'media_url',
      `must be given ${mediaUrlLimit} times or fewer`,
      `rhaid ei roi ${mediaUrlLimit} o weithiau neu lai`,
      language,
    );
  if (!others.every(isPublicUrl))
    throw open311Problems.parameter(
      'media_url',
      'must be an https address with a public host name, without a user name, a password, a port or an IP address',
      'rhaid iddo fod yn gyfeiriad https gydag enw gwesteiwr cyhoeddus, heb enw defnyddiwr, cyfrinair, porth na chyfeiriad IP',
      language,
    );
  return { own, others };
}

/** @throws Problem 422 where one cannot be taken, 503 where too many are waiting */
async function takeFiles(reports: Reports, files: readonly File[], context: GatewayContext): Promise<readonly TakenPhoto[]> {
  const take = reports.photos.ofRequest(context.get('client'));
  const photos: TakenPhoto[] = [];
  for (const file of files) {
    const outcome = await take(new Uint8Array(await file.arrayBuffer()));
    if (outcome.kind === 'busy') throw photoBusy();
    if (outcome.kind === 'refused') throw unacceptable([{ field: 'photos', message: outcome.message[context.get('language')] }]);
    photos.push(outcome.photo);
  }
  return photos;
}

/** Anybody may ask for these: no contact, no answers to the kind's questions. */
async function presentRequests(reports: Reports, rows: readonly ReportRow[], language: Language): Promise<readonly Value[]> {
  const presented = await presentReports(reports, rows, language);
  const notes = await latestNotes(reports, rows);
  return presented.map((report) => ({
    service_request_id: report.reference,
    status: isClosed(report.status) ? 'closed' : 'open',
    status_notes: notes.get(report.reference) ?? null,
    service_name: report.service_name,
    service_code: report.service_code,
    description: report.description,
    agency_responsible: '',
    service_notice: report.status_name,
    requested_datetime: report.requested_datetime,
    updated_datetime: report.updated_datetime,
    expected_datetime: null,
    address: report.place,
    address_id: null,
    zipcode: null,
    lat: report.lat,
    long: report.long,
    media_url: report.media_urls[0] ?? null,
  }));
}

/** What was last said of each: looked up one by one in an index, since a report may have hundreds of updates. */
async function latestNotes({ ground }: Reports, rows: readonly ReportRow[]): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map();
  const notes = await ground.store
    .db<ReportsTables>()
    .selectFrom('reports_report')
    .select((eb) => [
      'reports_report.reference',
      eb
        .selectFrom('reports_update')
        .select('reports_update.description')
        .whereRef('reports_update.reference', '=', 'reports_report.reference')
        .orderBy('reports_update.updated_at', 'desc')
        .orderBy('reports_update.position', 'desc')
        .limit(1)
        .as('note'),
    ])
    .where(
      'reports_report.reference',
      'in',
      rows.map(({ reference }) => reference),
    )
    .execute();
  return new Map(notes.flatMap(({ reference, note }) => (note === null ? [] : [[reference, note]])));
}
