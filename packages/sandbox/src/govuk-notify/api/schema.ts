import { isEmailAddress } from '../recipients/email-address.ts';
import { readPhoneNumber } from '../recipients/phone-number.ts';
import { postages } from '../settings.ts';
import { notifyErrors, type NotifyError } from './errors.ts';
import { pythonRepr } from './python.ts';
import { isUuid } from './uuid.ts';

/** What is wrong with a value, to be read after the name of its field; undefined where nothing is. Of a list, what is wrong with each. */
export type Check = (value: unknown) => string | readonly string[] | undefined;

export interface Shape {
  /** Whether what it does not know is said first: Notify goes by the order in which each schema is written. */
  extraFirst?: boolean;
  fields: Readonly<Record<string, Check>>;
  required: readonly string[];
}

const typeOf = (value: unknown, ...types: readonly string[]): string => `${pythonRepr(value)} is not of type ${types.join(', ')}`;
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text =
  (longest = Infinity): Check =>
  (value) => {
    if (typeof value !== 'string') return typeOf(value, 'string');
    return value.length > longest ? `${pythonRepr(value)} is too long` : undefined;
  };
export const uuid: Check = (value) => (typeof value === 'string' && isUuid(value) ? undefined : 'is not a valid UUID');
export const object: Check = (value) => (isObject(value) ? undefined : typeOf(value, 'object'));
export const httpsUrl: Check = (value) => (typeof value === 'string' && value.startsWith('https') ? undefined : 'is not a valid https url');
export const listOrNull: Check = (value) => (value === null || Array.isArray(value) ? undefined : typeOf(value, 'array', 'null'));
export const oneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    choices.some((choice) => choice === value) ? undefined : `${pythonRepr(value)} is not one of [${choices.join(', ')}]`;
export const emailAddress: Check = (value) => {
  if (typeof value !== 'string') return typeOf(value, 'string');
  return isEmailAddress(value) ? undefined : 'Not a valid email address';
};
export const phoneNumber: Check = (value) => {
  if (typeof value !== 'string') return typeOf(value, 'string');
  const read = readPhoneNumber(value);
  return 'problem' in read ? read.problem : undefined;
};
export const postage: Check = (value) => {
  if (typeof value !== 'string') return typeOf(value, 'string');
  return postages.some((one) => one === value) ? undefined : 'invalid. It must be either first, second or economy.';
};
export const withinADay =
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
export function problems(value: unknown, { fields, required, extraFirst }: Shape): string[] {
  if (!isObject(value)) return [typeOf(value, 'object').replaceAll("'", '')];
  const found: string[] = [];
  for (const [name, check] of Object.entries(fields)) {
    const wrong = Object.hasOwn(value, name) ? (check(value[name]) ?? []) : [];
    for (const problem of typeof wrong === 'string' ? [wrong] : wrong) found.push(`${name} ${problem}`);
  }
  for (const name of required) if (!Object.hasOwn(value, name)) found.push(`${name} is a required property`);
  const extra = Object.keys(value)
    .filter((name) => !Object.hasOwn(fields, name))
    .sort();
  if (extra.length > 0)
    found[extraFirst ? 'unshift' : 'push'](
      `Additional properties are not allowed (${extra.map(pythonRepr).join(', ')} ${extra.length === 1 ? 'was' : 'were'} unexpected)`,
    );
  return found.map((problem) => problem.replaceAll("'", ''));
}

export function read<T>(value: unknown, shape: Shape): T | NotifyError {
  const found = problems(value, shape);
  return found.length > 0 ? notifyErrors.validation(found) : (value as T);
}
