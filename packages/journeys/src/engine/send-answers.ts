import { parseBy, problemSchema, type Problem } from '@council-kit/core';
import type { Answers } from '../definition.ts';
import { outcomeOf } from '../outcome-of.ts';
import type { Submit, SubmitContext, SubmitOutcome } from '../submission.ts';
import type { RunnableService } from './service.ts';

/** What is sent, and what sends it. */
export interface Sending {
  readonly service: RunnableService;
  readonly submit: Submit;
  readonly answers: Answers;
  /** The answers of an attempt before this one, while it is not known whether they arrived. */
  readonly unconfirmed: Answers | undefined;
  /** Told of an error that is no problem: nobody can show it to the resident. */
  warn(error: unknown): void;
}

/** Sends the answers. Where the gateway already has others under this key, sends those that may have arrived, to learn their reference. */
export async function sendAnswers(sending: Sending, context: SubmitContext): Promise<SubmitOutcome> {
  const { answers, unconfirmed } = sending;
  const outcome = await send(sending, answers, context);
  if (outcome.kind !== 'conflict' || !unconfirmed) return outcome;
  const earlier = await send(sending, unconfirmed, context);
  return earlier.kind === 'accepted' ? { ...earlier, accepted: { ...earlier.accepted, earlier: true } } : earlier;
}

async function send({ service, submit, warn }: Sending, answers: Answers, context: SubmitContext): Promise<SubmitOutcome> {
  const fieldOf = (field: string): string => service.questionOf?.(field, answers) ?? field;
  try {
    const told = await submit(answers, context);
    return told.kind === 'problem' ? outcomeOf(told.problem, { fieldOf, retryAfter: told.retryAfter }) : told;
  } catch (error) {
    if (parseBy(problemSchema, error).success) return outcomeOf(error as Problem<string>, { fieldOf });
    if (!context.signal.aborted) warn(error);
    return { kind: 'unreachable' };
  }
}
