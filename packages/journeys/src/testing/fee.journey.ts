import type { Journey } from '../definition.ts';
import { text } from './skip.journey.ts';

/** A journey that ends elsewhere, for tests: how much, then pay. */
export const feeJourney: Journey = {
  name: 'fee',
  title: text('Pay a fee', 'Talu ffi'),
  caption: text('Market stall', 'Stondin farchnad'),
  steps: [
    { id: 'amount', contents: [{ kind: 'text', name: 'amount', label: text('How much?', 'Faint?'), summaryLabel: text('Amount', 'Swm') }] },
  ],
  check: {
    title: text('Check your payment', 'Gwiriwch eich taliad'),
    button: text('Pay', 'Talu'),
    known: [{ label: text('Pitch', 'Llain'), value: text('B12', 'B12'), verbatim: true }],
    sending: { text: text('Going to pay', 'Yn mynd i dalu'), stop: text('Stop', 'Stopio'), stopped: text('Stopped', 'Wedi stopio') },
  },
  contact: { text: text('Call us', 'Ffoniwch ni'), heading: text('Get help with your payment', 'Cael help gyda’ch taliad') },
};
