/** The council's map as its settings give it: GeoJSON, or files of it. */
import { readNamedFile, setting, SettingsError, type SettingsPlace } from '@council-kit/gateway';
import * as v from 'valibot';
import type { ReportsSettings } from '../settings.ts';
import type { MapFeature, MapFeatures } from './council-map.ts';

const mapFeatureSchema = v.object({
  type: v.literal('Feature'),
  properties: v.pipe(
    v.nullable(v.record(v.string(), v.unknown())),
    v.transform((properties) => properties ?? {}),
    v.object({
      name: v.optional(v.string()),
      name_cy: v.optional(v.string()),
      kind: v.optional(v.string()),
      /** Of a neighbour: where its residents report. */
      url: v.optional(setting.webAddress('https://www.neighbour.example/report')),
    }),
  ),
  geometry: v.unknown(),
});

const featuresSchema: v.GenericSchema<unknown, readonly MapFeature[]> = v.union([
  v.pipe(
    v.object({ type: v.literal('FeatureCollection'), features: v.array(mapFeatureSchema) }),
    v.transform(({ features }) => features),
  ),
  v.pipe(
    mapFeatureSchema,
    v.transform((feature) => [feature]),
  ),
]);

/** Northern Ireland to the Shetlands and the Channel Islands. */
const country = { west: -11, south: 48, east: 3, north: 62 };
const areas = ['Polygon', 'MultiPolygon'];
const lines = ['LineString', 'MultiLineString'];

/**
 * Reads the map, and its files.
 *
 * @throws SettingsError naming the setting, where a file cannot be read, is no GeoJSON, or holds nothing that can be used
 */
export function readMap(
  { tiles: _tiles, attribution: _attribution, ...files }: ReportsSettings['map'],
  place?: SettingsPlace,
): MapFeatures {
  const features: Record<string, readonly MapFeature[]> = {};
  for (const [name, given] of Object.entries(files)) if (given !== undefined) features[name] = readFeatures(name, given, place);
  return features;
}

function readFeatures(name: string, given: unknown, place: SettingsPlace | undefined): readonly MapFeature[] {
  const refuse = (must: string, cause?: unknown): never => {
    throw new SettingsError(`The setting "map.${name}" in the settings of reports is not allowed: it must be ${must}.`, { cause });
  };
  let value = given;
  if (typeof given === 'string') {
    const text = readNamedFile(`map.${name}`, 'reports', given, place);
    try {
      value = JSON.parse(text) as unknown;
    } catch (error) {
      return refuse(`a file of GeoJSON, but ${given} is not JSON (${(error as Error).message})`, error);
    }
  }
  const parsed = v.safeParse(featuresSchema, value);
  if (!parsed.success) return refuse('a GeoJSON FeatureCollection or Feature');
  const types = name === 'streets' ? lines : areas;
  const used = parsed.output.filter(({ geometry }) => types.includes(String(typeOf(geometry))));
  if (used.length === 0) return refuse(`GeoJSON with at least one ${types.join(' or ')}`);
  for (const { geometry } of used) {
    const [long, lat] = firstPosition((geometry as { coordinates?: unknown }).coordinates);
    if (long === undefined || lat === undefined) return refuse('GeoJSON whose features have coordinates');
    if (long < country.west || long > country.east || lat < country.south || lat > country.north)
      return refuse(
        `GeoJSON with longitude, then latitude (WGS 84), such as [-4.61, 52.42], but it has [${long}, ${lat}]. Export it again as EPSG:4326`,
      );
  }
  return parsed.output;
}

const typeOf = (geometry: unknown): unknown =>
  typeof geometry === 'object' && geometry !== null && 'type' in geometry ? geometry.type : undefined;

/** The first of the positions, however deep they lie. */
function firstPosition(coordinates: unknown): readonly (number | undefined)[] {
  if (!Array.isArray(coordinates)) return [];
  return typeof coordinates[0] === 'number' ? (coordinates as number[]) : firstPosition(coordinates[0]);
}
