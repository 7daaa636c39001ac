/** Here is work. A casework system takes it; reports, waste and feedback give it. The same schemas serve a foreign system over HTTP. */
import { serviceStatuses, type Text } from '@council-kit/core';
import * as v from 'valibot';
import { definePort, type PortOffer } from './ports.ts';

const line = (most: number) => v.pipe(v.string(), v.maxLength(most));

/** Work for somebody. */
export const workItemSchema = v.object({
  /** The service that gives it: `reports`. With `ref` it names the work. */
  source: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/)),
  /** The service's own reference. */
  ref: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** `pothole`. Whoever takes work decides by it. */
  kind: line(100),
  /** For a list: "Pothole, Mill Lane". */
  title: line(200),
  /** What is wrong, without anybody's contact details. */
  description: v.optional(line(2000), ''),
  /** Where, in words. */
  place: v.optional(line(400), ''),
  /** WGS 84, degrees. */
  position: v.optional(
    v.object({
      lat: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
      long: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    }),
  ),
  /** The property, where it is known: 1 to 12 digits, as text. */
  uprn: v.optional(v.pipe(v.string(), v.regex(/^[1-9][0-9]{0,11}$/))),
  /** The last day it should be done: an ISO date. */
  dueBy: v.optional(v.pipe(v.string(), v.isoDate())),
  /** Its page for staff. */
  href: v.optional(v.string()),
});
/** See {@link workItemSchema}. */
export type WorkItem = v.InferInput<typeof workItemSchema>;

/** How work stands. */
export const workStateSchema = v.object({
  status: v.picklist(serviceStatuses),
  /** An ISO time stamp. */
  since: v.pipe(v.string(), v.isoTimestamp()),
});
/** See {@link workStateSchema}. */
export type WorkState = v.InferOutput<typeof workStateSchema>;

export interface WorkTaker extends PortOffer {
  readonly name: Text;
  /** Whether it does work of this kind. */
  takes(item: Pick<WorkItem, 'source' | 'kind'>): boolean;
  /**
   * Takes the work; on disk when the promise resolves. The same `source` and `ref` again is the same work, and its new details replace
   * the old, so it may be called from an outbox delivery as often as needed.
   */
  take(item: WorkItem, signal: AbortSignal): Promise<WorkState>;
  /** How some work stands. Undefined where it was never taken. */
  state(item: Pick<WorkItem, 'source' | 'ref'>, signal: AbortSignal): Promise<WorkState | undefined>;
}

export const workTaker = definePort<WorkTaker>('work-item');
