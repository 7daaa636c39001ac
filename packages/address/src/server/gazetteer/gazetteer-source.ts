import type { Position } from '../../contract/address.ts';
import { listedAddress, type FoundAddress } from '../../rules/listed-address.ts';
import type { Postcode } from '@council-kit/core';
import type { AddressSource, Asking } from '../address-source.ts';
import type { Councils } from '../councils.ts';
import { addressProblem } from '../problems.ts';
import { metresBetween } from './cell.ts';
import type { Gazetteer, StoredProperty } from './gazetteer.ts';
import { recordsOf } from './records.ts';
import type { AddressSearch } from './search/search.ts';

/** Addresses from the council's own gazetteer. */
export class GazetteerSource implements AddressSource {
  readonly #gazetteer: Gazetteer;
  readonly #search: AddressSearch;
  readonly #councils: Councils;

  constructor(gazetteer: Gazetteer, search: AddressSearch, councils: Councils) {
    this.#gazetteer = gazetteer;
    this.#search = search;
    this.#councils = councils;
  }

  async byPostcode(postcode: Postcode, asking: Asking): Promise<readonly FoundAddress[]> {
    return this.#found(await this.#gazetteer.byPostcode(await this.#load(), postcode.outward + postcode.inward), asking);
  }

  async byUprn(uprn: string, asking: Asking): Promise<FoundAddress | undefined> {
    const property = await this.#gazetteer.byUprn(await this.#load(), uprn);
    return property && this.#found([property], asking)[0];
  }

  async byWords(text: string, most: number, asking: Asking): Promise<readonly FoundAddress[]> {
    return this.#found(await this.#search.find(await this.#load(), text, most), asking);
  }

  async near(position: Position, asking: Asking): Promise<readonly FoundAddress[]> {
    const distance = ({ address }: FoundAddress): number => (address.position ? metresBetween(address.position, position) : Infinity);
    return this.#found(await this.#gazetteer.near(await this.#load(), position), asking)
      .map((found) => ({ found, metres: distance(found) }))
      .filter(({ metres }) => metres <= 100)
      .sort((one, other) => one.metres - other.metres)
      .map(({ found }) => found);
  }

  #found(properties: readonly StoredProperty[], { language }: Asking): FoundAddress[] {
    const naming = this.#councils.naming(language);
    return properties.flatMap(({ row }) => listedAddress(recordsOf(row), language, naming) ?? []);
  }

  /** @throws Problem where nothing was imported yet: not "no addresses", which would be untrue */
  async #load(): Promise<number> {
    const load = await this.#gazetteer.current();
    if (load === undefined) throw addressProblem.notLoaded();
    return load;
  }
}
