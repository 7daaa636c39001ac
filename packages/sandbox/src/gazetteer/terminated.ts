import { toWgs84, type GridPosition } from './coordinates.ts';
import { postcode, terminatedPerOutward, unitsPerOutward } from './postcodes.ts';
import { settlementsOf } from './settlements.ts';

/** A postcode that Royal Mail has taken back. */
export interface TerminatedPostcode {
  /** With its space. */
  readonly postcode: string;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly place: GridPosition;
}

/** The postcodes that each settlement has lost, by the postcode without its space. No address has one. */
export function terminatedPostcodes(size: number): Map<string, TerminatedPostcode> {
  const found = new Map<string, TerminatedPostcode>();
  for (const settlement of settlementsOf(size)) {
    const place = { easting: Math.round(settlement.centre.easting), northing: Math.round(settlement.centre.northing) };
    for (let index = 0; index < terminatedPerOutward; index += 1) {
      const code = postcode(settlement.outward, unitsPerOutward - 1 - index);
      const { latitude, longitude } = toWgs84(place);
      const when = { year: 2004 + ((settlement.number + index * 5) % 20), month: ((settlement.number + index * 7) % 12) + 1 };
      found.set(code.replace(' ', ''), { postcode: code, ...when, latitude, longitude, place });
    }
  }
  return found;
}
