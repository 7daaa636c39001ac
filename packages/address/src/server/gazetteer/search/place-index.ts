/**
 * The streets of a gazetteer and the names on them, in memory, for finding out where somebody means: some 30,000 streets and 200,000 names for a million
 * addresses, in about 40 bytes each. The addresses themselves stay in the database, which is asked for those of the few streets and names that this index gives.
 *
 * It finds the same on SQLite and PostgreSQL, needs no extension of either, and its cost grows with the streets that share a word, not with the addresses.
 */
import { foldText } from '@council-kit/core';
import { outwardKey, ownStreetColumns } from '../columns.ts';
import { unitWords } from '../../../rules/short-forms.ts';
import { Documents, type WeighedWord } from './documents.ts';
import { Highest } from './highest.ts';
import { Vocabulary } from './vocabulary.ts';

/** A street's record, and a name on it, as the tables hold them. */
export interface StreetRow {
  readonly id: number;
  readonly record: string;
}
export interface PlaceRow {
  readonly id: number;
  readonly street: number;
  readonly names: string;
}

export interface Candidates {
  /** Ids of streets, the likeliest first, with their scores. */
  readonly streets: readonly Candidate[];
  /** Ids of names. */
  readonly places: readonly Candidate[];
}

export interface Candidate {
  readonly id: number;
  readonly score: number;
}

/** What a word of a locality or town says, beside one of the street's own name. */
const ofTheArea = 0.7;
/** What a word of the name that nobody typed takes away. */
const unsaid = 0.3;
/** How far below the best another may be and still be asked for: as much as the word of a village says. */
const margin = 3;
const streetsWanted = 160;
const placesWanted = 60;
/** How many of the roughly likeliest are looked at closely. */
const looked = { streets: 300, places: 160 };
/**
 * A word that so large a share of names ("house") or places (the council's own) has is passed over at first, unless no other was typed; those that another
 * word has found are told apart by it when they are looked at closely.
 */
const inMany = 0.02;
const inMost = 0.08;
const flatWords = [
  'floor',
  'basement',
  'ground',
  'first',
  'second',
  'third',
  'top',
  'lower',
  'upper',
  'front',
  'rear',
  'barn',
  'annexe',
  'llawr',
  'islawr',
  'gwaelod',
  'cyntaf',
  'uchaf',
];

export class PlaceIndex {
  readonly vocabulary = new Vocabulary();
  /** Documents are the names of streets; those of one street stand together. */
  readonly #streets = new Documents();
  /** One for each street: the words of its villages and towns. */
  readonly #areas = new Documents();
  readonly #places = new Documents();
  /** By street's name, and by place's: which street, as the number of its area. */
  #areaOfStreet: Uint32Array | number[] = [];
  #areaOfPlace: Uint32Array | number[] = [];
  /** By number of the area, while a question is answered: what was said of the street's names and villages. */
  #ofStreet = new Float32Array(0);
  /** By number of the area: the first of the street's names. */
  readonly #firstName: number[] = [];
  readonly #areaOfId = new Map<number, number>();

  /** Streets come before the names on them. */
  addStreet({ id, record }: StreetRow): void {
    const street = JSON.parse(record) as Readonly<Record<string, string>>;
    const ownColumns: readonly string[] = ownStreetColumns(street);
    const own = new Set(ownColumns.map((column) => foldText(street[column] ?? '')).filter((name) => name !== ''));
    const area = new Set<number>();
    for (const [column, value] of Object.entries(street)) {
      if (column === 'USRN' || ownColumns.includes(column)) continue;
      for (const word of column === outwardKey ? [value.toLowerCase()] : foldText(value).split(' ')) area.add(this.vocabulary.add(word));
    }
    const number = this.#areas.count;
    this.#areas.add(id, [...area]);
    this.#areaOfId.set(id, number);
    this.#firstName.push(this.#streets.count);
    for (const name of own.size === 0 ? [''] : own) {
      this.#streets.add(
        id,
        name
          .split(' ')
          .filter(Boolean)
          .map((word) => this.vocabulary.add(word)),
      );
      (this.#areaOfStreet as number[]).push(number);
    }
  }

  addPlace({ id, street, names }: PlaceRow): void {
    for (const name of JSON.parse(names) as string[]) {
      this.#places.add(
        id,
        name.split(' ').map((word) => this.vocabulary.add(word)),
      );
      (this.#areaOfPlace as number[]).push(this.#areaOfId.get(street) ?? 0);
    }
  }

  finish(): void {
    for (const word of [...unitWords, ...flatWords]) this.vocabulary.add(word);
    this.vocabulary.finish();
    this.#firstName.push(this.#streets.count);
    this.#areaOfId.clear();
    this.#areaOfStreet = Uint32Array.from(this.#areaOfStreet);
    this.#areaOfPlace = Uint32Array.from(this.#areaOfPlace);
    this.#ofStreet = new Float32Array(this.#areas.count);
    for (const documents of [this.#streets, this.#areas, this.#places]) documents.finish(this.vocabulary.size);
  }

  /** How much a word says: a rare one much, "road" little. */
  weightOf(word: number): number {
    const holding = this.#streets.holding(word) + this.#areas.holding(word) / 2 + this.#places.holding(word);
    return Math.log(1 + (this.#streets.count + this.#places.count) / (1 + holding));
  }

  /** @param words in the order typed */
  weigh(words: readonly string[], unfinished: boolean): WeighedWord[] {
    return words.map((word, at) => {
      const meanings = this.vocabulary.meaningsOf(word, unfinished && at === words.length - 1);
      return new Map(meanings.map(({ word: number, likeness }) => [number, likeness * Math.max(0.25, this.weightOf(number))]));
    });
  }

  find(words: readonly WeighedWord[]): Candidates {
    const streets = this.#streets.tally(words, 1);
    const areas = this.#areas.tally(words, inMost);
    const places = this.#places.tally(words, inMany);
    const [ofStreet, areaOfStreet, areaOfPlace] = [this.#ofStreet, this.#areaOfStreet, this.#areaOfPlace];

    const bestStreets = new Highest(looked.streets);
    // Nothing but a village was typed: its streets.
    const onlyArea = streets.touched.length === 0 && places.touched.length === 0;
    const named = onlyArea ? areas.touched.map((area) => this.#firstName[area] ?? 0) : streets.touched;
    // By number: the engine's iterators cost as much as all the rest here.
    for (let at = 0; at < named.length; at += 1) {
      const name = named[at] as number;
      const area = areaOfStreet[name] as number;
      const own = streets.scores[name] as number;
      bestStreets.offer(name, own + ofTheArea * (areas.scores[area] as number));
      if (own > (ofStreet[area] as number)) ofStreet[area] = own;
    }
    for (let at = 0; at < areas.touched.length; at += 1) {
      const area = areas.touched[at] as number;
      ofStreet[area] = (ofStreet[area] as number) + ofTheArea * (areas.scores[area] as number);
    }
    const bestPlaces = new Highest(looked.places);
    for (let at = 0; at < places.touched.length; at += 1) {
      const place = places.touched[at] as number;
      bestPlaces.offer(place, (places.scores[place] as number) + (ofStreet[areaOfPlace[place] as number] as number));
    }
    ofStreet.fill(0);
    for (const documents of [this.#streets, this.#areas, this.#places]) documents.clear();

    return {
      streets: likeliest(
        bestStreets.taken().map((name) => ({ id: this.#streets.ownerOf(name), score: this.#closely(words, undefined, name) })),
        streetsWanted,
      ),
      places: likeliest(
        bestPlaces.taken().map((place) => ({ id: this.#places.ownerOf(place), score: this.#placeClosely(words, place) })),
        placesWanted,
      ),
    };
  }

  #placeClosely(words: readonly WeighedWord[], place: number): number {
    const area = this.#areaOfPlace[place] ?? 0;
    let score = -Infinity;
    for (let name = this.#firstName[area] ?? 0; name < (this.#firstName[area + 1] ?? 0); name += 1)
      score = Math.max(score, this.#closely(words, place, name));
    return score;
  }

  /** Each word typed counts once, where it says most; words of the names that were not typed count against them. */
  #closely(words: readonly WeighedWord[], place: number | undefined, street: number): number {
    const ofPlace = place === undefined ? noWords : this.#places.wordsOf(place);
    const ofStreet = this.#streets.wordsOf(street);
    const ofArea = this.#areas.wordsOf(this.#areaOfStreet[street] ?? 0);
    const said: number[] = [];
    let score = 0;
    for (const word of words) {
      let best = 0;
      let bestWord = -1;
      const look = (list: Uint32Array, share: number): void => {
        for (const number of list) {
          const value = (word.get(number) ?? 0) * share;
          if (value > best) [best, bestWord] = [value, number];
        }
      };
      look(ofPlace, 1);
      look(ofStreet, 1);
      look(ofArea, ofTheArea);
      score += best;
      if (bestWord >= 0) said.push(bestWord);
    }
    for (const word of ofPlace) if (!said.includes(word)) score -= unsaid * this.weightOf(word);
    // Whoever names a house and its village need not name its street.
    if (place === undefined || ofStreet.some((word) => said.includes(word))) {
      for (const word of ofStreet) if (!said.includes(word)) score -= unsaid * this.weightOf(word);
    }
    return score;
  }
}

const noWords = new Uint32Array(0);

/** The best score of each id, the highest first, as far as they come near the very best. */
function likeliest(candidates: readonly Candidate[], most: number): Candidate[] {
  const scores = new Map<number, number>();
  for (const { id, score } of candidates) if (score > (scores.get(id) ?? -Infinity)) scores.set(id, score);
  const inOrder = [...scores].map(([id, score]) => ({ id, score })).sort((one, other) => other.score - one.score || one.id - other.id);
  const least = (inOrder[0]?.score ?? 0) - margin;
  return inOrder.slice(0, most).filter(({ score }) => score >= least);
}
