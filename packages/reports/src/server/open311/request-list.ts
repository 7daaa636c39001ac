/** `GET /open311/v2/requests`: which reports are asked for, by page or by place, and their answer in slices. */
import type { Language } from '@council-kit/core';
import { letOthersPass, readPlace, type GatewayContext, type Place } from '@council-kit/gateway';
import { closedStatuses, openStatuses, readStatus, type Status } from '../../contract/status.ts';
import { readReference, referencePattern } from '../../rules/reference.ts';
import { listKeys, placeAfter, reportsOf, type ReportFilter } from '../records/list-reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { open311List, open311Response, type Format, type Value } from './format.ts';
import { commaList, moment, text, type Parameters } from './parameters.ts';
import { open311Problems } from './problems.ts';

/** GeoReport v2: 90 days unless told otherwise. */
export const defaultDays = 90;
/** One answer. A client that wants more says so, up to 1,000 as the specification has it, or turns the page. */
export const pageSize = { default: 100, max: 1000 };
/** Reports written at a time: some ten milliseconds. */
const slice = 100;
/** What an answer costs of the client's rate limit: as much as small answers that take as long. */
const perRequest = { listed: 10, passedOver: 2_000 };

/** Makes reports what the list shows of them. */
export type PresentRequests = (reports: Reports, rows: readonly ReportRow[], language: Language) => Promise<readonly Value[]>;

/** @throws Problem 400 where a parameter cannot be read, 429 where the list is dearer than what the client has left */
export async function listRequests(
  reports: Reports,
  format: Format,
  query: Parameters,
  context: GatewayContext,
  present: PresentRequests,
): Promise<Response> {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  const language = context.get('language');
  const page = readPage(query, language);
  const filter = readFilter(query, language, ground.clock.now());
  let { place } = page;
  const before = (page.number - 1) * page.size;
  if (before > 0) {
    place = await placeAfter(db, filter, before, (count) => context.get('spend')(count / perRequest.passedOver));
    if (place === undefined) return open311Response(format, 'service_requests', [], { headers: { 'cache-control': 'no-store' } });
  }
  const found = await listKeys(db, filter, page.size + 1, place);
  const keys = found.slice(0, page.size);
  const last = keys.at(-1);
  const headers = {
    'cache-control': 'no-store',
    ...(last && found.length > keys.length ? { link: nextLink(reports, context.req.url, `older.${last.at}.${last.id}`) } : {}),
  };
  const presented = async (from: number): Promise<readonly Value[]> => {
    const references = keys.slice(from, from + slice).map(({ id }) => id);
    return await present(reports, await reportsOf(db, references), language);
  };
  // The request itself has paid for the first.
  context.get('spend')(Math.max(0, keys.length / perRequest.listed - 1));
  await letOthersPass();
  if (keys.length <= slice) return open311Response(format, 'service_requests', await presented(0), { headers });
  async function* slices(): AsyncGenerator<readonly Value[]> {
    for (let from = 0; from < keys.length; from += slice) {
      if (from > 0) await letOthersPass();
      yield await presented(from);
    }
  }
  return open311List(format, 'service_requests', slices(), { headers });
}

function readPage(
  query: Parameters,
  language: Language,
): { readonly size: number; readonly number: number; readonly place: Place | undefined } {
  const read = (name: string, most: number, otherwise: number): number => {
    const given = text(query, name);
    if (given === undefined) return otherwise;
    const number = /^\d{1,6}$/.test(given) ? Number(given) : 0;
    if (number >= 1 && number <= most) return number;
    throw open311Problems.parameter(
      name,
      `must be a whole number from 1 to ${most}`,
      `rhaid iddo fod yn rhif cyfan o 1 i ${most}`,
      language,
    );
  };
  const cursor = text(query, 'cursor');
  const place = readPlace(cursor, referencePattern);
  if (cursor !== undefined && place === undefined)
    throw open311Problems.parameter('cursor', 'must be one from a Link header', 'rhaid iddo fod yn un o bennyn Link', language);
  return {
    size: read('page_size', pageSize.max, pageSize.default),
    number: place ? 1 : read('page', 100_000, 1),
    place,
  };
}

/** @throws Problem 400 where a date or a status cannot be read */
function readFilter(query: Parameters, language: Language, now: Date): ReportFilter {
  const ids = commaList(query, 'service_request_id');
  // "This overrides all other arguments": the specification of service_request_id.
  if (ids) return { references: ids.slice(0, pageSize.max).flatMap((id) => readReference(id) ?? []) };
  const requestedFrom = moment(query, 'start_date', language);
  const requestedTo = moment(query, 'end_date', language);
  const updatedFrom = moment(query, 'updated_after', language);
  const updatedTo = moment(query, 'updated_before', language);
  const unbounded = [requestedFrom, requestedTo, updatedFrom, updatedTo].every((bound) => bound === undefined);
  const days = defaultDays * 86_400_000;
  const from = requestedFrom ?? (unbounded ? now.getTime() - days : requestedTo !== undefined ? requestedTo - days : undefined);
  const serviceCodes = commaList(query, 'service_code');
  return {
    ...(serviceCodes === undefined ? {} : { serviceCodes }),
    ...readStatuses(commaList(query, 'status'), language),
    ...(from === undefined ? {} : { requestedFrom: from }),
    // Datetimes are written without fractions, so the last second counts whole.
    ...(requestedTo === undefined ? {} : { requestedTo: requestedTo + 999 }),
    ...(updatedFrom === undefined ? {} : { updatedFrom }),
    ...(updatedTo === undefined ? {} : { updatedTo: updatedTo + 999 }),
  };
}

/** `open` and `closed` as GeoReport v2 means them: all open statuses, all closed ones. */
function readStatuses(given: readonly string[] | undefined, language: Language): Partial<Pick<ReportFilter, 'statuses' | 'closed'>> {
  const read = given?.map((name): Status => {
    const status = readStatus(name);
    if (status) return status;
    throw open311Problems.parameter(
      'status',
      'must be open, closed or both, with a comma between',
      'rhaid iddo fod yn open, closed neu’r ddau, gyda choma rhyngddynt',
      language,
    );
  });
  if (read === undefined || (read.includes('open') && read.includes('closed'))) return {};
  if (read.every((status) => status === 'open' || status === 'closed')) return { closed: read.includes('closed') };
  const whole = read.flatMap((status) => (status === 'open' ? openStatuses : status === 'closed' ? closedStatuses : [status]));
  return { statuses: whole };
}

/** By place and not by number: the next page costs what this one did, and a report made meanwhile moves nothing. */
function nextLink({ ground }: Reports, url: string, cursor: string): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.delete('page');
  searchParams.set('cursor', cursor);
  const file = pathname.slice(pathname.lastIndexOf('/') + 1);
  return `<${ground.site.url(`/open311/v2/${file}`)}?${searchParams.toString()}>; rel="next"`;
}
