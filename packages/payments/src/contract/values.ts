import * as v from 'valibot';

/** A text in both languages. */
export const textSchema = v.object({ en: v.pipe(v.string(), v.nonEmpty()), cy: v.pipe(v.string(), v.nonEmpty()) });

/** Money: whole pence, never pounds, never a fraction. */
export const penceSchema = v.pipe(v.number(), v.safeInteger());

/** Money that is not owed the other way round. */
export const amountSchema = v.pipe(penceSchema, v.minValue(0));

/** A day: ISO 8601, `2026-04-01`. Read in the country's own time. */
export const daySchema = v.pipe(v.string(), v.isoDate());

/** The council's ways to be reached. */
export const contactSchema = v.object({ text: textSchema, telephone: v.optional(v.string()), email: v.optional(v.string()) });

/** A word for programs. */
export const codeSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/));
