/** A reference from the council's letter: no national format, so all of it is the council's configuration. */
import { cleanIdentifier, passesLuhn, type Text } from '@council-kit/core';
import type { CheckDigit, ReferenceFormat } from '../contract/fund.ts';
import { referenceMessages as messages } from './reference.messages.ts';

/** What was typed, read; or the sentence that says what is wrong with it. */
export type ReadReference = { readonly kind: 'reference'; readonly reference: string } | { readonly kind: 'error'; readonly message: Text };

/** The longest text that is read as a reference. */
export const longestReference = 60;
const patterns = new WeakMap<ReferenceFormat, { readonly whole: readonly RegExp[]; readonly drop: RegExp | undefined }>();

/**
 * Reads a reference in any case, with blanks, hyphens and full stops where people put them. What looks like a card number is told as that: it
 * would be refused by GOV.UK Pay (P0105), and must not be kept.
 */
export function readReference(typed: string, format: ReferenceFormat): ReadReference {
  const { name, example } = format;
  const plain = cleanIdentifier(typed).toUpperCase();
  if (plain === '') return error(messages.empty(name));
  if (hasCardNumber(plain)) return error(messages.card(name));
  if (plain.length > longestReference) return error(messages.unreadable(name, example));
  let known = patterns.get(format);
  if (!known) {
    known = {
      whole: format.patterns.map((pattern) => new RegExp(`^(?:${pattern})$`, 'u')),
      drop: format.drop === undefined ? undefined : new RegExp(`(?:${format.drop})$`, 'u'),
    };
    patterns.set(format, known);
  }
  const tight = (known.drop ? plain.replace(known.drop, '') : plain).replace(separators, '');
  if (!known.whole.some((pattern) => pattern.test(tight))) return error(messages.unreadable(name, example));
  if (format.checkDigit && !hasCheckDigit(tight, format.checkDigit)) return error(messages.mistyped(name));
  return { kind: 'reference', reference: tight };
}

/** Whether the last character is the one that the digits before it call for. */
export function hasCheckDigit(
  reference: string,
  { weights, modulus, complement = false, characters = '0123456789X' }: CheckDigit,
): boolean {
  const digits = reference.slice(0, -1).replace(/\D/g, '');
  let sum = 0;
  // The last digit by the last weight: references of different lengths share one list.
  for (let back = 1; back <= digits.length; back += 1) sum += Number(digits.at(-back)) * (weights.at(-back) ?? 0);
  const remainder = complement ? (modulus - (sum % modulus)) % modulus : sum % modulus;
  return characters[remainder] !== ' ' && characters[remainder] === reference.at(-1);
}

/** What people put between the characters of a reference. */
const separators = /[\s.-]/g;

/** Whether there is a run of 12 to 19 digits, however parted, whose last is the check digit of cards (Luhn). */
export function hasCardNumber(text: string): boolean {
  const plain = cleanIdentifier(text);
  // In one piece, where other digits may stand beside it; parted in the usual way; and with all that parts digits taken out.
  const runs = [
    ...plain.matchAll(/\d+/g),
    ...plain.matchAll(/\d(?:[\s.-]?\d){11,18}(?!\d)/g),
    ...plain.replace(separators, '').matchAll(/\d+/g),
  ].map(([digits]) => digits.replace(/\D/g, ''));
  return runs.some((digits) => digits.length >= 12 && digits.length <= 19 && Number(digits) > 0 && passesLuhn(digits));
}

const error = (message: Text): ReadReference => ({ kind: 'error', message });
