import type { Address } from './address.ts';
import type { GridPosition } from './coordinates.ts';
import { generateGazetteer, type GazetteerOptions } from './generate.ts';
import { terminatedPostcodes, type TerminatedPostcode } from './terminated.ts';

/** The side of a cell of the index by place, in metres. */
const cellSize = 250;

/** A gazetteer in memory: found by its numbers, by postcode and by place. Several platforms can answer from one. */
export interface Gazetteer {
  readonly size: number;
  readonly seed: number;
  /** All of them, street after street. */
  readonly addresses: readonly Address[];
  /** By UPRN, without leading zeros. */
  byUprn(uprn: string): Address | undefined;
  /** Every postcode that has addresses, without its space, with them. */
  readonly postcodes: ReadonlyMap<string, readonly Address[]>;
  /** A postcode that was taken back, without its space. */
  terminated(postcode: string): TerminatedPostcode | undefined;
  /** Every address within a distance in metres, nearest first. */
  within(place: GridPosition, metres: number): { address: Address; metres: number }[];
  /** Every address inside a box. */
  inBox(least: GridPosition, most: GridPosition): Address[];
}

/**
 * Generates a gazetteer and keeps it: about a second and 60 MB for 100,000 addresses.
 *
 * @throws RangeError for a size that cannot be made.
 */
export function createGazetteer(options: GazetteerOptions = {}): Gazetteer {
  const { size = 100_000, seed = 1 } = options;
  const addresses: Address[] = [];
  const numbers = new Map<string, Address>();
  const postcodes = new Map<string, Address[]>();
  const cells = new Map<number, Address[]>();
  for (const address of generateGazetteer({ size, seed })) {
    addresses.push(address);
    numbers.set(address.uprn, address);
    if (address.postcode !== '') append(postcodes, address.postcode.replace(' ', ''), address);
    append(cells, cellOf(address.easting, address.northing), address);
  }
  const terminated = terminatedPostcodes(size);
  const inBox = (least: GridPosition, most: GridPosition): Address[] => {
    const found: Address[] = [];
    for (let east = Math.floor(least.easting / cellSize); east <= most.easting / cellSize; east += 1) {
      for (let north = Math.floor(least.northing / cellSize); north <= most.northing / cellSize; north += 1) {
        for (const address of cells.get(cellOf(east * cellSize, north * cellSize)) ?? []) {
          const isInside =
            address.easting >= least.easting &&
            address.easting <= most.easting &&
            address.northing >= least.northing &&
            address.northing <= most.northing;
          if (isInside) found.push(address);
        }
      }
    }
    return found;
  };
  return {
    size,
    seed,
    addresses,
    byUprn: (uprn) => numbers.get(uprn),
    postcodes,
    terminated: (postcode) => terminated.get(postcode),
    within(place, metres) {
      const least = { easting: place.easting - metres, northing: place.northing - metres };
      const most = { easting: place.easting + metres, northing: place.northing + metres };
      return inBox(least, most)
        .map((address) => ({ address, metres: Math.hypot(address.easting - place.easting, address.northing - place.northing) }))
        .filter((one) => one.metres <= metres)
        .sort((a, b) => a.metres - b.metres);
    },
    inBox,
  };
}

function append<Key>(lists: Map<Key, Address[]>, key: Key, address: Address): void {
  const list = lists.get(key);
  if (list) list.push(address);
  else lists.set(key, [address]);
}

const cellOf = (easting: number, northing: number): number => Math.floor(easting / cellSize) * 100_000 + Math.floor(northing / cellSize);
