import type { Feature, FeatureCollection } from 'geojson';
import { readFile } from 'node:fs/promises';

/** The whole town, as the map in the page draws it. */
export const mapFile = new URL('../../src/council/aldermere.geojson', import.meta.url);

/** The town, cut into what the report service asks of a council's map. */
export async function councilMap(): Promise<Record<'boundary' | 'wards' | 'streets' | 'places' | 'neighbours', FeatureCollection>> {
  const { features } = JSON.parse(await readFile(mapFile, 'utf8')) as FeatureCollection;
  const of = (...kinds: string[]): FeatureCollection => ({
    type: 'FeatureCollection',
    features: features.filter(({ properties }: Feature) => kinds.includes(String(properties?.['kind']))),
  });
  return { boundary: of('boundary'), wards: of('ward'), streets: of('street'), places: of('park', 'water'), neighbours: of('neighbour') };
}
