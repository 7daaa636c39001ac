/** Every sign that people type or paste for an apostrophe, once compatibility forms are taken apart. */
const apostrophes = /['`ʹʻ-ʿˈ‘’‚‛′‵ꞌ]/g;
/** Letters that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
};

/**
 * Text as it is searched and compared: lower case, without accents, in words with one space between them. Apostrophes vanish ("o'brien" is
 * "obrien", "wedi’u" is "wediu"), and full stops of short forms ("St. Mary's" is "st marys", "R.A.F." is "raf"); `&` is "and"; every other
 * sign parts words.
 */
export function foldText(text: string): string {
  // Most texts are ASCII, and taking text apart is most of the work.
  const isPlain = !/[^\0-\x7f]/.test(text);
  return (isPlain ? text.toLowerCase() : takenApart(text))
    .replace(/['`]|\.(?!\d|\p{L}{2})/gu, '')
    .replaceAll('&', ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function takenApart(text: string): string {
  return (
    text
      // An acute accent of its own would come apart into a space and a mark.
      .replaceAll('´', "'")
      .normalize('NFKD')
      .replace(apostrophes, '')
      .replace(/[\p{M}\p{Cf}]+/gu, '')
      .toLowerCase()
      .replace(/[ßæœøłđðþħıŋ]/g, (letter) => letters[letter] ?? letter)
  );
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
