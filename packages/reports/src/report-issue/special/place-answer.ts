/** What "Where is it?" is answered with, apart from how it is asked: what follows in the journey depends on it. */
import * as v from 'valibot';
import type { Position } from '../../rules/distance.ts';

/** Where it is, as far as the resident has told. */
export const placeAnswerSchema = v.object({
  words: v.optional(v.string()),
  lat: v.optional(v.number()),
  long: v.optional(v.number()),
  /** Metres, where the position is the device's own. */
  accuracy: v.optional(v.number()),
  /** What the council's map says is at the position. */
  place: v.optional(v.string()),
});
/** See {@link placeAnswerSchema}. */
export type PlaceAnswer = v.InferOutput<typeof placeAnswerSchema>;

/** The position, where there is one on the Earth. */
export function positionOf({ lat = NaN, long = NaN }: PlaceAnswer = {}): Position | undefined {
  return Math.abs(lat) <= 90 && Math.abs(long) <= 180 ? { lat, long } : undefined;
}
