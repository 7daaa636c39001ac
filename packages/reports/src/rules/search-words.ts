/**
 * The words of a text as the staff's search compares them. Both databases index exactly these, so that one question finds the same reports
 * on either.
 */

/** Longer words are compared by their beginning. */
const longest = 40;
/** The most words of one question that count. */
const mostTyped = 10;

/** Apostrophes join: "Mary's" is "marys", "tŷ'r" is "tyr". */
const apostrophes = /['’‘ʼ`´]/g;
/** Letters and digits, and those that hyphens join. */
const compounds = /[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu;

/** Lower case, without accents: "Llŷn" and "LLYN" are one word. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(apostrophes, '');
}

function compoundsOf(text: string): string[][] {
  return (folded(text).match(compounds) ?? []).map((compound) => compound.split(/[-‐]/));
}

/** By characters: half of one that takes two code units is not text. */
const shortened = (word: string): string => (word.length > longest ? Array.from(word).slice(0, longest).join('') : word);

/** Each word of a text once. What hyphens join counts in parts and as one: "fly-tipping" is "fly", "tipping" and "flytipping". */
export function searchWords(text: string): string[] {
  const words = new Set<string>();
  for (const parts of compoundsOf(text)) {
    for (const part of parts) words.add(shortened(part));
    if (parts.length > 1) words.add(shortened(parts.join('')));
  }
  return [...words];
}

/** The words that somebody looks for: a report has to have, for each, a word that begins with it. None where nothing typed is a letter or a digit. */
export function typedWords(typed: string): string[] {
  return [...new Set(compoundsOf(typed).flatMap((parts) => parts.map(shortened)))].slice(0, mostTyped);
}
