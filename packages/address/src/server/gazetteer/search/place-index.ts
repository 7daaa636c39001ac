/**
 * The streets of a gazetteer and the names on them, in memory, for finding out where somebody means: some 30,000 streets and 200,000 names for a million
 * addresses, in about 40 bytes each. The addresses themselves stay in the database, which is asked for those of the few streets and names that this index gives.
 *
 * It finds the same on SQLite and PostgreSQL, needs no extension of either, and its cost grows with the streets that share a word, not with the addresses.
 */
import { plainText } from '../../../rules/plain-text.ts';
import { outwardKey } from '../columns.ts';
import { unitWords } from './abbreviations.ts';
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

/** A word typed, as the words of the gazetteer that it may mean, with how much each says. */
export type WeighedWord = ReadonlyMap<number, number>;

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
const streetsWanted = 16;
const placesWanted = 24;
/** How many of the roughly likeliest are looked at closely. */
const looked = 250;
const flatWords = ['floor', 'basement', 'ground', 'first', 'second', 'third', 'top', 'lower', 'upper', 'front', 'rear', 'barn', 'annexe', 'llawr', 'islawr', 'gwaelod', 'cyntaf', 'uchaf'];

const ownColumns = ['STREET_DESCRIPTION', 'ALT_LANGUAGE_STREET_DESCRIPTOR', 'DEPENDENT_THOROUGHFARE', 'WELSH_DEPENDENT_THOROUGHFARE', 'THOROUGHFARE', 'WELSH_THOROUGHFARE'];

export class PlaceIndex {
  readonly vocabulary = new Vocabulary();
  /** Documents are the names of streets, those of one street together. */
  readonly #streets = new Documents();
  readonly #areas = new Documents();
  readonly #places = new Documents();
  readonly #firstOfStreet = new Map<number, number>();
  #placeStreet: number[] = [];

  /** Streets come in the order of their ids. */
  addStreet({ id, record }: StreetRow): void {
    const street = JSON.parse(record) as Readonly<Record<string, string>>;
    const own = new Set(ownColumns.map((column) => plainText(street[column] ?? '')).filter((name) => name !== ''));
    const area = new Set<number>();
    for (const [column, value] of Object.entries(street)) {
      if (column === 'USRN' || (ownColumns.includes(column) && own.size < 2)) continue;
      for (const word of column === outwardKey ? [value.toLowerCase()] : plainText(value).split(' ')) area.add(this.vocabulary.add(word));
    }
    this.#firstOfStreet.set(id, this.#streets.count);
    for (const name of own.size === 0 ? [''] : own) {
      const words = name === '' ? [] : name.split(' ').map((word) => this.vocabulary.add(word));
      this.#streets.add(id, words);
      this.#areas.add(id, [...area].filter((word) => !words.includes(word)));
    }
  }

  addPlace({ id, street, names }: PlaceRow): void {
    for (const name of JSON.parse(names) as string[]) {
      this.#places.add(
        id,
        name.split(' ').map((word) => this.vocabulary.add(word)),
      );
      this.#placeStreet.push(street);
    }
  }

  finish(): void {
    for (const word of [...unitWords, ...flatWords]) this.vocabulary.add(word);
    this.vocabulary.finish();
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
    this.#areas.addTo(streets, words, ofTheArea);
    const places = this.#places.tally(words, 1);
    const best = new Best(looked);
    for (const document of streets.touched) best.offer(document, streets.scores[document] ?? 0);
    const foundStreets = best.take().map((document) => ({ id: this.#streets.ownerOf(document), score: this.#closely(words, undefined, document) }));
    for (const document of places.touched) {
      best.offer(document, (places.scores[document] ?? 0) + this.#bestOfStreet(streets.scores, this.#placeStreet[document] ?? 0));
    }
    const foundPlaces = best.take().map((document) => {
      const street = this.#placeStreet[document] ?? 0;
      let score = -Infinity;
      for (let at = this.#firstOfStreet.get(street) ?? 0; at < this.#streets.count && this.#streets.ownerOf(at) === street; at += 1) {
        score = Math.max(score, this.#closely(words, document, at));
      }
      return { id: this.#places.ownerOf(document), score };
    });
    streets.clear();
    places.clear();
    return { streets: likeliest(foundStreets, streetsWanted), places: likeliest(foundPlaces, placesWanted) };
  }

  #bestOfStreet(scores: Float32Array, street: number): number {
    let best = 0;
    for (let at = this.#firstOfStreet.get(street) ?? this.#streets.count; at < this.#streets.count && this.#streets.ownerOf(at) === street; at += 1) {
      best = Math.max(best, scores[at] ?? 0);
    }
    return best;
  }

  /** Each word typed counts once, where it says most; words of the names that were not typed count against them. */
  #closely(words: readonly WeighedWord[], place: number | undefined, street: number): number {
    const ofPlace = place === undefined ? [] : this.#places.wordsOf(place);
    const ofStreet = this.#streets.wordsOf(street);
    const ofArea = this.#areas.wordsOf(street);
    const said = new Set<number>();
    let score = 0;
    for (const word of words) {
      let best = 0;
      let bestWord = -1;
      const look = (list: Iterable<number>, share: number): void => {
        for (const number of list) {
          const value = (word.get(number) ?? 0) * share;
          if (value > best) [best, bestWord] = [value, number];
        }
      };
      look(ofPlace, 1);
      look(ofStreet, 1);
      look(ofArea, ofTheArea);
      score += best;
      if (bestWord >= 0) said.add(bestWord);
    }
    // Whoever names a house and its village need not name its street.
    const needsStreet = place === undefined || ofStreet.some((word) => said.has(word));
    for (const word of needsStreet ? [...ofPlace, ...ofStreet] : ofPlace) if (!said.has(word)) score -= unsaid * this.weightOf(word);
    return score;
  }
}

/** The best score of each id, the highest first. */
function likeliest(candidates: readonly Candidate[], most: number): Candidate[] {
  const scores = new Map<number, number>();
  for (const { id, score } of candidates) if (score > 0 && score > (scores.get(id) ?? 0)) scores.set(id, score);
  return [...scores]
    .map(([id, score]) => ({ id, score }))
    .sort((one, other) => other.score - one.score || one.id - other.id)
    .slice(0, most);
}

/** What each document scored. */
interface Tally {
  readonly scores: Float32Array;
  readonly touched: number[];
  clear(): void;
}

/** Lists of words, and which lists hold a word. */
class Documents {
  readonly #owners: number[] = [];
  readonly #starts: number[] = [0];
  readonly #words: number[] = [];
  #holders = new Uint32Array(0);
  #holderStarts = new Uint32Array(1);
  #scores = new Float32Array(0);
  /** The last word typed that a document was counted for. */
  #counted = new Uint8Array(0);

  get count(): number {
    return this.#owners.length;
  }

  add(owner: number, words: readonly number[]): void {
    this.#owners.push(owner);
    for (const word of words) this.#words.push(word);
    this.#starts.push(this.#words.length);
  }

  finish(vocabularySize: number): void {
    const starts = new Uint32Array(vocabularySize + 1);
    for (const word of this.#words) starts[word + 1] = (starts[word + 1] ?? 0) + 1;
    for (let word = 0; word < vocabularySize; word += 1) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
    const next = starts.slice();
    this.#holders = new Uint32Array(this.#words.length);
    for (let document = 0; document < this.count; document += 1) {
      for (const word of this.wordsOf(document)) {
        const at = next[word] ?? 0;
        this.#holders[at] = document;
        next[word] = at + 1;
      }
    }
    this.#holderStarts = starts;
    this.#scores = new Float32Array(this.count);
    this.#counted = new Uint8Array(this.count);
  }

  ownerOf(document: number): number {
    return this.#owners[document] ?? 0;
  }

  wordsOf(document: number): readonly number[] {
    return this.#words.slice(this.#starts[document], this.#starts[document + 1]);
  }

  /** How many documents hold a word. */
  holding(word: number): number {
    return (this.#holderStarts[word + 1] ?? 0) - (this.#holderStarts[word] ?? 0);
  }

  tally(words: readonly WeighedWord[], share: number): Tally {
    const tally: Tally = {
      scores: this.#scores,
      touched: [],
      clear: () => {
        for (const document of tally.touched) this.#scores[document] = 0;
      },
    };
    this.addTo(tally, words, share);
    return tally;
  }

  /** Adds what the words say to each document that holds one: the best meaning of a word alone. */
  addTo(tally: Tally, words: readonly WeighedWord[], share: number): void {
    const { scores, touched } = tally;
    const seen: number[] = [];
    for (const [at, word] of words.entries()) {
      const mark = at + 1;
      for (const [number, value] of [...word].sort(([, one], [, other]) => other - one)) {
        for (let holder = this.#holderStarts[number] ?? 0; holder < (this.#holderStarts[number + 1] ?? 0); holder += 1) {
          const document = this.#holders[holder] ?? 0;
          if (this.#counted[document] === mark) continue;
          this.#counted[document] = mark;
          seen.push(document);
          const before = scores[document] ?? 0;
          if (before === 0) touched.push(document);
          scores[document] = before + value * share;
        }
      }
    }
    for (const document of seen) this.#counted[document] = 0;
  }
}

/** Keeps the highest of many. */
class Best {
  readonly #most: number;
  #kept: { document: number; score: number }[] = [];
  #least = 0;

  constructor(most: number) {
    this.#most = most;
  }

  offer(document: number, score: number): void {
    if (score <= this.#least) return;
    this.#kept.push({ document, score });
    // Sorting now and then costs less than keeping order all the time.
    if (this.#kept.length >= 4 * this.#most) this.#trim();
  }

  take(): number[] {
    this.#trim();
    const taken = this.#kept.map(({ document }) => document);
    this.#kept = [];
    this.#least = 0;
    return taken;
  }

  #trim(): void {
    this.#kept.sort((one, other) => other.score - one.score || one.document - other.document);
    this.#kept.length = Math.min(this.#kept.length, this.#most);
    this.#least = this.#kept.length === this.#most ? (this.#kept.at(-1)?.score ?? 0) : 0;
  }
}
