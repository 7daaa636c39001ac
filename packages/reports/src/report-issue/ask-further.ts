/** What the gateway is asked after the first question. */
import { cleanLine, type FieldError } from '@council-kit/core';
import type { Answers, SubmitContext, SubmitOutcome } from '@council-kit/journeys';
import type { NearbyQuestion } from '../contract/report.ts';
import { createdReportSchema, nearbySchema, placeSchema, type NearbyReport, type Place } from '../contract/report-answers.ts';
import type { Position } from '../rules/distance.ts';
import type { Asking, ReportGateway } from './gateway.ts';
import { questionOfField, reportOf } from './report-of-answers.ts';

/** What is at a position; undefined where no answer came. The position is in the body: addresses are kept in logs and histories. */
export async function askPlace(gateway: ReportGateway, position: Position, asking: Asking): Promise<Place | undefined> {
  const outcome = await gateway.ask('/reports/place', placeSchema, asking, position);
  return outcome.kind === 'answer' ? outcome.value : undefined;
}

/** Open reports near; none where no answer came. Asked for once for equal questions: what a journey asks must not change under it. */
export function askNearby(gateway: ReportGateway, question: NearbyQuestion, { language }: Asking): Promise<readonly NearbyReport[]> {
  const key = `${language} ${JSON.stringify(question)}`;
  const asked =
    gateway.nearby.get(key) ??
    gateway
      .ask('/reports/nearby', nearbySchema, { language }, question)
      .then((outcome) => (outcome.kind === 'answer' ? outcome.value.reports : []));
  gateway.nearby.set(key, asked);
  return asked;
}

/** Sends the report. The key makes repeats harmless. */
export async function sendReport(
  gateway: ReportGateway,
  answers: Answers,
  { idempotencyKey, language, signal }: SubmitContext,
): Promise<SubmitOutcome> {
  const outcome = await gateway.ask('/reports', createdReportSchema, { language, signal }, reportOf(answers), idempotencyKey);
  if (outcome.kind === 'answer') {
    const { reference, follow_url } = outcome.value;
    return { kind: 'accepted', accepted: { reference, details: { follow_url } } };
  }
  if (outcome.kind === 'unreachable') return outcome;
  const { status, code, errors = [], title, detail } = outcome.problem;
  if (status === 409 && code === 'idempotency_key_reused') return { kind: 'conflict' };
  if (errors.length > 0)
    return { kind: 'errors', errors: errors.map((error): FieldError => ({ ...error, field: questionOfField(error.field, answers) })) };
  // Its own troubles, and limits: later it may go.
  if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' };
  return { kind: 'refused', message: cleanLine([title, detail].filter(Boolean).join('. ')) };
}
