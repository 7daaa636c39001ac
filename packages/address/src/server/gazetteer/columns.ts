/**
 * The columns of a gazetteer. Their names are those of OS AddressBase Plus, the form in which BS 7666 addresses are exchanged with Royal Mail's beside them:
 * https://docs.os.uk/os-downloads/addressing-and-location/addressbase-plus. Other common names of the same thing are understood.
 */

/** What the addresses of a street have in common. */
export const streetColumns = [
  'USRN',
  'STREET_DESCRIPTION',
  'LOCALITY',
  'TOWN_NAME',
  'ADMINISTRATIVE_AREA',
  'ALT_LANGUAGE_STREET_DESCRIPTOR',
  'ALT_LANGUAGE_LOCALITY',
  'ALT_LANGUAGE_TOWN_NAME',
  'ALT_LANGUAGE_ADMINISTRATIVE_AREA',
  'DEPENDENT_THOROUGHFARE',
  'THOROUGHFARE',
  'DOUBLE_DEPENDENT_LOCALITY',
  'DEPENDENT_LOCALITY',
  'POST_TOWN',
  'WELSH_DEPENDENT_THOROUGHFARE',
  'WELSH_THOROUGHFARE',
  'WELSH_DOUBLE_DEPENDENT_LOCALITY',
  'WELSH_DEPENDENT_LOCALITY',
  'WELSH_POST_TOWN',
] as const;

/** What each address has of its own. */
export const propertyColumns = [
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
  'LAST_UPDATE_DATE',
  'ENTRY_DATE',
  'RM_ORGANISATION_NAME',
  'LA_ORGANISATION',
  'DEPARTMENT_NAME',
  'SUB_BUILDING_NAME',
  'BUILDING_NAME',
  'BUILDING_NUMBER',
  'PO_BOX_NUMBER',
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
  'POSTCODE',
  'POSTCODE_LOCATOR',
  'DELIVERY_POINT_SUFFIX',
  'ADDRESSBASE_POSTAL',
  'LEVEL',
  'OFFICIAL_FLAG',
  'WARD_CODE',
  'PARISH_CODE',
  'ALT_LANGUAGE',
  'LOGICAL_STATUS',
  'LPI_KEY',
] as const;

/** Beside them: the first half of the postcodes, for whoever types "12 Mill Lane AM5". Not a column of the file. */
export const outwardKey = 'OUTWARD';

/**
 * The columns that hold a street's own name. The street that a dependent one leads off is where it is, not what it is called: whoever asks for Mere Road does
 * not mean Library Mews off it.
 */
export function ownStreetColumns(street: { readonly DEPENDENT_THOROUGHFARE?: string }): readonly StreetColumn[] {
  return street.DEPENDENT_THOROUGHFARE === undefined
    ? ['STREET_DESCRIPTION', 'ALT_LANGUAGE_STREET_DESCRIPTOR', 'THOROUGHFARE', 'WELSH_THOROUGHFARE']
    : ['STREET_DESCRIPTION', 'ALT_LANGUAGE_STREET_DESCRIPTOR', 'DEPENDENT_THOROUGHFARE', 'WELSH_DEPENDENT_THOROUGHFARE'];
}

export type StreetColumn = (typeof streetColumns)[number];
export type PropertyColumn = (typeof propertyColumns)[number];
export type GazetteerColumn = 'UPRN' | StreetColumn | PropertyColumn;
/** One row: what is empty is absent. */
export type GazetteerRow = { readonly [Column in GazetteerColumn]?: string } & { readonly UPRN: string };

const otherNames: Readonly<Record<string, GazetteerColumn>> = {
  BLPU_LOGICAL_STATUS: 'LOGICAL_STATUS',
  LOGICAL_STATUS_CODE: 'LOGICAL_STATUS',
  LPI_LOGICAL_STATUS: 'LOGICAL_STATUS',
  LPI_LOGICAL_STATUS_CODE: 'LOGICAL_STATUS',
  BLPU_STATE: 'STATE',
  BLPU_STATE_CODE: 'STATE',
  BLPU_STATE_DATE: 'STATE_DATE',
  BLPU_CLASS: 'CLASS',
  CLASSIFICATION: 'CLASS',
  CLASSIFICATION_CODE: 'CLASS',
  EASTING: 'X_COORDINATE',
  NORTHING: 'Y_COORDINATE',
  X: 'X_COORDINATE',
  Y: 'Y_COORDINATE',
  LAT: 'LATITUDE',
  LNG: 'LONGITUDE',
  LON: 'LONGITUDE',
  LONG: 'LONGITUDE',
  ORGANISATION: 'LA_ORGANISATION',
  ORGANISATION_NAME: 'RM_ORGANISATION_NAME',
  STREET_DESCRIPTOR: 'STREET_DESCRIPTION',
  STREET_NAME: 'STREET_DESCRIPTION',
  STREET: 'STREET_DESCRIPTION',
  LOCALITY_NAME: 'LOCALITY',
  TOWN: 'TOWN_NAME',
  ADMINSTRATIVE_AREA: 'ADMINISTRATIVE_AREA',
  ALT_LANGUAGE_STREET_DESCRIPTION: 'ALT_LANGUAGE_STREET_DESCRIPTOR',
  DEPENDENT_THOROUGHFARE_NAME: 'DEPENDENT_THOROUGHFARE',
  THOROUGHFARE_NAME: 'THOROUGHFARE',
  WELSH_DEPENDENT_THOROUGHFARE_NAME: 'WELSH_DEPENDENT_THOROUGHFARE',
  WELSH_THOROUGHFARE_NAME: 'WELSH_THOROUGHFARE',
  POSTAL_ADDRESS: 'ADDRESSBASE_POSTAL',
  POSTAL_ADDRESS_CODE: 'ADDRESSBASE_POSTAL',
  COUNTRY_CODE: 'COUNTRY',
  CUSTODIAN_CODE: 'LOCAL_CUSTODIAN_CODE',
  UPRN_PARENT: 'PARENT_UPRN',
};

const known = new Set<string>(['UPRN', ...streetColumns, ...propertyColumns]);

/** The column that a header means; undefined for one that is not kept. */
export function columnNamed(header: string): GazetteerColumn | undefined {
  const name = header
    .trim()
    .toUpperCase()
    .replace(/[\s.-]+/g, '_');
  return known.has(name) ? (name as GazetteerColumn) : otherNames[name];
}
