/** `GET /addresses`: what is answered, and what can go wrong. */
import * as v from 'valibot';
import { listedAddressSchema, positionSchema } from './address.ts';

/** The most addresses in one answer. */
export const mostAddresses = 100;
/** The most characters of a question that are read. More is not an address, nor a postcode. */
export const longestQuestion = 200;

/** A council that looks after some of what was found, and is not this one. */
export const neighbourSchema = v.object({
  /** Undefined where only its number is known. */
  name: v.optional(v.string()),
  gss: v.optional(v.string()),
  /** Its own site. */
  url: v.optional(v.string()),
  /** How many of the addresses are its. 0 where only the postcode is known to be. */
  addresses: v.number(),
});
/** See {@link neighbourSchema}. */
export type Neighbour = v.InferOutput<typeof neighbourSchema>;

/**
 * The answer of `GET /addresses`. By postcode they are in natural order (1, 1A, 2, 10; the flats of a building together), by
 * words the best match first, by position the nearest first.
 *
 * No addresses and somebody in `outside`: the place is another council's. No addresses and nobody there: by words nothing is
 * like it. A postcode that nobody has is the problem `postcode_not_found`.
 */
export const addressesSchema = v.object({
  /** As it is written properly, where one was asked for. */
  postcode: v.optional(v.string()),
  /** How many there are in all. By words: of the likeliest, as many as were asked for. */
  total: v.number(),
  offset: v.number(),
  addresses: v.array(listedAddressSchema),
  /** Councils whose addresses were left out. Most of them first. */
  outside: v.array(neighbourSchema),
});
/** See {@link addressesSchema}. */
export type Addresses = v.InferOutput<typeof addressesSchema>;

/** `GET /postcodes/{postcode}`: what is known of a postcode without its addresses. */
export const postcodeFactsSchema = v.object({
  postcode: v.string(),
  kind: v.picklist(['standard', 'forces', 'girobank', 'overseas']),
  position: v.optional(positionSchema),
  /** The council whose area it is in. */
  council: v.optional(v.object({ name: v.string(), gss: v.optional(v.string()) })),
  ward: v.optional(v.string()),
  country: v.optional(v.string()),
});
/** See {@link postcodeFactsSchema}. */
export type PostcodeFacts = v.InferOutput<typeof postcodeFactsSchema>;

/** The `code`s of the problems that `GET /addresses` answers with, besides those that every route may have. */
export const addressProblems = {
  /** 400: it cannot be a postcode. */
  postcodeInvalid: 'postcode_invalid',
  /** 400: only the first half of one ("SW1A"). */
  postcodeIncomplete: 'postcode_incomplete',
  /** 404: there is no such postcode, or it is so new that no address has it yet. */
  postcodeNotFound: 'postcode_not_found',
  /** 404: it was one, and is used no more. The detail says since when. */
  postcodeTerminated: 'postcode_terminated',
  /** 404: a real one whose addresses no list holds: forces' post (BFPO), GIR 0AA, overseas territories. They are written by hand. */
  postcodeNotListed: 'postcode_not_listed',
  /** 404: no address has this UPRN. */
  uprnNotFound: 'uprn_not_found',
  /** 429 with `Retry-After`: the limit of the address service. Try again by yourself. */
  busy: 'addresses_busy',
  /** 502 or 504: the address service gives no answer. Let them write it by hand. */
  upstreamFailed: 'upstream_failed',
} as const;
/** See {@link addressProblems}. */
export type AddressProblemCode = (typeof addressProblems)[keyof typeof addressProblems];
