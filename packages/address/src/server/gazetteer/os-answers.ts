/** OS Places' answers from the council's own gazetteer, for a council that has no key. */
import { readPostcode } from '@council-kit/core';
import type { DpaRecord, LpiRecord } from '../../rules/os-record.ts';
import { addressProblem } from '../problems.ts';
import type { OsAnswer, OsResource } from '../os-places/os-places.ts';
import { metresBetween } from './cell.ts';
import type { Gazetteer, StoredProperty } from './gazetteer.ts';
import { gridOf, positionOf } from './national-grid.ts';
import { recordsOf } from './records.ts';
import type { AddressSearch } from './search/search.ts';

type Dataset = 'DPA' | 'LPI';
type Fields = Record<string, string | number>;

class BadRequest extends Error {}

export class GazetteerAsOsPlaces {
  readonly #gazetteer: Gazetteer;
  readonly #search: AddressSearch;

  constructor(gazetteer: Gazetteer, search: AddressSearch) {
    this.#gazetteer = gazetteer;
    this.#search = search;
  }

  async answer(resource: OsResource, parameters: readonly (readonly [string, string])[], uri: string): Promise<OsAnswer> {
    try {
      return { status: 200, body: await this.#answer(resource, parameters, uri) };
    } catch (error) {
      if (error instanceof BadRequest) return { status: 400, body: { error: { statuscode: 400, message: error.message } } };
      throw error;
    }
  }

  async #answer(resource: OsResource, parameters: readonly (readonly [string, string])[], uri: string): Promise<object> {
    const first = (name: string): string | undefined => parameters.find(([key, value]) => key === name && value.trim() !== '')?.[1].trim();
    const offset = wholeNumber('offset', first('offset'), 0, 999_999, 0);
    const maxresults = wholeNumber('maxresults', first('maxresults'), 1, 100, 100);
    const datasets = listOf<Dataset>('dataset', first('dataset') ?? 'DPA', ['DPA', 'LPI']);
    const languages = listOf<'EN' | 'CY'>('lr', first('lr') ?? 'EN,CY', ['EN', 'CY']);
    const outputSrs = systemOf('output_srs', first('output_srs'));
    const [name, value] = question(resource, first);
    const properties = await this.#properties(resource, value, first);
    const records = properties.flatMap((property) => fieldsOf(property, datasets, languages, outputSrs));
    const filtered = records.filter(({ fields }) =>
      parameters.filter(([key]) => key === 'fq').every(([, filter]) => passes(fields, filter)),
    );
    // As there: all of one dataset before the other, letter by letter; by words and distance as they were found.
    const inOrder =
      resource === 'postcode' || resource === 'uprn' || resource === 'bbox'
        ? datasets.flatMap((dataset) =>
            filtered
              .filter((one) => one.dataset === dataset)
              .sort((a, b) => (String(a.fields['ADDRESS']) < String(b.fields['ADDRESS']) ? -1 : 1)),
          )
        : filtered;
    const found = resource === 'nearest' ? inOrder.filter(({ fields }) => fields['UPRN'] === inOrder[0]?.fields['UPRN']) : inOrder;
    const page = found.slice(offset, offset + maxresults);
    return {
      header: {
        uri,
        query: `${name}=${value}`,
        offset,
        totalresults: found.length,
        format: 'JSON',
        dataset: datasets.join(','),
        lr: languages.join(','),
        maxresults,
        output_srs: first('output_srs')?.toUpperCase() ?? 'EPSG:27700',
      },
      ...(page.length > 0 && { results: page.map(({ dataset, fields }) => ({ [dataset]: fields })) }),
    };
  }

  async #properties(resource: OsResource, value: string, first: (name: string) => string | undefined): Promise<StoredProperty[]> {
    const load = await this.#gazetteer.current();
    if (load === undefined) throw addressProblem.notLoaded();
    switch (resource) {
      case 'postcode': {
        const postcode = readPostcode(value);
        if (!postcode)
          throw new BadRequest(
            `Requested postcode must contain a minimum of the sector plus 1 digit of the district e.g. SO1. Requested postcode was ${value}`,
          );
        return this.#gazetteer.byPostcode(load, postcode.outward + postcode.inward);
      }
      case 'uprn': {
        if (!/^\d{1,12}$/.test(value))
          throw new BadRequest(`Requested UPRN must be a number of up to 12 digits. Requested UPRN was ${value}`);
        const property = await this.#gazetteer.byUprn(load, String(Number(value)));
        return property ? [property] : [];
      }
      case 'find':
        return this.#search.find(load, value.slice(0, 200), 100);
      case 'nearest':
      case 'radius': {
        const [x = 0, y = 0] = numbersOf('point', value, 2);
        const position = systemOf('srs', first('srs')) === 27700 ? positionOf({ easting: x, northing: y }) : { latitude: x, longitude: y };
        const radius = Number(first('radius') ?? 100);
        if (!(radius > 0 && radius <= 1000)) throw new BadRequest('Parameter radius has an invalid value. Allowed: 0.01 to 1000');
        const metres = ({ row }: StoredProperty): number =>
          metresBetween({ latitude: Number(row.LATITUDE), longitude: Number(row.LONGITUDE) }, position);
        const near = await this.#gazetteer.near(load, position);
        return near.filter((one) => metres(one) <= Math.min(radius, 100)).sort((a, b) => metres(a) - metres(b));
      }
      case 'bbox':
        throw new BadRequest('The gazetteer does not answer bbox. Use radius.');
    }
  }
}

const parameterOf: Readonly<Record<OsResource, string>> = {
  find: 'query',
  postcode: 'postcode',
  uprn: 'uprn',
  nearest: 'point',
  radius: 'point',
  bbox: 'bbox',
};

function question(resource: OsResource, first: (name: string) => string | undefined): [string, string] {
  const name = parameterOf[resource];
  const value = first(name);
  if (value === undefined) throw new BadRequest(`No ${name} parameter provided.`);
  return [name, value];
}

function wholeNumber(name: string, given: string | undefined, least: number, most: number, otherwise: number): number {
  if (given === undefined) return otherwise;
  const value = /^\d{1,9}$/.test(given) ? Number(given) : NaN;
  if (!(value >= least && value <= most))
    throw new BadRequest(`Parameter ${name} has an invalid value of '${given}'. Allowed: ${least} to ${most}`);
  return value;
}

function listOf<Value extends string>(name: string, given: string, allowed: readonly Value[]): Value[] {
  const values = given
    .toUpperCase()
    .split(',')
    .map((value) => value.trim());
  if (!values.every((value): value is Value => (allowed as readonly string[]).includes(value))) {
    throw new BadRequest(`Parameter ${name} has an invalid value of '${given}'. Allowed: ${allowed.join(', ')}`);
  }
  return [...new Set(values)] as Value[];
}

function systemOf(name: string, given: string | undefined): 27700 | 4326 {
  const system = { 'EPSG:27700': 27700, BNG: 27700, 'EPSG:4326': 4326, WGS84: 4326, 'EPSG:4258': 4326 }[
    given?.toUpperCase() ?? 'EPSG:27700'
  ];
  if (system === undefined)
    throw new BadRequest(`Parameter ${name} has an invalid value of '${given ?? ''}'. Allowed: EPSG:27700, EPSG:4326`);
  return system as 27700 | 4326;
}

function numbersOf(name: string, given: string, count: number): number[] {
  const numbers = given.split(',').map((part) => (/^\s*-?\d{1,9}(\.\d{1,15})?\s*$/.test(part) ? Number(part) : NaN));
  if (numbers.length !== count || numbers.some(Number.isNaN)) throw new BadRequest(`Parameter ${name} has an invalid value of '${given}'`);
  return numbers;
}

/** `CLASSIFICATION_CODE:RD* CLASSIFICATION_CODE:CR08`: any of them, a star for any ending. */
function passes(fields: Fields, filter: string): boolean {
  return filter
    .trim()
    .split(/\s+/)
    .some((part) => {
      const [name = '', value = ''] = part.toUpperCase().split(':');
      const own = String(fields[name] ?? '').toUpperCase();
      return value.endsWith('*') ? own.startsWith(value.slice(0, -1)) : own === value;
    });
}

function fieldsOf(
  property: StoredProperty,
  datasets: readonly Dataset[],
  languages: readonly string[],
  outputSrs: 27700 | 4326,
): { dataset: Dataset; fields: Fields }[] {
  const { dpa, lpi } = recordsOf(property.row);
  return datasets.flatMap((dataset) =>
    (dataset === 'DPA' ? dpa : lpi)
      .filter(({ LANGUAGE }) => languages.includes(LANGUAGE ?? 'EN'))
      .map((record) => ({ dataset, fields: written(record, lineOf(dataset, record), outputSrs) })),
  );
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined && part !== '').join(', ');

function lineOf(dataset: Dataset, record: DpaRecord | LpiRecord): string {
  if (dataset === 'DPA') {
    const dpa = record as DpaRecord;
    return joined([
      dpa.DEPARTMENT_NAME,
      dpa.ORGANISATION_NAME,
      dpa.PO_BOX_NUMBER && `PO BOX ${dpa.PO_BOX_NUMBER}`,
      dpa.SUB_BUILDING_NAME,
      dpa.BUILDING_NAME,
      dpa.BUILDING_NUMBER,
      dpa.DEPENDENT_THOROUGHFARE_NAME,
      dpa.THOROUGHFARE_NAME,
      dpa.DOUBLE_DEPENDENT_LOCALITY,
      dpa.DEPENDENT_LOCALITY,
      dpa.POST_TOWN,
      dpa.POSTCODE,
    ]);
  }
  const lpi = record as LpiRecord;
  const range = (start?: string, startSuffix = '', end?: string, endSuffix = ''): string | undefined =>
    start && `${start}${startSuffix}${end === undefined ? '' : `-${end}${endSuffix}`}`;
  // Clients look for ", {ADMINISTRATIVE_AREA}" in it.
  return joined([
    lpi.ORGANISATION,
    lpi.SAO_TEXT,
    range(lpi.SAO_START_NUMBER, lpi.SAO_START_SUFFIX, lpi.SAO_END_NUMBER, lpi.SAO_END_SUFFIX),
    lpi.PAO_TEXT,
    range(lpi.PAO_START_NUMBER, lpi.PAO_START_SUFFIX, lpi.PAO_END_NUMBER, lpi.PAO_END_SUFFIX),
    lpi.STREET_DESCRIPTION,
    lpi.LOCALITY_NAME,
    lpi.TOWN_NAME,
    lpi.ADMINISTRATIVE_AREA,
    lpi.POSTCODE_LOCATOR,
  ]);
}

const statuses: Readonly<Record<string, string>> = {
  '1': 'APPROVED',
  '3': 'ALTERNATIVE',
  '5': 'CANDIDATE',
  '6': 'PROVISIONAL',
  '7': 'REJECTED (EXTERNAL)',
  '8': 'HISTORICAL',
  '9': 'REJECTED (INTERNAL)',
};

function written(record: DpaRecord | LpiRecord, line: string, outputSrs: 27700 | 4326): Fields {
  const { LAT, LNG, X_COORDINATE, Y_COORDINATE, MATCH: _match, ...rest } = record;
  const grid = X_COORDINATE === undefined && LAT !== undefined && LNG !== undefined ? gridOf({ latitude: LAT, longitude: LNG }) : undefined;
  const status = statuses[record.LOGICAL_STATUS_CODE ?? '1'] ?? '';
  const all: Record<string, string | number | undefined> = {
    ...rest,
    ADDRESS: line,
    X_COORDINATE: X_COORDINATE ?? (grid && Number(grid.easting.toFixed(2))),
    Y_COORDINATE: Y_COORDINATE ?? (grid && Number(grid.northing.toFixed(2))),
    ...(outputSrs === 4326 && { LNG, LAT }),
    STATUS: status,
    ...('LPI_LOGICAL_STATUS_CODE' in record && { LPI_LOGICAL_STATUS_CODE_DESCRIPTION: status }),
    MATCH: 1,
    MATCH_DESCRIPTION: 'EXACT',
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== '')) as Fields;
}
