/** What the widget fetches while its first question is read, as one file: what runs the journey, the later questions, and what sends the answers. */
import '@council-kit/elements/define/details.js';
import '@council-kit/elements/define/radios.js';
import { choiceStyles } from '@council-kit/journeys';
import { runnerStyles as ownRunnerStyles } from '@council-kit/journeys/runner.js';
import type { CSSResult } from 'lit';

export { RunningJourney } from '@council-kit/journeys/runner.js';
export { amountKind } from './amount-question.ts';
export { intentionOf, questionOfField } from './payment-answers.ts';
export { referenceKind } from './reference-question.ts';
export { paymentJourney } from './payment.journey.ts';
export { submitPayment } from './submit-payment.ts';

/** Known amounts are offered as choices. */
export const runnerStyles: readonly CSSResult[] = [...ownRunnerStyles, ...choiceStyles];
