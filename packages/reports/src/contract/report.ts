/**
 * The gateway's own half of the contract: what the widget and the pages send. Names are Open311's where Open311 has one. What browsers
 * read is apart, so that what only the server reads does not come along.
 */
import * as v from 'valibot';
import { nearbyRadius } from './limits.ts';

export * from './limits.ts';
export * from './report-answers.ts';

/** WGS 84 degrees, as a number or as the text of one in a query. */
const degrees = (limit: number) =>
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*[+-]?\d{1,3}(\.\d{1,20})?\s*$/), v.transform(Number))]),
    v.number(),
    v.minValue(-limit),
    v.maxValue(limit),
  );
export const latitudeSchema = degrees(90);
export const longitudeSchema = degrees(180);

/** An uploaded photo's opaque id. */
export const uploadIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** `POST /reports`. What is said about each value is in server/check-report.ts: the schema only says what it looks like. */
export const newReportSchema = v.object({
  service_code: v.optional(v.nullable(v.string())),
  lat: v.optional(v.nullable(v.union([v.number(), v.string()]))),
  long: v.optional(v.nullable(v.union([v.number(), v.string()]))),
  /** Metres, where the position is the device's own. */
  accuracy: v.optional(v.nullable(v.number())),
  /** The place in the resident's words: "opposite 12 Mill Lane". */
  address_string: v.optional(v.nullable(v.string())),
  description: v.optional(v.nullable(v.string())),
  /** Answers to the kind's own questions, by attribute code. */
  attributes: v.optional(v.record(v.string(), v.union([v.string(), v.array(v.string())])), {}),
  /** Ids that `POST /uploads` answered with. */
  photos: v.optional(v.array(v.string()), []),
  contact: v.optional(
    v.object({
      name: v.optional(v.nullable(v.string())),
      email: v.optional(v.nullable(v.string())),
      phone: v.optional(v.nullable(v.string())),
    }),
    {},
  ),
});
/** See {@link newReportSchema}. */
export type NewReport = v.InferInput<typeof newReportSchema>;

/** Metres. */
const radius = v.optional(
  v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,5}$/), v.transform(Number))]),
    v.number(),
    v.minValue(1),
    v.maxValue(nearbyRadius.max),
  ),
  nearbyRadius.default,
);
export const nearbyQuerySchema = v.object({ lat: latitudeSchema, long: longitudeSchema, service_code: v.optional(v.string()), radius });

/** `POST /reports/nearby`: by a position, or by words that name a street. */
export const nearbyQuestionSchema = v.union([
  nearbyQuerySchema,
  v.object({ address_string: v.string(), service_code: v.optional(v.string()) }),
]);

/** See {@link nearbyQuestionSchema}. */
export type NearbyQuestion = v.InferOutput<typeof nearbyQuestionSchema>;

export const placeQuerySchema = v.object({ lat: latitudeSchema, long: longitudeSchema });
