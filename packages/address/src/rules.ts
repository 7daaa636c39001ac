/** The rules of addresses: plain functions for the browser and the server. */
export { editByHand, addressByHand, type AddressText } from './rules/by-hand.ts';
export { addressFilter, onlyFitting, type AddressFilter } from './rules/filter.ts';
export { groupByBuilding, type AddressGroup } from './rules/group.ts';
export { singleLine } from './rules/single-line.ts';
export { readUprn, readUsrn } from './rules/uprn.ts';
