import { catalogue, type Catalogue, type Text } from '@council-kit/core';

type Key =
  | 'loading'
  | 'unreachable'
  | 'again'
  | 'back'
  | 'continue'
  | 'change'
  | 'what'
  | 'amount'
  | 'none'
  | 'where-to-find'
  | 'pay-button'
  | 'going'
  | 'not-begun-title'
  | 'not-begun'
  | 'refused-title'
  | 'paid-already-title'
  | 'pay-again'
  | 'contact';

/** What the widget itself says. The questions' words are beside the questions. */
export const paymentMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    loading: 'Loading…',
    unreachable: 'The council’s service did not answer. Check your connection and try again.',
    again: 'Try again',
    back: 'Back',
    continue: 'Continue',
    change: 'Change',
    what: 'What you are paying',
    amount: 'Amount',
    none: 'None',
    'where-to-find': 'Where to find it',
    'pay-button': 'Pay {amount} on GOV.UK Pay',
    going: 'Going to GOV.UK Pay…',
    'not-begun-title': 'We could not begin your payment',
    'not-begun': 'Nothing has been taken from your card. Try again in a moment: you will not pay twice.',
    'refused-title': 'You cannot pay this here',
    'paid-already-title': 'You have paid this already',
    'pay-again': 'Pay {amount} once more',
    contact: 'Get help with your payment',
  },
  cy: {
    loading: 'Yn llwytho…',
    unreachable: 'Ni atebodd gwasanaeth y cyngor. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    again: 'Rhoi cynnig arall arni',
    back: 'Yn ôl',
    continue: 'Parhau',
    change: 'Newid',
    what: 'Yr hyn rydych yn ei dalu',
    amount: 'Swm',
    none: 'Dim',
    'where-to-find': 'Ble i ddod o hyd iddo',
    'pay-button': 'Talu {amount} ar GOV.UK Pay',
    going: 'Yn mynd i GOV.UK Pay…',
    'not-begun-title': 'Ni allem ddechrau eich taliad',
    'not-begun': 'Ni chymerwyd dim o’ch cerdyn. Rhowch gynnig arall arni mewn eiliad: ni fyddwch yn talu ddwywaith.',
    'refused-title': 'Ni allwch dalu hwn yma',
    'paid-already-title': 'Rydych wedi talu hwn yn barod',
    'pay-again': 'Talu {amount} unwaith eto',
    contact: 'Cael help gyda’ch taliad',
  },
});

/** What the questions say, as the journey's data. */
export const questionTexts = {
  amount: { en: 'How much do you want to pay?', cy: 'Faint hoffech ei dalu?' },
  amountSummary: { en: 'Amount', cy: 'Swm' },
  amountHint: { en: 'For example, 120 or 120.50', cy: 'Er enghraifft, 120 neu 120.50' },
  amountField: { en: 'Amount in pounds', cy: 'Swm mewn punnoedd' },
  amountRequired: { en: 'Enter the amount you want to pay', cy: 'Rhowch y swm rydych am ei dalu' },
  amountChoice: { en: 'Select how much you want to pay', cy: 'Dewiswch faint rydych am ei dalu' },
  instalment: (amount: string, day: Text): Text => ({
    en: `${amount}, due by ${day.en}`,
    cy: `${amount}, i’w dalu erbyn ${day.cy}`,
  }),
  balance: (amount: string): Text => ({ en: `${amount}, all that is left to pay`, cy: `${amount}, y cyfan sydd ar ôl i’w dalu` }),
  other: { en: 'Another amount', cy: 'Swm arall' },
  email: { en: 'Where should we send your receipt?', cy: 'I ble dylem anfon eich derbynneb?' },
  emailSummary: { en: 'Receipt', cy: 'Derbynneb' },
  emailHint: {
    en: 'Your email address. Leave it empty if you do not want a receipt by email',
    cy: 'Eich cyfeiriad e-bost. Gadewch ef yn wag os nad ydych am gael derbynneb drwy e-bost',
  },
  emailUnreadable: {
    en: 'Enter an email address in the correct format, like name@example.com',
    cy: 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com',
  },
  price: { en: 'Price', cy: 'Pris' },
  check: { en: 'Check your payment', cy: 'Gwiriwch eich taliad' },
  pay: { en: 'Continue to GOV.UK Pay', cy: 'Parhau i GOV.UK Pay' },
  declaration: {
    en: 'You will pay by card on GOV.UK Pay, then come back to this site. We do not see your card details.',
    cy: 'Byddwch yn talu â cherdyn ar GOV.UK Pay, yna’n dod yn ôl i’r wefan hon. Nid ydym yn gweld manylion eich cerdyn.',
  },
} as const;
