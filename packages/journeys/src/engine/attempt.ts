import type { Answers } from '../definition.ts';
import type { RunnableService } from './service.ts';

/** What is known of attempts to send. Part of a draft. */
export interface Attempt {
  /** The idempotency key. */
  readonly key: string;
  /** The answers that were sent under it first, while it is not known whether they arrived. */
  readonly unconfirmed?: Answers;
}

const same = (some: Answers, others: Answers): boolean => JSON.stringify(some) === JSON.stringify(others);

/** The attempt that sends these answers: see {@link RunnableService.oneKeyFor}. */
export function beginAttempt({ oneKeyFor }: RunnableService, before: Attempt, answers: Answers, newKey: () => string): Attempt {
  const { key, unconfirmed } = before;
  if (unconfirmed === undefined) return { key, unconfirmed: answers };
  return oneKeyFor === 'answers' && !same(unconfirmed, answers) ? { key: newKey(), unconfirmed: answers } : before;
}

/**
 * After answers that were not taken in. A key guards one body, so corrected answers get another key:
 * https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header
 * Where earlier answers may have arrived the key stays: it keeps the corrected ones from becoming a second report.
 */
export function notTaken(attempt: Attempt, answers: Answers, newKey: () => string): Attempt {
  const { unconfirmed } = attempt;
  return unconfirmed !== undefined && !same(unconfirmed, answers) ? attempt : { key: newKey(), unconfirmed: undefined };
}
