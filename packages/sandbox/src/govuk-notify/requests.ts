import { isEmailAddress } from './email-address.ts';
import { notifyErrors, type NotifyError } from './errors.ts';
import { readPhoneNumber } from './phone-number.ts';
import type { Personalisation } from './placeholders.ts';
import { pythonRepr, pythonText } from './python.ts';
import { messageTypes, postages } from './settings.ts';
import { isUuid } from './uuid.ts';

/** What is wrong with a value, to be read after the name of its field; undefined where nothing is. */
type Check = (value: unknown) => string | undefined;

interface Shape {
  fields: Readonly<Record<string, Check>>;
  required: readonly string[];
}

const typeOf = (value: unknown, ...types: readonly string[]): string => `${pythonRepr(value)} is not of type ${types.join(', ')}`;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const text =
  (longest = Infinity): Check =>
  (value) => {
    if (typeof value !== 'string') return typeOf(value, 'string');
    return value.length > longest ? `${pythonRepr(value)} is too long` : undefined;
  };
const uuid: Check = (value) => (typeof value === 'string' && isUuid(value) ? undefined : 'is not a valid UUID');
const object: Check = (value) => (isObject(value) ? undefined : typeOf(value, 'object'));
const httpsUrl: Check = (value) => (typeof value === 'string' && value.startsWith('https') ? undefined : 'is not a valid https url');
const listOrNull: Check = (value) => (value === null || Array.isArray(value) ? undefined : typeOf(value, 'array', 'null'));
const oneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    choices.some((choice) => choice === value) ? undefined : `${pythonRepr(value)} is not one of [${choices.join(', ')}]`;
const emailAddress: Check = (value) => {
  if (typeof value !== 'string') return typeOf(value, 'string');
  return isEmailAddress(value) ? undefined : 'Not a valid email address';
};
const phoneNumber: Check = (value) => {
  if (typeof value !== 'string') return typeOf(value, 'string');
  const read = readPhoneNumber(value);
  return 'problem' in read ? read.problem : undefined;
};
const postage: Check = (value) => {
  if (typeof value !== 'string') return typeOf(value, 'string');
  return postages.some((one) => one === value) ? undefined : 'invalid. It must be either first, second or economy.';
};
const withinADay =
  (now: number): Check =>
  (value) => {
    if (value === null) return undefined;
    if (typeof value !== 'string') return typeOf(value, 'string', 'null');
    const at = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(value) ? value : `${value}Z`);
    if (Number.isNaN(at))
      return 'datetime format is invalid. It must be a valid ISO8601 date time format, https://en.wikipedia.org/wiki/ISO_8601';
    if (at < now) return 'datetime can not be in the past';
    return at > now + 86_400_000 ? 'datetime can only be 24 hours in the future' : undefined;
  };

/** What is wrong with a value that should have a shape, in the order in which Notify says it. Its errors have no quotation marks. */
function problems(value: unknown, { fields, required }: Shape): string[] {
  if (!isObject(value)) return [typeOf(value, 'object').replaceAll("'", '')];
  const found: string[] = [];
  for (const [name, check] of Object.entries(fields)) {
    const problem = Object.hasOwn(value, name) ? check(value[name]) : undefined;
    if (problem !== undefined) found.push(`${name} ${problem}`);
  }
  for (const name of required) if (!Object.hasOwn(value, name)) found.push(`${name} is a required property`);
  const extra = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .sort();
  if (extra.length > 0)
    found.push(`Additional properties are not allowed (${extra.join(', ')} ${extra.length === 1 ? 'was' : 'were'} unexpected)`);
  return found.map((problem) => problem.replaceAll("'", ''));
}

function read<T>(value: unknown, shape: Shape): T | NotifyError {
  const found = problems(value, shape);
  return found.length > 0 ? notifyErrors.validation(found) : (value as T);
}

/** What every message to be sent has. */
interface Request {
  template_id: string;
  reference?: string;
  personalisation?: Personalisation;
}

export interface EmailRequest extends Request {
  email_address: string;
  email_reply_to_id?: string;
  one_click_unsubscribe_url?: string;
  sanitise_content_for?: readonly unknown[] | null;
}

export interface SmsRequest extends Request {
  phone_number: string;
  sms_sender_id?: string;
}

export interface LetterRequest extends Request {
  personalisation: Personalisation;
}

export interface PrecompiledRequest {
  reference: string;
  content: string;
  postage?: (typeof postages)[number];
}

/** A file to be sent by email, as the value of a placeholder. */
export interface FileRequest {
  file: string;
  is_csv?: boolean | null;
  filename?: string | null;
  confirm_email_before_download?: boolean | null;
  retention_period?: string | null;
}

export const readEmail = (body: unknown, now: number): EmailRequest | NotifyError =>
  read(body, {
    fields: {
      reference: text(1000),
      email_address: emailAddress,
      template_id: uuid,
      personalisation: object,
      scheduled_for: withinADay(now),
      email_reply_to_id: uuid,
      one_click_unsubscribe_url: httpsUrl,
      sanitise_content_for: listOrNull,
    },
    required: ['email_address', 'template_id'],
  });

export const readSms = (body: unknown, now: number): SmsRequest | NotifyError =>
  read(body, {
    fields: {
      reference: text(1000),
      phone_number: phoneNumber,
      template_id: uuid,
      personalisation: object,
      scheduled_for: withinADay(now),
      sms_sender_id: uuid,
    },
    required: ['phone_number', 'template_id'],
  });

export const readLetter = (body: unknown): LetterRequest | NotifyError =>
  read(body, {
    fields: { reference: text(1000), template_id: uuid, personalisation: object },
    required: ['template_id', 'personalisation'],
  });

export const readPrecompiled = (body: unknown): PrecompiledRequest | NotifyError =>
  read(body, { fields: { reference: text(), content: text(), postage }, required: ['reference', 'content'] });

/** The body of a preview: whatever else is in it is not looked at. */
export function readPreview(body: unknown): { personalisation?: Personalisation } | NotifyError {
  const found = problems(body, { fields: { personalisation: object }, required: [] }).filter((one) => !one.startsWith('Additional'));
  return found.length > 0 ? notifyErrors.validation(found) : (body as { personalisation?: Personalisation });
}

/** A parameter in the query: several values of one name, or the first only. */
type Parameter = { each: Check } | { first: Check };

/** Reads a query; the values by their names. A parameter that it does not know is an error too. */
function readQuery(
  query: URLSearchParams,
  known: Readonly<Record<string, Parameter>>,
): ReadonlyMap<string, readonly string[]> | NotifyError {
  const given = new Map<string, readonly string[]>();
  for (const name of query.keys()) {
    const parameter = Object.hasOwn(known, name) ? known[name] : undefined;
    given.set(name, parameter && 'first' in parameter ? query.getAll(name).slice(0, 1) : query.getAll(name));
  }
  const fields = Object.entries(known).map(([name, parameter]): [string, Check] => [
    name,
    (values) => {
      const check = 'first' in parameter ? parameter.first : parameter.each;
      return (values as readonly string[]).map(check).find((problem) => problem !== undefined);
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

export const readNotificationsQuery = (query: URLSearchParams): ReturnType<typeof readQuery> =>
  readQuery(query, {
    reference: { first: text() },
    status: { each: oneOf(...statuses) },
    template_type: { each: oneOf(...messageTypes) },
    include_jobs: { first: oneOf('true', 'True') },
    older_than: { first: uuid },
  });

export const readTemplatesQuery = (query: URLSearchParams): ReturnType<typeof readQuery> =>
  readQuery(query, { type: { first: oneOf(...messageTypes) } });

export const readReceivedTextsQuery = (query: URLSearchParams): ReturnType<typeof readQuery> =>
  readQuery(query, { older_than: { first: uuid } });

/** Reads an id in a path. */
export const readId = (name: string, id: string): NotifyError | undefined =>
  isUuid(id) ? undefined : notifyErrors.validation([`${name} is not a valid UUID`]);

/** Reads a file that stands where a placeholder's value does. */
export function readFile(value: unknown): FileRequest | NotifyError {
  const flag =
    (name: string): Check =>
    (one) =>
      one === null || typeof one === 'boolean'
        ? undefined
        : `Unsupported value for ${name}: ${pythonText(one)}. Use a boolean true or false value.`;
  const found = problems(value, {
    fields: {
      file: text(),
      is_csv: flag('is_csv'),
      confirm_email_before_download: flag('confirm_email_before_download'),
      retention_period: (one) => {
        const weeks = typeof one === 'string' ? Number(/^(\d+) weeks?$/.exec(one.trim().toLowerCase())?.[1]) : NaN;
        return one === null || (weeks >= 1 && weeks <= 78)
          ? undefined
          : `Unsupported value for retention_period: ${pythonText(one)}. Supported periods are from 1 to 78 weeks.`;
      },
      filename: (one) =>
        one === null || (typeof one === 'string' && one.includes('.'))
          ? undefined
          : '`filename` must end with a file extension. For example, filename.csv',
    },
    required: ['file'],
  });
  if (isObject(value) && Object.hasOwn(value, 'is_csv') && Object.hasOwn(value, 'filename'))
    found.push('Do not set a value for `is_csv` if `filename` is set.');
  return found.length > 0 ? notifyErrors.validation(found) : (value as unknown as FileRequest);
}
