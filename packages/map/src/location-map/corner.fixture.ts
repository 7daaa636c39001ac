import type { FeatureCollection } from 'geojson';

const line = (name: string, name_cy: string, ...coordinates: [number, number][]): FeatureCollection['features'][number] => ({
  type: 'Feature',
  properties: { kind: 'street', name, name_cy },
  geometry: { type: 'LineString', coordinates },
});

/** A few streets in the sea, so that the stories ask no server. */
export const corner: FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { kind: 'boundary', name: 'Aldermere' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-4.63, 52.415],
            [-4.61, 52.415],
            [-4.61, 52.425],
            [-4.63, 52.425],
            [-4.63, 52.415],
          ],
        ],
      },
    },
    {
      type: 'Feature',
      properties: { kind: 'park', name: 'Castle Park' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-4.622, 52.42],
            [-4.618, 52.42],
            [-4.618, 52.423],
            [-4.622, 52.42],
          ],
        ],
      },
    },
    line('Mill Lane', 'Lôn y Felin', [-4.628, 52.419], [-4.612, 52.419]),
    line('Church Street', 'Stryd yr Eglwys', [-4.624, 52.416], [-4.624, 52.424]),
  ],
};
