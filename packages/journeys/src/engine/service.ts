import type { Answers, Journey } from '../definition.ts';
import type { SpecialKinds } from '../special.ts';

/**
 * The journey for the answers so far. A function where the questions come from elsewhere (each service's own questions): it is asked
 * again whenever answers change, so it should remember what it fetched. Rejecting is told to the resident as a lost connection.
 */
export type JourneyFor = (answers: Answers, language: string, signal?: AbortSignal) => Journey | Promise<Journey>;

/** What both runners run. */
export interface RunnableService {
  readonly journey: Journey | JourneyFor;
  /** Where `journey` is a function: what is known before it answers. Name, title and contact; no steps. */
  readonly outline?: Journey;
  readonly specials?: SpecialKinds;
  /** The question that asks for a field of what is sent: errors of the gateway are shown there. The field's own name unless given. */
  questionOf?(field: string, answers: Answers): string;
  /**
   * What one idempotency key guards. `draft` unless given: a draft is taken in once, also where its answers were changed after an attempt
   * that may have arrived. `answers`: other answers are another request, as a payment of another amount is another payment.
   */
  readonly oneKeyFor?: 'draft' | 'answers';
}

/** The journey of a service for the answers so far. */
export function journeyOf(service: RunnableService, answers: Answers, language: string, signal?: AbortSignal): Journey | Promise<Journey> {
  return typeof service.journey === 'function' ? service.journey(answers, language, signal) : service.journey;
}

/** What is known of a service's journey whatever the answers are. */
export function outlineOf({ journey, outline }: RunnableService): Journey {
  if (typeof journey !== 'function') return journey;
  if (outline === undefined) throw new TypeError('A journey that is a function needs an outline: its name, title and contact.');
  return outline;
}
