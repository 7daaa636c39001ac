/** A small invented council for tests: two wards side by side, three streets, a park, and a neighbour to the east. */
import type { ReportsSettingsInput } from '../index.ts';

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

const feature = (properties: Record<string, string>, geometry: object) => ({ type: 'Feature' as const, properties, geometry });
const collection = (...features: object[]) => ({ type: 'FeatureCollection' as const, features });

/** In Mill Lane, Northgate. */
export const millLane = { lat: 52.005, long: -2.0 };
/** In Ashton. */
export const ashton = { lat: 52.005, long: -1.8 };
/** Nobody's. */
export const nowhere = { lat: 53, long: -1 };

export const testMap = {
  boundary: feature({ name: 'Testborough' }, square(-2.1, 51.95, -1.9, 52.05)),
  wards: collection(
    feature({ name: 'Northgate', name_cy: 'Porth y Gogledd' }, square(-2.1, 52, -1.9, 52.05)),
    feature({ name: 'Southgate' }, square(-2.1, 51.95, -1.9, 52)),
  ),
  streets: collection(
    feature(
      { name: 'Mill Lane', name_cy: 'Lôn y Felin' },
      {
        type: 'LineString',
        coordinates: [
          [-2.01, 52.005],
          [-1.99, 52.005],
        ],
      },
    ),
    feature(
      { name: 'Old Mill Lane' },
      {
        type: 'LineString',
        coordinates: [
          [-2.01, 52.02],
          [-1.99, 52.02],
        ],
      },
    ),
    feature(
      { name: 'Long Street' },
      {
        type: 'LineString',
        coordinates: [
          [-2.05, 51.96],
          [-2.05, 52.04],
        ],
      },
    ),
  ),
  places: collection(feature({ name: 'Quarry Park' }, square(-1.95, 51.97, -1.94, 51.98))),
  neighbours: collection(feature({ name: 'Ashton', url: 'https://ashton.example/report' }, square(-1.9, 51.95, -1.7, 52.05))),
} satisfies ReportsSettingsInput['map'];
