/** What somebody typed, in parts. */
import { findPostcode, readOutward } from '@council-kit/core';
import { fillers, unitWords } from '../../../rules/short-forms.ts';
import { addressTokens } from '../../../rules/tokens.ts';

export interface AskedNumber {
  /** `12`. */
  readonly number: number;
  /** `a` of 12a; ''. */
  readonly suffix: string;
  /** `14` of 12-14. */
  readonly end?: number;
  /** "Flat 12": it is no house's. */
  readonly isUnit: boolean;
  readonly text: string;
}

export interface Question {
  /** Without its space. */
  readonly postcode?: string;
  /** The first half of one: `AM1A`. */
  readonly outward?: string;
  readonly numbers: readonly AskedNumber[];
  /** The other words, in order. */
  readonly words: readonly string[];
  /** Whether the last word may still go on. */
  readonly unfinished: boolean;
}

/** More words than an address has. */
const mostWords = 14;

export function readQuestion(typed: string): Question {
  const found = findPostcode(typed);
  const rest = found ? found.rest : typed;
  const tokens = addressTokens(rest).slice(0, mostWords + 8);
  const numbers: AskedNumber[] = [];
  const words: string[] = [];
  let outward: string | undefined;
  for (const [at, token] of tokens.entries()) {
    const number = /^(\d{1,6})([a-z]{0,2})(?:-(\d{1,6})[a-z]?)?$/.exec(token);
    if (number && !/^(st|nd|rd|th)$/.test(number[2] ?? '')) {
      numbers.push({
        number: Number(number[1]),
        suffix: number[2] ?? '',
        ...(number[3] !== undefined && { end: Number(number[3]) }),
        isUnit: unitWords.has(tokens[at - 1] ?? ''),
        text: token,
      });
      continue;
    }
    if (!found && outward === undefined && /\d/.test(token)) {
      outward = readOutward(token.toUpperCase());
      if (outward !== undefined) continue;
    }
    words.push(token);
  }
  // Small words are left out unless nothing else is there.
  const telling = words.filter((word) => !fillers.has(word));
  return {
    ...(found && { postcode: found.postcode.outward + found.postcode.inward }),
    ...(outward !== undefined && { outward }),
    numbers: numbers.slice(0, 4),
    words: (telling.length > 0 || numbers.length > 0 ? telling : words).slice(0, mostWords),
    unfinished: !/\s$/.test(typed) && !(found && rest === ''),
  };
}
