import type { Journey, Step } from '@council-kit/journeys';
import * as v from 'valibot';

/**
 * `GET /reports/form`: the journey as data, in both languages, in one answer that can be kept for when the signal goes. The
 * council's Open311 services are in it with all their questions.
 */
export interface ReportForm {
  /** What is the same whatever the answers are: name, title, contact. No steps. */
  readonly outline: Journey;
  /** What and where. */
  readonly before: readonly Step[];
  /** Asked where there are open reports near the place, before a duplicate is made. */
  readonly nearby: Step;
  /** The questions of each service, by its code. */
  readonly details: Readonly<Record<string, Step>>;
  /** Photos and contact. */
  readonly after: readonly Step[];
}

// The gateway is the council's own, and the runner reads a definition as carefully as any: links through `safeUrl`, text as text.
const step = v.looseObject({ id: v.string(), contents: v.array(v.looseObject({ kind: v.string() })) });

/** The schema of {@link ReportForm}. */
export const reportFormSchema = v.object({
  outline: v.looseObject({ name: v.string(), steps: v.array(step) }),
  before: v.array(step),
  nearby: step,
  details: v.record(v.string(), step),
  after: v.array(step),
}) as unknown as v.GenericSchema<unknown, ReportForm>;
