import { addressOf, addressSchema } from '@council-kit/address';
import { answerTo, type Answers } from '@council-kit/journeys';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(320));

/** What somebody who has moved tells: addresses whole, with their UPRN where they were chosen from the list. */
export const moveSchema = v.object({
  home: addressSchema,
  before: addressSchema,
  /** ISO 8601. */
  movedOn: v.pipe(v.string(), v.isoDate()),
  name: text,
  email: text,
});
/** See {@link moveSchema}. */
export type Move = v.InferOutput<typeof moveSchema>;

/**
 * The answers of the journey as one thing to send.
 * @throws v.ValiError where they are not those of this journey
 */
export function moveOf(answers: Answers): Move {
  return v.parse(moveSchema, {
    home: addressOf(answerTo(answers, 'home')),
    before: addressOf(answerTo(answers, 'before')),
    movedOn: answerTo(answers, 'moved-on'),
    name: answerTo(answers, 'name'),
    email: answerTo(answers, 'email'),
  });
}
