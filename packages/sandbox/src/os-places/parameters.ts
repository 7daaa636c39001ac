import { toGrid, toWgs84, type GridPosition } from '../gazetteer/coordinates.ts';
import type { Language } from '../gazetteer/postal.ts';

/** Which addresses: Royal Mail's, the council's. */
export type Dataset = 'DPA' | 'LPI';

/** A spatial reference system by its EPSG number. */
export type Srs = 27700 | 4326 | 3857 | 4258;

/** A condition of `fq`: the record's field must start with (or be) one of the values. */
export interface Filter {
  field: 'CLASSIFICATION_CODE' | 'LOGICAL_STATUS_CODE' | 'LPI_LOGICAL_STATUS_CODE' | 'COUNTRY_CODE' | 'LOCAL_CUSTODIAN_CODE';
  values: readonly string[];
}

/** A question's parameters, as every resource has them. */
export interface Query {
  maxresults: number;
  offset: number;
  /** In the order in which they were asked for. */
  datasets: readonly Dataset[];
  languages: readonly Language[];
  srs: Srs;
  outputSrs: Srs;
  /** As it was asked for, for the header. */
  outputSrsName: string;
  filters: readonly Filter[];
}

/** Why a question cannot be answered, in OS Places' own words where they are known. */
export interface BadRequest {
  badRequest: string;
}

const systems: Readonly<Record<string, Srs>> = {
  BNG: 27700,
  'EPSG:27700': 27700,
  WGS84: 4326,
  'EPSG:4326': 4326,
  'EPSG:3857': 3857,
  'EPSG:4258': 4258,
};

const filterFields = [
  'CLASSIFICATION_CODE',
  'LOGICAL_STATUS_CODE',
  'LPI_LOGICAL_STATUS_CODE',
  'COUNTRY_CODE',
  'LOCAL_CUSTODIAN_CODE',
] as const;

/** The parameters under lower-case names: OS Places takes them in any case. */
export class Parameters {
  readonly #pairs: readonly (readonly [string, string])[];

  constructor(search: URLSearchParams) {
    this.#pairs = [...search].map(([name, value]) => [name.toLowerCase(), value] as const);
  }

  /** The first value; undefined where it is absent or empty. */
  first(name: string): string | undefined {
    return this.#pairs.find(([key]) => key === name)?.[1].trim() || undefined;
  }

  /** Every value; `name[]` is another way to write several. */
  all(name: string): string[] {
    return this.#pairs.filter(([key]) => key === name || key === `${name}[]`).map(([, value]) => value);
  }
}

const notAllowed = (name: string, value: string, allowed: string): BadRequest => ({
  badRequest: `Parameter ${name} has an invalid value of '${value}'. Allowed: ${allowed}`,
});

/** Reads what every resource takes. */
export function readQuery(parameters: Parameters): Query | BadRequest {
  const whole = (name: string, given: string | undefined, least: number, most: number, otherwise: number): number | BadRequest => {
    if (given === undefined) return otherwise;
    const value = /^\d{1,9}$/.test(given) ? Number(given) : NaN;
    return value >= least && value <= most ? value : notAllowed(name, given, `${least} to ${most}`);
  };
  const format = parameters.first('format') ?? 'JSON';
  if (format.toUpperCase() !== 'JSON') return notAllowed('format', format, 'JSON (the test platform speaks no XML)');
  const maxresults = whole('maxresults', parameters.first('maxresults'), 1, 100, 100);
  if (typeof maxresults === 'object') return maxresults;
  const offset = whole('offset', parameters.first('offset'), 0, 999_999_999, 0);
  if (typeof offset === 'object') return offset;

  const dataset = parameters.first('dataset') ?? 'DPA';
  const datasets = dataset.toUpperCase().split(',');
  if (!datasets.every((one): one is Dataset => one === 'DPA' || one === 'LPI')) return notAllowed('dataset', dataset, 'DPA, LPI');
  const lr = parameters.first('lr') ?? 'EN,CY';
  const languages = lr.toUpperCase().split(',');
  if (!languages.every((one) => one === 'EN' || one === 'CY')) return notAllowed('lr', lr, 'EN, CY');

  const [srs, outputSrs] = (['srs', 'output_srs'] as const).map((name) => {
    const given = parameters.first(name) ?? 'EPSG:27700';
    return { name, given, value: systems[given.toUpperCase()] };
  });
  for (const one of [srs, outputSrs]) if (one && !one.value) return notAllowed(one.name, one.given, Object.keys(systems).join(', '));

  const filters: Filter[] = [];
  for (const given of parameters.all('fq')) {
    const filter = readFilter(given);
    if ('badRequest' in filter) return filter;
    filters.push(filter);
  }
  return {
    maxresults,
    offset,
    datasets: [...new Set(datasets)],
    languages: [...new Set(languages.map((one) => (one === 'CY' ? ('cy' as const) : ('en' as const))))],
    srs: srs?.value ?? 27700,
    outputSrs: outputSrs?.value ?? 27700,
    outputSrsName: outputSrs?.given.toUpperCase() ?? 'EPSG:27700',
    filters,
  };
}

/** `CLASSIFICATION_CODE:RD* CLASSIFICATION_CODE:CR08`: any of them, a star for any ending. */
function readFilter(given: string): Filter | BadRequest {
  const parts = given.trim().split(/\s+/);
  const values: string[] = [];
  let field: Filter['field'] | undefined;
  for (const part of parts) {
    const [name = '', value = ''] = part.split(':');
    const known = filterFields.find((one) => one === name.toUpperCase());
    if (!known || value === '' || (field && field !== known)) return { badRequest: `Parameter fq has an invalid value of '${given}'` };
    field = known;
    values.push(value.toUpperCase());
  }
  return field ? { field, values } : { badRequest: `Parameter fq has an invalid value of '${given}'` };
}

/** Numbers with commas between them, and how many. */
export function readNumbers(name: string, given: string | undefined, count: number): number[] | BadRequest {
  if (given === undefined) return { badRequest: `No ${name} parameter provided.` };
  const numbers = given.split(',').map((part) => (/^\s*-?\d{1,9}(\.\d{1,15})?\s*$/.test(part) ? Number(part) : NaN));
  return numbers.length === count && numbers.every((number) => Number.isFinite(number))
    ? numbers
    : { badRequest: `Parameter ${name} has an invalid value of '${given}'` };
}

/**
 * A pair of coordinates on the National Grid. WGS84 and its likes come as latitude, longitude, the order of the EPSG's definition, which is not
 * GeoJSON's; Web Mercator comes as x, y.
 */
export function toPlace([first = 0, second = 0]: readonly number[], srs: Srs): GridPosition {
  if (srs === 27700) return { easting: first, northing: second };
  if (srs === 3857) {
    const longitude = (first / mercatorRadius) * (180 / Math.PI);
    const latitude = (2 * Math.atan(Math.exp(second / mercatorRadius)) - Math.PI / 2) * (180 / Math.PI);
    return toGrid({ latitude, longitude });
  }
  return toGrid({ latitude: first, longitude: second });
}

const mercatorRadius = 6_378_137;

/** A place in the system asked for: degrees, or for Web Mercator metres under the same two names. */
export function fromPlace(place: GridPosition, srs: Exclude<Srs, 27700>): { LNG: number; LAT: number } {
  const { latitude, longitude } = toWgs84(place);
  if (srs !== 3857) return { LNG: Number(longitude.toFixed(7)), LAT: Number(latitude.toFixed(7)) };
  const x = mercatorRadius * longitude * (Math.PI / 180);
  const y = mercatorRadius * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return { LNG: Number(x.toFixed(2)), LAT: Number(y.toFixed(2)) };
}
