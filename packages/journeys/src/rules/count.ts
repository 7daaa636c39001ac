let graphemes: Intl.Segmenter | undefined;

/**
 * Whether a text has more user-perceived characters than the limit. Counts no further than the limit, so a text of any
 * length costs no more than one that is just too long. Browsers without `Intl.Segmenter` count code points.
 */
export function hasMoreCharacters(text: string, limit: number): boolean {
  // A character is at least one code unit.
  if (text.length <= limit) return false;
  let count = 0;
  if (typeof Intl.Segmenter === 'function') graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  for (const _ of graphemes?.segment(text) ?? text) if ((count += 1) > limit) return true;
  return false;
}

/** Whether a text has more words (runs of anything but blanks) than the limit. */
export function hasMoreWords(text: string, limit: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\S+/g)) if ((count += 1) > limit) return true;
  return false;
}
