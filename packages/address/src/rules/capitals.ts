/** Writes text that came in capitals as people write it: "GLAN-YR-AFON" as "Glan-yr-afon", "ST MARY'S" as "St Mary's". */

import { unitWords } from './short-forms.ts';

/** Small words between two others: English, and those of Welsh and of old names. */
const english = new Set('of the and on in by upon under over at to'.split(' '));
const others = new Set('le la de en y yr ar dan ac a o i’r cum super'.split(' '));
/** What stands before a name of its own, besides {@link unitWords}: Block A, Flats A and B. */
const before = new Set('flats units block blocks bloc building tower wing phase zone gate bay pitch site lot level lefel'.split(' '));
/** 2 to 39. */
const roman = /^(?=..)x{0,3}(?:ix|iv|v?i{0,3})$/;
/** Without a vowel, and no initials. (W and Y are vowels in Welsh.) */
const words = new Set(['st', 'dr', 'mr', 'mrs', 'ms', 'rd', 'ltd', 'sgt', 'mt', 'ft']);
const always: Readonly<Record<string, string>> = {
  plc: 'PLC',
  llp: 'LLP',
  nhs: 'NHS',
  bt: 'BT',
  po: 'PO',
  uk: 'UK',
  gp: 'GP',
  hq: 'HQ',
  ymca: 'YMCA',
  raf: 'RAF',
  bbc: 'BBC',
  rspca: 'RSPCA',
  mot: 'MOT',
  atm: 'ATM',
  afc: 'AFC',
  cic: 'CIC',
  cio: 'CIO',
  icu: 'ICU',
  itv: 'ITV',
  ivf: 'IVF',
  mri: 'MRI',
  rnib: 'RNIB',
  rnli: 'RNLI',
  usa: 'USA',
  yha: 'YHA',
  ywca: 'YWCA',
};

/** Text with a small letter in it was written by somebody who knew, and stays. */
export function withoutShouting(text: string): string {
  if (text === '' || /\p{Ll}/u.test(text)) return text;
  let first = true;
  return text.toLowerCase().replace(/[\p{L}\p{N}'’]+/gu, (word, at: number, whole: string) => {
    const begins = first;
    first = false;
    // Pen-y-bryn, Glan-yr-afon: in Welsh what follows the article is small.
    const afterArticle = /-yr?-$/.test(whole.slice(Math.max(0, at - 4), at));
    if (afterArticle) return word;
    const [rest, ahead] = [whole.slice(at + word.length), /(\p{L}+) +$/u.exec(whole.slice(0, at))?.[1] ?? ''];
    return written(word, {
      begins: begins || /[,;(] *$/.test(whole.slice(0, at)),
      ends: /^[^\p{L}\p{N}]*(?:[,;()]|$)/u.test(rest),
      isName: unitWords.has(ahead) || before.has(ahead),
      goesOn: /^ \p{L}/u.test(rest),
    });
  });
}

interface Standing {
  readonly begins: boolean;
  /** Nothing follows in its part of the text. */
  readonly ends: boolean;
  /** It names a flat, a block, a unit. */
  readonly isName: boolean;
  /** Another word follows. */
  readonly goesOn: boolean;
}

function written(word: string, { begins, ends, isName, goesOn }: Standing): string {
  const known = always[word];
  if (known !== undefined) return known;
  // 12a, 3b: a number's letter is a capital; 1st, 2nd are not.
  if (/\d/.test(word)) return /^\d+(st|nd|rd|th)$/.test(word) ? word : word.toUpperCase();
  // Flat AC, Flat A/B. But "Flat on first floor", "Flat Y Môr".
  if (isName && word.length <= 2 && !goesOn) return word.toUpperCase();
  if (!begins && !ends && (english.has(word) || (!isName && others.has(word)))) return word;
  if (roman.test(word)) return word.toUpperCase();
  if (word.length <= 5 && word.length > 1 && !/[aeiouwyâêîôûŵŷ']/u.test(word) && !words.has(word)) return word.toUpperCase();
  const owner = /^(o|d)['’](.{2,})$/u.exec(word);
  if (owner) return `${capital(owner[1] ?? '')}'${capital(owner[2] ?? '')}`;
  const scot = /^(mc)(.{2,})$/u.exec(word);
  if (scot) return `Mc${capital(scot[2] ?? '')}`;
  return capital(word);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
