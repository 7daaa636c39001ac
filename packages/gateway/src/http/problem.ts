import type { FieldError, Text } from '@council-kit/core';

/** What a problem says. */
export interface ProblemDetails {
  readonly status: number;
  /** For programs, in snake_case: `report_not_found`. */
  readonly code: string;
  /** For people: what happened, a few words. */
  readonly title: Text;
  /** For people: what to do about it. */
  readonly detail?: Text;
  /** What to correct: `field` is the name in the request (`address.postcode`), `''` for the whole of it. */
  readonly errors?: readonly FieldError[];
  /** Which platform behind us it came from. */
  readonly upstream?: { readonly system: string; readonly code?: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * An answer that is not what was asked for: throw it anywhere in a route. It becomes `application/problem+json`, or a page
 * where a browser asked for one.
 */
export class Problem extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails, options?: ErrorOptions) {
    super(`${details.status} ${details.code}`, options);
    this.name = 'Problem';
    this.details = details;
  }

  get status(): number {
    return this.details.status;
  }
}
