import type { BackOffice } from './back-office.ts';
import type { ServiceRequest } from './book.ts';
import { errorDocument, isExtendedStatus, plainStatus, readDatetime, writeDatetime, type Document } from './dialect.ts';
import type { Value } from './xml.ts';

const ninetyDays = 90 * 24 * 3_600_000;

/** The most that one answer lists. */
export const mostListed = 1000;

/** GET /requests: the newest first, of the last 90 days unless told, 1,000 at most. */
export function listRequests(office: BackOffice, query: URLSearchParams): Document {
  const ids = commaList(query, 'service_request_id');
  const listed = office.book.requests.filter((request) => request.reply !== 'blackbox');
  // "This overrides all other arguments": the specification of service_request_id.
  if (ids)
    return answer(
      office,
      listed.filter((request) => ids.includes(request.service_request_id)),
    );

  const span = readSpan(office, query);
  if ('status' in span) return span;
  const codes = commaList(query, 'service_code');
  const statuses = commaList(query, 'status')?.map((status) => status.toLowerCase());
  const unknown = statuses?.find((status) => !isExtendedStatus(status));
  if (unknown !== undefined) return errorDocument(400, 'status must be open, closed or both, with a comma between');
  return answer(
    office,
    listed.filter(
      (request) =>
        isWithin(request.requested, span) &&
        (!codes || codes.includes(request.service_code)) &&
        (!statuses || statuses.includes(plainStatus(request.status)) || statuses.includes(request.status)),
    ),
  );
}

/** GET /requests/{id}. */
export function getRequest(office: BackOffice, id: string): Document {
  const request = office.book.request(id);
  return request && request.reply !== 'blackbox' ? answer(office, [request]) : errorDocument(404, 'The service_request_id was not found');
}

/** GET /tokens/{token}: without the id until the batch has run. */
export function getToken(office: BackOffice, token: string): Document {
  const request = office.book.requests.find((one) => one.token === token);
  if (!request) return errorDocument(404, 'The token was not found');
  const id = office.tokenIsReady(token) ? { service_request_id: request.service_request_id } : {};
  return { status: 200, root: 'service_requests', content: [{ ...id, token }] };
}

/** The two ends of a search, in milliseconds. */
interface Span {
  start: number;
  end: number;
}

/** Reads start_date and end_date: 90 days, whichever is given. */
export function readSpan(office: BackOffice, query: URLSearchParams): Span | Document {
  const moments: (number | undefined)[] = [];
  for (const name of ['start_date', 'end_date']) {
    const text = query.get(name);
    const moment = text ? readDatetime(text, office.dialect)?.getTime() : undefined;
    if (text && moment === undefined) return errorDocument(400, `${name} must be a datetime with an offset, such as 2026-05-24T00:00:00Z`);
    moments.push(moment);
  }
  const [start, end] = moments;
  if (start !== undefined && end !== undefined && start > end) return errorDocument(400, 'start_date is after end_date');
  // Datetimes are written without fractions, so the last second counts whole.
  const last = end ?? (start === undefined ? office.now().getTime() : Math.min(start + ninetyDays, office.now().getTime()));
  return { start: start ?? last - ninetyDays, end: last + 999 };
}

/** Whether a moment lies in a span. */
export const isWithin = (iso: string, { start, end }: Span): boolean => {
  const moment = Date.parse(iso);
  return moment >= start && moment <= end;
};

function commaList(query: URLSearchParams, name: string): string[] | undefined {
  const values = query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return values.length > 0 ? values : undefined;
}

function answer(office: BackOffice, requests: readonly ServiceRequest[]): Document {
  const newest = requests.toReversed().slice(0, mostListed);
  return { status: 200, root: 'service_requests', content: newest.map((request) => represent(office, request)) };
}

/** One URL as text, several as a list, none as an empty text: as open311-adapter does. */
export const representMedia = (urls: readonly string[]): Value => (urls.length > 1 ? urls : (urls[0] ?? ''));

/** What everybody may see of a request: no contact, no attribute. */
function represent(office: BackOffice, request: ServiceRequest): Value {
  const extended = office.dialect === 'mysociety';
  return {
    service_request_id: request.service_request_id,
    status: extended ? request.status : plainStatus(request.status),
    ...(extended ? {} : { status_notes: request.status_notes || null }),
    service_name: office.services.get(request.service_code)?.service_name ?? request.service_code,
    service_code: request.service_code,
    description: request.description,
    agency_responsible: office.agency,
    service_notice: '',
    requested_datetime: writeDatetime(request.requested, office.dialect),
    updated_datetime: writeDatetime(request.updated, office.dialect),
    address: request.address,
    address_id: request.address_id,
    zipcode: '',
    lat: request.lat ?? null,
    long: request.long ?? null,
    // The specification has one; several are mySociety's extension.
    media_url: extended ? representMedia(request.media_url) : (request.media_url[0] ?? ''),
  };
}
