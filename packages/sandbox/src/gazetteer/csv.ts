import type { Address } from './address.ts';
import { nationalCustodian } from './borough.ts';
import { toWgs84 } from './coordinates.ts';
import { generateGazetteer, type GazetteerOptions } from './generate.ts';
import { hasWelshLocal, localAddress, lpiKey } from './local.ts';
import { hasWelshPost, postalAddress } from './postal.ts';

/**
 * The columns of the file: those of AddressBase Plus under their own names and in their own order, without the ones that are Ordnance
 * Survey's alone (TOIDs, cross references), and from LOGICAL_STATUS on a few that its Premium edition adds.
 */
export const gazetteerColumns = [
  'UPRN',
  'UDPRN',
  'STATE',
  'STATE_DATE',
  'CLASS',
  'PARENT_UPRN',
  'X_COORDINATE',
  'Y_COORDINATE',
  'LATITUDE',
  'LONGITUDE',
  'RPC',
  'LOCAL_CUSTODIAN_CODE',
  'COUNTRY',
  'LA_START_DATE',
  'LAST_UPDATE_DATE',
  'ENTRY_DATE',
  'RM_ORGANISATION_NAME',
  'LA_ORGANISATION',
  'DEPARTMENT_NAME',
  'SUB_BUILDING_NAME',
  'BUILDING_NAME',
  'BUILDING_NUMBER',
  'SAO_START_NUMBER',
  'SAO_START_SUFFIX',
  'SAO_END_NUMBER',
  'SAO_END_SUFFIX',
  'SAO_TEXT',
  'ALT_LANGUAGE_SAO_TEXT',
  'PAO_START_NUMBER',
  'PAO_START_SUFFIX',
  'PAO_END_NUMBER',
  'PAO_END_SUFFIX',
  'PAO_TEXT',
  'ALT_LANGUAGE_PAO_TEXT',
  'USRN',
  'LEVEL',
  'OFFICIAL_FLAG',
  'STREET_DESCRIPTION',
  'ALT_LANGUAGE_STREET_DESCRIPTOR',
  'DEPENDENT_THOROUGHFARE',
  'THOROUGHFARE',
  'WELSH_DEPENDENT_THOROUGHFARE',
  'WELSH_THOROUGHFARE',
  'DOUBLE_DEPENDENT_LOCALITY',
  'DEPENDENT_LOCALITY',
  'LOCALITY',
  'WELSH_DEPENDENT_LOCALITY',
  'WELSH_DOUBLE_DEPENDENT_LOCALITY',
  'TOWN_NAME',
  'ADMINISTRATIVE_AREA',
  'POST_TOWN',
  'WELSH_POST_TOWN',
  'POSTCODE',
  'POSTCODE_LOCATOR',
  'POSTCODE_TYPE',
  'DELIVERY_POINT_SUFFIX',
  'ADDRESSBASE_POSTAL',
  'PO_BOX_NUMBER',
  'WARD_CODE',
  'PARISH_CODE',
  'MULTI_OCC_COUNT',
  'ALT_LANGUAGE',
  'LOGICAL_STATUS',
  'LPI_KEY',
  'END_DATE',
  'ALT_LANGUAGE_LOCALITY',
  'ALT_LANGUAGE_TOWN_NAME',
  'ALT_LANGUAGE_ADMINISTRATIVE_AREA',
] as const;

/** A column of the file. */
export type GazetteerColumn = (typeof gazetteerColumns)[number];

/** An address as a row of the file, each value as it is before quoting. */
export function gazetteerRow(address: Address): Record<GazetteerColumn, string> {
  const { primary, secondary } = address;
  const local = localAddress(address, 'en');
  const localWelsh = hasWelshLocal(address) ? localAddress(address, 'cy') : undefined;
  const post = postalAddress(address, 'en');
  const postWelsh = post && hasWelshPost(address) ? postalAddress(address, 'cy') : undefined;
  const { latitude, longitude } = toWgs84(address);
  const number = (value: number | undefined): string => (value === undefined ? '' : String(value));
  /** A Welsh text where it is not the English one. */
  const other = (english: string, welsh: string | undefined): string => (welsh === undefined || welsh === english ? '' : welsh);
  return {
    UPRN: address.uprn,
    UDPRN: address.udprn ?? '',
    STATE: String(address.state),
    STATE_DATE: isoDate(address.updated),
    CLASS: address.classification,
    PARENT_UPRN: address.parent?.uprn ?? '',
    X_COORDINATE: address.easting.toFixed(2),
    Y_COORDINATE: address.northing.toFixed(2),
    LATITUDE: latitude.toFixed(7),
    LONGITUDE: longitude.toFixed(7),
    RPC: address.status === 6 ? '3' : '1',
    LOCAL_CUSTODIAN_CODE: String(address.custodian.custodianCode),
    COUNTRY: 'W',
    LA_START_DATE: isoDate(address.entered),
    LAST_UPDATE_DATE: isoDate(address.updated),
    ENTRY_DATE: isoDate(address.entered),
    RM_ORGANISATION_NAME: post?.organisationName ?? '',
    LA_ORGANISATION: address.organisation?.toUpperCase() ?? '',
    DEPARTMENT_NAME: post?.departmentName ?? '',
    SUB_BUILDING_NAME: post?.subBuildingName ?? '',
    BUILDING_NAME: post?.buildingName ?? '',
    BUILDING_NUMBER: post?.buildingNumber ?? '',
    SAO_START_NUMBER: number(secondary?.start),
    SAO_START_SUFFIX: secondary?.startSuffix ?? '',
    SAO_END_NUMBER: number(secondary?.end),
    SAO_END_SUFFIX: secondary?.endSuffix ?? '',
    SAO_TEXT: local.saoText,
    ALT_LANGUAGE_SAO_TEXT: other(local.saoText, localWelsh?.saoText),
    PAO_START_NUMBER: number(primary.start),
    PAO_START_SUFFIX: primary.startSuffix ?? '',
    PAO_END_NUMBER: number(primary.end),
    PAO_END_SUFFIX: primary.endSuffix ?? '',
    PAO_TEXT: local.paoText,
    ALT_LANGUAGE_PAO_TEXT: other(local.paoText, localWelsh?.paoText),
    USRN: address.street.usrn,
    LEVEL: address.level ?? '',
    OFFICIAL_FLAG: address.status === 1 ? 'Y' : 'N',
    STREET_DESCRIPTION: local.streetDescription,
    ALT_LANGUAGE_STREET_DESCRIPTOR: other(local.streetDescription, localWelsh?.streetDescription),
    DEPENDENT_THOROUGHFARE: post?.dependentThoroughfareName ?? '',
    THOROUGHFARE: post?.thoroughfareName ?? '',
    WELSH_DEPENDENT_THOROUGHFARE: other(post?.dependentThoroughfareName ?? '', postWelsh?.dependentThoroughfareName),
    WELSH_THOROUGHFARE: other(post?.thoroughfareName ?? '', postWelsh?.thoroughfareName),
    DOUBLE_DEPENDENT_LOCALITY: post?.doubleDependentLocality ?? '',
    DEPENDENT_LOCALITY: post?.dependentLocality ?? '',
    LOCALITY: local.localityName,
    WELSH_DEPENDENT_LOCALITY: other(post?.dependentLocality ?? '', postWelsh?.dependentLocality),
    WELSH_DOUBLE_DEPENDENT_LOCALITY: other(post?.doubleDependentLocality ?? '', postWelsh?.doubleDependentLocality),
    TOWN_NAME: local.townName,
    ADMINISTRATIVE_AREA: local.administrativeArea,
    POST_TOWN: post?.postTown ?? '',
    WELSH_POST_TOWN: other(post?.postTown ?? '', postWelsh?.postTown),
    POSTCODE: post?.postcode ?? '',
    POSTCODE_LOCATOR: address.postcode,
    POSTCODE_TYPE: post ? (address.poBox ? 'L' : 'S') : '',
    DELIVERY_POINT_SUFFIX: address.deliveryPointSuffix ?? '',
    ADDRESSBASE_POSTAL: postalCode(address),
    PO_BOX_NUMBER: address.poBox ?? '',
    WARD_CODE: address.ward.code,
    PARISH_CODE: address.ward.parishCode,
    MULTI_OCC_COUNT: String(address.households),
    ALT_LANGUAGE: localWelsh ? 'CYM' : '',
    LOGICAL_STATUS: String(address.status),
    LPI_KEY: lpiKey(address, 'en'),
    END_DATE: address.ended === undefined ? '' : isoDate(address.ended),
    ALT_LANGUAGE_LOCALITY: other(local.localityName, localWelsh?.localityName),
    ALT_LANGUAGE_TOWN_NAME: other(local.townName, localWelsh?.townName),
    ALT_LANGUAGE_ADMINISTRATIVE_AREA: other(local.administrativeArea, localWelsh?.administrativeArea),
  };
}

/** AddressBase's postal flag: D linked to Royal Mail's file, C part of a building that is, N no post, L not identified. */
export function postalCode(address: Address): 'D' | 'C' | 'N' | 'L' {
  if (address.udprn) return 'D';
  if (address.custodian === nationalCustodian || /^(L|CU|RG|PP)/.test(address.classification)) return 'N';
  return address.parent?.udprn ? 'C' : 'L';
}

/** A day, counted from 1970, as ISO 8601. */
export const isoDate = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The file in pieces of about 64 kB, header first: RFC 4180, UTF-8, lines that end in CR LF, a value quoted only where it must be. */
export function* gazetteerCsv(options: GazetteerOptions = {}): Generator<string, void, undefined> {
  let piece = `${gazetteerColumns.join(',')}\r\n`;
  for (const address of generateGazetteer(options)) {
    const row = gazetteerRow(address);
    let line = row.UPRN;
    for (let index = 1; index < gazetteerColumns.length; index += 1) line += `,${quoted(row[gazetteerColumns[index] as GazetteerColumn])}`;
    piece += `${line}\r\n`;
    if (piece.length > 64 * 1024) {
      yield piece;
      piece = '';
    }
  }
  if (piece !== '') yield piece;
}
