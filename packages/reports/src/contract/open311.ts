/**
 * Open311 GeoReport v2 as it comes from other servers: https://wiki.open311.org/GeoReport_v2/
 *
 * Two dialects are read. Booleans are JSON booleans or the strings "true" and "false" (mySociety's adapter); lists come bare
 * or wrapped (`{service_requests: […]}`, `{service_requests: {request: […]}}` from XML turned into JSON); fields that are
 * empty are missing, null, "" or, from XML, empty objects. We write one dialect: JSON booleans, bare lists.
 */
import * as v from 'valibot';

const blank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0);

/** Text, or a number that stands for text; blank values are undefined. */
const text = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (blank(value) ? undefined : value)),
    v.union([v.undefined(), v.string(), v.pipe(v.union([v.number(), v.boolean()]), v.transform(String))]),
  ),
);

const requiredText = v.pipe(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), v.nonEmpty());

const number = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (blank(value) || Number.isNaN(Number(value)) ? undefined : Number(value))),
    v.optional(v.number()),
  ),
);

/** `true`, `"true"`, `"True"`, `1`, `"1"`; anything else is no. */
export const looseBoolean = v.pipe(
  v.optional(v.unknown()),
  v.transform((value) => value === true || value === 1 || (typeof value === 'string' && /^(true|1|yes)$/i.test(value.trim()))),
);

/** A list that may be bare, wrapped once or twice under whatever names, a single item, or nothing. */
export function looseList<Item>(item: v.GenericSchema<unknown, Item>): v.GenericSchema<unknown, Item[]> {
  return v.pipe(v.unknown(), v.transform(unwrap), v.array(item));
}

/** The list inside its wrapping. A thing with members of its own that are not lists or wrappings is a single item. */
function unwrap(value: unknown): unknown {
  if (blank(value)) return [];
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.values(value);
  const only = members[0];
  if (members.length === 1 && (typeof only === 'object' || blank(only))) return unwrap(only);
  return [value];
}

/** One service of `GET /services`. */
export const open311ServiceSchema = v.object({
  service_code: requiredText,
  service_name: text,
  description: text,
  metadata: looseBoolean,
  type: text,
  keywords: text,
  group: text,
});
/** See {@link open311ServiceSchema}. */
export type Open311Service = v.InferOutput<typeof open311ServiceSchema>;
export const open311ServicesSchema = looseList(open311ServiceSchema);

const open311ValueSchema = v.object({ key: requiredText, name: text });

/** `GET /services/{code}`. */
export const open311DefinitionSchema = v.pipe(
  v.unknown(),
  // mySociety's servers wrap it: {service_definition: {…}}.
  v.transform((value) => (typeof value === 'object' && value !== null && 'service_definition' in value ? value.service_definition : value)),
  v.object({
    service_code: requiredText,
    attributes: looseList(
      v.object({
        code: requiredText,
        variable: looseBoolean,
        datatype: text,
        required: looseBoolean,
        datatype_description: text,
        order: number,
        description: text,
        values: v.optional(looseList(open311ValueSchema), []),
      }),
    ),
  }),
);
/** See {@link open311DefinitionSchema}. */
export type Open311Definition = v.InferOutput<typeof open311DefinitionSchema>;

/**
 * What `POST /requests` is answered with: an id (realtime), a token (batch), or neither (blackbox). Something else's answer
 * that merely has no id (`{"status":"ok"}`) is not one: one of the four names is there, if only empty.
 */
export const open311CreatedSchema = v.pipe(
  looseList(
    v.pipe(
      v.looseObject({}),
      v.check((one) => ['service_request_id', 'token', 'service_notice', 'account_id'].some((name) => Object.hasOwn(one, name))),
      v.object({ service_request_id: text, token: text, service_notice: text, account_id: text }),
    ),
  ),
  v.minLength(1),
  v.transform((list) => list[0] as { service_request_id?: string; token?: string; service_notice?: string; account_id?: string }),
);

/** `GET /tokens/{token}`: the id once there is one. */
export const open311TokensSchema = looseList(v.object({ service_request_id: text, token: text }));

/** One report of `GET /requests`. */
export const open311RequestSchema = v.object({
  service_request_id: requiredText,
  status: text,
  status_notes: text,
  service_name: text,
  service_code: text,
  description: text,
  agency_responsible: text,
  service_notice: text,
  requested_datetime: text,
  updated_datetime: text,
  expected_datetime: text,
  address: text,
  address_id: text,
  zipcode: text,
  lat: number,
  long: number,
  media_url: v.optional(v.unknown()),
  /** Extension: where servers give back the attributes they were sent. */
  extended_attributes: v.optional(v.unknown()),
});
/** See {@link open311RequestSchema}. */
export type Open311Request = v.InferOutput<typeof open311RequestSchema>;
export const open311RequestsSchema = looseList(open311RequestSchema);

/** One update of `GET /servicerequestupdates`. */
export const open311UpdateSchema = v.object({
  update_id: requiredText,
  service_request_id: requiredText,
  status: text,
  updated_datetime: text,
  description: text,
  external_status_code: text,
});
/** See {@link open311UpdateSchema}. */
export type Open311Update = v.InferOutput<typeof open311UpdateSchema>;
export const open311UpdatesSchema = looseList(open311UpdateSchema);

/** An error answer, `[{code, description}]`, bare or wrapped. */
export const open311ErrorsSchema = looseList(v.object({ code: text, description: text }));
