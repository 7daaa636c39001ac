import { catalogue, type Catalogue } from '@council-kit/core';

type Key = 'loading' | 'unreachable' | 'again' | 'continue' | 'where-to-find' | 'contact';

/** What the first page says. The questions’ words are beside the questions. */
export const paymentMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    loading: 'Loading…',
    unreachable: 'The council’s service did not answer. Check your connection and try again.',
    again: 'Try again',
    continue: 'Continue',
    'where-to-find': 'Where to find it',
    contact: 'Get help with your payment',
  },
  cy: {
    loading: 'Yn llwytho…',
    unreachable: 'Ni atebodd gwasanaeth y cyngor. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    again: 'Rhoi cynnig arall arni',
    continue: 'Parhau',
    'where-to-find': 'Ble i ddod o hyd iddo',
    contact: 'Cael help gyda’ch taliad',
  },
});

/** What the questions say, as the journey's data. */
export const questionTexts = {
  amount: { en: 'How much do you want to pay?', cy: 'Faint hoffech ei dalu?' },
  amountSummary: { en: 'Amount', cy: 'Swm' },
  amountRequired: { en: 'Enter the amount you want to pay', cy: 'Rhowch y swm rydych am ei dalu' },
  amountChoice: { en: 'Select how much you want to pay', cy: 'Dewiswch faint rydych am ei dalu' },
  email: { en: 'Where should we send your receipt?', cy: 'I ble dylem anfon eich derbynneb?' },
  emailSummary: { en: 'Receipt', cy: 'Derbynneb' },
  emailHint: {
    en: 'Your email address. Leave it empty if you do not want a receipt by email',
    cy: 'Eich cyfeiriad e-bost. Gadewch ef yn wag os nad ydych am gael derbynneb drwy e-bost',
  },
  check: { en: 'Check your payment', cy: 'Gwiriwch eich taliad' },
  pay: { en: 'Continue to GOV.UK Pay', cy: 'Parhau i GOV.UK Pay' },
  declaration: {
    en: 'You will pay by card on GOV.UK Pay, then come back to this site. We do not see your card details.',
    cy: 'Byddwch yn talu â cherdyn ar GOV.UK Pay, yna’n dod yn ôl i’r wefan hon. Nid ydym yn gweld manylion eich cerdyn.',
  },
} as const;
