import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { isEmailAddress } from '../recipients/email-address.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/data/notify-schemas-v2/', import.meta.url));

/** The schemas of the answers, from Notify's own client, where they are beside the repository: https://github.com/alphagov/notifications-node-client */
export const isPresent = existsSync(folder);

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addFormat('email_address', isEmailAddress);
/** Names that the schemas use for each other, which are not the names of their files. */
const names: Readonly<Record<string, string>> = { notification: 'GET_notification_response', receivedText: 'GET_received_text_response' };
const read = (name: string): object => {
  const text = readFileSync(`${folder}${name}.json`, 'utf8');
  // The list of templates says `template`, and means a reference to one, which has no name or body: its items are held to the template's own schema.
  const aimed = name === 'GET_templates_response' ? text.replace('definitions.json#/template', 'GET_template_by_id.json') : text;
  // Two drafts stand at the top of them, and neither is the one that they are written in.
  return { ...(JSON.parse(aimed) as object), $schema: undefined, $id: `${name}.json` };
};
if (isPresent) {
  for (const file of readdirSync(folder)) ajv.addSchema(read(file.replace('.json', '')));
  for (const [name, file] of Object.entries(names)) ajv.addSchema({ ...read(file), $id: `${name}.json` });
}

/** Fails where an answer is not what its schema says. */
export function fits(schema: string, body: unknown): void {
  if (!isPresent) return;
  const validate: ValidateFunction | undefined = ajv.getSchema(`${schema}.json`);
  assert.ok(validate, `There is no schema ${schema}.`);
  assert.ok(validate(body), `${schema}: ${JSON.stringify(validate.errors)}`);
}
