import { cleanIdentifier, foldText } from '@council-kit/core';

/** Letters that are a house's; any other, before a word, may be the beginning of a street: "7 e street" is East Street. */
const suffixes = 'abcdfgh';

/**
 * An address or a part of one, in folded words: what people mean by "12 a" (`12a`), "12 – 14", "12/14" and "12 to 14" (`12-14`), and "flat3"
 * (`flat`, `3`). Addresses and what is typed to find them are both read by it.
 */
export function addressTokens(text: string): string[] {
  const clean = cleanIdentifier(text)
    .toLowerCase()
    // Of a tenement, "2/1" is the first flat on the second floor, and no range.
    .replace(/(\d+)([a-z]?)(?: *[-/] *| to )(?=(\d+))/g, (whole, from: string, letter: string, to: string) =>
      Number(to) > Number(from) ? `${from}${letter}zzto` : whole,
    )
    .replace(/(\d) +([a-z])(?=([\s,;.]*)(.?))/g, (whole, digit: string, letter: string, gap: string, next: string) => {
      const isWord = gap === '' && next !== '';
      const isLast = next === '' || /[,;]/.test(gap);
      return !isWord && (isLast || suffixes.includes(letter)) ? digit + letter : whole;
    });
  return foldText(clean)
    .replace(/zzto(?=\d)/g, '-')
    .replace(/\b(flat|flt|fflat|unit|apt)(\d)/g, '$1 $2')
    .split(' ')
    .filter(Boolean);
}
