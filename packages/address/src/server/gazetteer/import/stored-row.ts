/** A row of the gazetteer as it is kept: what its street has in common apart, what a question asks for in columns. */
import { foldText } from '@council-kit/core';
import { listedAddress } from '../../../rules/listed-address.ts';
import { cellOf } from '../cell.ts';
import { outwardKey, propertyColumns, streetColumns, type GazetteerRow } from '../columns.ts';
import { recordsOf } from '../records.ts';

export interface StoredRow {
  /** JSON. */
  readonly street: string;
  /** JSON of the names that people know it by, for the search; undefined where it has a number alone. */
  readonly names: string | undefined;
  readonly uprn: number;
  readonly postcode: string;
  readonly numberStart: number | null;
  readonly numberEnd: number | null;
  readonly unitNumber: number | null;
  readonly cell: number | null;
  readonly listed: 0 | 1;
  /** JSON. */
  readonly record: string;
}

export function storedRow(row: GazetteerRow): StoredRow {
  const listed = listedAddress(recordsOf(row), 'en', (code) => ({ code })) !== undefined;
  const [start, end] = houseNumber(row);
  const latitude = Number(row.LATITUDE);
  const longitude = Number(row.LONGITUDE);
  const postcode = row.POSTCODE ?? row.POSTCODE_LOCATOR ?? '';
  return {
    street: pick(row, streetColumns, postcode.split(' ')[0]),
    names: listed ? namesOf(row) : undefined,
    uprn: Number(row.UPRN),
    postcode: postcode.replace(' ', ''),
    numberStart: start,
    numberEnd: end,
    unitNumber: unitNumber(row),
    cell: row.LATITUDE === undefined || row.LONGITUDE === undefined ? null : cellOf({ latitude, longitude }),
    listed: listed ? 1 : 0,
    record: pick(row, propertyColumns),
  };
}

function pick(row: GazetteerRow, columns: readonly (keyof GazetteerRow)[], outward?: string): string {
  const picked: Record<string, string> = {};
  for (const column of columns) {
    const value = row[column];
    if (value !== undefined) picked[column] = value;
  }
  if (outward) picked[outwardKey] = outward;
  return JSON.stringify(picked);
}

function houseNumber(row: GazetteerRow): [number | null, number | null] {
  if (row.PAO_START_NUMBER !== undefined) {
    const start = Number(row.PAO_START_NUMBER);
    return [start, Number(row.PAO_END_NUMBER ?? start)];
  }
  // Royal Mail's alone, or a house named "1812": what people would type is a number.
  const found = /^(\d{1,6})[A-Z]?(?:\s*-\s*(\d{1,6})[A-Z]?)?$/i.exec(row.BUILDING_NUMBER ?? row.BUILDING_NAME ?? row.PAO_TEXT ?? '');
  return found ? [Number(found[1]), Number(found[2] ?? found[1])] : [null, null];
}

function unitNumber(row: GazetteerRow): number | null {
  const found = row.SAO_START_NUMBER ?? /\d{1,6}/.exec(row.SAO_TEXT ?? row.SUB_BUILDING_NAME ?? '')?.[0];
  return found === undefined ? null : Number(found);
}

function namesOf(row: GazetteerRow): string | undefined {
  const buildingName = row.BUILDING_NAME?.replace(/,?\s*\d+[A-Z]?(-\d+[A-Z]?)?$/i, '');
  const names = [
    row.PAO_TEXT,
    row.ALT_LANGUAGE_PAO_TEXT,
    buildingName,
    row.LA_ORGANISATION,
    row.RM_ORGANISATION_NAME,
    row.PO_BOX_NUMBER && `PO Box ${row.PO_BOX_NUMBER}`,
  ];
  const plain = new Set(names.map((name) => foldText(name ?? '')).filter((name) => name !== ''));
  return plain.size === 0 ? undefined : JSON.stringify([...plain]);
}
