/** What the gateway is asked after the first question. */
import type { Answers, Submit, SubmitContext } from '@council-kit/journeys';
import type { NearbyQuestion } from '../contract/report.ts';
import { createdReportSchema, nearbySchema, placeSchema, type NearbyReport, type Place } from '../contract/report-answers.ts';
import type { Position } from '../rules/distance.ts';
import type { Asking, ReportGateway } from './gateway.ts';
import { reportOf } from './report-of-answers.ts';

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
): ReturnType<Submit> {
  const outcome = await gateway.ask('/reports', createdReportSchema, { language, signal }, reportOf(answers), idempotencyKey);
  if (outcome.kind !== 'answer') return outcome;
  const { reference, follow_url } = outcome.value;
  return { kind: 'accepted', accepted: { reference, details: { follow_url } } };
}
