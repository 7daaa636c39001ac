const plain = /^[\x00-\x7f]*$/; // eslint-disable-line no-control-regex -- "every character is ASCII" is what is asked
/** Text that may hold characters made of several code points, with the plain character that a mark could belong to. */
const composed = /[\x00-\x7f]?[^\x00-\x7f]+/g; // eslint-disable-line no-control-regex -- as above

let graphemes: Intl.Segmenter | undefined;

function countComposed(text: string): number {
  // Firefox before 125 has no Segmenter: there, code points are the nearest thing.
  if (!('Segmenter' in Intl)) return Array.from(text).length;
  graphemes ??= new Intl.Segmenter();
  let count = 0;
  for (const _grapheme of graphemes.segment(text)) count += 1;
  return count;
}

/**
 * How many characters a text has as people count them: user-perceived characters (https://unicode.org/reports/tr29/),
 * so that an emoji of four code points is one, and a line break is one whichever way it is written. The same in
 * browsers and on servers, so that both say the same of the same text.
 */
export function countCharacters(text: string): number {
  const lines = text.replaceAll('\r\n', '\n');
  if (plain.test(lines)) return lines.length;
  // The segmenter takes a microsecond a character: on a long text it would be felt at every key. Plain runs need none.
  let count = lines.length;
  for (const [run] of lines.matchAll(composed)) count += countComposed(run) - run.length;
  return count;
}

/** How many words a text has: runs of anything between blanks, as word processors count. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
