import { catalogue, type Catalogue, type Text } from '@council-kit/core';
import type { Step } from '@council-kit/journeys';

type Key =
  | 'title'
  | 'what'
  | 'amount'
  | 'declaration'
  | 'pay'
  | 'pay-amount'
  | 'going'
  | 'stop'
  | 'stopped'
  | 'not-begun-title'
  | 'not-begun'
  | 'refused-title';

/** What is said from the check on. */
export const paymentCheckMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Check your payment',
    what: 'What you are paying',
    amount: 'Amount',
    declaration: 'You will pay by card on GOV.UK Pay, then come back to this site. We do not see your card details.',
    pay: 'Continue to GOV.UK Pay',
    'pay-amount': 'Pay {amount} on GOV.UK Pay',
    going: 'Going to GOV.UK Pay…',
    stop: 'Stop',
    stopped: 'Stopped. Nothing has been taken from your card.',
    'not-begun-title': 'We could not begin your payment',
    'not-begun': 'Nothing has been taken from your card. Try again in a moment: you will not pay twice.',
    'refused-title': 'You cannot pay this now',
  },
  cy: {
    title: 'Gwiriwch eich taliad',
    what: 'Yr hyn rydych yn ei dalu',
    amount: 'Swm',
    declaration: 'Byddwch yn talu â cherdyn ar GOV.UK Pay, yna’n dod yn ôl i’r wefan hon. Nid ydym yn gweld manylion eich cerdyn.',
    pay: 'Parhau i GOV.UK Pay',
    'pay-amount': 'Talu {amount} ar GOV.UK Pay',
    going: 'Yn mynd i GOV.UK Pay…',
    stop: 'Stopio',
    stopped: 'Wedi stopio. Ni chymerwyd dim o’ch cerdyn.',
    'not-begun-title': 'Ni allem ddechrau eich taliad',
    'not-begun': 'Ni chymerwyd dim o’ch cerdyn. Rhowch gynnig arall arni mewn eiliad: ni fyddwch yn talu ddwywaith.',
    'refused-title': 'Ni allwch dalu hwn nawr',
  },
});

/** Asked where the same was paid lately. */
export const againStep: Step = {
  id: 'again',
  contents: [
    {
      kind: 'radios',
      name: 'again',
      label: {
        en: 'You have already paid this amount. Do you want to pay it again?',
        cy: 'Rydych eisoes wedi talu’r swm hwn. Ydych chi am ei dalu eto?',
      },
      summaryLabel: { en: 'Pay it again', cy: 'Ei dalu eto' },
      hint: { en: 'You paid it a short time ago, for the same reference', cy: 'Fe’i talwyd ychydig amser yn ôl, ar gyfer yr un cyfeirnod' },
      choices: [
        { value: 'yes', text: { en: 'Yes, pay again', cy: 'Ydw, talu eto' } },
        { value: 'no', text: { en: 'No', cy: 'Nac ydw' } },
      ],
      rules: [{ rule: 'required', message: { en: 'Select yes if you want to pay it again', cy: 'Dewiswch ydw os ydych am ei dalu eto' } }],
    },
  ],
};

/** Said to those who then chose not to. */
export const notAgain: Text = {
  en: 'You chose not to pay it again. Nothing has been taken.',
  cy: 'Dewisoch beidio â’i dalu eto. Nid oes dim wedi’i gymryd.',
};

/** What stands beside an amount. */
export const amountTexts = {
  amountHint: { en: 'For example, 120 or 120.50', cy: 'Er enghraifft, 120 neu 120.50' },
  amountField: { en: 'Amount in pounds', cy: 'Swm mewn punnoedd' },
  instalment: (amount: string, day: Text): Text => ({
    en: `${amount}, due by ${day.en}`,
    cy: `${amount}, i’w dalu erbyn ${day.cy}`,
  }),
  balance: (amount: string): Text => ({ en: `${amount}, all that is left to pay`, cy: `${amount}, y cyfan sydd ar ôl i’w dalu` }),
  other: { en: 'Another amount', cy: 'Swm arall' },
} as const;
