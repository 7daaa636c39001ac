/** An address as it is answered, kept and submitted: one shape, wherever it comes from. */
import * as v from 'valibot';
import { addressSources } from './address-sources.ts';
import { uprnSchema } from './uprn.ts';

export { addressSources, type AddressSource } from './address-sources.ts';

/** WGS 84 degrees. */
export const positionSchema = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});
/** See {@link positionSchema}. */
export type Position = v.InferOutput<typeof positionSchema>;

/** The council that looks after an address. */
export const custodianSchema = v.object({
  /** GeoPlace's local custodian code. */
  code: v.pipe(v.number(), v.integer()),
  name: v.optional(v.string()),
  /** The Office for National Statistics' code of the council's area: E09000013. */
  gss: v.optional(v.string()),
});
/** See {@link custodianSchema}. */
export type Custodian = v.InferOutput<typeof custodianSchema>;

/** The answer to "What is the address?". Of one that was written or changed by hand only its text and `source` are there. */
export const addressSchema = v.object({
  /** Everything above the town, as it is written on an envelope: 1 to 7 lines. */
  lines: v.array(v.string()),
  town: v.string(),
  /** With its space: `SW1A 2AA`. Empty where there is none. */
  postcode: v.string(),
  /** Only where it is not in the United Kingdom; such an address is always by hand. */
  country: v.optional(v.string()),
  source: v.picklist(addressSources),
  uprn: v.optional(uprnSchema),
  /** Unique Street Reference Number: up to 8 digits, without leading zeros. */
  usrn: v.optional(v.string()),
  position: v.optional(positionSchema),
  /** OS AddressBase classification: `RD04` is a terraced house. */
  classification: v.optional(v.string()),
  custodian: v.optional(custodianSchema),
});
/** See {@link addressSchema}. */
export type Address = v.InferOutput<typeof addressSchema>;

/** An address in a list to choose from. */
export const listedAddressSchema = v.object({
  ...addressSchema.entries,
  uprn: uprnSchema,
  /** The whole address in one line. */
  singleLine: v.string(),
  /** The building that it is a part of ("Heron Court, 12 Mill Lane"): addresses of one building stand together and have one text here. */
  building: v.optional(v.string()),
  /** UPRN of what it is a part of. */
  parentUprn: v.optional(uprnSchema),
  /** The language of its text: English where a record has no Welsh. */
  language: v.picklist(['en', 'cy']),
  /** Approved for building, not yet built or occupied. */
  provisional: v.optional(v.boolean()),
});
/** See {@link listedAddressSchema}. */
export type ListedAddress = v.InferOutput<typeof listedAddressSchema>;
