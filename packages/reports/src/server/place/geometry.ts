/** Plane geometry on WGS 84 degrees, good for the size of a county. GeoJSON order: longitude first (RFC 7946 §3.1.1). */
import type { LineString, MultiLineString, MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import { metresPerDegree, type Position } from '../../rules/distance.ts';

export type Area = Polygon | MultiPolygon;
export type Line = LineString | MultiLineString;

/** The smallest rectangle along the axes, in degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Whether a place lies in an area: a hole is outside. */
export function isInside(place: Position, area: Area): boolean {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  return polygons.some(
    ([outer, ...holes]) => outer !== undefined && isInRing(place, outer) && !holes.some((hole) => isInRing(place, hole)),
  );
}

/** Even-odd rule. */
function isInRing({ lat, long }: Position, ring: readonly Coordinates[]): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > lat !== by > lat && long < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Metres from a place to the nearest point of a line. */
export function distanceToLine(place: Position, line: Line): number {
  const parts = line.type === 'LineString' ? [line.coordinates] : line.coordinates;
  return Math.min(...parts.map((part) => distanceToPart(place, part)));
}

function distanceToPart(place: Position, part: readonly Coordinates[]): number {
  const scale = Math.cos((place.lat * Math.PI) / 180);
  const east = (long: number): number => (long - place.long) * scale * metresPerDegree;
  const north = (lat: number): number => (lat - place.lat) * metresPerDegree;
  let nearest = Infinity;
  const [first] = part;
  if (part.length === 1 && first) return Math.hypot(east(first[0] ?? 0), north(first[1] ?? 0));
  for (let i = 1; i < part.length; i++) {
    const [along = 0, alat = 0] = part[i - 1] ?? [];
    const [blong = 0, blat = 0] = part[i] ?? [];
    const ax = east(along);
    const ay = north(alat);
    const dx = east(blong) - ax;
    const dy = north(blat) - ay;
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
    nearest = Math.min(nearest, Math.hypot(ax + t * dx, ay + t * dy));
  }
  return nearest;
}

/** The box around a geometry. */
export function boxOf(geometry: Area | Line): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  const visit = (value: unknown): void => {
    if (!Array.isArray(value)) return;
    const [long, lat] = value as unknown[];
    if (typeof long === 'number' && typeof lat === 'number') {
      west = Math.min(west, long);
      east = Math.max(east, long);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    } else value.forEach(visit);
  };
  visit(geometry.coordinates);
  return { west, south, east, north };
}

/** Whether a place is in a box or within so many metres of it. */
export function isNearBox({ lat, long }: Position, box: Box, metres: number): boolean {
  const high = metres / metresPerDegree;
  const wide = high / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
  return long >= box.west - wide && long <= box.east + wide && lat >= box.south - high && lat <= box.north + high;
}
