/** One address to choose from, out of all the records that there are of a property. */
import { foldText, type Language, readPostcode } from '@council-kit/core';
import type { Custodian, ListedAddress } from '../contract/address.ts';
import type { DpaRecord, LpiRecord } from './os-record.ts';
import { buildingOf, linesOf, type Premises } from './premises.ts';
import { premisesOfDpa, premisesOfLpi } from './premises-of-record.ts';
import { singleLine } from './single-line.ts';
import { readUprn, readUsrn } from './uprn.ts';

/** What is known of a property: Royal Mail's record, the council's, or both, in one or two languages. */
export interface PropertyRecords {
  readonly dpa: readonly DpaRecord[];
  readonly lpi: readonly LpiRecord[];
}

/** An address with its parts, for the order of a list. */
export interface FoundAddress {
  readonly address: ListedAddress;
  readonly premises: Premises;
}

/** Ordnance Survey keeps some records itself, for all of the country: they are no place where anybody lives. */
const nationalCustodian = 7655;

/** AddressBase logical status: approved and provisional are addresses; alternative, historic and rejected are not shown. */
const approved = '1';
const provisional = '6';

const isWelsh = (record: { LANGUAGE?: string }): boolean => /^(cy|cym|wel)/i.test(record.LANGUAGE ?? '');

/**
 * Puts the records of one UPRN together. The text is the best there is for the language: Royal Mail's where it has one, for that is what arrives,
 * but the council's where only that is in Welsh or the property gets no post. What Royal Mail does not know (USRN, classification, custodian) is the council's.
 *
 * Undefined where nobody has this address: historic, rejected, not an address that gets post (POSTAL_ADDRESS_CODE N), or a record of
 * Ordnance Survey's own.
 */
export function listedAddress(
  { dpa, lpi }: PropertyRecords,
  language: Language,
  nameCustodian: (code: number, description?: string) => Custodian,
): FoundAddress | undefined {
  const current = lpi.filter(({ LPI_LOGICAL_STATUS_CODE: lpiStatus, LOGICAL_STATUS_CODE: status }) =>
    isCurrent(lpiStatus ?? status ?? approved),
  );
  const inTongue = <Found extends { LANGUAGE?: string }>(found: readonly Found[]): Found | undefined =>
    found.find((record) => isWelsh(record) === (language === 'cy')) ?? found[0];
  const council = inTongue(current);
  const post = inTongue(dpa);
  const first = council ?? post;
  if (!first) return undefined;
  // Nobody lives in a record that is gone, even where Royal Mail has not heard of it.
  if (lpi.length > 0 && current.length === 0) return undefined;
  const facts = { ...withoutEmpty(post), ...withoutEmpty(council) };
  if (facts.POSTAL_ADDRESS_CODE === 'N' || facts.LOCAL_CUSTODIAN_CODE === nationalCustodian) return undefined;
  if (!isCurrent(facts.LOGICAL_STATUS_CODE ?? approved)) return undefined;

  const useCouncil =
    council !== undefined && (post === undefined || (isWelsh(council) && !isWelsh(post) && isAnotherText(council, current)));
  const own = useCouncil ? premisesOfLpi(council) : post ? premisesOfDpa(post) : undefined;
  const uprn = readUprn(first.UPRN);
  if (!own || uprn === undefined) return undefined;
  // The postcode is Royal Mail's, whoever words the rest; accents and apostrophes are the council's, for Royal Mail has none.
  const spelled =
    council && !useCouncil && isWelsh(council) === (post !== undefined && isWelsh(post)) ? spelledAs(own, premisesOfLpi(council)) : own;
  const premises = useCouncil && post?.POSTCODE ? { ...own, postcode: post.POSTCODE } : spelled;
  const text = { lines: linesOf(premises), town: premises.town, postcode: readPostcode(premises.postcode)?.text ?? premises.postcode };
  const usrn = facts.USRN === undefined ? undefined : readUsrn(facts.USRN);
  const parentUprn = facts.PARENT_UPRN === undefined ? undefined : readUprn(facts.PARENT_UPRN);
  const building = buildingOf(premises);
  const chosen = useCouncil ? council : post;
  return {
    premises,
    address: {
      ...text,
      source: useCouncil ? 'LPI' : 'DPA',
      uprn,
      ...(usrn !== undefined && { usrn }),
      ...(facts.LAT !== undefined && facts.LNG !== undefined && { position: { latitude: facts.LAT, longitude: facts.LNG } }),
      ...(facts.CLASSIFICATION_CODE && { classification: facts.CLASSIFICATION_CODE }),
      ...(facts.LOCAL_CUSTODIAN_CODE !== undefined && {
        custodian: nameCustodian(facts.LOCAL_CUSTODIAN_CODE, facts.LOCAL_CUSTODIAN_CODE_DESCRIPTION),
      }),
      singleLine: singleLine(text),
      ...(building !== undefined && { building }),
      ...(parentUprn !== undefined && { parentUprn }),
      language: chosen && isWelsh(chosen) ? 'cy' : 'en',
      ...(facts.LOGICAL_STATUS_CODE === provisional && { provisional: true }),
    },
  };
}

/** Whether a Welsh record says anything in Welsh: some differ from the English one in the name of the council's area alone. */
function isAnotherText(welsh: LpiRecord, all: readonly LpiRecord[]): boolean {
  const english = all.find((record) => !isWelsh(record));
  const text = (record: LpiRecord): string => JSON.stringify({ ...premisesOfLpi(record), postcode: '' });
  return english === undefined || text(english) !== text(welsh);
}

/** The same words in the spelling of another text that has them: "Rhyd y Creyr" as "Rhyd y Crëyr", "St Davids" as "St David's". */
function spelledAs(premises: Premises, model: Premises): Premises {
  const spellings = new Map(Object.values(model).map((text) => [foldText(String(text)), String(text)]));
  const spelled = Object.entries(premises).map(([part, text]) => [
    part,
    typeof text === 'string' && part !== 'postcode' ? (spellings.get(foldText(text)) ?? text) : text,
  ]);
  return Object.fromEntries(spelled) as unknown as Premises;
}

const isCurrent = (status: string): boolean => status === approved || status === provisional;

function withoutEmpty<Found extends object>(found: Found | undefined): Partial<Found> {
  return Object.fromEntries(Object.entries(found ?? {}).filter(([, value]) => value !== undefined && value !== '')) as Partial<Found>;
}

/** Records by property, in the order in which each property came first. */
export function byProperty(records: readonly ({ readonly DPA: DpaRecord } | { readonly LPI: LpiRecord })[]): PropertyRecords[] {
  const properties = new Map<string, { dpa: DpaRecord[]; lpi: LpiRecord[] }>();
  for (const record of records) {
    const uprn = readUprn('DPA' in record ? record.DPA.UPRN : record.LPI.UPRN) ?? '';
    const property = properties.get(uprn) ?? { dpa: [], lpi: [] };
    properties.set(uprn, property);
    if ('DPA' in record) property.dpa.push(record.DPA);
    else property.lpi.push(record.LPI);
  }
  return [...properties.values()];
}
