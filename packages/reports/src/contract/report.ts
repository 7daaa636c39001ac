/**
 * The gateway's own half of the contract: what the widget and the pages send and read. Names are Open311's where Open311
 * has one.
 */
import * as v from 'valibot';
import { statuses } from './status.ts';

/** The most characters of a description: Open311's own limit. */
export const descriptionLimit = 4000;
/** The most characters of a place in words. */
export const addressLimit = 500;
/** The most photos of one report. */
export const photoLimit = 5;
/** The most bytes of one photo: 15 MB. */
export const photoSizeLimit = 15_000_000;
/** The most pixels of one photo: 50 megapixels. */
export const photoPixelLimit = 50_000_000;

/** What residents may look for nearby, in metres. */
export const nearbyRadius = { default: 100, max: 1000 };

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

export const statusSchema = v.picklist(statuses);

/** `POST /reports` → 201: it is on disk. */
export const createdReportSchema = v.object({
  reference: v.string(),
  status: statusSchema,
  requested_datetime: v.string(),
  /** Where it can be followed, as a page. */
  follow_url: v.string(),
});
/** See {@link createdReportSchema}. */
export type CreatedReport = v.InferOutput<typeof createdReportSchema>;

export const publicUpdateSchema = v.object({
  update_id: v.string(),
  status: statusSchema,
  status_name: v.string(),
  description: v.string(),
  updated_datetime: v.string(),
});

/** A report as anybody may see it: nothing of the person who made it. */
export const publicReportSchema = v.object({
  reference: v.string(),
  service_code: v.string(),
  service_name: v.string(),
  status: statusSchema,
  status_name: v.string(),
  /** Nothing more will happen to it. */
  closed: v.boolean(),
  description: v.string(),
  /** Where it is, in words. */
  place: v.string(),
  lat: v.nullable(v.number()),
  long: v.nullable(v.number()),
  requested_datetime: v.string(),
  updated_datetime: v.string(),
  media_urls: v.array(v.string()),
});
/** See {@link publicReportSchema}. */
export type PublicReport = v.InferOutput<typeof publicReportSchema>;

/** `GET /reports/{reference}`. */
export const followedReportSchema = v.object({ ...publicReportSchema.entries, updates: v.array(publicUpdateSchema) });
/** See {@link followedReportSchema}. */
export type FollowedReport = v.InferOutput<typeof followedReportSchema>;

/** `GET /reports/nearby`: open reports, nearest first; in the same street, newest first, where there is no position. */
export const nearbySchema = v.object({
  reports: v.array(v.object({ ...publicReportSchema.entries, distance: v.nullable(v.number()) })),
});
/** See {@link nearbySchema}. */
export type Nearby = v.InferOutput<typeof nearbySchema>;
/** A report near a place, with its distance in metres where that is known. */
export type NearbyReport = Nearby['reports'][number];

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

/** `GET /reports/place`: what is at a position, in words. */
export const placeSchema = v.object({
  /** "Mill Lane, Northgate"; of a place outside, what is known of it. */
  description: v.string(),
  /** Whether this council looks after it. */
  inside: v.boolean(),
  ward: v.optional(v.string()),
  street: v.optional(v.string()),
  /** Who looks after it, where this council does not. */
  neighbour: v.optional(v.object({ name: v.string(), url: v.optional(v.string()) })),
});
/** See {@link placeSchema}. */
export type Place = v.InferOutput<typeof placeSchema>;

/** `POST /uploads` → 201. */
export const uploadSchema = v.object({
  id: uploadIdSchema,
  url: v.string(),
  type: v.string(),
  size: v.number(),
  width: v.number(),
  height: v.number(),
});
/** See {@link uploadSchema}. */
export type Upload = v.InferOutput<typeof uploadSchema>;
