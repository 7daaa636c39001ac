import type { Text } from '@council-kit/core';
import { shortPounds } from './pence.ts';

/** What is said of an amount that cannot be taken. */
export const amountMessages = {
  empty: { en: 'Enter the amount you want to pay', cy: 'Rhowch y swm rydych am ei dalu' },
  unreadable: {
    en: 'The amount must be in pounds and pence, like 120 or 120.50',
    cy: 'Rhaid i’r swm fod mewn punnoedd a cheiniogau, fel 120 neu 120.50',
  },
  otherCurrency: { en: 'Enter the amount in pounds, like 120.50', cy: 'Rhowch y swm mewn punnoedd, fel 120.50' },
  negative: { en: 'The amount must be more than £0, without a minus sign', cy: 'Rhaid i’r swm fod yn fwy na £0, heb arwydd minws' },
  nothing: { en: 'The amount must be more than £0', cy: 'Rhaid i’r swm fod yn fwy na £0' },
  decimalComma: {
    en: 'Use a full stop before the pence, like 1234.50',
    cy: 'Defnyddiwch atalnod llawn o flaen y ceiniogau, fel 1234.50',
  },
  tooExact: {
    en: 'The amount must have no more than 2 numbers after the full stop, like 120.50',
    cy: 'Rhaid i’r swm beidio â chael mwy na 2 rif ar ôl yr atalnod llawn, fel 120.50',
  },
  below: (least: number): Text => ({
    en: `The amount must be ${shortPounds(least)} or more`,
    cy: `Rhaid i’r swm fod yn ${shortPounds(least)} neu fwy`,
  }),
  above: (most: number): Text => ({
    en: `The amount must be ${shortPounds(most)} or less`,
    cy: `Rhaid i’r swm fod yn ${shortPounds(most)} neu lai`,
  }),
} satisfies Record<string, Text | ((limit: number) => Text)>;
