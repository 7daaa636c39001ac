import { toGrid, type GridPosition } from './coordinates.ts';
import type { Name } from './names.ts';

/** A council of the gazetteer. None exists: no custodian or GSS code below is in use. */
export interface Council {
  readonly name: Name;
  /** As BS7666 writes the administrative area. */
  readonly area: Name;
  /** The local custodian code that GeoPlace gives a council. */
  readonly custodianCode: number;
  /** Its GSS code. */
  readonly code: string;
}

/** A ward, and the council that it belongs to. */
export interface Ward {
  readonly name: Name;
  readonly code: string;
  readonly parishCode: string;
  readonly council: Council;
}

const council = (en: string, cy: string | undefined, number: number): Council => ({
  name: { en, cy },
  area: { en: en.toUpperCase(), cy: cy?.toUpperCase() },
  custodianCode: 6990 + number,
  code: `W060009${90 + number}`,
});

/** The council whose gazetteer it is. */
export const aldermere = council('Aldermere', 'Llynwern', 1);

/** Its neighbours, from the north by the east. */
export const neighbours: readonly Council[] = [
  council('Ashton', undefined, 2),
  council('Thornley Vale', 'Dyffryn Thornley', 3),
  council('Saltmarsh', 'Morfa Heli', 4),
  council('Hollin Forest', 'Coed Hollin', 5),
];

/** Every council of the gazetteer. */
export const councils: readonly Council[] = [aldermere, ...neighbours];

/** Ordnance Survey keeps some records itself, for all of the country: 7655 is its own custodian code, and clients leave those records out. */
export const nationalCustodian: Council = {
  name: { en: 'Ordnance Survey' },
  area: { en: 'ORDNANCE SURVEY' },
  custodianCode: 7655,
  code: 'K02000001',
};

const ward = (of: Council, number: number, name: Name): Ward => ({
  name,
  code: `W050099${String((of.custodianCode - 6990) * 20 - 20 + number).padStart(2, '0')}`,
  parishCode: `W040099${String((of.custodianCode - 6990) * 20 - 20 + number).padStart(2, '0')}`,
  council: of,
});

const centreWard = ward(aldermere, 0, { en: 'Town', cy: 'Y Dref' });
const innerWards: readonly Ward[] = [
  ward(aldermere, 1, { en: 'Northfield', cy: 'Maes y Gogledd' }),
  ward(aldermere, 2, { en: 'Mereside', cy: 'Glan y Llyn' }),
  ward(aldermere, 3, { en: 'Southgate', cy: 'Porth y De' }),
  ward(aldermere, 4, { en: 'Riverbank', cy: 'Glan yr Afon' }),
  ward(aldermere, 5, { en: 'Westwood', cy: 'Coed y Gorllewin' }),
];
const outerWards: readonly Ward[] = [
  ward(aldermere, 6, { en: 'Bryn Awel' }),
  ward(aldermere, 7, { en: 'Eastmoor', cy: 'Rhos y Dwyrain' }),
  ward(aldermere, 8, { en: 'Caerwen' }),
  ward(aldermere, 9, { en: 'Marwick', cy: 'Marwig' }),
  ward(aldermere, 10, { en: 'Stonebridge', cy: 'Pont-y-maen' }),
  ward(aldermere, 11, { en: 'Heronsford', cy: 'Rhyd y Crëyr' }),
  ward(aldermere, 12, { en: 'Glan-y-môr' }),
];
const neighbourWards: readonly Ward[] = neighbours.map((one) => ward(one, 0, { en: `${one.name.en} Border`, cy: `Ffin ${one.name.en}` }));

/** The middle of the borough: in Cardigan Bay, thirty kilometres from land, as far as no real address lies. */
export const centre: GridPosition = toGrid({ latitude: 52.42, longitude: -4.62 });

/** How far the borough reaches for a number of addresses, in metres: a million fill a county, and still lie in the sea. */
export const boroughRadius = (size: number): number => Math.min(18_000, 8000 * Math.cbrt(size / 100_000));

/** The border is no circle. */
const border = (radius: number, angle: number): number => radius * (1 + 0.04 * Math.sin(5 * angle + 1) + 0.025 * Math.sin(11 * angle));

/** Whose ward a place lies in. */
export function wardAt(place: GridPosition, radius: number): Ward {
  const east = place.easting - centre.easting;
  const north = place.northing - centre.northing;
  const distance = Math.hypot(east, north);
  // Clockwise from north, 0 to 1.
  const angle = Math.atan2(east, north);
  const turn = (angle / (2 * Math.PI) + 1) % 1;
  const among = (wards: readonly Ward[], from: number): Ward => wards[Math.floor(((turn + from) % 1) * wards.length)] ?? centreWard;
  if (distance > border(radius, angle)) return among(neighbourWards, 0.125);
  if (distance < radius * 0.12) return centreWard;
  return distance < radius * 0.45 ? among(innerWards, 0.1) : among(outerWards, 0.05);
}

/** Every ward. */
export const wards: readonly Ward[] = [centreWard, ...innerWards, ...outerWards, ...neighbourWards];
