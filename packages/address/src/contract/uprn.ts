import * as v from 'valibot';
import { readUprn } from '../rules/uprn.ts';

/**
 * A Unique Property Reference Number as it travels: a string of 1 to 12 digits without leading zeros.
 * Numbers and padded strings are taken too: other systems send both.
 */
export const uprnSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((value) => readUprn(value) ?? ''),
  v.string(),
  v.nonEmpty(),
);
