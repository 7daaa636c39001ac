/** Everything that goes over the wire, shared by both halves. */
export * from './contract/address.ts';
export * from './contract/lookup.ts';
export * from './contract/query.ts';
export * from './contract/uprn.ts';
