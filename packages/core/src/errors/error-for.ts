// Apart from the schema: a page that shows errors need not load what parses answers.
import type { FieldError } from './field-error.ts';

/** The first message for a field, as the control shows it. */
export function errorFor(errors: readonly FieldError[], field: string): string | undefined {
  return errors.find((error) => error.field === field)?.message;
}
