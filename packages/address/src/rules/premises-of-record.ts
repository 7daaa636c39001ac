/** The parts of an address from each kind of record. */
import { withoutShouting } from './capitals.ts';
import type { DpaRecord, LpiRecord } from './os-record.ts';
import type { Premises } from './premises.ts';

const written = (text: string | undefined): string | undefined => (text === undefined || text === '' ? undefined : withoutShouting(text));

/** Royal Mail's record. */
export function premisesOfDpa(record: DpaRecord): Premises {
  return {
    organisation: written(record.ORGANISATION_NAME),
    department: written(record.DEPARTMENT_NAME),
    poBox: record.PO_BOX_NUMBER === '' ? undefined : record.PO_BOX_NUMBER,
    unit: written(record.SUB_BUILDING_NAME),
    ...nameAndNumber(written(record.BUILDING_NAME), record.BUILDING_NUMBER === '' ? undefined : record.BUILDING_NUMBER),
    dependentStreet: written(record.DEPENDENT_THOROUGHFARE_NAME),
    street: written(record.THOROUGHFARE_NAME),
    dependentLocality: written(record.DOUBLE_DEPENDENT_LOCALITY),
    locality: written(record.DEPENDENT_LOCALITY),
    town: written(record.POST_TOWN) ?? '',
    postcode: record.POSTCODE ?? '',
  };
}

/**
 * Royal Mail keeps "12A" and "1-3" as names, and "Heron Court 12A" too where the number would be one: the number at the end belongs to the
 * street (exception iv of its rules; not after "Unit" and the like).
 */
function nameAndNumber(name: string | undefined, number: string | undefined): { name?: string; number?: string } {
  if (name === undefined || number !== undefined) return { name, number };
  const found = /^(?:(.*\D)\s+)?(\d+[A-Z]?(?:\s*[-–]\s*\d+[A-Z]?)?)$/i.exec(name);
  if (!found?.[2]) return { name };
  const [, beforeIt, end] = found;
  const before = beforeIt?.replace(/,\s*$/, '');
  if (before === undefined) return { number: end };
  // "Unit 3", "Flat 2", "Back of 12": the number is the name's own.
  return /-|[A-Z]$/i.test(end) &&
    !/^(back of|block|blocks|building|maisonette|maisonettes|rear of|shop|shops|stall|stalls|suite|suites|unit|units|flat|flats)$/i.test(
      before.trim(),
    )
    ? { name: before.trim(), number: end }
    : { name };
}

/** The local authority's record. A village that Royal Mail knows under its post town is a town here. */
export function premisesOfLpi(record: LpiRecord): Premises {
  const secondary = range(record.SAO_START_NUMBER, record.SAO_START_SUFFIX, record.SAO_END_NUMBER, record.SAO_END_SUFFIX);
  const primary = range(record.PAO_START_NUMBER, record.PAO_START_SUFFIX, record.PAO_END_NUMBER, record.PAO_END_SUFFIX);
  const unit = [written(record.SAO_TEXT), secondary].filter(Boolean).join(' ');
  return {
    organisation: written(record.ORGANISATION),
    unit: unit === '' ? undefined : unit,
    name: written(record.PAO_TEXT),
    number: primary === '' ? undefined : primary,
    street: written(record.STREET_DESCRIPTION),
    locality: written(record.LOCALITY_NAME),
    town: written(record.TOWN_NAME) ?? written(record.ADMINISTRATIVE_AREA) ?? '',
    postcode: record.POSTCODE_LOCATOR ?? '',
  };
}

function range(start = '', startSuffix = '', end = '', endSuffix = ''): string {
  const from = start === '' || start === '0' ? '' : `${start}${startSuffix.toUpperCase()}`;
  const to = end === '' || end === '0' ? '' : `${end}${endSuffix.toUpperCase()}`;
  return to === '' ? from : `${from}-${to}`;
}
