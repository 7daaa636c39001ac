/**
 * The two kinds of address record of Ordnance Survey's AddressBase, as OS Places gives them and as a council's own gazetteer keeps them.
 * https://docs.os.uk/os-apis/accessing-os-apis/os-places-api/technical-specification/dpa-output
 */
import * as v from 'valibot';

/** What is empty is absent; some systems write an empty text. Numbers come as text from some. */
const text = v.optional(
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => String(value).trim()),
  ),
);
const number = v.optional(
  v.pipe(
    v.union([v.number(), v.string()]),
    v.transform((value) => (value === '' ? undefined : Number(value))),
    v.optional(v.number()),
  ),
);

const common = {
  UPRN: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  ADDRESS: text,
  LANGUAGE: text,
  LAT: number,
  LNG: number,
  X_COORDINATE: number,
  Y_COORDINATE: number,
  CLASSIFICATION_CODE: text,
  LOCAL_CUSTODIAN_CODE: number,
  LOCAL_CUSTODIAN_CODE_DESCRIPTION: text,
  POSTAL_ADDRESS_CODE: text,
  LOGICAL_STATUS_CODE: text,
  PARENT_UPRN: text,
  USRN: text,
  MATCH: number,
};

/** Royal Mail's postal address. */
export const dpaSchema = v.object({
  ...common,
  UDPRN: text,
  ORGANISATION_NAME: text,
  DEPARTMENT_NAME: text,
  PO_BOX_NUMBER: text,
  SUB_BUILDING_NAME: text,
  BUILDING_NAME: text,
  BUILDING_NUMBER: text,
  DEPENDENT_THOROUGHFARE_NAME: text,
  THOROUGHFARE_NAME: text,
  DOUBLE_DEPENDENT_LOCALITY: text,
  DEPENDENT_LOCALITY: text,
  POST_TOWN: text,
  POSTCODE: text,
});
/** See {@link dpaSchema}. */
export type DpaRecord = v.InferOutput<typeof dpaSchema>;

/** A local authority's own address of the property: a land and property identifier (BS 7666). */
export const lpiSchema = v.object({
  ...common,
  LPI_KEY: text,
  ORGANISATION: text,
  SAO_START_NUMBER: text,
  SAO_START_SUFFIX: text,
  SAO_END_NUMBER: text,
  SAO_END_SUFFIX: text,
  SAO_TEXT: text,
  PAO_START_NUMBER: text,
  PAO_START_SUFFIX: text,
  PAO_END_NUMBER: text,
  PAO_END_SUFFIX: text,
  PAO_TEXT: text,
  STREET_DESCRIPTION: text,
  LOCALITY_NAME: text,
  TOWN_NAME: text,
  ADMINISTRATIVE_AREA: text,
  POSTCODE_LOCATOR: text,
  LPI_LOGICAL_STATUS_CODE: text,
});
/** See {@link lpiSchema}. */
export type LpiRecord = v.InferOutput<typeof lpiSchema>;
