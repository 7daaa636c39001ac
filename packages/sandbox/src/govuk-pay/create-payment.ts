import { holdsCardNumber } from './cards.ts';
import { payErrors, type PayError } from './errors.ts';
import type { Payment } from './book.ts';

type Wanted = Pick<
  Payment,
  'amount' | 'reference' | 'description' | 'return_url' | 'language' | 'email' | 'metadata' | 'delayed_capture' | 'moto' | 'prefilled'
>;

/** What a service may do. */
export interface Account {
  readonly live: boolean;
  readonly moto: boolean;
}

type Body = Readonly<Record<string, unknown>>;

/** Characters that Pay's firewall stops: https://docs.payments.service.gov.uk/api_reference/create_a_payment_reference/ */
const stopped = /[<>"\\|]/;

/** Reads the body of POST /v1/payments; the first thing wrong with it, in the order in which Pay looks. */
export function readNewPayment(body: unknown, account: Account): Wanted | PayError {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return payErrors.notJson('P0197');
  const given = body as Body;
  if (isBlocked(given)) return payErrors.blocked();
  const error = firstError(given, account);
  if (error) return error;
  const prefilled = given['prefilled_cardholder_details'] as Wanted['prefilled'];
  return {
    amount: given['amount'] as number,
    reference: given['reference'] as string,
    description: given['description'] as string,
    ...(typeof given['return_url'] === 'string' ? { return_url: given['return_url'] } : {}),
    language: given['language'] === 'cy' ? 'cy' : 'en',
    ...(typeof given['email'] === 'string' ? { email: given['email'] } : {}),
    ...(given['metadata'] === undefined ? {} : { metadata: given['metadata'] as NonNullable<Wanted['metadata']> }),
    delayed_capture: given['delayed_capture'] === true,
    moto: given['moto'] === true,
    ...(prefilled ? { prefilled } : {}),
  };
}

function isBlocked(given: Body): boolean {
  return Object.values(given).some(
    (value) =>
      (typeof value === 'string' && stopped.test(value)) ||
      (typeof value === 'object' && value !== null && !Array.isArray(value) && isBlocked(value as Body)),
  );
}

function firstError(given: Body, account: Account): PayError | undefined {
  return (
    amountError(given['amount']) ??
    textError(given, 'reference', 255) ??
    textError(given, 'description', 255) ??
    modeError(given) ??
    returnUrlError(given, account) ??
    choiceError(given, 'language', ['en', 'cy']) ??
    flagError(given, 'delayed_capture') ??
    flagError(given, 'moto') ??
    emailError(given) ??
    prefilledError(given['prefilled_cardholder_details']) ??
    metadataError(given['metadata']) ??
    (holdsCardNumber(given['reference'] as string) ? payErrors.cardNumber() : undefined) ??
    (given['moto'] === true && !account.moto ? payErrors.motoOff() : undefined)
  );
}

function amountError(amount: unknown): PayError | undefined {
  if (amount === undefined || amount === null) return payErrors.missing('amount');
  if (typeof amount !== 'number' || !Number.isInteger(amount)) return payErrors.malformed('amount', 'Must be a valid numeric format');
  if (amount > 10_000_000) return payErrors.notAllowed('amount', 'Must be less than or equal to 10000000');
  if (amount < 1)
    return payErrors.notAllowed(
      'amount',
      'Must be greater than or equal to 1. Refer to https://docs.payments.service.gov.uk/making_payments/#amount',
    );
  return undefined;
}

function textError(given: Body, field: string, longest: number): PayError | undefined {
  const value = given[field];
  if (value === undefined || value === null || value === '') return payErrors.missing(field);
  if (typeof value !== 'string') return payErrors.malformed(field, 'Must be a valid string format');
  if (value.trim() === '') return payErrors.missing(field);
  return value.length > longest ? payErrors.notAllowed(field, `Must be less than or equal to ${longest} characters length`) : undefined;
}

function modeError(given: Body): PayError | undefined {
  const mode = given['authorisation_mode'];
  if (mode === undefined) {
    if (given['agreement_id'] !== undefined) return payErrors.unexpected('agreement_id');
    return given['set_up_agreement'] === undefined ? undefined : payErrors.recurringOff();
  }
  if (mode === 'agreement') return payErrors.recurringOff();
  if (mode === 'moto_api') {
    if (given['return_url'] !== undefined) return payErrors.unexpected('return_url');
    return payErrors.motoApiOff();
  }
  return mode === 'web' ? undefined : payErrors.malformed('authorisation_mode', 'Must be one of web, moto_api, agreement');
}

function returnUrlError(given: Body, account: Account): PayError | undefined {
  const error = textError(given, 'return_url', 2000);
  if (error) return error;
  const url = given['return_url'] as string;
  if (!/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url)) return payErrors.notAllowed('return_url', 'Must be a valid URL format');
  return account.live && !url.toLowerCase().startsWith('https://') ? payErrors.notHttps() : undefined;
}

function choiceError(given: Body, field: string, choices: readonly string[]): PayError | undefined {
  const value = given[field];
  if (value === undefined || choices.some((choice) => choice === value)) return undefined;
  const why = `Must be ${choices.map((choice) => `"${choice}"`).join(' or ')}`;
  return typeof value === 'string' ? payErrors.notAllowed(field, why) : payErrors.malformed(field, why);
}

const flagError = (given: Body, field: string): PayError | undefined =>
  given[field] === undefined || typeof given[field] === 'boolean' ? undefined : payErrors.malformed(field, 'Must be true or false');

function emailError({ email }: Body): PayError | undefined {
  if (email === undefined || email === null) return undefined;
  if (typeof email !== 'string') return payErrors.malformed('email', 'Field must be a string');
  return email.length > 254 ? payErrors.notAllowed('email', 'Must be less than or equal to 254 characters length') : undefined;
}

function prefilledError(prefilled: unknown): PayError | undefined {
  if (prefilled === undefined || prefilled === null) return undefined;
  if (typeof prefilled !== 'object') return payErrors.malformed('prefilled_cardholder_details', 'Field must be an object');
  const { cardholder_name: name, billing_address: address } = prefilled as Body;
  const fields: [string, unknown, number][] = [
    ['cardholder_name', name, 255],
    ...Object.entries((address ?? {}) as Body).map(([field, value]): [string, unknown, number] => [
      field,
      value,
      field === 'postcode' ? 25 : field === 'country' ? 2 : 255,
    ]),
  ];
  for (const [field, value, longest] of fields) {
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return payErrors.malformed(field, 'Field must be a string');
    if (value.length > longest) return payErrors.notAllowed(field, `Must be less than or equal to ${longest} characters length`);
  }
  return undefined;
}

function metadataError(metadata: unknown): PayError | undefined {
  if (metadata === undefined) return undefined;
  if (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
    return payErrors.notAllowed('metadata', 'Must be an object of JSON key-value pairs');
  const pairs = Object.entries(metadata);
  if (pairs.length === 0) return payErrors.notAllowed('metadata', 'Must not be empty');
  if (pairs.length > 15) return payErrors.notAllowed('metadata', 'Cannot have more than 15 key-value pairs');
  if (new Set(pairs.map(([key]) => key.toLowerCase())).size < pairs.length)
    return payErrors.notAllowed('metadata', 'Must not have duplicate keys');
  for (const [key, value] of pairs) {
    if (key.length < 1 || key.length > 30) return payErrors.notAllowed('metadata', 'Keys must be between 1 and 30 characters long');
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return payErrors.notAllowed('metadata', 'Values must be of type String, Boolean or Number');
    if (typeof value === 'string' && value.length > 100)
      return payErrors.notAllowed('metadata', 'Values must be no greater than 100 characters long');
  }
  return undefined;
}
