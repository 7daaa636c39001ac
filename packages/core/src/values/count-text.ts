const plain = /^[\x00-\x7f]*$/; // eslint-disable-line no-control-regex -- "every character is ASCII" is what is asked
/** Text that may hold characters made of several code points, with the plain character that a mark could belong to. */
const composed = /[\x00-\x7f]?[^\x00-\x7f]+/g; // eslint-disable-line no-control-regex -- as above

let segmenter: Intl.Segmenter | undefined;

/** A text in user-perceived characters, one by one. */
function graphemesOf(text: string): Iterable<string> {
  // Firefox before 125 has no Segmenter: there, code points are the nearest thing.
  if (!('Segmenter' in Intl)) return text;
  segmenter ??= new Intl.Segmenter();
  const segments = segmenter.segment(text);
  return (function* () {
    for (const { segment } of segments) yield segment;
  })();
}

function countComposed(text: string): number {
  let count = 0;
  for (const _grapheme of graphemesOf(text)) count += 1;
  return count;
}

/**
 * What a limit counts. `characters`: as people count, for limits of our own. The others are for limits of somebody else's, counted as they count:
 * `code-points` (Open311 servers, Python, PostgreSQL), `code-units` of UTF-16 (Java, JavaScript: GOV.UK Pay), `bytes` of UTF-8.
 */
export type TextUnit = 'characters' | 'code-points' | 'code-units' | 'bytes';

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

/** How long a text is in a unit, composed (NFC) as it is kept and sent. A line break is one, whichever way it is written. */
export function countText(text: string, unit: TextUnit = 'characters'): number {
  if (unit === 'characters') return countCharacters(text);
  const kept = text.replaceAll('\r\n', '\n').normalize('NFC');
  if (unit === 'code-units') return kept.length;
  return unit === 'bytes' ? new TextEncoder().encode(kept).length : Array.from(kept).length;
}

/**
 * Whether a text is longer than a limit. Of a text far too long only the beginning is counted, so it costs no more than one that is a little
 * too long.
 */
export function isLongerThan(text: string, limit: number, unit: TextUnit = 'characters'): boolean {
  if (unit !== 'characters') return countText(text, unit) > limit;
  // A character is at least one code unit.
  if (text.length <= limit) return false;
  if (plain.test(text)) return countCharacters(text) > limit;
  // Segmenting begins by reading the whole text. The cut may split a character, so one more than the limit is needed to be sure.
  const start = text.slice(0, limit * 32 + 100);
  if (start.length < text.length && countCharacters(start) > limit + 1) return true;
  return countCharacters(text) > limit;
}

/**
 * The longest beginning of a text that fits a limit. No user-perceived character is split. One that is larger than the limit is left out. To bound
 * what is kept or shown, count `code-units`: a single character can hold any number of marks.
 */
export function cutText(text: string, most: number, unit: TextUnit): string {
  // No unit is more than three bytes of UTF-8 to a code unit.
  if (text.length * (unit === 'bytes' ? 3 : 1) <= most) return text;
  let used = 0;
  let end = 0;
  for (const grapheme of graphemesOf(text)) {
    used += unit === 'characters' ? 1 : countText(grapheme, unit);
    if (used > most) return text.slice(0, end);
    end += grapheme.length;
  }
  return text;
}

/** How many words a text has: runs of anything between blanks, as word processors count. */
export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
