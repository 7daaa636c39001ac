import { countCharacters } from '@council-kit/core';

/**
 * Whether a text has more user-perceived characters than the limit. Of a text far too long only the beginning is counted, so it costs no
 * more than one that is a little too long.
 */
export function hasMoreCharacters(text: string, limit: number): boolean {
  // A character is at least one code unit.
  if (text.length <= limit) return false;
  const start = text.slice(0, limit * 4 + 100);
  // The cut may have split a character in two.
  return countCharacters(start) > limit + 1 || countCharacters(text) > limit;
}

/** Whether a text has more words (runs of anything but blanks) than the limit. Counts no further than that. */
export function hasMoreWords(text: string, limit: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\S+/g)) if ((count += 1) > limit) return true;
  return false;
}
