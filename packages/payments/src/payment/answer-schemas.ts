/** What the questions of a payment are answered with: apart from the questions, for runners that fetch those later. */
import * as v from 'valibot';

/** See {@link AmountAnswer}. */
export const amountSchema = v.object({ choice: v.picklist(['instalment', 'balance', 'other']), typed: v.string() });
/** How much: one of the known amounts, or another. */
export type AmountAnswer = v.InferOutput<typeof amountSchema>;

/** See {@link Typed}. */
export const typedSchema = v.object({ typed: v.string() });
/** A reference as it was typed. */
export type Typed = v.InferOutput<typeof typedSchema>;
