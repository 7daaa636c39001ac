import { inLanguage } from '@council-kit/core';
import type { Journey } from '../definition.ts';
import { runningMessages } from '../running.messages.ts';
import type { Obstacle } from './obstacle-page.ts';

/** Nobody answered when the answers were sent; or what did not answer is named in `message`. */
export function notSent({ notSent: said }: Pick<Journey, 'notSent'>, language: string, message?: string): Obstacle {
  return {
    title: said ? inLanguage(said.title, language) : runningMessages.say('not-sent-title', language),
    text: message ?? (said ? inLanguage(said.text, language) : runningMessages.say('not-sent', language)),
    again: [],
  };
}

/** The answers were declined, with a sentence that says what can be done. `later`: the same may be tried again. */
export function refused(message: string, { notSent: said }: Pick<Journey, 'notSent'>, language: string, later = false): Obstacle {
  return {
    title: said?.refusedTitle ? inLanguage(said.refusedTitle, language) : runningMessages.say('refused-title', language),
    text: message,
    ...(later ? { again: [] } : {}),
  };
}
