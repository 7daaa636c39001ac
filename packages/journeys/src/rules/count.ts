/** Whether a text has more words (runs of anything but blanks) than the limit. Counts no further than that. */
export function hasMoreWords(text: string, limit: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(/\S+/g)) if ((count += 1) > limit) return true;
  return false;
}
