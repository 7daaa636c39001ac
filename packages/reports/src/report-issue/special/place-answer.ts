/** What "Where is it?" is answered with, apart from how it is asked: what follows in the journey depends on it. */
import * as v from 'valibot';
import type { Position } from '../../rules/distance.ts';

/** Where it is, as far as the resident has told. */
export const placeAnswerSchema = v.object({
  words: v.optional(v.string()),
  lat: v.optional(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
  long: v.optional(v.pipe(v.number(), v.minValue(-180), v.maxValue(180))),
  /** Metres, where the position is the device's own. */
  accuracy: v.optional(v.pipe(v.number(), v.minValue(0))),
  /** What the council's map says is at the position. */
  place: v.optional(v.string()),
});
/** See {@link placeAnswerSchema}. */
export type PlaceAnswer = v.InferOutput<typeof placeAnswerSchema>;

/** The position, where there is one. */
export function positionOf(answer: PlaceAnswer | undefined): Position | undefined {
  return answer?.lat !== undefined && answer.long !== undefined ? { lat: answer.lat, long: answer.long } : undefined;
}
