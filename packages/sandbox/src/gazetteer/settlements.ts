import { boroughRadius, centre } from './borough.ts';
import type { GridPosition } from './coordinates.ts';
import type { Name } from './names.ts';

/** What decides which streets a settlement has. */
export type SettlementKind = 'centre' | 'suburb' | 'village' | 'hamlet';

/**
 * A town's centre, a suburb, a village or a hamlet. The council's names for it (BS7666 town and locality) and Royal Mail's (post town and
 * dependent localities) differ, as they do everywhere: a village is a town to the council and a locality of its post town to Royal Mail.
 */
export interface Settlement {
  readonly number: number;
  readonly kind: SettlementKind;
  readonly centre: GridPosition;
  /** BS7666. */
  readonly locality?: Name;
  readonly town: Name;
  /** Royal Mail. */
  readonly doubleDependentLocality?: Name;
  readonly dependentLocality?: Name;
  readonly postTown: Name;
  /** The outward half of its postcodes. */
  readonly outward: string;
  /** How many addresses it has. */
  readonly size: number;
}

/** Invented, all of them. Caerwen has no English name and Ashby Cross no Welsh one. */
const postTowns: readonly Name[] = [
  { en: 'Aldermere', cy: 'Llynwern' },
  { en: 'Marwick Bay', cy: 'Bae Marwig' },
  { en: 'Caerwen' },
  { en: 'Heronsford', cy: 'Rhyd y Crëyr' },
  { en: 'Stonebridge', cy: 'Pont-y-maen' },
];

const places: readonly Name[] = [
  { en: 'Northfield', cy: 'Maes y Gogledd' },
  { en: 'Mereside', cy: 'Glan y Llyn' },
  { en: 'Llanfelin' },
  { en: 'Ashby Cross' },
  { en: 'Saltwick', cy: 'Halwig' },
  { en: 'Cwmhelyg' },
  { en: 'Oldford', cy: 'Hen Ryd' },
  { en: 'Fernhill', cy: 'Bryn Rhedyn' },
  { en: 'Pentre-gwyn' },
  { en: 'Whitestone', cy: 'Maen Gwyn' },
  { en: 'Nantlark', cy: 'Nant yr Ehedydd' },
  { en: 'Eastmoor', cy: 'Rhos y Dwyrain' },
  { en: 'Glan-y-môr' },
  { en: 'Bridgend Mills', cy: 'Melinau Pen-y-bont' },
  { en: 'Thornley', cy: 'Drain' },
  { en: 'Llanwern Fach' },
  { en: 'Fox Green', cy: 'Grîn y Llwynog' },
  { en: 'Abermer' },
  { en: 'Westwood', cy: 'Coed y Gorllewin' },
  { en: 'Stowe' },
];
const qualifiers: readonly (readonly [english: string, welsh: string])[] = [
  ['', ''],
  ['Upper', 'Uchaf'],
  ['Lower', 'Isaf'],
  ['Great', 'Fawr'],
  ['Little', 'Fechan'],
  ['New', 'Newydd'],
];

/** The name of the place with a number: 120 different ones. */
function placeName(number: number): Name {
  const base = places[number % places.length] ?? { en: 'Stowe' };
  const [before, after] = qualifiers[Math.floor(number / places.length) % qualifiers.length] ?? ['', ''];
  if (before === '') return base;
  return { en: `${before} ${base.en}`, cy: `${base.cy ?? base.en} ${after}` };
}

/**
 * The outward codes, of every shape that a postcode has: A9, A99, A9A, AA9, AA99 and AA9A. Neither AM nor K is a postcode area, so that no
 * letter posted to one of them arrives.
 */
const outwardCodes: readonly string[] = [
  'AM1A',
  'K1A',
  ...Array.from({ length: 99 }, (_, index) => (index === 8 ? 'K9' : index === 10 ? 'K11' : `AM${index + 1}`)),
  ...Array.from({ length: 60 }, (_, index) => `K${index + 20}`),
];

/** The settlements of a gazetteer of `size` addresses, whose sizes sum to it. */
export function settlementsOf(size: number): Settlement[] {
  const count = Math.min(120, Math.max(8, Math.round(size / 4000)));
  const radius = boroughRadius(size);
  const weights = Array.from({ length: count }, (_, number) => (number === 0 ? count / 8 : 1 + 2 / (1 + (number % 7))));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let given = 0;
  return weights.map((weight, number) => {
    const own = number === count - 1 ? size - given : Math.floor((size * weight) / whole);
    given += own;
    return { ...describe(number), number, size: own, centre: place(number, count, radius), outward: outwardCodes[number] ?? 'AM1' };
  });
}

function describe(number: number): Omit<Settlement, 'number' | 'size' | 'centre' | 'outward'> {
  const town = postTowns[number % postTowns.length] ?? { en: 'Aldermere' };
  if (number < postTowns.length) return { kind: 'centre', town, postTown: town };
  const name = placeName(number - postTowns.length);
  if (number % 3 === 0) return { kind: 'suburb', locality: name, town, dependentLocality: name, postTown: town };
  if (number % 3 === 1) return { kind: 'village', town: name, dependentLocality: name, postTown: town };
  const village = describe(number - 1);
  return { ...village, kind: 'hamlet', locality: name, doubleDependentLocality: name };
}

/** The towns lie round Aldermere, suburbs by their towns, hamlets by their villages; the last villages lie on the border, so that their postcodes straddle it. */
function place(number: number, count: number, radius: number): GridPosition {
  const from = (start: GridPosition, distance: number, angle: number): GridPosition => ({
    easting: start.easting + radius * distance * Math.sin(angle),
    northing: start.northing + radius * distance * Math.cos(angle),
  });
  if (number === 0) return centre;
  if (number < postTowns.length) return from(centre, 0.55, number * (Math.PI / 2));
  const golden = number * 2.399_963;
  if (number % 3 === 0) return from(place(number % postTowns.length, count, radius), 0.12 + 0.08 * (number % 2), golden);
  if (number % 3 === 1) return from(centre, 0.3 + (0.69 * number) / (count - 1), golden);
  return from(place(number - 1, count, radius), 0.08, golden);
}
