import type { Address } from './address.ts';
import { nameIn, type Name } from './names.ts';
import { numberText, type Language } from './postal.ts';

/** The council's own address (BS7666), in the words of AddressBase's LPI record. Upper case, Welsh with its accents; what is absent is ''. */
export interface LocalAddress {
  readonly saoText: string;
  readonly saoNumber: string;
  readonly paoText: string;
  readonly paoNumber: string;
  readonly streetDescription: string;
  readonly localityName: string;
  readonly townName: string;
  readonly administrativeArea: string;
}

const upper = (name: Name | undefined, language: Language): string => (name ? nameIn(name, language).toUpperCase() : '');

/** A council's address in a language; `name` puts another name in the place of the building's own. */
export function localAddress(address: Address, language: Language, name?: Name): LocalAddress {
  const { primary, secondary, street, ward } = address;
  const { locality, town } = street.settlement;
  return {
    saoText: upper(secondary?.text, language),
    saoNumber: secondary ? numberText(secondary) : '',
    paoText: upper(name ?? primary.text, language),
    paoNumber: numberText(primary),
    streetDescription: upper(street.name, language),
    localityName: upper(locality, language),
    townName: upper(town, language),
    administrativeArea: upper(ward.council.area, language),
  };
}

/** Whether the council has a Welsh address beside the English one. */
export const hasWelshLocal = ({ street, primary, secondary, ward }: Address): boolean =>
  [street.name, street.settlement.locality, street.settlement.town, primary.text, secondary?.text, ward.council.area].some(
    (name) => name?.cy !== undefined && name.cy !== name.en,
  );

/** The key of a local land and property identifier: the custodian, L, and nine digits. One property has one for each language and each name. */
export function lpiKey(address: Address, language: Language, isAlternative = false): string {
  const digits = address.uprn.slice(-8).padStart(8, '0');
  return `${address.custodian.custodianCode}L${language === 'cy' ? (isAlternative ? 3 : 1) : isAlternative ? 2 : 0}${digits}`;
}
