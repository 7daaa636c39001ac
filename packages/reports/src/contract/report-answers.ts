/** The gateway's own half of the contract: what it answers, and the widgets read. */
import * as v from 'valibot';
import { statuses } from './status.ts';

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
  /** Opaque: 22 letters, digits, `_` and `-`. */
  id: v.string(),
  url: v.string(),
  type: v.string(),
  size: v.number(),
  width: v.number(),
  height: v.number(),
});
/** See {@link uploadSchema}. */
export type Upload = v.InferOutput<typeof uploadSchema>;
