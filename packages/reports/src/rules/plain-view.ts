import { plainLetters } from '@council-kit/core';

/** A stretch of a text: from the index of its first UTF-16 unit to the index after its last. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A text as a reader sees it, for rules that look for details in it. */
export interface PlainView {
  /**
   * Without accents and invisible characters, with ASCII digits, hyphens, apostrophes and blanks in place of their many
   * relatives. Upper and lower case stay.
   */
  readonly text: string;
  /** The stretch of the original that a stretch of `text` stands for, with the marks and invisible characters that follow it. */
  original(span: Span): Span;
}

/** What stays as it is: ASCII but for the grave accent, which people write for an apostrophe. */
const ascii = /^[\x20-\x5f\x61-\x7e\n]*$/;
const invisible = /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{M}]$/u;
const hyphen = /^[\p{Pd}\u2212]$/u;
const dot = /^[\u00b7\u2022\u2024\u2219\u3002\u30fb\uff61]$/u;
const digit = /^\p{Nd}$/u;

/** Reads a text for {@link PlainView}. Takes time in proportion to its length. */
export function plainView(original: string): PlainView {
  if (ascii.test(original)) return { text: original, original: (span) => span };
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of original) {
    const next = at + character.length;
    const plain = plainCharacter(character);
    // What is not seen belongs to the character before it, so that it goes with it.
    if (plain === '' && ends.length > 0) {
      for (let index = ends.length - 1; index >= 0 && ends[index] === at; index--) ends[index] = next;
    }
    for (let index = 0; index < plain.length; index++) {
      starts.push(at);
      ends.push(next);
    }
    text += plain;
    at = next;
  }
  return {
    text,
    original: ({ start, end }) => ({ start: starts[start] ?? original.length, end: ends[end - 1] ?? original.length }),
  };
}

function plainCharacter(character: string): string {
  if (character === '\n') return '\n';
  if (/^\s$/.test(character)) return ' ';
  if (invisible.test(character)) return '';
  if (hyphen.test(character)) return '-';
  if (dot.test(character)) return '.';
  const plain = plainLetters(character).replace(/[\u2044\u2215]/g, '/');
  return digit.test(plain) ? asciiDigit(plain) : plain;
}

/** Each script's ten digits stand together, beginning with its zero: https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-4/#G134153 */
function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && digit.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
