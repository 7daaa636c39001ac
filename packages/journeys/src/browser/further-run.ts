/** What a run does after its first pages: it sends answers, and does what buttons say besides the one that goes on. */
export { actOnPage } from '../engine/act-on-page.ts';
export { errorsByPage } from '../engine/errors-by-page.ts';
export { beginAttempt, notTaken } from '../engine/attempt.ts';
export { sendAnswers } from '../engine/send-answers.ts';
