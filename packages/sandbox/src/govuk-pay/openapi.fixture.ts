import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const file = fileURLToPath(new URL('../../../../../shared/data/govuk-pay-publicapi_spec.json', import.meta.url));

/** Pay's own OpenAPI document, where it is beside the repository. Its list of statuses leaves some out: https://github.com/alphagov/pay-publicapi */
export const isPresent = existsSync(file);

const validators = new Map<string, ValidateFunction>();
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
if (isPresent) {
  const document = JSON.parse(readFileSync(file, 'utf8')) as { components: { schemas: { PostLink: { properties: { params: object } } } } };
  // It says that the values of `params` are objects; Pay sends `{"chargeTokenId": "…"}`, as its own reference shows.
  document.components.schemas.PostLink.properties.params = { type: 'object' };
  ajv.addSchema(document, 'pay');
}

/** Fails where a body is not what the document says, or holds what it does not know. */
export function fits(schema: string, body: unknown): void {
  if (!isPresent) return;
  let validate = validators.get(schema);
  if (!validate) validators.set(schema, (validate = ajv.compile({ $ref: `pay#/components/schemas/${schema}` })));
  assert.ok(validate(body), `${schema}: ${JSON.stringify(validate.errors)}`);
  const known = (ajv.getSchema(`pay#/components/schemas/${schema}`)?.schema as { properties?: object } | undefined)?.properties ?? {};
  for (const key of Object.keys(body as object)) assert.ok(key in known, `${schema} has no ${key}`);
}
