import { catalogue, type Catalogue, type Text } from '@council-kit/core';

type Key =
  | 'change'
  | 'what'
  | 'amount'
  | 'none'
  | 'pay-button'
  | 'going'
  | 'stop'
  | 'stopped'
  | 'not-begun-title'
  | 'not-begun'
  | 'refused-title'
  | 'paid-already-title'
  | 'pay-again';

/** What is said from the check on. */
export const paymentCheckMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    change: 'Change',
    what: 'What you are paying',
    amount: 'Amount',
    none: 'Not provided',
    'pay-button': 'Pay {amount} on GOV.UK Pay',
    going: 'Going to GOV.UK Pay…',
    stop: 'Stop',
    stopped: 'Stopped. Nothing has been taken from your card.',
    'not-begun-title': 'We could not begin your payment',
    'not-begun': 'Nothing has been taken from your card. Try again in a moment: you will not pay twice.',
    'refused-title': 'You cannot pay this now',
    'paid-already-title': 'You have paid this already',
    'pay-again': 'Pay {amount} once more',
  },
  cy: {
    change: 'Newid',
    what: 'Yr hyn rydych yn ei dalu',
    amount: 'Swm',
    none: 'Heb ei roi',
    'pay-button': 'Talu {amount} ar GOV.UK Pay',
    going: 'Yn mynd i GOV.UK Pay…',
    stop: 'Stopio',
    stopped: 'Wedi stopio. Ni chymerwyd dim o’ch cerdyn.',
    'not-begun-title': 'Ni allem ddechrau eich taliad',
    'not-begun': 'Ni chymerwyd dim o’ch cerdyn. Rhowch gynnig arall arni mewn eiliad: ni fyddwch yn talu ddwywaith.',
    'refused-title': 'Ni allwch dalu hwn nawr',
    'paid-already-title': 'Rydych wedi talu hwn yn barod',
    'pay-again': 'Talu {amount} unwaith eto',
  },
});

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
