/**
 * The form fields of an address: what a form submits with scripts and without, and what both read it from.
 *
 * They are named after the question: `address-line-1`, `address-postcode`, `address-uprn` for the question `address`.
 */
import { cutText } from '@council-kit/core';
import type { Address } from '../contract/address.ts';
import { addressSources } from '../contract/address-sources.ts';
import { tidyLine } from '../rules/tidy-line.ts';
import { readUprn, readUsrn } from '../rules/uprn.ts';

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
  const text = (part: AddressPart): string => cutText(field(part), 1_000, 'code-units');
  if (writtenParts.every((part) => tidyLine(text(part)) === '')) return undefined;
  const lines = lineParts.map(text);
  while (lines.length > 0 && tidyLine(lines.at(-1) ?? '') === '') lines.pop();
  const written = { lines, town: text('town'), postcode: text('postcode'), ...(tidyLine(text('country')) && { country: text('country') }) };
  const source = addressSources.find((each) => each === text('source')) ?? 'by-hand';
  const byHand: Address = { ...written, source: 'by-hand' };
  if (source === 'by-hand' || text('uprn') === '') return byHand;
  const known = readKnown(text);
  return known ? { ...written, source, ...known } : byHand;
}

/** What is said to be known; undefined where any of it cannot be. Not by the contract's schema: this is a part of every page, and that comes with the search. */
function readKnown(
  text: (part: KnownPart) => string,
): Pick<Address, 'uprn' | 'usrn' | 'position' | 'classification' | 'custodian'> | undefined {
  const uprn = readUprn(text('uprn'));
  const usrn = text('usrn') === '' ? undefined : readUsrn(text('usrn'));
  const [latitude, longitude] = [Number(text('latitude') || NaN), Number(text('longitude') || NaN)];
  const placed = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  const code = Number(text('custodian') || NaN);
  const name = text('custodian-name');
  const gss = text('custodian-gss');
  const isSound =
    uprn !== undefined &&
    (text('usrn') === '' || usrn !== undefined) &&
    (text('latitude') + text('longitude') === '' || placed) &&
    (text('custodian') === '' || Number.isInteger(code));
  if (!isSound) return undefined;
  return {
    uprn,
    ...(usrn !== undefined && { usrn }),
    ...(placed && { position: { latitude, longitude } }),
    ...(text('classification') && { classification: text('classification') }),
    ...(Number.isInteger(code) && { custodian: { code, ...(name && { name }), ...(gss && { gss }) } }),
  };
}

/** How far the resident has come: looking, choosing from what was found, writing it by hand, or done. */
export const addressStages = ['search', 'choose', 'by-hand', 'chosen'] as const;
/** See {@link addressStages}. */
export type AddressStage = (typeof addressStages)[number];

/** The names of the fields with which the address is looked for. */
export function searchFieldNames(question: string): Readonly<Record<'stage' | 'search' | 'premises' | 'picked', string>> {
  return { stage: `${question}-stage`, search: `${question}-search`, premises: `${question}-premises`, picked: `${question}-picked` };
}
