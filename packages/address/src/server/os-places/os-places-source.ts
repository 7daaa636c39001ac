import type { Position } from '../../contract/address.ts';
import { byProperty, listedAddress, type FoundAddress } from '../../rules/listed-address.ts';
import type { Postcode } from '@council-kit/core';
import type { AddressSource, Asking } from '../address-source.ts';
import type { Councils } from '../councils.ts';
import { gridOf } from '../gazetteer/national-grid.ts';
import { metresBetween } from '../gazetteer/cell.ts';
import type { OsPlaces, OsResult } from './os-places.ts';

/** Addresses from OS Places: Royal Mail's records and the councils' of each property, put together. */
export class OsPlacesSource implements AddressSource {
  readonly #osPlaces: OsPlaces;
  readonly #councils: Councils;

  constructor(osPlaces: OsPlaces, councils: Councils) {
    this.#osPlaces = osPlaces;
    this.#councils = councils;
  }

  async byPostcode(postcode: Postcode, asking: Asking): Promise<readonly FoundAddress[]> {
    return this.#found(await this.#osPlaces.all('postcode', { postcode: postcode.text, ...common(asking) }, asking.client), asking);
  }

  async byUprn(uprn: string, asking: Asking): Promise<FoundAddress | undefined> {
    return this.#found(await this.#osPlaces.all('uprn', { uprn, ...common(asking) }, asking.client), asking)[0];
  }

  async byWords(text: string, most: number, asking: Asking): Promise<readonly FoundAddress[]> {
    // One page: each further one costs a request of the limit, for answers that are less and less like the question.
    const results = await this.#osPlaces.all('find', { query: text.trim(), ...common(asking) }, asking.client, 100);
    return this.#found(results, asking).slice(0, most);
  }

  async near(position: Position, asking: Asking): Promise<readonly FoundAddress[]> {
    const { easting, northing } = gridOf(position);
    const point = `${easting.toFixed(1)},${northing.toFixed(1)}`;
    const results = await this.#osPlaces.all('radius', { point, radius: '100', ...common(asking) }, asking.client, 100);
    const distance = ({ address }: FoundAddress): number => (address.position ? metresBetween(address.position, position) : Infinity);
    return this.#found(results, asking).sort((one, other) => distance(one) - distance(other));
  }

  #found(results: readonly OsResult[], { language }: Asking): FoundAddress[] {
    const naming = this.#councils.naming(language);
    return byProperty(results).flatMap((property) => listedAddress(property, language, naming) ?? []);
  }
}

/** Welsh has a record of its own, where there is one: English ones are asked for beside it, for where there is none. */
const common = ({ language }: Asking): Record<string, string> => ({
  dataset: 'DPA,LPI',
  lr: language === 'cy' ? 'EN,CY' : 'EN',
  output_srs: 'EPSG:4326',
});
