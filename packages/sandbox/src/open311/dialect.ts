import { toXml, type Value } from './xml.ts';

/**
 * Two ways of speaking GeoReport v2. `open311` is the specification's: JSON booleans, bare lists, a missing api_key is 403, statuses are
 * open or closed. `mysociety` is FixMyStreet's and open311-adapter's: the strings "true" and "false", lists inside an object,
 * jurisdiction_id required, a missing api_key is 400, extended statuses (upper case in, lower case out), local time with its offset.
 */
export type Dialect = 'open311' | 'mysociety';

/** How a request is acknowledged: with its id, with a token to exchange for it, or with neither. */
export type Reply = 'realtime' | 'batch' | 'blackbox';

/** `xml` or `json`: the end of the path. */
export type Format = 'xml' | 'json';

/** mySociety's extended statuses (https://github.com/mysociety/fixmystreet/wiki/Open311-FMS-Additional-states). */
export const extendedStatuses = [
  'open',
  'investigating',
  'planned',
  'action_scheduled',
  'in_progress',
  'for_triage',
  'reopen',
  'fixed',
  'closed',
  'duplicate',
  'not_councils_responsibility',
  'no_further_action',
  'internal_referral',
  'cancelled',
  'unchanged',
] as const;

/** An extended status, in lower case. */
export type ExtendedStatus = (typeof extendedStatuses)[number];

const closedStatuses: ReadonlySet<ExtendedStatus> = new Set<ExtendedStatus>([
  'fixed',
  'closed',
  'duplicate',
  'not_councils_responsibility',
  'no_further_action',
  'internal_referral',
  'cancelled',
]);

/** The specification's two statuses. */
export const plainStatus = (status: ExtendedStatus): 'open' | 'closed' => (closedStatuses.has(status) ? 'closed' : 'open');

/** Whether a text is an extended status in lower case. */
export const isExtendedStatus = (text: string): text is ExtendedStatus => (extendedStatuses as readonly string[]).includes(text);

/** An answer before it is XML or JSON: the root element's name and what is in it. */
export interface Document {
  status: number;
  root: string;
  content: Value;
  /** Further headers. */
  headers?: Record<string, string>;
}

/** One error of Open311's error document. */
export interface Open311Error {
  code: number;
  description: string;
}

/** An error answer. The first code is the HTTP status. */
export function errorDocument(status: number, ...descriptions: string[]): Document {
  return { status, root: 'errors', content: descriptions.map((description) => ({ code: status, description })) };
}

/** Writes an answer in a dialect and a format. `wrapped`: JSON keeps the root's name around its content. */
export function respond(document: Document, format: Format, dialect: Dialect, wrapped: boolean): Response {
  const type = format === 'xml' ? 'text/xml' : 'application/json';
  const bodyOf = (): string => {
    if (format === 'xml') return toXml(document.root, document.content);
    const content = dialect === 'mysociety' ? stringBooleans(document.content) : document.content;
    return JSON.stringify(wrapped ? { [document.root]: content } : content);
  };
  return new Response(bodyOf(), {
    status: document.status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...document.headers,
    },
  });
}

function stringBooleans(value: Value): Value {
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(stringBooleans);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, stringBooleans(one)]));
}

/** A moment as Open311 writes it: an offset, no fractions. mySociety's servers write London's. */
export function writeDatetime(iso: string, dialect: Dialect): string {
  const moment = new Date(iso);
  if (dialect === 'open311') return `${moment.toISOString().slice(0, 19)}Z`;
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' })
    .formatToParts(moment)
    .find((part) => part.type === 'timeZoneName')?.value;
  const hours = name === 'GMT+01:00' ? 1 : 0;
  return `${new Date(moment.getTime() + hours * 3_600_000).toISOString().slice(0, 19)}+0${hours}:00`;
}

/** Reads a moment. The offset is required; fractions are read by the specification's dialect and refused by mySociety's. */
export function readDatetime(text: string, dialect: Dialect): Date | undefined {
  const pattern =
    dialect === 'mysociety'
      ? /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/
      : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
  if (!pattern.test(text)) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
