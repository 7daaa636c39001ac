import { cutText, findPostcode, isIncompletePostcode, readPostcode, type Postcode } from '@council-kit/core';

/** What is meant by what somebody typed into the one field. */
export type TypedQuestion =
  /** Nothing, or too little to find anything by. */
  | { readonly kind: 'nothing' }
  /** A part of a postcode: the rest is to come. */
  | { readonly kind: 'incomplete' }
  /** It has the look of a postcode and cannot be one. */
  | { readonly kind: 'not-a-postcode' }
  /** One whose addresses no list has: BFPO, GIR 0AA, overseas territories. */
  | { readonly kind: 'unlisted'; readonly postcode: Postcode }
  /** `narrow` is whatever else was typed: a house name or number, a street. */
  | { readonly kind: 'postcode'; readonly postcode: Postcode; readonly narrow: string }
  | { readonly kind: 'words'; readonly words: string };

/** Fewer letters are the beginning of everything. */
const fewest = 3;
const beginningOfPostcode = /^[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]?$/i;
const lookOfPostcode = /^[a-z]{1,3}\d[a-z\d]?[\s-]*\d[a-z]{2}$/i;

/** Understands what was typed. */
export function questionOf(typed: string): TypedQuestion {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') return { kind: 'nothing' };
  const whole = readPostcode(text);
  const found = whole ? { postcode: whole, rest: '' } : findPostcode(text);
  if (found) {
    const { postcode, rest } = found;
    if (postcode.kind !== 'standard') return { kind: 'unlisted', postcode };
    return { kind: 'postcode', postcode, narrow: rest.replace(/^[\s,.-]+|[\s,.-]+$/g, '') };
  }
  if (isIncompletePostcode(text) || beginningOfPostcode.test(text)) return { kind: 'incomplete' };
  if (lookOfPostcode.test(text)) return { kind: 'not-a-postcode' };
  return text.length < fewest ? { kind: 'nothing' } : { kind: 'words', words: cutText(text, 200, 'code-units') };
}
