/** What only who searches needs: asking, the list, and what to say where there is none. Fetched while they begin to type. */
export { askGateway } from './address-gateway.ts';
export { AddressOptions } from './address-options.ts';
export { findAddresses } from './find-addresses.ts';
export { howFar, whatIsTheMatter } from './what-is-the-matter.ts';
