/** What can be paid for, as the council configures it: council tax, a parking fine, garden waste, a licence. */
import * as v from 'valibot';
import { amountSchema, codeSchema, contactSchema, textSchema } from './values.ts';

/**
 * A council's own check digit. Every digit before it is multiplied by its weight (the last by the last); the sum's remainder says which
 * character comes last: `characters[remainder]`, or `characters[(modulus − remainder) % modulus]` with `complement`.
 */
export const checkDigitSchema = v.object({
  weights: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1), v.maxLength(30)),
  modulus: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(97)),
  complement: v.optional(v.boolean(), false),
  /** One for each remainder. A blank is a remainder that no reference has. `0123456789X` for modulus 11. */
  characters: v.optional(v.string(), '0123456789X'),
});
/** See {@link checkDigitSchema}. */
export type CheckDigit = v.InferOutput<typeof checkDigitSchema>;

/** A reference on the council's letters. There is no national format: all of it is configuration. */
export const referenceFormatSchema = v.object({
  /** "What is your council tax account number?" */
  label: textSchema,
  /** "Council tax account number", within a sentence too. */
  name: textSchema,
  /** Where it is on the letter. */
  hint: v.optional(textSchema),
  /** Longer help, behind "Where to find it". */
  help: v.optional(textSchema),
  /** "501231231". */
  example: v.pipe(v.string(), v.nonEmpty()),
  /** Sources of regular expressions that the whole of it must match one of, without blanks and hyphens, in capitals. */
  patterns: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Source of a regular expression for what may follow and is dropped: `/.*` of `501231231/123/123`. */
  drop: v.optional(v.string()),
  checkDigit: v.optional(checkDigitSchema),
});
/** See {@link referenceFormatSchema}. */
export type ReferenceFormat = v.InferOutput<typeof referenceFormatSchema>;

export const amountLimitsSchema = v.object({ least: v.optional(amountSchema, 1), most: v.optional(amountSchema, 10_000_000) });
/** Pence. GOV.UK Pay's own most is £100,000. */
export type AmountLimits = v.InferOutput<typeof amountLimitsSchema>;

/** Something that can be paid for: `GET /payments/funds/{id}`. */
export const fundSchema = v.object({
  id: codeSchema,
  /** "Council tax". */
  name: textSchema,
  reference: referenceFormatSchema,
  /** Pence, where there is one price. Then nobody is asked how much. */
  price: v.optional(amountSchema),
  limits: v.optional(amountLimitsSchema, {}),
  /** Whether a receipt can be sent by email. */
  emailReceipt: v.optional(v.boolean(), false),
});
/** See {@link fundSchema}. */
export type Fund = v.InferOutput<typeof fundSchema>;

/** `GET /payments/funds/{id}`: the fund, and where to turn when it cannot be paid here. */
export const fundAnswerSchema = v.object({
  fund: fundSchema,
  contact: v.optional(contactSchema),
});
/** See {@link fundAnswerSchema}. */
export type FundAnswer = v.InferOutput<typeof fundAnswerSchema>;
