/** The words of the hosted pages, in the two languages that Pay has. */
const words = {
  banner: {
    en: 'Test platform. No money moves here. Type only the numbers of test cards.',
    cy: 'Platfform prawf. Nid oes arian yn symud yma. Teipiwch rifau cardiau prawf yn unig.',
  },
  'enter-card': { en: 'Enter card details', cy: 'Rhowch fanylion y cerdyn' },
  amount: { en: 'Total amount', cy: 'Cyfanswm' },
  surcharge: { en: 'This includes a corporate card fee of', cy: 'Mae hyn yn cynnwys ffi cerdyn corfforaethol o' },
  agreement: {
    en: 'Your card will be kept for later payments:',
    cy: 'Bydd eich cerdyn yn cael ei gadw ar gyfer taliadau diweddarach:',
  },
  number: { en: 'Card number', cy: 'Rhif y cerdyn' },
  expiry: { en: 'Expiry date, for example 10/30', cy: 'Dyddiad dod i ben, er enghraifft 10/30' },
  name: { en: 'Name on card', cy: 'Enw ar y cerdyn' },
  code: { en: 'Card security code', cy: 'Cod diogelwch y cerdyn' },
  line1: { en: 'Address line 1', cy: 'Llinell cyfeiriad 1' },
  line2: { en: 'Address line 2', cy: 'Llinell cyfeiriad 2' },
  city: { en: 'Town or city', cy: 'Tref neu ddinas' },
  postcode: { en: 'Postcode', cy: 'Cod post' },
  email: { en: 'Email', cy: 'E-bost' },
  continue: { en: 'Continue', cy: 'Parhau' },
  cancel: { en: 'Cancel payment', cy: 'Canslo’r taliad' },
  'number-wrong': {
    en: 'Enter the number of a test card, such as 4242 4242 4242 4242',
    cy: 'Rhowch rif cerdyn prawf, er enghraifft 4242 4242 4242 4242',
  },
  'not-accepted': { en: 'This type of card is not accepted', cy: 'Ni dderbynnir y math hwn o gerdyn' },
  'expiry-wrong': {
    en: 'Enter an expiry date in the future, such as 10/30',
    cy: 'Rhowch ddyddiad dod i ben yn y dyfodol, er enghraifft 10/30',
  },
  'name-wrong': { en: 'Enter the name on the card', cy: 'Rhowch yr enw ar y cerdyn' },
  'code-wrong': { en: 'Enter the 3 or 4 digits on the card', cy: 'Rhowch y 3 neu 4 digid ar y cerdyn' },
  problem: { en: 'There is a problem', cy: 'Mae problem' },
  error: { en: 'Error: ', cy: 'Gwall: ' },
  'bank-title': { en: 'Your bank asks: is it you?', cy: 'Mae eich banc yn gofyn: ai chi sydd yno?' },
  'bank-text': { en: '3-D Secure, as a payer’s bank would ask.', cy: '3-D Secure, fel y byddai banc y talwr yn gofyn.' },
  'bank-yes': { en: 'Yes, it is me', cy: 'Ie, fi sydd yma' },
  'bank-no': { en: 'No', cy: 'Na' },
  'confirm-title': { en: 'Confirm your payment', cy: 'Cadarnhau eich taliad' },
  'card-ending': { en: 'Card ending in', cy: 'Cerdyn sy’n gorffen â' },
  confirm: { en: 'Confirm payment', cy: 'Cadarnhau’r taliad' },
  success: { en: 'Your payment was successful', cy: 'Roedd eich taliad yn llwyddiannus' },
  waiting: { en: 'Your payment is being confirmed', cy: 'Mae eich taliad yn cael ei gadarnhau' },
  declined: { en: 'Your payment has been declined', cy: 'Mae eich taliad wedi’i wrthod' },
  expired: { en: 'Your payment session has expired', cy: 'Mae eich sesiwn dalu wedi dod i ben' },
  cancelled: { en: 'Your payment has been cancelled', cy: 'Mae eich taliad wedi’i ganslo' },
  technical: { en: 'We’re experiencing technical problems', cy: 'Rydym yn cael problemau technegol' },
  'no-money': { en: 'No money has been taken from your account.', cy: 'Nid oes arian wedi’i gymryd o’ch cyfrif.' },
  back: { en: 'Go back to the service', cy: 'Mynd yn ôl i’r gwasanaeth' },
  'used-title': { en: 'This link has been used', cy: 'Mae’r ddolen hon wedi’i defnyddio' },
  'used-text': {
    en: 'Go back to the service that you were using to start again. Nothing has been taken.',
    cy: 'Ewch yn ôl i’r gwasanaeth roeddech yn ei ddefnyddio i ddechrau eto. Nid oes dim wedi’i gymryd.',
  },
} as const satisfies Record<string, { en: string; cy: string }>;

export type Word = keyof typeof words;
export type Language = 'en' | 'cy';

export const say = (word: Word, language: Language): string => words[word][language];
