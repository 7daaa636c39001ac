import type { Address, ListedAddress } from '../contract/address.ts';

/** What is answered of an address in a list. */
export function chosenAddress(listed: ListedAddress): Address {
  const {
    singleLine: _line,
    building: _building,
    parentUprn: _parent,
    language: _language,
    provisional: _provisional,
    ...address
  } = listed;
  return address;
}
