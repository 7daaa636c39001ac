import type { Address, AddressableObject } from './address.ts';
import { nameIn } from './names.ts';

/** The languages of an address. */
export type Language = 'en' | 'cy';

/** Royal Mail's address of a delivery point (PAF), in the words of AddressBase's DPA record. Upper case; what is absent is ''. */
export interface PostalAddress {
  readonly organisationName: string;
  readonly departmentName: string;
  readonly subBuildingName: string;
  readonly buildingName: string;
  /** Only a plain number: `12A` and `1-3` are building names to Royal Mail. */
  readonly buildingNumber: string;
  readonly poBox: string;
  readonly dependentThoroughfareName: string;
  readonly thoroughfareName: string;
  readonly doubleDependentLocality: string;
  readonly dependentLocality: string;
  readonly postTown: string;
  readonly postcode: string;
}

/** Upper case, and Welsh without its circumflexes: Royal Mail's file has none. */
const postal = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’"]/g, '').toUpperCase();

/** A range of numbers as it is written: 12, 12A, 1-3, 1A-3B; '' where there is none. */
export function numberText({ start, startSuffix = '', end, endSuffix = '' }: AddressableObject): string {
  if (start === undefined) return '';
  return `${start}${startSuffix}${end === undefined ? '' : `-${end}${endSuffix}`}`;
}

/** Royal Mail's address, or undefined where it has none. */
export function postalAddress(address: Address, language: Language): PostalAddress | undefined {
  if (address.udprn === undefined) return undefined;
  const { primary, secondary, street } = address;
  const { settlement } = street;
  const number = numberText(primary);
  const isPlain = /^\d+$/.test(number);
  const name = primary.text && !address.poBox && primary.text.en !== address.organisation ? nameIn(primary.text, language) : '';
  const flat = secondary ? [secondary.text && nameIn(secondary.text, language), numberText(secondary)].filter(Boolean).join(' ') : '';
  // A department is a name at the same letter box; a bare number or letter is a flat to the postman.
  const sub = address.department
    ? ''
    : flat && !secondary?.text && !/[A-Z]$/.test(flat)
      ? `${language === 'cy' ? 'Fflat' : 'Flat'} ${flat}`
      : flat;
  return {
    organisationName: postal(address.organisation ?? ''),
    departmentName: postal(address.department ?? ''),
    subBuildingName: postal(sub),
    buildingName: postal([name, isPlain ? '' : number].filter(Boolean).join(', ')),
    buildingNumber: isPlain ? number : '',
    poBox: address.poBox ?? '',
    dependentThoroughfareName: street.leadsOff ? postal(nameIn(street.name, language)) : '',
    thoroughfareName: address.poBox ? '' : postal(nameIn(street.leadsOff ?? street.name, language)),
    doubleDependentLocality: postal(settlement.doubleDependentLocality ? nameIn(settlement.doubleDependentLocality, language) : ''),
    dependentLocality: postal(settlement.dependentLocality ? nameIn(settlement.dependentLocality, language) : ''),
    postTown: postal(nameIn(settlement.postTown, language)),
    postcode: address.postcode,
  };
}

/** Whether Royal Mail's address in Welsh is not the one in English. */
export const hasWelshPost = ({ street, primary, secondary }: Address): boolean =>
  [
    street.name,
    street.leadsOff,
    street.settlement.doubleDependentLocality,
    street.settlement.dependentLocality,
    street.settlement.postTown,
    primary.text,
    secondary?.text,
  ].some((name) => name?.cy !== undefined && name.cy !== name.en);
