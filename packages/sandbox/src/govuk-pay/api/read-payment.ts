import { payErrors, type PayError } from '../errors.ts';
import type { AgreementPaymentType, AuthorisationMode, NewPayment } from '../payment.ts';
import { amountError, choiceError, flagError, isObject, longError, optionalTextError, readBody, textError, type Body } from './body.ts';
import { metadataError } from './metadata.ts';

const modes = ['web', 'moto_api', 'agreement'] as const satisfies readonly AuthorisationMode[];
const paymentTypes = ['instalment', 'recurring', 'unscheduled'] as const satisfies readonly AgreementPaymentType[];

/**
 * Reads the body of POST /v1/payments. The first thing wrong with it, in the order in which Pay looks: what cannot be read
 * (pay-publicapi's `RequestJsonParser`), then what is too long or too much.
 */
export function readNewPayment(sent: unknown): NewPayment | PayError {
  const read = readBody(sent, 'P0197');
  if ('code' in read) return read;
  const { body } = read;
  const error = unreadable(body) ?? tooMuch(body);
  if (error) return error;
  const text = (field: string): string | undefined => (typeof body[field] === 'string' ? body[field] : undefined);
  const known = <Name extends string, Value>(name: Name, value: Value | undefined): { [one in Name]?: Value } =>
    value === undefined ? {} : ({ [name]: value } as { [one in Name]: Value });
  return {
    amount: body['amount'] as number,
    reference: body['reference'] as string,
    description: body['description'] as string,
    language: body['language'] === 'cy' ? 'cy' : 'en',
    delayed_capture: body['delayed_capture'] === true,
    moto: body['moto'] === true,
    authorisation_mode: modes.find((mode) => mode === body['authorisation_mode']) ?? 'web',
    ...known('return_url', text('return_url')),
    ...known('email', text('email')),
    ...known('metadata', body['metadata'] as NewPayment['metadata']),
    ...known('prefilled', isObject(body['prefilled_cardholder_details']) ? prefilledOf(body['prefilled_cardholder_details']) : undefined),
    ...known('set_up_agreement', text('set_up_agreement')),
    ...known('agreement_id', text('agreement_id')),
    ...known(
      'agreement_payment_type',
      paymentTypes.find((type) => type === body['agreement_payment_type']),
    ),
    ...known('from_link', isObject(body['internal']) && body['internal']['source'] !== undefined ? true : undefined),
  };
}

function unreadable(body: Body): PayError | undefined {
  return (
    amountError(body) ??
    textError(body, 'reference') ??
    textError(body, 'description') ??
    optionalTextError(body, 'return_url', 'Must be a valid URL format') ??
    flagError(body, 'moto') ??
    choiceError(body, 'authorisation_mode', modes, `Must be one of ${modes.join(', ')}`) ??
    agreementIdError(body) ??
    paymentTypeError(body) ??
    choiceError(body, 'language', ['en', 'cy'], 'Must be "en" or "cy"') ??
    flagError(body, 'delayed_capture') ??
    optionalTextError(body, 'email') ??
    prefilledError(body['prefilled_cardholder_details']) ??
    (body['metadata'] === undefined ? undefined : metadataError(body['metadata'])) ??
    sourceError(body['internal'])
  );
}

function agreementIdError(body: Body): PayError | undefined {
  if (body['agreement_id'] === undefined) return undefined;
  return body['authorisation_mode'] === 'agreement' ? textError(body, 'agreement_id') : payErrors.unexpected('agreement_id');
}

function paymentTypeError(body: Body): PayError | undefined {
  if (body['agreement_payment_type'] === undefined) return undefined;
  const why = `Must be one of ${paymentTypes.join(', ')}`;
  if (textError(body, 'agreement_payment_type')) return payErrors.malformed('agreement_payment_type', why);
  if (body['set_up_agreement'] === undefined && body['authorisation_mode'] !== 'agreement')
    return payErrors.unexpected('agreement_payment_type');
  return choiceError(body, 'agreement_payment_type', paymentTypes, why);
}

const prefilledFields = ['line1', 'line2', 'city', 'postcode', 'country'];

function prefilledError(prefilled: unknown): PayError | undefined {
  if (!isObject(prefilled)) return undefined;
  const address = prefilled['billing_address'];
  const errors = [optionalTextError(prefilled, 'cardholder_name')];
  if (isObject(address)) errors.push(...prefilledFields.map((field) => optionalTextError(address, field)));
  return errors.find((error) => error !== undefined);
}

/** Who sends: nothing but Pay's own payment links say so. */
function sourceError(internal: unknown): PayError | undefined {
  if (!isObject(internal)) return undefined;
  const allowed = ['CARD_PAYMENT_LINK', 'CARD_AGENT_INITIATED_MOTO'];
  return choiceError(internal, 'source', allowed, `Accepted values are only ${allowed.join(', ')}`);
}

function tooMuch(body: Body): PayError | undefined {
  const prefilled = isObject(body['prefilled_cardholder_details']) ? body['prefilled_cardholder_details'] : {};
  const address = isObject(prefilled['billing_address']) ? prefilled['billing_address'] : {};
  const amount = body['amount'] as number;
  return (
    (amount < 0 ? payErrors.notAllowed('amount', 'Must be greater than or equal to 1') : undefined) ??
    (amount > 10_000_000 ? payErrors.notAllowed('amount', 'Must be less than or equal to 10000000') : undefined) ??
    longError(body['reference'], 'reference', 255) ??
    longError(body['description'], 'description', 255) ??
    longError(body['email'], 'email', 254) ??
    longError(body['return_url'], 'return_url', 2000) ??
    agreementLengthError(body, 'set_up_agreement') ??
    agreementLengthError(body, 'agreement_id') ??
    longError(prefilled['cardholder_name'], 'cardholder_name', 255) ??
    longError(address['line1'], 'line1', 255) ??
    longError(address['line2'], 'line2', 255) ??
    longError(address['city'], 'city', 255) ??
    longError(address['postcode'], 'postcode', 25)
  );
}

function agreementLengthError(body: Body, field: string): PayError | undefined {
  const value = body[field];
  if (typeof value !== 'string' || value.length === 26) return undefined;
  return payErrors.notAllowed(field, `Field [${field}] length must be 26`);
}

function prefilledOf(prefilled: Body): NewPayment['prefilled'] {
  const texts = (of: Body, fields: readonly string[]): Record<string, string> =>
    Object.fromEntries(fields.flatMap((field) => (typeof of[field] === 'string' ? [[field, of[field]]] : [])));
  const address = prefilled['billing_address'];
  return {
    ...texts(prefilled, ['cardholder_name']),
    ...(isObject(address) ? { billing_address: texts(address, prefilledFields) } : {}),
  };
}
