/** How like two words are, for people who slip, mishear and shorten. */

/**
 * Restricted Damerau-Levenshtein: insertions, deletions, changes and swapped neighbours. A number past `most` means "more".
 * https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance
 */
export function editDistance(one: string, other: string, most: number): number {
  const [rows, columns] = [one.length, other.length];
  if (Math.abs(rows - columns) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: columns + 1 }, (_, column) => column);
  for (let row = 1; row <= rows; row += 1) {
    const current = [row];
    let least = row;
    const letter = one.charCodeAt(row - 1);
    for (let column = 1; column <= columns; column += 1) {
      const against = other.charCodeAt(column - 1);
      let cost = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + (letter === against ? 0 : 1));
      if (row > 1 && column > 1 && letter === other.charCodeAt(column - 2) && one.charCodeAt(row - 2) === against) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[columns] ?? most + 1;
}

/** How many slips a word may have and still be meant, by its own length or that of what was typed, whichever is longer. */
export const slipsAllowed = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : 3);

/**
 * How a word sounds, roughly, in English and Welsh spelling: "Philips" and "Fillips", "Meer" and "Mere", "Crescent" and "Cresent" have one key. Two words with one key
 * need not sound alike; they are held to a distance as well.
 */
export function soundOf(word: string): string {
  const consonants = word
    .replace(/^kn|^gn/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^ps/, 's')
    .replace(/ph|ff/g, 'f')
    .replace(/gh(?=t|$)/g, '')
    .replace(/sc(?=[eiy])/g, 's')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/dg/g, 'j')
    .replace(/[vw]/g, 'v')
    .replace(/mb$/g, 'm')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1');
  const first = consonants.charAt(0);
  return (
    (/[aeiouy]/.test(first) ? 'a' : first) +
    consonants
      .slice(1)
      .replace(/[aeiouy]+/g, '')
      .replace(/(.)\1+/g, '$1')
  );
}

/** A bit for each letter, to rule most words out without looking at them. */
export function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at) - 97;
    bits |= 1 << (code >= 0 && code < 26 ? code : 26 + (word.charCodeAt(at) % 6));
  }
  return bits;
}

export function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
