/** Which of the addresses found is the one that was asked for. */
import { foldText } from '@council-kit/core';
import { editDistance } from './likeness.ts';
import { outwardKey, ownStreetColumns, streetColumns, type GazetteerRow, type StreetColumn } from '../columns.ts';
import type { StoredProperty } from '../gazetteer.ts';
import type { WeighedWord } from './documents.ts';
import type { PlaceIndex } from './place-index.ts';
import type { AskedNumber, Question } from './question.ts';

/** What each thing says, in the measure of words: a rare word is worth 8 to 12, "road" 1 or 2. */
const worth = {
  number: 7,
  unitNumber: 6,
  /** A number of the question that the address does not have. */
  strayNumber: -4,
  /** A flat, where none was asked for. */
  unasked: -1.5,
  /** A house with a number, where another number was asked for or none. */
  unaskedNumber: -0.6,
  postcode: 9,
  postcodeNearly: 5,
  sameOutward: 2,
  askedOutward: 3.5,
  area: 0.7,
  unit: 0.8,
  unsaid: -0.3,
  unsaidName: -0.12,
  /** A word of the address that the index does not know. */
  unknownWord: 3,
  provisional: -0.5,
  noPostcode: -0.4,
};

const nameColumns = [
  'PAO_TEXT',
  'ALT_LANGUAGE_PAO_TEXT',
  'BUILDING_NAME',
  'LA_ORGANISATION',
  'RM_ORGANISATION_NAME',
  'DEPARTMENT_NAME',
  'PO_BOX_NUMBER',
] as const;
const unitColumns = ['SAO_TEXT', 'ALT_LANGUAGE_SAO_TEXT', 'SUB_BUILDING_NAME'] as const;
const isOfArea = (column: StreetColumn, own: readonly StreetColumn[]): boolean => column !== 'USRN' && !own.includes(column);

export class Ranking {
  readonly #index: PlaceIndex;
  readonly #question: Question;
  readonly #words: readonly WeighedWord[];
  /** Texts come again and again: the same street for all its houses. */
  readonly #numbersOf = new Map<string, readonly { readonly text: string; readonly number: number | undefined }[]>();

  readonly #streets = new Map<number, OnStreet>();

  constructor(index: PlaceIndex, question: Question, words: readonly WeighedWord[]) {
    this.#index = index;
    this.#question = question;
    this.#words = words;
  }

  score(property: StoredProperty): number {
    return (
      this.#text(property.row, property.street) +
      this.#numbers(property) +
      this.#postcode(property) +
      (property.row.LOGICAL_STATUS === '6' ? worth.provisional : 0)
    );
  }

  /** Each word typed counts once, where it says most. */
  #text(row: GazetteerRow, street: number): number {
    const onStreet = this.#onStreet(row, street);
    const names = this.#phrases(row, nameColumns);
    const units = this.#phrases(row, unitColumns);
    // What was said of each part: "The Barn, Field Barn" is not said by one "barn".
    const said = { names: new Set<string>(), streets: new Set<string>(), units: new Set<string>(), areas: new Set<string>() };
    let score = 0;
    for (const [at, word] of this.#words.entries()) {
      const typed = this.#question.words[at] ?? '';
      let best = 0;
      let bestText: string | undefined;
      let bestOf = said.names;
      const offer = (text: string, value: number, of: Set<string>): void => {
        if (value > best && !of.has(text)) [best, bestText, bestOf] = [value, text, of];
      };
      for (const phrase of names) for (const one of phrase) offer(one.text, this.#value(word, typed, one), said.names);
      for (const [text, value] of onStreet.own[at] ?? []) offer(text, value, said.streets);
      for (const phrase of units) for (const one of phrase) offer(one.text, this.#value(word, typed, one) * worth.unit, said.units);
      for (const [text, value] of onStreet.area[at] ?? []) offer(text, value * worth.area, said.areas);
      score += best;
      if (bestText !== undefined) bestOf.add(bestText);
    }
    score += this.#unsaid(onStreet.phrases, said.streets, worth.unsaid, true);
    score += this.#unsaid(names, said.names, worth.unsaidName, false);
    // "Flat 3" was asked for with its number; of "Basement Flat" every word counts.
    if (units.length > 0 && !units.some((phrase) => phrase.some(({ text }) => said.units.has(text) || this.#asked(text))))
      score += worth.unasked;
    return score;
  }

  #value(word: WeighedWord, typed: string, { text, number }: Word): number {
    return number === undefined ? (text === typed ? worth.unknownWord : 0) : (word.get(number) ?? 0);
  }

  /** What each word typed says of a street: the same for all its addresses, so it is found out once. */
  #onStreet(row: GazetteerRow, street: number): OnStreet {
    let known = this.#streets.get(street);
    if (!known) {
      const own = ownStreetColumns(row);
      const phrases = this.#phrases(row, own);
      const area = this.#phrases(
        row,
        streetColumns.filter((column) => isOfArea(column, own)),
      );
      const fitting = (among: readonly (readonly Word[])[]): Fitting[] =>
        this.#words.map((word, at) => {
          const typed = this.#question.words[at] ?? '';
          const values = new Map(among.flat().map((one) => [one.text, this.#value(word, typed, one)]));
          return [...values].filter(([, value]) => value > 0);
        });
      this.#streets.set(street, (known = { phrases, own: fitting(phrases), area: fitting(area) }));
    }
    return known;
  }

  /** The phrase of which most was said counts; of a street that was not named at all, nothing does where a house was. */
  #unsaid(phrases: readonly (readonly Word[])[], said: ReadonlySet<string>, each: number, optional: boolean): number {
    let best = -Infinity;
    for (const phrase of phrases) {
      if (optional && !phrase.some(({ text }) => said.has(text))) continue;
      let value = 0;
      for (const { text, number } of phrase) if (!said.has(text) && number !== undefined) value += each * this.#index.weightOf(number);
      best = Math.max(best, value);
    }
    return best === -Infinity ? 0 : best;
  }

  #asked(text: string): boolean {
    return this.#question.numbers.some((number) => number.text === text || String(number.number) === text);
  }

  #numbers({ numberStart, numberEnd, unitNumber, row }: StoredProperty): number {
    const asked = this.#question.numbers;
    const house =
      numberStart === null
        ? undefined
        : {
            start: numberStart,
            end: numberEnd ?? numberStart,
            suffix: houseSuffix(row),
            endSuffix: (row.PAO_END_SUFFIX ?? '').toLowerCase(),
          };
    const unit = unitNumber === null ? undefined : { number: unitNumber, suffix: unitSuffix(row) };
    const asHouse = (number: AskedNumber): number => (house === undefined ? -Infinity : houseFit(number, house) * worth.number);
    const asUnit = (number: AskedNumber): number => (unit === undefined ? -Infinity : unitFit(number, unit) * worth.unitNumber);
    // "Plot 14", "1812": some numbers are names.
    const inName = (number: AskedNumber): boolean =>
      this.#phrases(row, nameColumns).some((phrase) => phrase.some(({ text }) => text === number.text));
    let best = -Infinity;
    // At most one number is the house's and one the unit's; every way is tried.
    for (let forHouse = -1; forHouse < asked.length; forHouse += 1) {
      for (let forUnit = -1; forUnit < asked.length; forUnit += 1) {
        if (forHouse === forUnit && forHouse !== -1) continue;
        let score = 0;
        for (const [at, number] of asked.entries()) {
          score +=
            at === forHouse ? asHouse(number) : at === forUnit ? asUnit(number) : inName(number) ? worth.number * 0.9 : worth.strayNumber;
        }
        if (forHouse === -1 && house) score += worth.unaskedNumber;
        if (forUnit === -1 && unit) score += worth.unasked;
        best = Math.max(best, score);
      }
    }
    return best;
  }

  #postcode({ postcode, row }: StoredProperty): number {
    if (postcode === '') return worth.noPostcode;
    const { postcode: asked, outward } = this.#question;
    const own = (row as Readonly<Record<string, string>>)[outwardKey] ?? '';
    if (asked !== undefined) {
      if (postcode === asked) return worth.postcode;
      if (editDistance(postcode, asked, 1) <= 1) return worth.postcodeNearly;
      return own !== '' && asked.slice(0, -3) === own ? worth.sameOutward : 0;
    }
    return outward !== undefined && own === outward ? worth.askedOutward : 0;
  }

  #phrases(row: GazetteerRow, columns: readonly (keyof GazetteerRow)[]): (readonly Word[])[] {
    const phrases: (readonly Word[])[] = [];
    for (const column of columns) {
      const text = row[column];
      if (text === undefined) continue;
      let words = this.#numbersOf.get(text);
      if (!words) {
        words = foldText(text)
          .split(' ')
          .map((word) => ({ text: word, number: this.#index.vocabulary.numberOf(word) }));
        this.#numbersOf.set(text, words);
      }
      phrases.push(words);
    }
    return phrases;
  }
}

/** The words that a typed one fits, with what it says of each. */
type Fitting = readonly (readonly [text: string, value: number])[];

interface OnStreet {
  readonly phrases: readonly (readonly Word[])[];
  /** By word typed. */
  readonly own: readonly Fitting[];
  readonly area: readonly Fitting[];
}

interface Word {
  readonly text: string;
  readonly number: number | undefined;
}

interface House {
  readonly start: number;
  readonly end: number;
  readonly suffix: string;
  readonly endSuffix: string;
}

function houseFit(asked: AskedNumber, house: House): number {
  // "Flat 12" is no house; but some houses are called that.
  const share = asked.isUnit ? 0.25 : 1;
  if (asked.end !== undefined && asked.number === house.start && asked.end === house.end && house.end !== house.start) return share;
  if (asked.number === house.start) {
    if (asked.suffix !== house.suffix) return share * 0.45;
    return share * (asked.end === undefined ? (house.end === house.start ? 1 : 0.9) : 0.65);
  }
  if (asked.number === house.end && (asked.suffix === '' || asked.suffix === house.endSuffix)) return share * 0.85;
  return asked.number > house.start && asked.number < house.end ? share * 0.75 : -0.6;
}

function unitFit(asked: AskedNumber, unit: { readonly number: number; readonly suffix: string }): number {
  if (asked.number !== unit.number) return -0.6;
  const share = asked.isUnit ? 1 : 0.9;
  return asked.suffix === unit.suffix ? share : share * 0.45;
}

function houseSuffix(row: GazetteerRow): string {
  if (row.PAO_START_NUMBER !== undefined) return (row.PAO_START_SUFFIX ?? '').toLowerCase();
  return (/^\d+([A-Z])/i.exec(row.BUILDING_NAME ?? '')?.[1] ?? '').toLowerCase();
}

function unitSuffix(row: GazetteerRow): string {
  if (row.SAO_START_NUMBER !== undefined) return (row.SAO_START_SUFFIX ?? '').toLowerCase();
  return (/\d+([A-Z])\b/i.exec(row.SAO_TEXT ?? row.SUB_BUILDING_NAME ?? '')?.[1] ?? '').toLowerCase();
}
