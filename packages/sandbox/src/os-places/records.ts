import type { Address } from '../gazetteer/address.ts';
import { isoDate, postalCode } from '../gazetteer/csv.ts';
import { hasWelshLocal, localAddress, lpiKey } from '../gazetteer/local.ts';
import { hasWelshPost, postalAddress, type Language } from '../gazetteer/postal.ts';
import { classifications, postalCodes, propertyStates, statuses } from './descriptions.ts';
import { fromPlace, type Dataset, type Query, type Srs } from './parameters.ts';

/** One result before it is written out: an address as one of its bodies writes it, in one language. */
export interface OsRecord {
  readonly address: Address;
  readonly dataset: Dataset;
  readonly language: Language;
  /** The single line. */
  readonly line: string;
  /** LPI only: 3 where the building goes by another name. */
  readonly lpiStatus: number;
}

/** The fields of a result, in OS Places' own names and order; empty ones are absent. */
export type OsFields = Record<string, string | number>;

/** Everything that OS Places holds of an address, as far as the question's datasets and languages go: one record for each. */
export function recordsOf(address: Address, dataset: Dataset, languages: readonly Language[]): OsRecord[] {
  if (address.status === 9) return [];
  if (dataset === 'DPA') {
    return languages
      .filter((language) => language === 'en' || hasWelshPost(address))
      .map((language) => ({ address, dataset, language, line: dpaLine(address, language), lpiStatus: address.status }))
      .filter((record) => record.line !== '');
  }
  return languages
    .filter((language) => language === 'en' || hasWelshLocal(address))
    .flatMap((language) => [
      { address, dataset, language, line: lpiLine(address, language), lpiStatus: address.status },
      ...(address.alternative ? [{ address, dataset, language, line: lpiLine(address, language, true), lpiStatus: 3 }] : []),
    ]);
}

const inOrder = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(', ');

function dpaLine(address: Address, language: Language): string {
  const post = postalAddress(address, language);
  if (!post) return '';
  return inOrder([
    post.departmentName,
    post.organisationName,
    post.poBox && `PO BOX ${post.poBox}`,
    post.subBuildingName,
    post.buildingName,
    post.buildingNumber,
    post.dependentThoroughfareName,
    post.thoroughfareName,
    post.doubleDependentLocality,
    post.dependentLocality,
    post.postTown,
    post.postcode,
  ]);
}

function lpiLine(address: Address, language: Language, isAlternative = false): string {
  const local = localAddress(address, language, isAlternative ? address.alternative : undefined);
  return inOrder([
    address.organisation?.toUpperCase() ?? '',
    local.saoText,
    local.saoNumber,
    local.paoText,
    local.paoNumber,
    local.streetDescription,
    local.localityName,
    local.townName,
    local.administrativeArea,
    address.postcode,
  ]);
}

/** Whether a record passes every filter. Status filters hold for the side that they are about. */
export function passes(record: OsRecord, filters: Query['filters']): boolean {
  return filters.every(({ field, values }) => {
    const own = fieldOf(record, field);
    return values.some((value) => (value.endsWith('*') ? own.startsWith(value.slice(0, -1)) : own === value));
  });
}

function fieldOf({ address, lpiStatus }: OsRecord, field: Query['filters'][number]['field']): string {
  switch (field) {
    case 'CLASSIFICATION_CODE':
      return address.classification;
    case 'LOGICAL_STATUS_CODE':
      return String(address.status);
    case 'LPI_LOGICAL_STATUS_CODE':
      return String(lpiStatus);
    case 'COUNTRY_CODE':
      return 'W';
    case 'LOCAL_CUSTODIAN_CODE':
      return String(address.custodian.custodianCode);
  }
}

/** A record as a result. */
export function writeRecord(record: OsRecord, outputSrs: Srs, match: { score: number; description: string }): Record<string, OsFields> {
  const fields = record.dataset === 'DPA' ? dpaFields(record) : lpiFields(record);
  const { address } = record;
  const all: OsFields = {
    UPRN: address.uprn,
    ...fields,
    RPC: address.status === 6 ? '3' : '1',
    X_COORDINATE: address.easting,
    Y_COORDINATE: address.northing,
    ...(outputSrs === 27700 ? {} : fromPlace(address, outputSrs)),
    STATUS: statuses[address.status] ?? '',
    LOGICAL_STATUS_CODE: String(address.status),
    CLASSIFICATION_CODE: address.classification,
    CLASSIFICATION_CODE_DESCRIPTION: classifications[address.classification] ?? '',
    LOCAL_CUSTODIAN_CODE: address.custodian.custodianCode,
    LOCAL_CUSTODIAN_CODE_DESCRIPTION: address.custodian.area.en,
    COUNTRY_CODE: 'W',
    COUNTRY_CODE_DESCRIPTION: 'This record is within Wales',
    POSTAL_ADDRESS_CODE: postalCode(address),
    POSTAL_ADDRESS_CODE_DESCRIPTION: postalCodes[postalCode(address)] ?? '',
    BLPU_STATE_CODE: String(address.state),
    BLPU_STATE_CODE_DESCRIPTION: propertyStates[address.state] ?? '',
    TOPOGRAPHY_LAYER_TOID: `osgb${address.uprn.padStart(16, '5')}`,
    PARENT_UPRN: address.parent?.uprn ?? '',
    WARD_CODE: address.ward.code,
    PARISH_CODE: address.ward.parishCode,
    LAST_UPDATE_DATE: dayMonthYear(address.updated),
    ENTRY_DATE: dayMonthYear(address.entered),
    BLPU_STATE_DATE: dayMonthYear(address.updated),
    ...(record.dataset === 'LPI'
      ? {
          STREET_STATE_CODE: '2',
          STREET_STATE_CODE_DESCRIPTION: 'Open',
          STREET_CLASSIFICATION_CODE: '8',
          STREET_CLASSIFICATION_CODE_DESCRIPTION: 'All vehicles',
          LPI_LOGICAL_STATUS_CODE: String(record.lpiStatus),
          LPI_LOGICAL_STATUS_CODE_DESCRIPTION: statuses[record.lpiStatus] ?? '',
        }
      : {}),
    LANGUAGE: record.language.toUpperCase(),
    MATCH: match.score,
    MATCH_DESCRIPTION: match.description,
    ...(record.dataset === 'DPA' ? { DELIVERY_POINT_SUFFIX: address.deliveryPointSuffix ?? '' } : {}),
  };
  return { [record.dataset]: Object.fromEntries(Object.entries(all).filter(([, value]) => value !== '')) };
}

function dpaFields({ address, language, line }: OsRecord): OsFields {
  const post = postalAddress(address, language);
  if (!post) return {};
  return {
    UDPRN: address.udprn ?? '',
    ADDRESS: line,
    PO_BOX_NUMBER: post.poBox,
    ORGANISATION_NAME: post.organisationName,
    DEPARTMENT_NAME: post.departmentName,
    SUB_BUILDING_NAME: post.subBuildingName,
    BUILDING_NAME: post.buildingName,
    BUILDING_NUMBER: post.buildingNumber,
    DEPENDENT_THOROUGHFARE_NAME: post.dependentThoroughfareName,
    THOROUGHFARE_NAME: post.thoroughfareName,
    DOUBLE_DEPENDENT_LOCALITY: post.doubleDependentLocality,
    DEPENDENT_LOCALITY: post.dependentLocality,
    POST_TOWN: post.postTown,
    POSTCODE: post.postcode,
  };
}

function lpiFields({ address, language, line, lpiStatus }: OsRecord): OsFields {
  const isAlternative = lpiStatus === 3;
  const local = localAddress(address, language, isAlternative ? address.alternative : undefined);
  const { primary, secondary, street } = address;
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    ADDRESS: line,
    USRN: street.usrn,
    LPI_KEY: lpiKey(address, language, isAlternative),
    ORGANISATION: address.organisation?.toUpperCase() ?? '',
    SAO_START_NUMBER: number(secondary?.start),
    SAO_START_SUFFIX: secondary?.startSuffix ?? '',
    SAO_END_NUMBER: number(secondary?.end),
    SAO_END_SUFFIX: secondary?.endSuffix ?? '',
    SAO_TEXT: local.saoText,
    PAO_START_NUMBER: number(primary.start),
    PAO_START_SUFFIX: primary.startSuffix ?? '',
    PAO_END_NUMBER: number(primary.end),
    PAO_END_SUFFIX: primary.endSuffix ?? '',
    PAO_TEXT: local.paoText,
    STREET_DESCRIPTION: local.streetDescription,
    LOCALITY_NAME: local.localityName,
    TOWN_NAME: local.townName,
    ADMINISTRATIVE_AREA: local.administrativeArea,
    POSTCODE_LOCATOR: address.postcode,
  };
}

function dayMonthYear(day: number): string {
  const [year, month, date] = isoDate(day).split('-');
  return `${date}/${month}/${year}`;
}
