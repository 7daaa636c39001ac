/** Writes text that came in capitals as people write it: "GLAN-YR-AFON" as "Glan-yr-afon", "ST MARY'S" as "St Mary's". */

/** Small words inside a name: English, Welsh, and those of old names. */
const small = new Set('of the and on in by upon under over at le la de en y yr ar dan ac a o i’r to cum super'.split(' '));
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
  ii: 'II',
  iii: 'III',
  vii: 'VII',
  viii: 'VIII',
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
    return afterArticle ? word : written(word, begins);
  });
}

function written(word: string, begins: boolean): string {
  const known = always[word];
  if (known !== undefined) return known;
  // 12a, 3b: a number's letter is a capital; 1st, 2nd are not.
  if (/\d/.test(word)) return /^\d+(st|nd|rd|th)$/.test(word) ? word : word.toUpperCase();
  if (!begins && small.has(word)) return word;
  if (word.length <= 4 && word.length > 1 && !/[aeiouwyâêîôûŵŷ']/u.test(word) && !words.has(word)) return word.toUpperCase();
  const owner = /^(o|d)['’](.{2,})$/u.exec(word);
  if (owner) return `${capital(owner[1] ?? '')}'${capital(owner[2] ?? '')}`;
  const scot = /^(mc)(.{2,})$/u.exec(word);
  if (scot) return `Mc${capital(scot[2] ?? '')}`;
  return capital(word);
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
