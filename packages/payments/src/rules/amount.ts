/** An amount of money as people type it. */
import { cleanIdentifier, type Text } from '@council-kit/core';
import type { AmountLimits } from '../contract/fund.ts';
import { amountMessages as messages } from './amount.messages.ts';

/** What was typed, read; or the sentence that says what is wrong with it. */
export type ReadAmount = { readonly kind: 'amount'; readonly pence: number } | { readonly kind: 'error'; readonly message: Text };

/** The most characters that are read: £100,000.00 with blanks needs half of them. */
const longest = 25;

/**
 * Reads "£1,234.50", "1234.5", "1 234.50", "£5", ".50" and "50p". Digits are 0 to 9 and the pence come after a full stop: what could mean two
 * amounts (1.234, 1 234,50) is asked again, never guessed.
 */
export function readAmount(typed: string, { least = 1, most = 10_000_000 }: Partial<AmountLimits> = {}): ReadAmount {
  const text = cleanIdentifier(typed);
  if (text === '') return error(messages.empty);
  if (text.length > longest) return error(messages.unreadable);
  if (/[$€¥]|\b(eur|usd)\b/i.test(text)) return error(messages.otherCurrency);
  const plain = text.replace(/^(-?)\s*£\s*/, '$1');
  if (/^-\s*[\d.]|^\(.*\)$/.test(plain)) return error(messages.negative);
  // A comma with one or two digits after it at the end is how pence are written elsewhere; a comma after a full stop too.
  if (/^[\d. ]*\d,\d{1,2}$|\.\d{3},/.test(plain)) return error(messages.decimalComma);
  const pennies = /^(\d{1,8})\s?p$/i.exec(plain);
  // Thousands are parted by commas or by blanks, all by the same, or not at all.
  const whole = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)?(?:\.(\d*))?$/.exec(plain);
  if (!pennies && (!whole || (whole[1] === undefined && !whole[2]))) return error(messages.unreadable);
  const fraction = whole?.[2] ?? '';
  if (fraction.length > 2) return error(messages.tooExact);
  const pence = pennies ? Number(pennies[1]) : Number((whole?.[1] ?? '0').replace(/\D/g, '')) * 100 + Number(fraction.padEnd(2, '0'));
  if (pence === 0) return error(messages.nothing);
  if (pence < least) return error(messages.below(least));
  // Numbers too large to be exact are too large to be paid.
  if (pence > most) return error(messages.above(most));
  return { kind: 'amount', pence };
}

const error = (message: Text): ReadAmount => ({ kind: 'error', message });
