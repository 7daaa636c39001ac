/**
 * The form fields of an address: what a form submits with scripts and without, and what both read it from.
 *
 * They are named after the question: `address-line-1`, `address-postcode`, `address-uprn` for the question `address`.
 */
import * as v from 'valibot';
import { addressSchema, addressSources, type Address } from '../contract/address.ts';

/** The most lines above the town. */
export const mostLines = 7;
/** Its lines, as fields. Two are shown; the rest where an address has more. */
export const lineParts = ['line-1', 'line-2', 'line-3', 'line-4', 'line-5', 'line-6', 'line-7'] as const;
/** What a person writes. Changing any of them makes it an address by hand. */
export const writtenParts = [...lineParts, 'town', 'postcode', 'country'] as const;
/** What is known of an address that was chosen; empty of one by hand. */
export const knownParts = [
  'source',
  'uprn',
  'usrn',
  'latitude',
  'longitude',
  'classification',
  'custodian',
  'custodian-name',
  'custodian-gss',
] as const;

export type WrittenPart = (typeof writtenParts)[number];
export type KnownPart = (typeof knownParts)[number];
export type AddressPart = WrittenPart | KnownPart;
/** The parts as a form holds them: text, empty where there is nothing. */
export type AddressFields = Readonly<Record<AddressPart, string>>;

/** Other names for fields, where a council's form has them already. */
export type FieldNames = Partial<Readonly<Record<AddressPart, string>>>;

/** The name of one field of a question. */
export function fieldName(question: string, part: AddressPart, names: FieldNames = {}): string {
  return names[part] || `${question}-${part}`;
}

/** An address as the fields that submit it. */
export function fieldsOf(address: Partial<Address> | undefined): AddressFields {
  const { lines = [], town = '', postcode = '', country = '', position, custodian, source } = address ?? {};
  // More lines than there are fields (no address of the lists has any): the rest goes with the last.
  const kept = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(', ')] : lines;
  return {
    ...(Object.fromEntries(lineParts.map((part, at) => [part, kept[at] ?? ''])) as Record<(typeof lineParts)[number], string>),
    town,
    postcode,
    country,
    source: source ?? '',
    uprn: address?.uprn ?? '',
    usrn: address?.usrn ?? '',
    latitude: position ? String(position.latitude) : '',
    longitude: position ? String(position.longitude) : '',
    classification: address?.classification ?? '',
    custodian: custodian ? String(custodian.code) : '',
    'custodian-name': custodian?.name ?? '',
    'custodian-gss': custodian?.gss ?? '',
  };
}

/**
 * The address in a form's fields, as it was typed; undefined where all that a person writes is empty. What is said to be known and cannot be is left
 * out: a form can be filled in by anybody.
 */
export function addressOfFields(field: (part: AddressPart) => string): Address | undefined {
  const text = (part: AddressPart): string => field(part).slice(0, 1_000);
  if (writtenParts.every((part) => text(part).trim() === '')) return undefined;
  const lines = lineParts.map(text);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const written = { lines, town: text('town'), postcode: text('postcode'), ...(text('country').trim() && { country: text('country') }) };
  const source = addressSources.find((each) => each === text('source')) ?? 'by-hand';
  const byHand: Address = { ...written, source: 'by-hand' };
  if (source === 'by-hand' || text('uprn') === '') return byHand;
  const given = (part: KnownPart): string | undefined => text(part) || undefined;
  const known = v.safeParse(addressSchema, {
    ...written,
    source,
    uprn: given('uprn'),
    usrn: given('usrn'),
    classification: given('classification'),
    position: given('latitude') && { latitude: Number(text('latitude')), longitude: Number(text('longitude') || NaN) },
    custodian: given('custodian') && { code: Number(text('custodian')), name: given('custodian-name'), gss: given('custodian-gss') },
  });
  return known.success ? withoutUndefined(known.output) : byHand;
}

/** What is not known is not there. */
function withoutUndefined<Found extends object>(found: Found): Found {
  return JSON.parse(JSON.stringify(found)) as Found;
}
