/** The records that OS Places would give, from a row of the gazetteer. */
import { foldText, plainLetters } from '@council-kit/core';
import type { DpaRecord, LpiRecord } from '../../rules/os-record.ts';
import type { PropertyRecords } from '../../rules/listed-address.ts';
import type { GazetteerRow } from './columns.ts';

/** Royal Mail's record and the council's, each in English and, where the row has it, in Welsh. */
export function recordsOf(row: GazetteerRow): PropertyRecords {
  const hasWelsh = row.ALT_LANGUAGE !== undefined || Object.keys(row).some((column) => column.startsWith('ALT_LANGUAGE_'));
  return {
    dpa: hasPost(row) ? [dpaOf(row), ...welshDpaOf(row)] : [],
    lpi: row.STREET_DESCRIPTION === undefined && row.PAO_TEXT === undefined ? [] : [lpiOf(row), ...(hasWelsh ? [welshLpiOf(row)] : [])],
  };
}

/** Whether Royal Mail delivers there: a row of a council that has no such columns may still have a postcode. */
const hasPost = (row: GazetteerRow): boolean => row.UDPRN !== undefined || (row.POST_TOWN !== undefined && row.POSTCODE !== undefined);

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const common = (row: GazetteerRow) => ({
  UPRN: row.UPRN,
  LAT: numberOf(row.LATITUDE),
  LNG: numberOf(row.LONGITUDE),
  X_COORDINATE: numberOf(row.X_COORDINATE),
  Y_COORDINATE: numberOf(row.Y_COORDINATE),
  CLASSIFICATION_CODE: row.CLASS,
  LOCAL_CUSTODIAN_CODE: numberOf(row.LOCAL_CUSTODIAN_CODE),
  POSTAL_ADDRESS_CODE: row.ADDRESSBASE_POSTAL,
  LOGICAL_STATUS_CODE: row.LOGICAL_STATUS ?? '1',
  PARENT_UPRN: row.PARENT_UPRN,
});

function dpaOf(row: GazetteerRow): DpaRecord {
  return {
    ...common(row),
    LANGUAGE: 'EN',
    UDPRN: row.UDPRN,
    ORGANISATION_NAME: row.RM_ORGANISATION_NAME,
    DEPARTMENT_NAME: row.DEPARTMENT_NAME,
    PO_BOX_NUMBER: row.PO_BOX_NUMBER,
    SUB_BUILDING_NAME: row.SUB_BUILDING_NAME,
    BUILDING_NAME: row.BUILDING_NAME,
    BUILDING_NUMBER: row.BUILDING_NUMBER,
    DEPENDENT_THOROUGHFARE_NAME: row.DEPENDENT_THOROUGHFARE,
    THOROUGHFARE_NAME: row.THOROUGHFARE,
    DOUBLE_DEPENDENT_LOCALITY: row.DOUBLE_DEPENDENT_LOCALITY,
    DEPENDENT_LOCALITY: row.DEPENDENT_LOCALITY,
    POST_TOWN: row.POST_TOWN,
    POSTCODE: row.POSTCODE,
  };
}

/** Royal Mail has Welsh streets and places; a building's Welsh name is the council's. None where nothing is another word in Welsh. */
function welshDpaOf(row: GazetteerRow): DpaRecord[] {
  const english = dpaOf(row);
  const welsh: DpaRecord = {
    ...english,
    LANGUAGE: 'CY',
    SUB_BUILDING_NAME:
      row.SAO_TEXT === undefined
        ? numberedInWelsh(row.SUB_BUILDING_NAME)
        : inWelsh(row.SUB_BUILDING_NAME, row.SAO_TEXT, row.ALT_LANGUAGE_SAO_TEXT),
    BUILDING_NAME: inWelsh(row.BUILDING_NAME, row.PAO_TEXT, row.ALT_LANGUAGE_PAO_TEXT),
    DEPENDENT_THOROUGHFARE_NAME: row.WELSH_DEPENDENT_THOROUGHFARE ?? row.DEPENDENT_THOROUGHFARE,
    THOROUGHFARE_NAME: row.WELSH_THOROUGHFARE ?? row.THOROUGHFARE,
    DOUBLE_DEPENDENT_LOCALITY: row.WELSH_DOUBLE_DEPENDENT_LOCALITY ?? row.DOUBLE_DEPENDENT_LOCALITY,
    DEPENDENT_LOCALITY: row.WELSH_DEPENDENT_LOCALITY ?? row.DEPENDENT_LOCALITY,
    POST_TOWN: row.WELSH_POST_TOWN ?? row.POST_TOWN,
  };
  const differs = (Object.keys(english) as (keyof DpaRecord)[]).some((field) => field !== 'LANGUAGE' && welsh[field] !== english[field]);
  return differs ? [welsh] : [];
}

/** "FLAT 3", where the council has the number alone. */
const numberedInWelsh = (unit: string | undefined): string | undefined =>
  unit?.replace(/^FLAT (?=\d+[A-Z]?$)/, 'FFLAT ').replace(/^UNIT (?=\d+[A-Z]?$)/, 'UNED ');

/** The name in Welsh, where Royal Mail's text is or begins with the council's English one ("HERON COURT", "HERON COURT, 12A", "FLAT 3"). */
function inWelsh(text: string | undefined, english: string | undefined, welsh: string | undefined): string | undefined {
  if (text === undefined || english === undefined || welsh === undefined) return text;
  const [plain, beginning] = [foldText(text), foldText(english)];
  // Royal Mail's file has no accents.
  const written = plainLetters(welsh);
  if (plain === beginning) return written;
  const rest = plain.startsWith(`${beginning} `) ? plain.slice(beginning.length + 1) : undefined;
  return rest !== undefined && /^\d/.test(rest) ? `${written}, ${/[\d][^,]*$/.exec(text)?.[0] ?? ''}` : text;
}

function lpiOf(row: GazetteerRow): LpiRecord {
  return {
    ...common(row),
    LANGUAGE: 'EN',
    LPI_KEY: row.LPI_KEY,
    USRN: row.USRN,
    ORGANISATION: row.LA_ORGANISATION,
    SAO_START_NUMBER: row.SAO_START_NUMBER,
    SAO_START_SUFFIX: row.SAO_START_SUFFIX,
    SAO_END_NUMBER: row.SAO_END_NUMBER,
    SAO_END_SUFFIX: row.SAO_END_SUFFIX,
    SAO_TEXT: row.SAO_TEXT,
    PAO_START_NUMBER: row.PAO_START_NUMBER,
    PAO_START_SUFFIX: row.PAO_START_SUFFIX,
    PAO_END_NUMBER: row.PAO_END_NUMBER,
    PAO_END_SUFFIX: row.PAO_END_SUFFIX,
    PAO_TEXT: row.PAO_TEXT,
    STREET_DESCRIPTION: row.STREET_DESCRIPTION,
    LOCALITY_NAME: row.LOCALITY,
    TOWN_NAME: row.TOWN_NAME,
    ADMINISTRATIVE_AREA: row.ADMINISTRATIVE_AREA,
    POSTCODE_LOCATOR: row.POSTCODE_LOCATOR ?? row.POSTCODE,
    LPI_LOGICAL_STATUS_CODE: row.LOGICAL_STATUS ?? '1',
  };
}

function welshLpiOf(row: GazetteerRow): LpiRecord {
  return {
    ...lpiOf(row),
    LANGUAGE: 'CY',
    SAO_TEXT: row.ALT_LANGUAGE_SAO_TEXT ?? row.SAO_TEXT,
    PAO_TEXT: row.ALT_LANGUAGE_PAO_TEXT ?? row.PAO_TEXT,
    STREET_DESCRIPTION: row.ALT_LANGUAGE_STREET_DESCRIPTOR ?? row.STREET_DESCRIPTION,
    LOCALITY_NAME: row.ALT_LANGUAGE_LOCALITY ?? row.LOCALITY,
    TOWN_NAME: row.ALT_LANGUAGE_TOWN_NAME ?? row.TOWN_NAME,
    ADMINISTRATIVE_AREA: row.ALT_LANGUAGE_ADMINISTRATIVE_AREA ?? row.ADMINISTRATIVE_AREA,
  };
}
