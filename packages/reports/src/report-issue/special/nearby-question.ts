import { parseBy } from '@council-kit/core';
/** What "Has it been reported already?" asks the gateway, and what it is answered with, apart from how it is shown. */
import type { Answers } from '@council-kit/journeys';
import * as v from 'valibot';
import type { NearbyQuestion } from '../../contract/report.ts';
import { placeAnswerSchema, positionOf } from './place-answer.ts';

/** Going on is the answer: it is none of these. */
export const noneSchema = v.object({ none: v.literal(true) });

/** What to ask for these answers; undefined while they say too little. */
export function nearbyQuestionOf(answers: Answers): NearbyQuestion | undefined {
  const service = answers['service'];
  const place = parseBy(placeAnswerSchema, answers['where']);
  if (typeof service !== 'string' || !place.success) return undefined;
  const position = positionOf(place.output);
  if (position) return { ...position, service_code: service, radius: 100 };
  return place.output.words ? { address_string: place.output.words, service_code: service } : undefined;
}
