import { payErrors, type PayError } from '../errors.ts';
import type { CardEntry } from '../rules/paying.ts';
import { isObject } from './body.ts';

const fields = ['one_time_token', 'card_number', 'cvc', 'expiry_date', 'cardholder_name'] as const;
type Field = (typeof fields)[number];

/** What the length of each must be, in Pay's words. */
const lengths: Readonly<Partial<Record<Field, readonly [number, number, string]>>> = {
  card_number: [12, 19, 'Must be between 12 and 19 characters long'],
  cvc: [3, 4, 'Must be between 3 and 4 characters long'],
  expiry_date: [5, 5, 'Must be a valid date with the format MM/YY'],
  cardholder_name: [0, 255, 'Must be less than or equal to 255 characters long'],
};

/** Reads the body of POST /v1/auth: pay-publicapi's `AuthorisationRequest`, then pay-connector's `MotoApiAuthoriseRequest`. */
export function readCard(sent: unknown, now: number): { token: string; entry: CardEntry } | PayError | 'no-json' {
  if (!isObject(sent)) return 'no-json';
  const text = (field: Field): string | undefined => {
    const value = sent[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  };
  for (const field of fields) {
    const value = text(field);
    const isBlank = value?.trim() === '' && lengths[field]?.[0] === undefined;
    const isBlankName = field === 'cardholder_name' && value?.trim() === '';
    if (value === undefined || isBlank || isBlankName) return payErrors.cardDetailMissing(field);
    const [least, most, why] = lengths[field] ?? [0, Infinity, ''];
    if (value.length < least || value.length > most) return payErrors.notAllowed(field, why);
  }
  const [token = '', number = '', cvc = '', expiry = '', name = ''] = fields.map(text);
  if (!/^\d{12,19}$/.test(number)) return payErrors.notAllowedFor('card_number', 'Must be a valid card number');
  if (!/^\d{3,4}$/.test(cvc)) return payErrors.notAllowedFor('cvc', 'Must contain numbers only');
  const [, month, year] = /^(0[1-9]|1[0-2])\/(\d\d)$/.exec(expiry) ?? [];
  if (!month) return payErrors.notAllowedFor('expiry_date', 'Must be a valid date with the format MM/YY');
  // Good until its month has ended everywhere: twelve hours behind UTC.
  if (Date.UTC(2000 + Number(year), Number(month), 1, 12) <= now)
    return payErrors.notAllowedFor('expiry_date', 'Must be a valid date in the future');
  return { token, entry: { number, expiry, name } };
}
