import { plainLetters } from './plain-letters.ts';

/**
 * Text as it is searched and compared: lower case, without accents, in words with one space between them. Apostrophes vanish ("o'brien" is
 * "obrien", "wedi’u" is "wediu"), and full stops of short forms ("St. Mary's" is "st marys", "R.A.F." is "raf"); `&` is "and"; every other
 * sign parts words.
 */
export function foldText(text: string): string {
  return plainLetters(text)
    .toLowerCase()
    .replace(/'|\.(?!\d|\p{L}{2})/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Finds folded words in folded text however they are parted: "flytipping" and "fly tipping" both find "fly tipping" and "flytipping". They begin
 * where a word begins. Undefined for fewer than three characters, which would find too much. Numbers are never run together.
 */
export function partedAnyhow(folded: string): RegExp | undefined {
  const joined = folded.replace(/(\p{L}) (?=\p{L})/gu, '$1');
  if (joined.length < 3) return undefined;
  // Nothing in a folded text has a meaning in a pattern.
  return new RegExp(`(?:^| )${joined.replace(/\p{L}(?=\p{L})/gu, '$& ?')}`, 'u');
}
