import type { Text } from '@council-kit/core';
import type { Attribute, Notice, ServiceKind } from '../contract/service-kind.ts';

/** A text in both languages. */
export const text = (en: string, cy: string): Text => ({ en, cy });

/** A choice: its key and its name in both languages. */
export const choice = (key: string, en: string, cy: string, notice?: Notice): Attribute['values'][number] => ({
  key,
  name: text(en, cy),
  ...(notice ? { notice } : {}),
});

/** Yes, no, and not knowing: a resident need not find out. */
export const yesNoUnsure = (
  notices: { readonly yes?: Notice; readonly no?: Notice; readonly unsure?: Notice } = {},
): Attribute['values'] => [
  choice('yes', 'Yes', 'Ydy', notices.yes),
  choice('no', 'No', 'Nac ydy', notices.no),
  choice('unsure', 'I do not know', 'Nid wyf yn gwybod', notices.unsure),
];

interface Question {
  readonly code: string;
  readonly label: Text;
  readonly description: Text;
  readonly hint?: Text;
  readonly required?: Text;
}

/** One of a list. */
export const oneOf = (question: Question, values: Attribute['values']): Attribute => attribute('singlevaluelist', question, values);

/** Any of a list. */
export const anyOf = (question: Question, values: Attribute['values']): Attribute => attribute('multivaluelist', question, values);

/** A line of text. */
export const line = (question: Question): Attribute => attribute('string', question, []);

function attribute(datatype: Attribute['datatype'], question: Question, values: Attribute['values']): Attribute {
  const { code, label, description, hint, required } = question;
  return { code, datatype, description, label, values, ...(hint ? { datatype_description: hint } : {}), ...(required ? { required } : {}) };
}

/** A kind without a question of its own still asks the description. */
export const kind = (service: Omit<ServiceKind, 'attributes'> & { readonly attributes?: ServiceKind['attributes'] }): ServiceKind => ({
  attributes: [],
  ...service,
});
