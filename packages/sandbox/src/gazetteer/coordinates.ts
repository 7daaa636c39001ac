/**
 * National Grid eastings and northings (OSGB36, EPSG:27700) and WGS84 latitude and longitude (EPSG:4326), by the formulae of Ordnance
 * Survey's "A guide to coordinate systems in Great Britain", annexes B and C: a transverse Mercator projection of the Airy 1830 ellipsoid and
 * a Helmert transformation. The Helmert is good to about 5 metres; the metre-perfect OSTN15 needs a grid of 30 MB.
 */

/** Metres on the National Grid. */
export interface GridPosition {
  easting: number;
  northing: number;
}

/** Degrees. */
export interface Position {
  latitude: number;
  longitude: number;
}

interface Ellipsoid {
  a: number;
  b: number;
}

const airy1830: Ellipsoid = { a: 6_377_563.396, b: 6_356_256.909 };
const wgs84: Ellipsoid = { a: 6_378_137, b: 6_356_752.314_245 };

/** The projection of the National Grid: scale on the central meridian, true origin, and its coordinates. */
const grid = { scale: 0.999_601_271_7, latitude: radians(49), longitude: radians(-2), easting: 400_000, northing: -100_000 };

/** OSGB36 to WGS84; the other way, every sign is the other. Metres, parts per million, seconds of arc. */
const helmert = { x: 446.448, y: -125.157, z: 542.06, scale: -20.4894, rx: 0.1502, ry: 0.247, rz: 0.8421 };

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** A position on the National Grid as WGS84, within about 5 metres. */
export function toWgs84(position: GridPosition): Position {
  const onAiry = unproject(position);
  return shift(onAiry, airy1830, wgs84, 1);
}

/** A WGS84 position on the National Grid, within about 5 metres. */
export function toGrid(position: Position): GridPosition {
  return project(shift(position, wgs84, airy1830, -1));
}

/** The length of the meridian from the true origin to a latitude. */
function meridian(latitude: number): number {
  const { a, b } = airy1830;
  const n = (a - b) / (a + b);
  const difference = latitude - grid.latitude;
  const sum = latitude + grid.latitude;
  return (
    b *
    grid.scale *
    ((1 + n + (5 / 4) * n ** 2 + (5 / 4) * n ** 3) * difference -
      (3 * n + 3 * n ** 2 + (21 / 8) * n ** 3) * Math.sin(difference) * Math.cos(sum) +
      ((15 / 8) * n ** 2 + (15 / 8) * n ** 3) * Math.sin(2 * difference) * Math.cos(2 * sum) -
      (35 / 24) * n ** 3 * Math.sin(3 * difference) * Math.cos(3 * sum))
  );
}

function curvature(latitude: number): { nu: number; rho: number; eta2: number } {
  const { a, b } = airy1830;
  const e2 = 1 - (b * b) / (a * a);
  const s2 = 1 - e2 * Math.sin(latitude) ** 2;
  const nu = (a * grid.scale) / Math.sqrt(s2);
  const rho = (a * grid.scale * (1 - e2)) / (s2 * Math.sqrt(s2));
  return { nu, rho, eta2: nu / rho - 1 };
}

/** Latitude and longitude on the Airy ellipsoid to the grid. */
export function project(position: Position): GridPosition {
  const latitude = radians(position.latitude);
  const { nu, rho, eta2 } = curvature(latitude);
  const sin = Math.sin(latitude);
  const cos = Math.cos(latitude);
  const tan2 = Math.tan(latitude) ** 2;
  const p = radians(position.longitude) - grid.longitude;
  const i = meridian(latitude) + grid.northing;
  const ii = (nu / 2) * sin * cos;
  const iii = (nu / 24) * sin * cos ** 3 * (5 - tan2 + 9 * eta2);
  const iiia = (nu / 720) * sin * cos ** 5 * (61 - 58 * tan2 + tan2 ** 2);
  const iv = nu * cos;
  const v = (nu / 6) * cos ** 3 * (nu / rho - tan2);
  const vi = (nu / 120) * cos ** 5 * (5 - 18 * tan2 + tan2 ** 2 + 14 * eta2 - 58 * tan2 * eta2);
  return {
    easting: grid.easting + iv * p + v * p ** 3 + vi * p ** 5,
    northing: i + ii * p ** 2 + iii * p ** 4 + iiia * p ** 6,
  };
}

/** The grid to latitude and longitude on the Airy ellipsoid. */
export function unproject({ easting, northing }: GridPosition): Position {
  const { a } = airy1830;
  let latitude = grid.latitude + (northing - grid.northing) / (a * grid.scale);
  // It closes in by a factor of about a thousand each time; Ordnance Survey stops at a hundredth of a millimetre.
  for (let round = 0; round < 10; round += 1) {
    const left = northing - grid.northing - meridian(latitude);
    if (Math.abs(left) < 0.000_01) break;
    latitude += left / (a * grid.scale);
  }
  const { nu, rho, eta2 } = curvature(latitude);
  const tan = Math.tan(latitude);
  const tan2 = tan ** 2;
  const sec = 1 / Math.cos(latitude);
  const e = easting - grid.easting;
  const vii = tan / (2 * rho * nu);
  const viii = (tan / (24 * rho * nu ** 3)) * (5 + 3 * tan2 + eta2 - 9 * tan2 * eta2);
  const ix = (tan / (720 * rho * nu ** 5)) * (61 + 90 * tan2 + 45 * tan2 ** 2);
  const x = sec / nu;
  const xi = (sec / (6 * nu ** 3)) * (nu / rho + 2 * tan2);
  const xii = (sec / (120 * nu ** 5)) * (5 + 28 * tan2 + 24 * tan2 ** 2);
  const xiia = (sec / (5040 * nu ** 7)) * (61 + 662 * tan2 + 1320 * tan2 ** 2 + 720 * tan2 ** 3);
  return {
    latitude: degrees(latitude - vii * e ** 2 + viii * e ** 4 - ix * e ** 6),
    longitude: degrees(grid.longitude + x * e - xi * e ** 3 + xii * e ** 5 - xiia * e ** 7),
  };
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}

/** From one ellipsoid to the other at sea level; `direction` is 1 from OSGB36 to WGS84, -1 back. */
function shift(position: Position, from: Ellipsoid, to: Ellipsoid, direction: 1 | -1): Position {
  const latitude = radians(position.latitude);
  const longitude = radians(position.longitude);
  const e2 = 1 - (from.b * from.b) / (from.a * from.a);
  const nu = from.a / Math.sqrt(1 - e2 * Math.sin(latitude) ** 2);
  const x1 = nu * Math.cos(latitude) * Math.cos(longitude);
  const y1 = nu * Math.cos(latitude) * Math.sin(longitude);
  const z1 = nu * (1 - e2) * Math.sin(latitude);
  const s = 1 + (direction * helmert.scale) / 1e6;
  const rx = direction * radians(helmert.rx / 3600);
  const ry = direction * radians(helmert.ry / 3600);
  const rz = direction * radians(helmert.rz / 3600);
  const x = direction * helmert.x + s * x1 - rz * y1 + ry * z1;
  const y = direction * helmert.y + rz * x1 + s * y1 - rx * z1;
  const z = direction * helmert.z - ry * x1 + rx * y1 + s * z1;
  const e2To = 1 - (to.b * to.b) / (to.a * to.a);
  const p = Math.hypot(x, y);
  let result = Math.atan2(z, p * (1 - e2To));
  for (let round = 0; round < 4; round += 1) {
    const nuTo = to.a / Math.sqrt(1 - e2To * Math.sin(result) ** 2);
    result = Math.atan2(z + e2To * nuTo * Math.sin(result), p);
  }
  return { latitude: degrees(result), longitude: degrees(Math.atan2(y, x)) };
}
