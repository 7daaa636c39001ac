import type { Feature, FeatureCollection, Position as Coordinates } from 'geojson';
import * as v from 'valibot';

/** What is drawn, by the property `kind` of each feature. Anything else is left out. */
export const featureKinds = ['boundary', 'ward', 'park', 'water', 'building', 'street'] as const;
export type FeatureKind = (typeof featureKinds)[number];

/** The council's own map: a GeoJSON feature collection. Coordinates are trusted to be the council's own. */
export const mapFeaturesSchema: v.GenericSchema<unknown, FeatureCollection> = v.custom<FeatureCollection>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    (value as { type?: unknown }).type === 'FeatureCollection' &&
    Array.isArray((value as { features?: unknown }).features),
  'A GeoJSON feature collection',
);

export function kindOf(feature: Feature): FeatureKind | undefined {
  const kind: unknown = feature.properties?.['kind'];
  return featureKinds.find((known) => known === kind);
}

/** A feature's name in a language: `name_cy` before `name`. */
export function nameOf(feature: Feature, language: string): string | undefined {
  const own: unknown = feature.properties?.[`name_${language}`];
  const name: unknown = own ?? feature.properties?.['name'];
  return typeof name === 'string' ? name : undefined;
}

/** The middle of a line by length, where its name is written. */
export function middleOfLine(line: readonly Coordinates[]): Coordinates | undefined {
  const lengths = line.slice(1).map((end, index) => {
    const start = line[index] ?? end;
    return Math.hypot((end[0] ?? 0) - (start[0] ?? 0), (end[1] ?? 0) - (start[1] ?? 0));
  });
  let half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let index = -1;
  for (const length of lengths) {
    index += 1;
    const start = line[index];
    const end = line[index + 1];
    if (!start || !end) break;
    if (half <= length) {
      const share = length === 0 ? 0 : half / length;
      return [(start[0] ?? 0) + ((end[0] ?? 0) - (start[0] ?? 0)) * share, (start[1] ?? 0) + ((end[1] ?? 0) - (start[1] ?? 0)) * share];
    }
    half -= length;
  }
  return line[0];
}
