import { foldText } from '@council-kit/core';

/**
 * The words of a text as the staff's search compares them. Both databases index exactly these, so that one question finds the same reports
 * on either.
 */

/** Longer words are compared by their beginning. */
const longest = 40;
/** The most words of one question that count. */
const mostTyped = 10;

/** What parts a text into compounds. A hyphen does not. */
const between = /[&\s/,;:()[\]{}<>|"]+/;
const hyphens = /[-‐‑–—]/;

/** The words of each compound: of "Fly-tipping" two. */
function compoundsOf(text: string): string[][] {
  return text.split(between).map((compound) =>
    compound
      .split(hyphens)
      .flatMap((part) => foldText(part).split(' '))
      .filter(Boolean),
  );
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
