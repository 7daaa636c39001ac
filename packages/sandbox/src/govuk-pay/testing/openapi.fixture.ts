import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const file = fileURLToPath(new URL('../../../../../../shared/data/govuk-pay-publicapi_spec.json', import.meta.url));

/** Why the tests that need Pay's own OpenAPI document are skipped; false where it is beside the repository. */
export const absent = existsSync(file) ? false : '../shared/data/govuk-pay-publicapi_spec.json is absent';

interface Schema {
  $ref?: string;
  anyOf?: Schema[];
  type?: string;
  nullable?: boolean;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** An operation as the document describes it. */
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: { readonly enum?: readonly string[] } }[];
  readonly requestBody?: { readonly content: { readonly 'application/json': { readonly schema: Schema } } };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>>;
}

interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

const document = absent === false ? corrected(JSON.parse(readFileSync(file, 'utf8')) as Document) : undefined;

/** What the document says of each operation, by `GET /v1/payments/{paymentId}`. Empty without the document. */
export const documentedOperations: ReadonlyMap<string, Operation> = new Map(
  Object.entries(document?.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [`${method.toUpperCase()} ${path}`, operation]),
  ),
);

const validators = new Map<string, ValidateFunction>();
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
if (document) ajv.addSchema(document, 'pay');

/** Fails if a body does not match the document, or holds a property, at any depth, that the document does not know. */
export function fits(schema: string, body: unknown): void {
  if (!document) return;
  let validate = validators.get(schema);
  if (!validate) validators.set(schema, (validate = ajv.compile({ $ref: `pay#/components/schemas/${schema}` })));
  assert.ok(validate(body), `${schema}: ${JSON.stringify(validate.errors)} of ${JSON.stringify(body)}`);
  assertKnown({ $ref: `#/components/schemas/${schema}` }, body, schema);
}

function assertKnown(schema: Schema, value: unknown, where: string): void {
  const name = (schema.$ref ?? schema.anyOf?.[0]?.$ref)?.split('/').at(-1);
  const { properties, items } = (name === undefined ? schema : document?.components.schemas[name]) ?? {};
  if (Array.isArray(value)) for (const one of value) assertKnown(items ?? {}, one, `${where}[]`);
  else if (typeof value === 'object' && value !== null && properties) {
    for (const [key, one] of Object.entries(value)) {
      const known = properties[key];
      assert.ok(known, `${where} has no ${key}`);
      assertKnown(known, one, `${where}.${key}`);
    }
  }
}

/** The document, where Pay's code (pay-publicapi 4d61e898) answers otherwise than it says. */
function corrected(given: Document): Document {
  const { schemas } = given.components;
  const properties = (name: string): Record<string, Schema> => schemas[name]?.properties ?? {};
  const nullable = (name: string, only?: readonly string[]): void => {
    for (const [key, property] of Object.entries(properties(name))) {
      if (only && !only.includes(key)) continue;
      // OpenAPI 3.0 looks at nothing beside a $ref; an enum is all that a value may be.
      properties(name)[key] = property.$ref ? { anyOf: [property, { type: 'null' }] } : { ...property, nullable: true };
      if (property.enum) properties(name)[key] = { type: 'string', nullable: true, enum: [...property.enum, null as unknown as string] };
    }
  };
  // `{"chargeTokenId": "…"}`, as its own reference shows: strings, not objects. The same of metadata, which is the pairs themselves.
  properties('PostLink')['params'] = { type: 'object' };
  delete schemas['ExternalMetadata']?.properties;
  // The names of the card that an agreement keeps are written as everywhere else.
  const instrument = properties('PaymentInstrument');
  instrument['card_details'] = instrument['CardDetails'] ?? {};
  delete instrument['CardDetails'];
  // These classes are written whole: their links and facts are null where there are none, as the reference's own examples show.
  for (const name of ['PaymentLinks', 'PaymentLinksForSearch', 'SearchNavigationLinks', 'CardDetails', 'CardDetailsFromResponse'])
    nullable(name);
  nullable('DisputeDetailForSearch', ['fee', 'net_amount']);
  // A payment of an agreement says so, wherever payments are answered; and what is created is answered as what is read.
  for (const name of ['PaymentWithAllLinks', 'PaymentDetailForSearch']) {
    const mode = properties(name)['authorisation_mode'];
    if (mode) mode.enum = [...(mode.enum ?? []), 'agreement'];
  }
  properties('PaymentWithAllLinks')['agreement_id'] = { type: 'string' };
  schemas['CreatePaymentResult'] = { ...schemas['CreatePaymentResult'], properties: properties('PaymentWithAllLinks') };
  // Neither with card details by API nor with an agreement is there a payer to send back.
  const wanted = schemas['CreateCardPaymentRequest'];
  if (wanted) wanted.required = wanted.required?.filter((field) => field !== 'return_url');
  return given;
}
