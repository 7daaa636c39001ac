import { isEverydayWord, isMatterOfReports } from './everyday-names.ts';
import { plainView, type Span } from './plain-view.ts';

/** A word of a plain text. */
interface Word extends Span {
  /** In lower case, without apostrophes: `oneill`. */
  readonly key: string;
  /** The same without an ending such as `'s`. */
  readonly stem: string;
  /** Where the stem ends. */
  readonly stemEnd: number;
  /** Begins with a capital, or with a letter that has no case. */
  readonly capital: boolean;
  /** Has two capitals or more and nothing in lower case. */
  readonly shouted: boolean;
}

/** What is looked for of one name. */
interface Wanted {
  /** The parts of the name that are looked for on their own: `sian`, `probert`. */
  readonly parts: ReadonlySet<string>;
  /** Parts in a row, written as one: `sianprobert`, `vanderberg`. True: it is not the whole name, and its parts are ordinary words, every one. */
  readonly rows: ReadonlyMap<string, boolean>;
  readonly initials: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
}

// Scripts that leave no blank between words: each character is a word, and a name is a row of them.
const spaceless =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const wordPattern = new RegExp(`[${spaceless}]|(?:(?![${spaceless}])\\p{L})+(?:'(?:(?![${spaceless}])\\p{L})+)*`, 'gu');
const isSpaceless = new RegExp(`^[${spaceless}]+$`, 'u');

const titles = new Set(
  `mr mrs ms miss mx dr doctor prof professor sir dame lady lord rev reverend revd cllr councillor master madam father sister
  bns parch cyng athro dr fonesig meistr`.split(/\s+/),
);
const particles = new Set(
  'van von der den de di da do dos das du del della la le el al bin ibn bint ben ap ab ferch verch y i e and a ac'.split(' '),
);
const streetWords = new Set(
  `street st road rd lane ln close cl avenue ave drive dr way crescent cres court ct terrace ter place pl square sq gardens gdns grove
  row walk mews rise view hill green park bridge parade`.split(/\s+/),
);
const streetWordsBefore = new Set('heol stryd ffordd rhodfa clos maes rhiw tyle lon cwrt pont parc'.split(' '));

/** The most words of a name that are written as one, or apart. */
const longestRow = 6;

/** Where a plain text names a person: the whole name, its parts as words of their own, and initials beside them. */
export function findNames(text: string, name: string): Span[] {
  const wanted = wantedOf(name);
  if (wanted.rows.size === 0 && wanted.parts.size === 0) return [];
  const words = wordsOf(text);
  const named = new Set<number>();
  for (let at = 0; at < words.length; at++) {
    const length = rowAt(text, words, at, wanted);
    for (let index = at; index < at + length; index++) named.add(index);
    if (length === 0 && isNamed(text, words, at, wanted)) named.add(at);
  }
  for (const index of [...named]) {
    takeBeside(text, words, index, -1, wanted, named);
    takeBeside(text, words, index, 1, wanted, named);
  }
  return spansOf(text, words, wanted, named);
}

/** Words of one name in a row are one stretch. */
function spansOf(text: string, words: readonly Word[], wanted: Wanted, named: ReadonlySet<number>): Span[] {
  const spans: Span[] = [];
  for (const [index, word] of words.entries()) {
    if (!named.has(index)) continue;
    const end = matches(word.key, wanted) ? word.end : word.stemEnd;
    const before = named.has(index - 1) && isJoined(text, words[index - 1], word) ? spans.pop() : undefined;
    spans.push({ start: before?.start ?? word.start, end });
  }
  return spans;
}

const matches = (key: string, { parts, rows }: Wanted): boolean => parts.has(key) || rows.has(key);

function wordsOf(text: string): Word[] {
  return [...text.matchAll(wordPattern)].map(({ 0: written, index }) => {
    const stem = /^(.+)'\p{L}{1,2}$/u.exec(written)?.[1] ?? written;
    return {
      start: index,
      end: index + written.length,
      key: keyOf(written),
      stem: keyOf(stem),
      stemEnd: index + stem.length,
      capital: !/^\p{Ll}/u.test(written),
      shouted: /^\p{Lu}['\p{Lu}]+$/u.test(written),
    };
  });
}

const keyOf = (written: string): string => written.toLowerCase().replaceAll("'", '');

function wantedOf(name: string): Wanted {
  const words = wordsOf(plainView(name).text).slice(0, 20);
  while (words[0] && titles.has(words[0].key) && words.length > 1) words.shift();
  const isPart = ({ key }: Word): boolean => key.length > 1 && !particles.has(key) && !isSpaceless.test(key);
  const rows = new Map<string, boolean>();
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + longestRow); to++) {
      const row = words.slice(from, to);
      const parts = row.filter(isPart);
      const script = row.length > 1 && row.every(({ key }) => isSpaceless.test(key));
      const key = row.map((word) => word.key).join('');
      if (script || (parts.length > 0 && (row.length > 1 || key.length > 2))) {
        const whole = row.length > 1 && row.length === words.length && !parts.some((part) => isMatterOfReports(part.key));
        rows.set(key, !script && !whole && parts.every((part) => isEverydayWord(part.key)));
      }
    }
  }
  return {
    parts: new Set(words.filter(isPart).map(({ key }) => key)),
    rows,
    initials: new Set(words.map(({ key }) => key.charAt(0))),
    particles: new Set(words.map(({ key }) => key).filter((key) => particles.has(key))),
  };
}

/** How many words from one on are a row of the name's, in one word or several; a single part is not one. */
function rowAt(text: string, words: readonly Word[], at: number, { rows, parts }: Wanted): number {
  let key = '';
  let length = 0;
  for (let to = at; to < Math.min(words.length, at + longestRow); to++) {
    const word = words[to];
    if (!word || (to > at && !isJoined(text, words[to - 1], word))) break;
    for (const [row, whole] of [
      [key + word.key, true],
      [key + word.stem, false],
    ] as const) {
      const everyday = rows.get(row);
      if (everyday === undefined || (to === at && parts.has(row))) continue;
      const capitals = words.slice(at, to + 1).every(({ capital }) => capital);
      if ((!everyday || capitals) && (whole || row !== key + word.key)) length = to - at + 1;
    }
    key += word.key;
  }
  return length;
}

/** Blanks, a hyphen, an apostrophe or the dot of an initial or a title are all that is between two words of a name. */
function isJoined(text: string, before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after || after.start - before.end > 3) return false;
  const dotted = before.key.length === 1 || titles.has(before.key);
  return (dotted ? /^[ .'-]*$/ : /^[ '-]*$/).test(text.slice(before.end, after.start));
}

/** Whether one word alone is part of the name. */
function isNamed(text: string, words: readonly Word[], at: number, wanted: Wanted): boolean {
  const { parts } = wanted;
  const word = words[at];
  if (!word) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  const part = [word.key, word.stem, pluralStem(word)].find((key) => key !== undefined && parts.has(key));
  if (part === undefined) return false;
  if (before && titles.has(before.stem) && isJoined(text, before, word)) return true;
  if (isStreet(text, before, word, after)) return false;
  if (isMatterOfReports(part)) return isSaidToBeAName(text, words, at, wanted);
  return !isEverydayWord(part) || isWrittenLikeAName(text, words, at);
}

/** Words after which a person is named, in English and Welsh: "ask Glass", "my name is Glass", "the Glass family". */
const beforeNames = new Set(
  `am im ask asked contact email phone ring rang tell told named signed dear hi hello sincerely faithfully ydw enw gofynnwch gofyn ffoniwch
  cysylltwch annwyl helo`.split(/\s+/),
);
const afterNames = new Set('family household residence'.split(' '));
const afterSignOff = new Set('thanks thank you regards cheers wishes love yours sincerely faithfully diolch cofion cywir'.split(' '));

/** For a word that reports are about: a capital is not enough ("Broken Glass"), something beside it has to say that it is a name. */
function isSaidToBeAName(text: string, words: readonly Word[], at: number, { parts, initials }: Wanted): boolean {
  const word = words[at];
  if (!word?.capital) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  if (after && afterNames.has(after.key) && isJoined(text, word, after)) return true;
  // "Glass, Sam".
  if (after?.capital === true && parts.has(after.key) && after.key !== word.key && /^, ?$/.test(text.slice(word.end, after.start)))
    return true;
  if (!before) return false;
  const between = text.slice(before.end, word.start);
  const ends = beginsSentence(text, word, after);
  if (ends && afterSignOff.has(before.key) && /^[\s,.!-]{1,6}$/.test(between)) return true;
  if (before.key.length === 1 && before.capital && initials.has(before.key) && !isI(before) && isJoined(text, before, word)) return true;
  if (before.key === 'teulu' && isJoined(text, before, word)) return true;
  if (!/^[ :]{1,3}$/.test(between)) return false;
  return beforeNames.has(before.key) || (before.key === 'is' && /^(?:this|name)$/.test(words[at - 2]?.key ?? ''));
}

/** "The Proberts": of names that are no other word. */
function pluralStem({ key, capital }: Word): string | undefined {
  const stem = capital && key.length > 4 && key.endsWith('s') ? key.slice(0, -1) : undefined;
  return stem !== undefined && !isEverydayWord(stem) ? stem : undefined;
}

/** "Probert Street", "Heol Probert": the street's name is on its sign, whoever reports. */
function isStreet(text: string, before: Word | undefined, word: Word, after: Word | undefined): boolean {
  if (after && streetWords.has(after.key) && isJoined(text, word, after) && (after.capital || !word.capital)) return true;
  return before !== undefined && streetWordsBefore.has(before.key) && isJoined(text, before, word) && (before.capital || !word.capital);
}

/** A capital where the sentence asks for none and no other name stands beside it ("ask Rose", not "Rose Cottage"); or all there is of a sentence, as under a letter. */
function isWrittenLikeAName(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word?.capital) return false;
  const [before, after] = [words[at - 1], words[at + 1]];
  if (word.shouted && (before?.shouted === true || after?.shouted === true)) return false;
  const begins = beginsSentence(text, before, word);
  const ends = beginsSentence(text, word, after);
  if (begins) return ends;
  // "May 2026", "12 Rose …".
  if (/\d[\s,]{0,2}$/.test(text.slice(Math.max(0, word.start - 3), word.start)) || /^[\s,]{0,2}\d/.test(text.slice(word.end, word.end + 3)))
    return false;
  if (isJoined(text, word, after) && after?.capital === true && !isI(after)) return false;
  return before?.capital !== true || !isJoined(text, before, word) || isI(before) || beginsSentence(text, words[at - 2], before);
}

const isI = ({ key }: Word): boolean => key === 'i' || key === 'im' || key === 'ive';

function beginsSentence(text: string, before: Word | undefined, word: Word | undefined): boolean {
  if (!before || !word) return true;
  return /[.!?\n]/.test(text.slice(before.end, word.start));
}

/** Initials, particles and other parts beside a named word are of the same name: "S. Probert", "ap Gwilym", "Will Probert". */
function takeBeside(text: string, words: readonly Word[], from: number, step: 1 | -1, wanted: Wanted, named: Set<number>): void {
  for (let at = from + step; !named.has(at); at += step) {
    const word = words[at];
    const next = words[at - step];
    const [left, right] = step === 1 ? [next, word] : [word, next];
    if (!word || !isJoined(text, left, right)) return;
    const initial = word.key.length === 1 && word.capital && wanted.initials.has(word.key);
    const initials = word.shouted && word.key.length < 4 && [...word.key].every((letter) => wanted.initials.has(letter));
    const part = (wanted.parts.has(word.key) || wanted.parts.has(word.stem)) && word.capital;
    if (!initial && !initials && !part && !wanted.particles.has(word.key)) return;
    named.add(at);
  }
}
