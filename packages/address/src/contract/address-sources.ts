/**
 * Where an address comes from: Royal Mail's postal addresses (DPA: Delivery Point Address), the local authorities' own
 * (LPI: Land and Property Identifier), or whoever filled in the form.
 */
export const addressSources = ['DPA', 'LPI', 'by-hand'] as const;
/** See {@link addressSources}. */
export type AddressSource = (typeof addressSources)[number];
