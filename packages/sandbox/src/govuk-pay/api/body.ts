import { payErrors, type PayError } from '../errors.ts';

/** A JSON object that was sent. */
export type Body = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Characters that Pay's firewall stops: https://docs.payments.service.gov.uk/api_reference/#gov-uk-pay-api-error-codes, P0920 */
const stopped = /[<>"\\|]/;

/** A body that is an object and passes the firewall, or what is wrong with it. */
export function readBody(sent: unknown, code: 'P0197' | 'P0697' | 'P2197'): { body: Body } | PayError {
  if (!isObject(sent)) return payErrors.notJson(code);
  return isBlocked(sent) ? payErrors.blocked() : { body: sent };
}

/** Whether a text anywhere in it has such a character. Without recursion: a body may be thousands of objects deep. */
function isBlocked(body: Body): boolean {
  const waiting: unknown[] = [body];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value === 'string' && stopped.test(value)) return true;
    if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) waiting.push(one);
  }
  return false;
}

/** How an error of a body is said; agreements have codes of their own. */
export interface Saying {
  missing(field: string): PayError;
  malformed(field: string, why: string): PayError;
}

/** A text that must be there. */
export function textError(body: Body, field: string, say: Saying = payErrors): PayError | undefined {
  const value = body[field];
  if (value === undefined || value === null) return say.missing(field);
  if (typeof value !== 'string') return say.malformed(field, 'Must be a valid string format');
  return value.trim() === '' ? say.missing(field) : undefined;
}

/** A text that may be left out. */
export function optionalTextError(
  body: Body,
  field: string,
  why = 'Field must be a string',
  say: Saying = payErrors,
): PayError | undefined {
  const value = body[field];
  return value === undefined || value === null || typeof value === 'string' ? undefined : say.malformed(field, why);
}

/** One of a few words, where it is there. */
export function choiceError(body: Body, field: string, choices: readonly string[], why: string): PayError | undefined {
  const value = body[field];
  if (value === undefined || choices.some((choice) => choice === value)) return undefined;
  return typeof value === 'string' && value.trim() !== '' ? payErrors.notAllowed(field, why) : payErrors.malformed(field, why);
}

export const flagError = (body: Body, field: string): PayError | undefined =>
  body[field] === undefined || typeof body[field] === 'boolean' ? undefined : payErrors.malformed(field, 'Must be true or false');

export function amountError(body: Body, say: Saying = payErrors): PayError | undefined {
  const amount = body['amount'];
  if (amount === undefined || amount === null) return say.missing('amount');
  // 32 bits, as Java's.
  const isInt = Number.isInteger(amount) && Math.abs(amount as number) < 2 ** 31;
  return isInt ? undefined : say.malformed('amount', 'Must be a valid numeric format');
}

/** A text that is there and too long. */
export function longError(value: unknown, field: string, longest: number): PayError | undefined {
  if (typeof value !== 'string' || value.length <= longest) return undefined;
  return payErrors.notAllowed(field, `Must be less than or equal to ${longest} characters length`);
}
