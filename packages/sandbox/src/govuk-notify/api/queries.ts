import { messageTypes } from '../settings.ts';
import { notifyErrors, type NotifyError } from './errors.ts';
import { oneOf, problems, text, uuid, type Check } from './schema.ts';
import { isUuid } from './uuid.ts';

/** A parameter in the query: several values of one name, or the first only. */
type Parameter = { each: Check } | { first: Check };

/** The values of a query by their names. */
export type Query = ReadonlyMap<string, readonly string[]>;

/** Reads a query; the values by their names. A parameter that it does not know is an error too. */
function readQuery(query: URLSearchParams, known: Readonly<Record<string, Parameter>>): Query | NotifyError {
  const given = new Map<string, readonly string[]>();
  for (const name of query.keys()) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    given.set(name, parameter && 'first' in parameter ? query.getAll(name).slice(0, 1) : query.getAll(name));
  }
  const fields = Object.entries(known).map(([name, parameter]): [string, Check] => [
    name,
    (values) => {
      const check = 'first' in parameter ? parameter.first : parameter.each;
      return (values as readonly string[]).flatMap((value) => check(value) ?? []);
    },
  ]);
  const found = problems(Object.fromEntries(given), { fields: Object.fromEntries(fields), required: [] });
  return found.length > 0 ? notifyErrors.validation(found) : given;
}

/** Every status, in the order of Notify's own error. `accepted` and `received` are those of letters. */
export const statuses = [
  'cancelled',
  'created',
  'sending',
  'sent',
  'delivered',
  'pending',
  'failed',
  'technical-failure',
  'temporary-failure',
  'permanent-failure',
  'pending-virus-check',
  'validation-failed',
  'virus-scan-failed',
  'returned-letter',
  'accepted',
  'received',
] as const;

export const readNotificationsQuery = (query: URLSearchParams): Query | NotifyError =>
  readQuery(query, {
    reference: { first: text() },
    status: { each: oneOf(...statuses) },
    template_type: { each: oneOf(...messageTypes) },
    include_jobs: { first: oneOf('true', 'True') },
    older_than: { first: uuid },
  });

export const readTemplatesQuery = (query: URLSearchParams): Query | NotifyError =>
  readQuery(query, { type: { first: oneOf(...messageTypes) } });

export const readReceivedTextsQuery = (query: URLSearchParams): Query | NotifyError => readQuery(query, { older_than: { first: uuid } });

/** Reads an id in a path. */
export const readId = (name: string, id: string): NotifyError | undefined =>
  isUuid(id) ? undefined : notifyErrors.validation([`${name} is not a valid UUID`]);
