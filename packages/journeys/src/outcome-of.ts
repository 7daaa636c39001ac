import { cleanLine, type FieldError, type Problem } from '@council-kit/core';
import type { SubmitOutcome } from './submission.ts';

export interface OutcomeOptions {
  /** The question that asks for a field of the request: what is wrong with it is shown there. The field's own name unless given. */
  fieldOf?(field: string): string;
  /** Seconds, where the answer named them (`Retry-After`). */
  readonly retryAfter?: number;
}

/** What a problem means for the answers that were sent. Both runners use it, so a service need not. */
export function outcomeOf(problem: Problem<string>, { fieldOf = (field) => field, retryAfter }: OutcomeOptions = {}): SubmitOutcome {
  const { status, code, errors = [], title, detail } = problem as Problem;
  if (status === 409 && code === 'idempotency_conflict') return { kind: 'conflict' };
  const later = retryAfter === undefined ? {} : { retryAfter };
  // The gateway's own trouble, and limits: later it may go.
  if (status >= 500 || status === 429 || status === 408)
    // A platform says what is wrong in words for residents. What the gateway says of its own faults is for developers.
    return { kind: 'unreachable', ...later, ...(code === 'upstream_failed' ? { message: sentences(title, detail) } : {}) };
  if (errors.length > 0) return { kind: 'errors', errors: errors.map((error): FieldError => ({ ...error, field: fieldOf(error.field) })) };
  return { kind: 'refused', message: sentences(title, detail), ...later };
}

/** A problem's words, as the resident reads them. */
function sentences(title: string, detail = ''): string {
  const end = detail === '' || /[.!?]$/.test(title) ? '' : '.';
  return cleanLine(`${title}${end} ${detail}`);
}
