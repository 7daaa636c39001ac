import { catalogue, type Catalogue, type Text } from '@council-kit/core';

/** What the questions of a Direct Debit say, as the journey's data. */
export const directDebitTexts = {
  title: { en: 'Pay council tax by Direct Debit', cy: 'Talu’r dreth gyngor drwy Ddebyd Uniongyrchol' },
  authorised: {
    en: 'Are you the account holder, and can you authorise Direct Debits on your own?',
    cy: 'Ai chi yw deiliad y cyfrif, ac a allwch awdurdodi Debydau Uniongyrchol ar eich pen eich hun?',
  },
  authorisedSummary: { en: 'Can authorise on my own', cy: 'Gallaf awdurdodi ar fy mhen fy hun' },
  yes: { en: 'Yes', cy: 'Ie' },
  no: { en: 'No, somebody else has to agree', cy: 'Nage, rhaid i rywun arall gytuno' },
  notAuthorised: {
    en: 'If somebody else has to agree, you need a paper form that all of you sign. Ask the council for one.',
    cy: 'Os oes rhaid i rywun arall gytuno, mae angen ffurflen bapur y mae pob un ohonoch yn ei llofnodi. Gofynnwch i’r cyngor am un.',
  },
  authorisedRequired: {
    en: 'Select yes if you can authorise Direct Debits on your own',
    cy: 'Dewiswch ie os gallwch awdurdodi Debydau Uniongyrchol ar eich pen eich hun',
  },
  authorisedNo: {
    en: 'You cannot set it up here where somebody else has to agree. Ask the council for a paper form',
    cy: 'Ni allwch ei drefnu yma os oes rhaid i rywun arall gytuno. Gofynnwch i’r cyngor am ffurflen bapur',
  },
  bank: { en: 'What are the bank or building society details?', cy: 'Beth yw manylion y banc neu’r gymdeithas adeiladu?' },
  bankSummary: { en: 'Account', cy: 'Cyfrif' },
  bankRequired: { en: 'Enter the name on the account', cy: 'Rhowch yr enw ar y cyfrif' },
  day: { en: 'On which day of the month do you want to pay?', cy: 'Ar ba ddiwrnod o’r mis hoffech dalu?' },
  daySummary: { en: 'Day of the month', cy: 'Diwrnod y mis' },
  dayRequired: { en: 'Select the day of the month', cy: 'Dewiswch ddiwrnod y mis' },
  instalments: { en: 'How many instalments a year do you want to pay?', cy: 'Sawl rhandaliad y flwyddyn hoffech ei dalu?' },
  instalmentsSummary: { en: 'Instalments a year', cy: 'Rhandaliadau y flwyddyn' },
  instalmentsRequired: { en: 'Select how many instalments you want to pay', cy: 'Dewiswch sawl rhandaliad yr hoffech ei dalu' },
  instalmentsHint: {
    en: 'If the year has begun, you pay in as many as it has months left for',
    cy: 'Os yw’r flwyddyn wedi dechrau, byddwch yn talu mewn cynifer ag y mae misoedd ar ôl ar eu cyfer',
  },
  ten: { en: '10, from April to January', cy: '10, o Ebrill i Ionawr' },
  twelve: { en: '12, from April to March', cy: '12, o Ebrill i Fawrth' },
  onThe: (day: Text): Text => ({ en: `The ${day.en}`, cy: `Y ${day.cy}` }),
  firstOn: (day: Text): Text => ({ en: `First payment on ${day.en}`, cy: `Taliad cyntaf ar ${day.cy}` }),
  email: { en: 'Where should we send the confirmation?', cy: 'I ble dylem anfon y cadarnhad?' },
  emailSummary: { en: 'Email address', cy: 'Cyfeiriad e-bost' },
  emailHint: {
    en: 'Your email address. Leave it empty if you want a letter',
    cy: 'Eich cyfeiriad e-bost. Gadewch ef yn wag os ydych am gael llythyr',
  },
  check: { en: 'Check your Direct Debit', cy: 'Gwiriwch eich Debyd Uniongyrchol' },
  button: { en: 'Set up the Direct Debit', cy: 'Trefnu’r Debyd Uniongyrchol' },
  declaration: (creditor: string, days: number): Text => ({
    en: `“${creditor}” will be on your statements. We tell you at least ${String(days)} working days before we take a payment, or a different one.`,
    cy: `Bydd “${creditor}” ar eich cyfriflenni. Rydym yn dweud wrthych o leiaf ${String(days)} diwrnod gwaith cyn cymryd taliad, neu un gwahanol.`,
  }),
  confirmation: { en: 'Your Direct Debit is set up', cy: 'Mae eich Debyd Uniongyrchol wedi’i drefnu' },
} as const;

type Key =
  | 'name'
  | 'sort-code'
  | 'sort-code-hint'
  | 'account-number'
  | 'account-number-hint'
  | 'ending'
  | 'given'
  | 'first'
  | 'first-amount'
  | 'statement'
  | 'notice'
  | 'by-email'
  | 'by-letter'
  | 'keep';

/** What stands beside the questions. */
export const directDebitMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    name: 'Name on the account',
    'sort-code': 'Sort code',
    'sort-code-hint': 'It has 6 numbers, like 30 94 30',
    'account-number': 'Account number',
    'account-number-hint': 'It has between 6 and 8 numbers',
    ending: 'sort code ending {sort}, account number ending {number}',
    given: 'You have given the account {account}. Leave a field empty to keep it as it is.',
    first: 'We take the first payment on {day}.',
    'first-amount': 'We take the first payment of {amount} on {day}.',
    statement: '“{creditor}” will be on your statements, with the account ending {ending}.',
    notice: 'We tell you at least {days} working days before we take a payment, or a different one.',
    'by-email': 'You will get a confirmation by email, with the amount and date of each payment.',
    'by-letter': 'You will get a confirmation by letter, with the amount and date of each payment.',
    keep: 'Keep paying by hand until then, so that no instalment is late.',
  },
  cy: {
    name: 'Enw ar y cyfrif',
    'sort-code': 'Cod didoli',
    'sort-code-hint': 'Mae ganddo 6 rhif, fel 30 94 30',
    'account-number': 'Rhif y cyfrif',
    'account-number-hint': 'Mae ganddo rhwng 6 ac 8 rhif',
    ending: 'cod didoli sy’n gorffen â {sort}, rhif cyfrif sy’n gorffen â {number}',
    given: 'Rydych wedi rhoi’r cyfrif {account}. Gadewch faes yn wag i’w gadw fel y mae.',
    first: 'Byddwn yn cymryd y taliad cyntaf ar {day}.',
    'first-amount': 'Byddwn yn cymryd y taliad cyntaf o {amount} ar {day}.',
    statement: 'Bydd “{creditor}” ar eich cyfriflenni, gyda’r cyfrif sy’n gorffen â {ending}.',
    notice: 'Rydym yn dweud wrthych o leiaf {days} diwrnod gwaith cyn cymryd taliad, neu un gwahanol.',
    'by-email': 'Cewch gadarnhad drwy e-bost, gyda swm a dyddiad pob taliad.',
    'by-letter': 'Cewch gadarnhad drwy lythyr, gyda swm a dyddiad pob taliad.',
    keep: 'Daliwch i dalu â llaw tan hynny, fel nad oes rhandaliad yn hwyr.',
  },
});
