import type { Address } from '../contract/address.ts';

/** The whole address in one line: "Flat 3, Heron Court, 12 Mill Lane, Aldermere, AL3 4XZ". */
export function singleLine({ lines, town, postcode }: Pick<Address, 'lines' | 'town' | 'postcode'>): string {
  return [...lines, town, postcode].filter((part) => part !== '').join(', ');
}
