/**
 * What the council's own map knows of a position: whether it is ours, the ward, the street, the park. Said in words, because
 * not everybody sees a pin.
 */
import { foldText, type Text } from '@council-kit/core';
import type { Position } from '../../rules/distance.ts';
import { boxOf, distanceToLine, isInside, isNearBox, type Area, type Box, type Line } from './geometry.ts';
import { placeMessages } from './place.messages.ts';

/** A named thing on the map, with its names in both languages. */
interface Named<Geometry> {
  readonly names: Text;
  readonly geometry: Geometry;
  readonly box: Box;
}

/** A council beside ours. */
interface Neighbour extends Named<Area> {
  readonly url: string | undefined;
}

/** A position in words. */
export interface DescribedPlace {
  readonly inside: boolean;
  readonly words: Text;
  readonly ward: string | undefined;
  readonly street: string | undefined;
  /** Who looks after it where we do not; undefined also where the map does not know. */
  readonly neighbour: { readonly names: Text; readonly url: string | undefined } | undefined;
}

/** A GeoJSON feature as the settings give it. */
export interface MapFeature {
  readonly properties: { readonly name?: string; readonly name_cy?: string; readonly kind?: string; readonly url?: string };
  readonly geometry: unknown;
}

/** The collections of a council's map; all may be left out. */
export interface MapFeatures {
  readonly boundary?: readonly MapFeature[];
  readonly wards?: readonly MapFeature[];
  readonly streets?: readonly MapFeature[];
  /** Parks, greens, water: areas with a name of their own. */
  readonly places?: readonly MapFeature[];
  readonly neighbours?: readonly MapFeature[];
}

/** The same as one collection for the browser to draw, each feature with its `kind`. */
export function drawable({ boundary = [], wards = [], streets = [], places = [] }: MapFeatures): string {
  const of = (features: readonly MapFeature[], kind: string) =>
    features.map(({ properties: { name, name_cy, kind: own }, geometry }) => ({
      type: 'Feature',
      properties: { kind: own ?? kind, name, name_cy },
      geometry,
    }));
  return JSON.stringify({
    type: 'FeatureCollection',
    features: [...of(boundary, 'boundary'), ...of(wards, 'ward'), ...of(places, 'park'), ...of(streets, 'street')],
  });
}

/** A street nearer than this (metres) is where it is; one nearer than `near` is named as near. */
const on = 25;
const near = 250;

/** The council's map, read once. */
export class CouncilMap {
  readonly #boundary: readonly Named<Area>[];
  readonly #wards: readonly Named<Area>[];
  readonly #streets: readonly Named<Line>[];
  readonly #places: readonly Named<Area>[];
  readonly #neighbours: readonly Neighbour[];

  constructor(features: MapFeatures) {
    this.#boundary = named(features.boundary, isArea);
    this.#wards = named(features.wards, isArea);
    this.#streets = named(features.streets, isLine).filter(({ names }) => names.en !== '');
    this.#places = named(features.places, isArea).filter(({ names }) => names.en !== '');
    this.#neighbours = (features.neighbours ?? []).flatMap((feature) =>
      named([feature], isArea).map((one) => ({ ...one, url: feature.properties.url })),
    );
  }

  /** Whether there is anything to draw. */
  get hasFeatures(): boolean {
    return this.#boundary.length + this.#wards.length + this.#streets.length + this.#places.length > 0;
  }

  /** The wards' names, in order: what staff filter by. */
  get wards(): readonly string[] {
    return this.#wards.map(({ names }) => names.en).sort((a, b) => a.localeCompare(b));
  }

  /** What is at a position. */
  describe(position: Position): DescribedPlace {
    const ward = this.#wards.find((one) => contains(one, position));
    const inside =
      this.#boundary.length > 0 ? this.#boundary.some((one) => contains(one, position)) : this.#wards.length === 0 || ward !== undefined;
    if (!inside) return this.#describeOutside(position);
    const place = this.#places.find((one) => contains(one, position));
    const street = nearestStreet(this.#streets, position);
    const where = place?.names ?? street?.names;
    const parts: Text[] = [];
    if (where) parts.push(place || (street && street.metres <= on) ? where : placeMessages.near(where));
    if (ward) parts.push(ward.names);
    return {
      inside,
      words: parts.length > 0 ? joined(parts) : placeMessages.unnamed,
      ward: ward?.names.en,
      street: street?.names.en,
      neighbour: undefined,
    };
  }

  #describeOutside(position: Position): DescribedPlace {
    const neighbour = this.#neighbours.find((one) => contains(one, position));
    return {
      inside: false,
      words: neighbour ? placeMessages.neighbour(neighbour.names) : placeMessages.outside,
      ward: undefined,
      street: undefined,
      neighbour: neighbour && { names: neighbour.names, url: neighbour.url },
    };
  }

  /**
   * The streets that words name: "opposite 12 Mill Lane" names Mill Lane. The longest name wins where one holds another
   * (Mill Lane and Old Mill Lane). Undefined where they name none, or several.
   */
  streetNamedIn(words: string): Text | undefined {
    const plain = ` ${foldText(words)} `;
    const found = new Map<string, Text>();
    for (const { names } of this.#streets) {
      for (const name of [names.en, names.cy]) if (plain.includes(` ${foldText(name)} `)) found.set(foldText(name), names);
    }
    const longest = [...found].filter(([name]) => ![...found.keys()].some((other) => other !== name && ` ${other} `.includes(` ${name} `)));
    return longest.length === 1 ? longest[0]?.[1] : undefined;
  }

  /** The one ward that a street lies in; undefined where it crosses several. */
  wardOfStreet(street: Text): string | undefined {
    const wards = new Set<string>();
    for (const line of this.#streets.filter(({ names }) => names.en === street.en)) {
      for (const [long = 0, lat = 0] of line.geometry.type === 'LineString'
        ? line.geometry.coordinates
        : line.geometry.coordinates.flat()) {
        const ward = this.#wards.find((one) => contains(one, { lat, long }));
        if (ward) wards.add(ward.names.en);
      }
    }
    return wards.size === 1 ? [...wards][0] : undefined;
  }
}

function contains(one: Named<Area>, position: Position): boolean {
  return isNearBox(position, one.box, 0) && isInside(position, one.geometry);
}

function nearestStreet(streets: readonly Named<Line>[], position: Position): { readonly names: Text; readonly metres: number } | undefined {
  let nearest: { readonly names: Text; readonly metres: number } | undefined;
  for (const street of streets) {
    if (!isNearBox(position, street.box, nearest?.metres ?? near)) continue;
    const metres = distanceToLine(position, street.geometry);
    if (metres <= near && metres < (nearest?.metres ?? Infinity)) nearest = { names: street.names, metres };
  }
  return nearest;
}

const joined = (parts: readonly Text[]): Text => ({ en: parts.map(({ en }) => en).join(', '), cy: parts.map(({ cy }) => cy).join(', ') });

function named<Geometry extends Area | Line>(
  features: readonly MapFeature[] | undefined,
  is: (geometry: unknown) => geometry is Geometry,
): readonly Named<Geometry>[] {
  return (features ?? []).flatMap(({ properties, geometry }) => {
    if (!is(geometry)) return [];
    const name = properties.name ?? '';
    return [{ names: { en: name, cy: properties.name_cy ?? name }, geometry, box: boxOf(geometry) }];
  });
}

const typeOf = (geometry: unknown): unknown =>
  typeof geometry === 'object' && geometry !== null && 'type' in geometry ? geometry.type : undefined;
const isArea = (geometry: unknown): geometry is Area => ['Polygon', 'MultiPolygon'].includes(String(typeOf(geometry)));
const isLine = (geometry: unknown): geometry is Line => ['LineString', 'MultiLineString'].includes(String(typeOf(geometry)));
