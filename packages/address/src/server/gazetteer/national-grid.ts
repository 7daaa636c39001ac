/**
 * The National Grid (EPSG:27700) and WGS 84 (EPSG:4326): the formulas of Ordnance Survey's "A guide to coordinate systems in Great Britain", annexes B to D.
 * The single Helmert transformation is within 5 metres nearly everywhere (21 at the extremes): good enough to point at a house, and no grid of 30 MB to ship.
 * A gazetteer that has latitude and longitude is never converted.
 */
import type { Position } from '../../contract/address.ts';

/** Metres east and north. */
export interface GridPosition {
  readonly easting: number;
  readonly northing: number;
}

interface Ellipsoid {
  readonly major: number;
  readonly minor: number;
}
const airy: Ellipsoid = { major: 6377563.396, minor: 6356256.909 };
const grs80: Ellipsoid = { major: 6378137, minor: 6356752.3141 };

const rad = Math.PI / 180;
const origin = { scale: 0.9996012717, lat: 49 * rad, long: -2 * rad, east: 400_000, north: -100_000 };
/** From WGS 84 to OSGB36: metres, parts per million, seconds of arc (guide, §6.6). */
const toOsgb = { x: -446.448, y: 125.157, z: -542.06, ppm: 20.4894, rx: -0.1502, ry: -0.247, rz: -0.8421 };

export function gridOf({ latitude, longitude }: Position): GridPosition {
  const [lat, long] = transform(latitude * rad, longitude * rad, grs80, airy, 1);
  const { radiusAcross, radiusAlong, eta2 } = radii(lat);
  const [s, c, t2] = [Math.sin(lat), Math.cos(lat), Math.tan(lat) ** 2];
  const d = long - origin.long;
  const north =
    meridianArc(lat) +
    origin.north +
    (radiusAcross / 2) * s * c * d ** 2 +
    (radiusAcross / 24) * s * c ** 3 * (5 - t2 + 9 * eta2) * d ** 4 +
    (radiusAcross / 720) * s * c ** 5 * (61 - 58 * t2 + t2 ** 2) * d ** 6;
  const east =
    origin.east +
    radiusAcross * c * d +
    (radiusAcross / 6) * c ** 3 * (radiusAcross / radiusAlong - t2) * d ** 3 +
    (radiusAcross / 120) * c ** 5 * (5 - 18 * t2 + t2 ** 2 + 14 * eta2 - 58 * t2 * eta2) * d ** 5;
  return { easting: east, northing: north };
}

export function positionOf({ easting, northing }: GridPosition): Position {
  let lat = origin.lat;
  for (let arc = 0; Math.abs(northing - origin.north - arc) >= 0.00001; arc = meridianArc(lat)) {
    lat += (northing - origin.north - arc) / (airy.major * origin.scale);
  }
  const { radiusAcross: v, radiusAlong: p, eta2 } = radii(lat);
  const t = Math.tan(lat);
  const d = easting - origin.east;
  const trueLat =
    lat -
    (t / (2 * p * v)) * d ** 2 +
    (t / (24 * p * v ** 3)) * (5 + 3 * t ** 2 + eta2 - 9 * t ** 2 * eta2) * d ** 4 -
    (t / (720 * p * v ** 5)) * (61 + 90 * t ** 2 + 45 * t ** 4) * d ** 6;
  const trueLong =
    origin.long +
    (d / v -
      (d ** 3 / (6 * v ** 3)) * (v / p + 2 * t ** 2) +
      (d ** 5 / (120 * v ** 5)) * (5 + 28 * t ** 2 + 24 * t ** 4) -
      (d ** 7 / (5040 * v ** 7)) * (61 + 662 * t ** 2 + 1320 * t ** 4 + 720 * t ** 6)) /
      Math.cos(lat);
  const [latitude, longitude] = transform(trueLat, trueLong, airy, grs80, -1);
  return { latitude: latitude / rad, longitude: longitude / rad };
}

function radii(lat: number): { radiusAcross: number; radiusAlong: number; eta2: number } {
  const e2 = 1 - (airy.minor / airy.major) ** 2;
  const w = 1 - e2 * Math.sin(lat) ** 2;
  const radiusAcross = (airy.major * origin.scale) / Math.sqrt(w);
  const radiusAlong = (airy.major * origin.scale * (1 - e2)) / w ** 1.5;
  return { radiusAcross, radiusAlong, eta2: radiusAcross / radiusAlong - 1 };
}

/** Metres along the meridian from the grid's true origin. */
function meridianArc(lat: number): number {
  const n = (airy.major - airy.minor) / (airy.major + airy.minor);
  const [minus, plus] = [lat - origin.lat, lat + origin.lat];
  return (
    airy.minor *
    origin.scale *
    ((1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * minus -
      (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(minus) * Math.cos(plus) +
      (1.875 * n ** 2 + 1.875 * n ** 3) * Math.sin(2 * minus) * Math.cos(2 * plus) -
      (35 / 24) * n ** 3 * Math.sin(3 * minus) * Math.cos(3 * plus))
  );
}

/** Between ellipsoids, by way of the Earth's middle. */
function transform(lat: number, long: number, from: Ellipsoid, to: Ellipsoid, sign: 1 | -1): [number, number] {
  const square = (of: Ellipsoid): number => 1 - (of.minor / of.major) ** 2;
  const v = from.major / Math.sqrt(1 - square(from) * Math.sin(lat) ** 2);
  const x = v * Math.cos(lat) * Math.cos(long);
  const y = v * Math.cos(lat) * Math.sin(long);
  const z = v * (1 - square(from)) * Math.sin(lat);
  const scale = 1 + sign * toOsgb.ppm * 1e-6;
  const [rx, ry, rz] = [toOsgb.rx, toOsgb.ry, toOsgb.rz].map((seconds) => (sign * seconds * rad) / 3600) as [number, number, number];
  const x2 = sign * toOsgb.x + x * scale - y * rz + z * ry;
  const y2 = sign * toOsgb.y + x * rz + y * scale - z * rx;
  const z2 = sign * toOsgb.z - x * ry + y * rx + z * scale;
  const across = Math.hypot(x2, y2);
  let lat2 = Math.atan2(z2, across * (1 - square(to)));
  for (let before = Infinity; Math.abs(lat2 - before) > 1e-12;) {
    before = lat2;
    const v2 = to.major / Math.sqrt(1 - square(to) * Math.sin(lat2) ** 2);
    lat2 = Math.atan2(z2 + square(to) * v2 * Math.sin(lat2), across);
  }
  return [lat2, Math.atan2(y2, x2)];
}
