import type { AddressText } from './by-hand.ts';

/** The whole address in one line: "Flat 3, Heron Court, 12 Mill Lane, Aldermere, AL3 4XZ". */
export function singleLine({ lines, town, postcode, country = '' }: AddressText): string {
  return [...lines, town, postcode, country].filter((part) => part !== '').join(', ');
}
