/**
 * A grid over the country, so that an index finds what is near: each report is kept with the number of its square. A lookup
 * names the few squares that its circle touches; how many reports there are elsewhere makes no difference.
 */
import { metresPerDegree, type Position } from '../../rules/distance.ts';

/** Degrees of a square's sides: about 270 metres in the middle of Britain. */
const size = { lat: 0.0024, long: 0.004 };
/** More than the squares around the Earth. */
const columns = 100_000;

const row = (lat: number): number => Math.floor((lat + 90) / size.lat);
const column = (long: number): number => Math.floor((long + 180) / size.long);

/** The square that a position is in. */
export function cellOf({ lat, long }: Position): number {
  return row(lat) * columns + column(long);
}

/** The squares that a circle touches. `radius` in metres, at most 1,000: some 80 squares. */
export function cellsAround({ lat, long }: Position, radius: number): number[] {
  const high = radius / metresPerDegree;
  // At the poles a circle goes all the way round; no council is there.
  const wide = high / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  const cells: number[] = [];
  for (let r = row(lat - high); r <= row(lat + high); r++) {
    for (let c = column(long - wide); c <= column(long + wide); c++) cells.push(r * columns + c);
  }
  return cells;
}
