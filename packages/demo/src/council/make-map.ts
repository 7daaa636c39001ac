/**
 * Draws the borough of Aldermere, which does not exist: its coordinates lie in the sea.
 * `npm run make-map -w @council-kit/demo` writes aldermere.geojson; the same seed draws the same town.
 */
import type { Feature, FeatureCollection, Position } from 'geojson';
import { writeFile } from 'node:fs/promises';

const centre = { latitude: 52.42, longitude: -4.62 };
const metresPerDegree = 111_320;

function at(east: number, north: number): Position {
  const longitude = centre.longitude + east / (metresPerDegree * Math.cos((centre.latitude * Math.PI) / 180));
  return [Number(longitude.toFixed(6)), Number((centre.latitude + north / metresPerDegree).toFixed(6))];
}
const polar = (radius: number, degrees: number): Position =>
  at(radius * Math.sin((degrees * Math.PI) / 180), radius * Math.cos((degrees * Math.PI) / 180));

/** Mulberry32: a small generator that gives the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
const random = seeded(1974);

const places: readonly (readonly [english: string, welsh: string])[] = [
  ['Mill', 'y Felin'],
  ['Church', 'yr Eglwys'],
  ['Station', 'yr Orsaf'],
  ['Bridge', 'y Bont'],
  ['Chapel', 'y Capel'],
  ['School', 'yr Ysgol'],
  ['Market', 'y Farchnad'],
  ['Castle', 'y Castell'],
  ['Well', 'y Ffynnon'],
  ['Orchard', 'y Berllan'],
  ['Oak', 'y Dderwen'],
  ['Ash', 'yr Onnen'],
  ['Elm', 'y Llwyfen'],
  ['Birch', 'y Fedwen'],
  ['Willow', 'yr Helygen'],
  ['Hazel', 'y Gollen'],
  ['Rose', 'y Rhosyn'],
  ['Fern', 'y Rhedyn'],
  ['Heron', 'y Crëyr'],
  ['Swan', 'yr Alarch'],
  ['Otter', 'y Dyfrgi'],
  ['Lark', 'yr Ehedydd'],
  ['Mere', 'y Llyn'],
  ['River', 'yr Afon'],
  ['Ferry', 'y Fferi'],
  ['Quarry', 'y Chwarel'],
  ['Forge', 'yr Efail'],
  ['Weavers', 'y Gwehyddion'],
  ['Tanners', 'y Barcer'],
  ['Potters', 'y Crochenydd'],
];
const kinds: readonly (readonly [english: string, welsh: string])[] = [
  ['Lane', 'Lôn'],
  ['Street', 'Stryd'],
  ['Road', 'Ffordd'],
  ['Close', 'Clos'],
  ['Avenue', 'Rhodfa'],
  ['Terrace', 'Teras'],
];

/** Every place with every kind, shuffled: a town with two streets of one name would be a riddle for its residents. */
const names = places.flatMap(([place, lle]) =>
  kinds.map(([kind, math]) => ({
    name: `${place} ${kind}`,
    // The article leans on a word that ends in a vowel: Rhodfa’r Onnen.
    name_cy: math.endsWith('a') ? `${math}’r ${lle.replace(/^yr? /, '')}` : `${math} ${lle}`,
  })),
);
const first = names.findIndex(({ name }) => name === 'Mill Lane');
const shuffled = [names[first], ...names.toSpliced(first, 1).sort(() => random() - 0.5)].filter((name) => name !== undefined);

const features: Feature[] = [];
function add(kind: string, geometry: Feature['geometry'], properties: Record<string, string> = {}): void {
  features.push({ type: 'Feature', properties: { kind, ...properties }, geometry });
}
function street(...coordinates: Position[]): void {
  const name = shuffled.shift();
  if (name === undefined) throw new Error('The town has more streets than names.');
  add('street', { type: 'LineString', coordinates }, { ...name });
}
const ring = (points: Position[]): Position[][] => [[...points, ...points.slice(0, 1)]];
const range = (from: number, to: number, by: number): number[] =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => from + index * by);
const arc = (radius: number, from: number, to: number, by = 6): Position[] => range(from, to, by).map((degrees) => polar(radius, degrees));

/** The border bulges and dents, the same for whoever lies on either side of it. */
const borderAt = (degrees: number): number =>
  2600 + 260 * Math.sin((degrees * Math.PI) / 60) + 180 * Math.cos((degrees * Math.PI) / 36) + 60 * Math.sin((degrees * Math.PI) / 12);
const border = (from: number, to: number): Position[] => range(from, to, 4).map((degrees) => polar(borderAt(degrees), degrees));

for (const [name, name_cy, from, to, url] of [
  ['Ashton', 'Ashton', 300, 392, 'https://ashton.example/report'],
  ['Thornley Vale', 'Dyffryn Thornley', 32, 128, 'https://thornley-vale.example/report'],
  ['Saltmarsh', 'Morfa Heli', 128, 208, 'https://saltmarsh.example/report'],
  ['Hollin Forest', 'Coed Hollin', 208, 300, 'https://hollin-forest.example/report'],
] as const) {
  const outer = range(from, to, 4).map((degrees) => polar(9000, degrees));
  add('neighbour', { type: 'Polygon', coordinates: ring([...border(from, to), ...outer.toReversed()]) }, { name, name_cy, url });
}
add('boundary', { type: 'Polygon', coordinates: ring(border(0, 356)) }, { name: 'Aldermere', name_cy: 'Aldermere' });

add('ward', { type: 'Polygon', coordinates: ring(arc(800, 0, 354)) }, { name: 'Town', name_cy: 'Y Dref' });
for (const [name, name_cy, from, to] of [
  ['Northfield', 'Maes y Gogledd', -36, 36],
  ['Mereside', 'Glan y Llyn', 36, 108],
  ['Southgate', 'Porth y De', 108, 180],
  ['Riverbank', 'Glan yr Afon', 180, 252],
  ['Westwood', 'Coed y Gorllewin', 252, 324],
] as const) {
  add('ward', { type: 'Polygon', coordinates: ring([...arc(800, from, to), ...border(from, to).toReversed()]) }, { name, name_cy });
}

add(
  'water',
  {
    type: 'Polygon',
    coordinates: ring(
      range(0, 350, 10).map((degrees) => {
        const angle = (degrees * Math.PI) / 180;
        return at(1450 + 330 * Math.cos(angle), 480 + 210 * Math.sin(angle) + 40 * Math.sin(3 * angle));
      }),
    ),
  },
  { name: 'The Mere', name_cy: 'Y Llyn' },
);
const riverAt = (north: number): number => -620 + 170 * Math.sin(north / 420) + north * 0.08;
const banks = range(-2300, 2300, 100);
add(
  'water',
  {
    type: 'Polygon',
    coordinates: ring([
      ...banks.map((north) => at(riverAt(north) - 14, north)),
      ...banks.toReversed().map((north) => at(riverAt(north) + 14, north)),
    ]),
  },
  { name: 'River Alder', name_cy: 'Afon Alder' },
);

for (const [name, name_cy, east, north, wide, high] of [
  ['Castle Park', 'Parc y Castell', 60, 120, 260, 190],
  ['Mere Country Park', 'Parc Gwledig y Llyn', 1080, 160, 260, 160],
  ['Northfield Recreation Ground', 'Maes Chwarae’r Gogledd', -120, 1640, 320, 200],
  ['Southgate Common', 'Comin Porth y De', 520, -1780, 360, 240],
] as const) {
  add(
    'park',
    {
      type: 'Polygon',
      coordinates: ring([
        at(east, north),
        at(east + wide, north + 20),
        at(east + wide - 20, north + high),
        at(east - 15, north + high - 30),
      ]),
    },
    { name, name_cy },
  );
}

const spokes = [12, 48, 90, 132, 174, 222, 264, 306, 342];
for (const degrees of spokes)
  street(...range(120, 2300, 120).map((radius) => polar(Math.min(radius, borderAt(degrees)), degrees + 4 * Math.sin(radius / 500))));
street(...arc(120, 0, 360));
street(...arc(470, 0, 360));
street(...arc(1150, 0, 360));

/** Between two spokes, streets follow the rings and are joined by short ones, as towns grew. */
for (const [index, from] of spokes.entries()) {
  const to = (spokes[index + 1] ?? (spokes[0] ?? 0) + 360) - 1;
  const middle = (from + to) / 2;
  for (const radius of [300, 640, 820, 990, 1330, 1520, 1720, 1930]) {
    if (radius < 500 && to - from < 38) continue;
    const wobble = 20 * random();
    street(
      ...range(from + 1.5, to - 1.5, (to - from - 3) / 6).map((degrees) => polar(radius + wobble + 12 * Math.sin(degrees / 3), degrees)),
    );
  }
  for (const [start, end] of [
    [470, 1150],
    [1150, 1930],
  ] as const) {
    const lean = middle + 8 * (random() - 0.5);
    street(...range(start, end, (end - start) / 4).map((radius) => polar(radius, lean)));
  }
}

const collection: FeatureCollection = { type: 'FeatureCollection', features };
const target = new URL('./aldermere.geojson', import.meta.url);
await writeFile(target, `${JSON.stringify(collection)}\n`);
console.log(`${String(features.length)} features written to ${target.pathname}`);
