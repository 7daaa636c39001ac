/** One row of the file: what it says, or what is wrong with it. */
import { readPostcode } from '@council-kit/core';
import { separatorProblem, valuesOf } from '@council-kit/gateway';
import { readUprn } from '../../../rules/uprn.ts';
import { columnNamed, type GazetteerColumn, type GazetteerRow } from '../columns.ts';
import { positionOf } from '../national-grid.ts';

export type ReadRow = { readonly row: GazetteerRow } | { readonly problem: string };

/** What can be done about a file of an older system, besides saving it again. */
export const otherwise = 'or import it with --encoding windows-1252';

/** The columns of the file in its own order; undefined for those that are not kept. */
export type Header = readonly (GazetteerColumn | undefined)[];

/** Great Britain, Northern Ireland and the Crown dependencies. */
const country = { latitude: [49.1, 61], longitude: [-9, 2.1], easting: [0, 700_000], northing: [0, 1_300_000] } as const;
const statuses = new Set(['1', '3', '5', '6', '7', '8', '9']);

/** @returns a sentence where the file is none of ours */
export function readHeader(line: string): Header | { readonly problem: string } {
  const separator = separatorProblem(line);
  if (separator !== undefined) return { problem: separator };
  const names = valuesOf(line.replace(/^\uFEFF/, ''));
  if ('problem' in names) return { problem: `Its first line must be the names of its columns, but ${names.problem}.` };
  const header = names.map(columnNamed);
  const twice = header.find((column, index) => column !== undefined && header.indexOf(column) !== index);
  if (twice) return { problem: `Two of its columns are ${twice}. Leave one of them out.` };
  const missing = [
    ...(header.includes('UPRN') ? [] : ['UPRN']),
    ...(header.some((column) => column === 'STREET_DESCRIPTION' || column === 'THOROUGHFARE') ? [] : ['STREET_DESCRIPTION']),
    ...(header.some((column) => column === 'POSTCODE' || column === 'POSTCODE_LOCATOR') ? [] : ['POSTCODE_LOCATOR']),
  ];
  if (missing.length === 0) return header;
  return {
    problem: `Its first line must be the names of its columns, among them ${missing.join(' and ')}. It is: ${line.slice(0, 120)}${line.length > 120 ? '…' : ''}`,
  };
}

/** Checks a line and reads it. Positions are completed: latitude and longitude from easting and northing. */
export function readRow(header: Header, line: string): ReadRow {
  const values = valuesOf(line);
  if ('problem' in values) return values;
  if (values.length !== header.length) return { problem: `it has ${values.length} values instead of ${header.length}` };
  const row: Partial<Record<GazetteerColumn, string>> = {};
  for (let index = 0; index < header.length; index += 1) {
    const column = header[index];
    const value = values[index]?.trim();
    if (column !== undefined && value !== undefined && value !== '') row[column] = value;
  }
  const uprn = readUprn(row.UPRN ?? '');
  if (uprn === undefined) return { problem: `UPRN must be 1 to 12 digits: ${shown(row.UPRN)}` };
  row.UPRN = uprn;
  // A text that some systems write for nothing.
  if (row.PARENT_UPRN !== undefined) {
    const parent = readUprn(row.PARENT_UPRN);
    if (parent === undefined && /[^0]/.test(row.PARENT_UPRN))
      return { problem: `PARENT_UPRN must be 1 to 12 digits: ${shown(row.PARENT_UPRN)}` };
    row.PARENT_UPRN = parent;
  }
  const problem = badPostcode(row) ?? badNumber(row) ?? badPosition(row);
  if (problem !== undefined) return { problem };
  if (row.LOGICAL_STATUS !== undefined && !statuses.has(row.LOGICAL_STATUS)) {
    return { problem: `LOGICAL_STATUS must be 1, 3, 5, 6, 7, 8 or 9: ${shown(row.LOGICAL_STATUS)}` };
  }
  if (
    row.STREET_DESCRIPTION === undefined &&
    row.THOROUGHFARE === undefined &&
    row.PAO_TEXT === undefined &&
    row.BUILDING_NAME === undefined &&
    row.POST_TOWN === undefined
  ) {
    return { problem: 'it names no street and no building' };
  }
  return { row: Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as GazetteerRow };
}

type Draft = Partial<Record<GazetteerColumn, string>>;

function badPostcode(row: Draft): string | undefined {
  for (const column of ['POSTCODE', 'POSTCODE_LOCATOR'] as const) {
    const given = row[column];
    if (given === undefined) continue;
    const read = readPostcode(given);
    if (!read) return `${column} is not a postcode: ${shown(given)}`;
    row[column] = read.text;
  }
  return undefined;
}

function badNumber(row: Draft): string | undefined {
  for (const column of ['PAO_START_NUMBER', 'PAO_END_NUMBER', 'SAO_START_NUMBER', 'SAO_END_NUMBER', 'LOCAL_CUSTODIAN_CODE'] as const) {
    const given = row[column];
    if (given === undefined) continue;
    if (!/^\d{1,6}$/.test(given)) return `${column} must be a number: ${shown(given)}`;
    // 0 is how some systems write that there is none.
    if (Number(given) === 0) row[column] = undefined;
    else row[column] = String(Number(given));
  }
  return undefined;
}

function badPosition(row: Draft): string | undefined {
  const read = (
    column: 'X_COORDINATE' | 'Y_COORDINATE' | 'LATITUDE' | 'LONGITUDE',
    [least, most]: readonly [number, number],
  ): number | string | undefined => {
    const given = row[column];
    if (given === undefined) return undefined;
    if (!/^-?\d+(\.\d+)?$/.test(given)) return `${column} must be a number: ${shown(given)}`;
    const value = Number(given);
    return value >= least && value <= most ? value : `${column} is outside the country: ${shown(given)}`;
  };
  const [easting, northing] = [read('X_COORDINATE', country.easting), read('Y_COORDINATE', country.northing)];
  const [latitude, longitude] = [read('LATITUDE', country.latitude), read('LONGITUDE', country.longitude)];
  for (const value of [easting, northing, latitude, longitude]) if (typeof value === 'string') return value;
  if ((easting === undefined) !== (northing === undefined)) return 'X_COORDINATE and Y_COORDINATE belong together';
  if ((latitude === undefined) !== (longitude === undefined)) return 'LATITUDE and LONGITUDE belong together';
  if (latitude === undefined && typeof easting === 'number' && typeof northing === 'number') {
    const position = positionOf({ easting, northing });
    row.LATITUDE = position.latitude.toFixed(7);
    row.LONGITUDE = position.longitude.toFixed(7);
  }
  return undefined;
}

const shown = (value: string | undefined): string => (value === undefined ? 'there is none' : JSON.stringify(value.slice(0, 40)));
