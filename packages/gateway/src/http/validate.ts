/** Checks values against valibot schemas and says what is wrong in the reader's language. */
import { languageOf, type FieldError, type Language, type Text } from '@council-kit/core';
import * as v from 'valibot';
import { mostErrors } from './limits.ts';

export type Checked<Output> = { readonly value: Output } | { readonly errors: readonly FieldError[] };

/**
 * One error a field, in the schema's order, up to 100. A schema's own message is used as it is: give a function of the issue to say it
 * in both languages (`issue.lang`). Where a schema has none, ours is used and never valibot's ("Invalid type: …").
 */
export function check<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, language: Language): Checked<Output> {
  const parsed = v.safeParse(schema, value, { lang: language, abortPipeEarly: true, message: plainMessage });
  if (parsed.success) return { value: parsed.output };
  const errors = new Map<string, FieldError>();
  for (const issue of parsed.issues) {
    const field = v.getDotPath(issue) ?? '';
    if (!errors.has(field)) errors.set(field, { field, message: issue.message });
    if (errors.size >= mostErrors) break;
  }
  return { errors: [...errors.values()] };
}

function plainMessage(issue: v.BaseIssue<unknown>): string {
  return wordsFor(issue)[languageOf(issue.lang ?? 'en')];
}

function wordsFor(issue: v.BaseIssue<unknown>): Text {
  const requirement = String(issue.requirement);
  if (issue.received === 'undefined' || issue.received === 'null') {
    return { en: 'Enter a value', cy: 'Rhowch werth' };
  }
  switch (issue.type) {
    case 'strict_object':
      return { en: 'Remove this: it is not part of this request', cy: 'Tynnwch hwn: nid yw’n rhan o’r cais hwn' };
    case 'picklist':
    case 'literal':
    case 'enum':
    case 'variant': {
      const choices = (issue.expected ?? '').replace(/[()"]/g, '').split(' | ').join(', ');
      return { en: `Use one of: ${choices}`, cy: `Defnyddiwch un o’r rhain: ${choices}` };
    }
    case 'string':
      return { en: 'Enter text', cy: 'Rhowch destun' };
    case 'number':
      return { en: 'Enter a number', cy: 'Rhowch rif' };
    case 'integer':
      return { en: 'Enter a whole number', cy: 'Rhowch rif cyfan' };
    case 'boolean':
      return { en: 'Enter true or false', cy: 'Rhowch true neu false' };
    case 'array':
      return { en: 'Send a list', cy: 'Anfonwch restr' };
    case 'object':
      return { en: 'Send an object', cy: 'Anfonwch wrthrych' };
    case 'non_empty':
      return { en: 'Enter a value', cy: 'Rhowch werth' };
    case 'max_length':
      return { en: `Use ${requirement} characters or fewer`, cy: `Defnyddiwch ${requirement} nod neu lai` };
    case 'min_length':
      return { en: `Use ${requirement} characters or more`, cy: `Defnyddiwch ${requirement} nod neu fwy` };
    case 'max_value':
      return { en: `Enter ${requirement} or less`, cy: `Rhowch ${requirement} neu lai` };
    case 'min_value':
      return { en: `Enter ${requirement} or more`, cy: `Rhowch ${requirement} neu fwy` };
    default:
      return { en: 'Check the format', cy: 'Gwiriwch y fformat' };
  }
}
