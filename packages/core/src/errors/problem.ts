import * as v from 'valibot';
import { fieldErrorSchema, type FieldError } from './field-error.ts';
import type { ProblemCode } from './problem-codes.ts';

/**
 * An answer that tells what went wrong: https://www.rfc-editor.org/rfc/rfc9457, with the fields the kit adds. `Code` names the codes that
 * a service has beside those of every route.
 */
export interface Problem<Code extends string = never> {
  readonly type?: string;
  /** A sentence a resident can read, in the language asked for. */
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** A word for programs, stable between versions: `idempotency_conflict`. */
  readonly code?: ProblemCode | Code;
  readonly errors?: readonly FieldError[];
  /** The platform behind the gateway that failed. */
  readonly upstream?: { readonly system: string; readonly code?: string };
}

/** The schema of {@link Problem}. Unknown members are dropped. */
export const problemSchema: v.GenericSchema<Problem<string>> = v.object({
  type: v.optional(v.string()),
  title: v.string(),
  status: v.number(),
  detail: v.optional(v.string()),
  code: v.optional(v.string()),
  errors: v.optional(v.array(fieldErrorSchema)),
  upstream: v.optional(v.object({ system: v.string(), code: v.optional(v.string()) })),
});
