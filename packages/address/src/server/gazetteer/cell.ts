/** A grid of squares of about 110 metres over the country, so that an index finds what is near. */
import type { Position } from '../../contract/address.ts';

const size = { latitude: 0.001, longitude: 0.0016 };
const perRow = 1_000_000;

const row = (latitude: number): number => Math.floor((latitude + 90) / size.latitude);
const column = (longitude: number): number => Math.floor((longitude + 180) / size.longitude);

/** The square of a position. */
export function cellOf({ latitude, longitude }: Position): number {
  return row(latitude) * perRow + column(longitude);
}

/** The squares that hold everything within 100 metres. */
export function cellsAround({ latitude, longitude }: Position): number[] {
  const [r, c] = [row(latitude), column(longitude)];
  // A degree of longitude is shorter in the north: two squares to each side are 100 metres there as well.
  return [-1, 0, 1].flatMap((up) => [-2, -1, 0, 1, 2].map((right) => (r + up) * perRow + c + right));
}

/** Metres between two positions that are near each other. */
export function metresBetween(one: Position, other: Position): number {
  const perDegree = 111_195;
  const north = (one.latitude - other.latitude) * perDegree;
  const east = (one.longitude - other.longitude) * perDegree * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
