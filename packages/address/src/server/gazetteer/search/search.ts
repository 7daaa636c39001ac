/** Free text: from what somebody typed to the addresses they may mean, the likeliest first. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { inNaturalOrder } from '../../../rules/natural-order.ts';
import type { Premises } from '../../../rules/premises.ts';
import { premisesOfDpa, premisesOfLpi } from '../../../rules/premises-of-record.ts';
import { recordsOf } from '../records.ts';
import type { Gazetteer, StoredProperty } from '../gazetteer.ts';
import { PlaceIndex } from './place-index.ts';
import { readQuestion } from './question.ts';
import { Ranking } from './rank.ts';

/** How many addresses of streets, and of names, are ranked at most: with a number to look for, and without. */
const most = { numbered: 250, all: 120 };
/** Rows read at a time while the index is made: other requests pass in between. */
const pageSize = 2_000;

export class AddressSearch {
  readonly #gazetteer: Gazetteer;
  #made: { readonly load: number; readonly index: Promise<PlaceIndex> } | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Makes the index of a load, which takes some seconds for a million addresses, so that the first question need not wait for it. */
  async prepare(load: number): Promise<PlaceIndex> {
    if (this.#made?.load !== load) {
      const index = this.#make(load);
      this.#made = { load, index };
      // The next question tries again.
      index.catch(() => (this.#made = undefined));
    }
    return this.#made.index;
  }

  async find(load: number, typed: string, wanted: number): Promise<StoredProperty[]> {
    const index = await this.prepare(load);
    const question = readQuestion(typed);
    const words = index.weigh(question.words, question.unfinished);
    const { streets, places } = index.find(words);
    const numbers = question.numbers.flatMap(({ number, end }) => (end === undefined ? [number] : [number, end]));
    const [ofPostcode, ofPlaces, onStreets] = await Promise.all([
      question.postcode === undefined ? [] : this.#gazetteer.byPostcode(load, question.postcode),
      this.#ofPlaces(
        load,
        places.map(({ id }) => id),
        numbers,
      ),
      this.#onStreets(
        load,
        streets.map(({ id }) => id),
        numbers,
      ),
    ]);
    const found = new Map<number, StoredProperty>();
    for (const property of [...ofPostcode, ...ofPlaces, ...onStreets]) found.set(property.uprn, property);
    const ranking = new Ranking(index, question, words);
    const ranked = [...found.values()]
      .map((property) => ({ property, score: ranking.score(property) }))
      .sort((one, other) => other.score - one.score);
    // Those that are told from each other by nothing that was typed are many, in a tower: only as many as are wanted are put in order.
    const least = ranked[wanted - 1]?.score ?? -Infinity;
    return ranked
      .filter(({ score }) => score >= least)
      .map((one) => ({ ...one, premises: premisesOf(one.property) }))
      .sort(
        (one, other) => other.score - one.score || inNaturalOrder(one.premises, other.premises) || one.property.uprn - other.property.uprn,
      )
      .slice(0, wanted)
      .map(({ property }) => property);
  }

  /** Those with a number that was typed; all where none has one, for a name and a wrong number is still a name. */
  async #ofPlaces(load: number, ids: readonly number[], numbers: readonly number[]): Promise<StoredProperty[]> {
    const fitting = numbers.length === 0 ? [] : await this.#gazetteer.ofPlaces(load, ids, numbers, most.numbered);
    if (fitting.length > 0) return fitting;
    return this.#gazetteer.ofPlaces(load, ids.slice(0, 12), [], most.all);
  }

  async #onStreets(load: number, ids: readonly number[], numbers: readonly number[]): Promise<StoredProperty[]> {
    const fitting = numbers.length === 0 ? [] : await this.#gazetteer.onStreets(load, ids, numbers, most.numbered);
    if (fitting.length > 0) return fitting;
    return this.#gazetteer.onStreets(load, ids.slice(0, 3), [], most.all);
  }

  async #make(load: number): Promise<PlaceIndex> {
    const index = new PlaceIndex();
    for (let after = 0; ;) {
      const rows = await this.#gazetteer.streetsAfter(load, after, pageSize);
      for (const row of rows) index.addStreet(row);
      if (rows.length < pageSize) break;
      after = rows.at(-1)?.id ?? after;
      await nextTurn();
    }
    for (let after = 0; ;) {
      const rows = await this.#gazetteer.placesAfter(load, after, pageSize);
      for (const row of rows) index.addPlace(row);
      if (rows.length < pageSize) break;
      after = rows.at(-1)?.id ?? after;
      await nextTurn();
    }
    index.finish();
    return index;
  }
}

/** By the council's record, or Royal Mail's where it has none. */
function premisesOf({ row }: StoredProperty): Premises {
  const { lpi, dpa } = recordsOf(row);
  if (lpi[0]) return premisesOfLpi(lpi[0]);
  return dpa[0] ? premisesOfDpa(dpa[0]) : { town: '', postcode: '' };
}
