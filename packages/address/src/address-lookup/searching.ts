/** What only who searches needs: asking, the list, and what to say where there is none. Fetched while they begin to type. */
export { askGateway } from './address-gateway.ts';
export { AddressOptions } from './address-options.ts';
export { findAddresses } from './find-addresses.ts';
export { howFar, whatIsTheMatter } from './what-is-the-matter.ts';
// What lists look like, for widgets that bring the styles of their own parts alone; a page brings all.
export { comboboxStyles } from '@council-kit/elements/stylesheet.js';
