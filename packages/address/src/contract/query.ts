/** `GET /addresses`: what may be asked. Apart from the answers, because only the gateway reads it. */
import * as v from 'valibot';
import { mostAddresses } from './lookup.ts';

const wholeNumber = (most: number) => v.pipe(v.string(), v.regex(/^\d{1,7}$/), v.transform(Number), v.number(), v.maxValue(most));
const degrees = v.pipe(v.string(), v.regex(/^[+-]?\d{1,3}(\.\d{1,20})?$/), v.transform(Number), v.number());

/**
 * The query of `GET /addresses`: one of `postcode`, `uprn`, `q`, and `latitude` with `longitude`.
 */
export const addressesQuerySchema = v.object({
  /** In any shape that people write one. */
  postcode: v.optional(v.string()),
  uprn: v.optional(v.string()),
  /** An address in words, or its beginning, with or without typing errors. */
  q: v.optional(v.string()),
  /** WGS 84: the addresses nearest to a position, at most 100 metres away. */
  latitude: v.optional(degrees),
  longitude: v.optional(degrees),
  /** The language of the addresses where they have one; that of the request unless given. */
  lang: v.optional(v.picklist(['en', 'cy'])),
  /** `council`: only what this council looks after, the rest is counted in `outside`. `anywhere`: all. */
  area: v.optional(v.picklist(['council', 'anywhere']), 'council'),
  limit: v.optional(wholeNumber(mostAddresses), String(mostAddresses)),
  offset: v.optional(wholeNumber(1_000_000), '0'),
});
/** See {@link addressesQuerySchema}. */
export type AddressesQuery = v.InferOutput<typeof addressesQuerySchema>;
