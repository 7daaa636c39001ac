import type { Address } from '../contract/address.ts';
import { readPostcode } from '@council-kit/core';
import { tidyLine } from './tidy-line.ts';

/** What a person can write of an address. */
export type AddressText = Pick<Address, 'lines' | 'town' | 'postcode' | 'country'>;

/** An address that was written by hand: nothing is known of it but its text. Spaces are tidied, the postcode is written properly. */
export function addressByHand(text: AddressText): Address {
  return { ...tidied(text), source: 'by-hand' };
}

/**
 * An address after somebody changed its text. Where anything differs, it is by hand: the UPRN, the position and whatever else
 * was known belong to another text, so they go. Where nothing differs it stays what it was.
 */
export function editByHand(address: Address, changed: Partial<AddressText>): Address {
  const before = tidied(address);
  const after = tidied({ ...before, ...changed });
  return key(before) === key(after) ? address : { ...after, source: 'by-hand' };
}

function tidied({ lines, town, postcode, country = '' }: AddressText): AddressText {
  return {
    lines: lines.map(tidyLine).filter((line) => line !== ''),
    town: tidyLine(town),
    // One that we do not understand (another country's) is kept as it was written.
    postcode: readPostcode(postcode)?.text ?? tidyLine(postcode),
    ...(tidyLine(country) !== '' && { country: tidyLine(country) }),
  };
}

const key = ({ lines, town, postcode, country }: AddressText): string => JSON.stringify([lines, town, postcode, country]);
