import type { Text } from '@council-kit/core';
import { addressLimit, descriptionLimit, photoLimit } from '../contract/limits.ts';

const grouped = (count: number): string => count.toLocaleString('en-GB');

/** What is said about a report that cannot be taken as it is: the journey, the API and Open311 say the same. */
export const ruleMessages = {
  serviceRequired: { en: 'Select what you want to report', cy: 'Dewiswch beth rydych am roi gwybod amdano' },
  serviceUnknown: {
    en: 'This is not a kind of report that we take. Select one from the list',
    cy: 'Nid yw hwn yn fath o adroddiad rydym yn ei dderbyn. Dewiswch un o’r rhestr',
  },
  placeRequired: {
    en: 'Tell us where it is: in words, with your position, or on the map',
    cy: 'Dywedwch wrthym ble mae: mewn geiriau, gyda’ch lleoliad, neu ar y map',
  },
  placeTooLong: {
    en: `Where it is must be ${grouped(addressLimit)} characters or less`,
    cy: `Rhaid i’r lleoliad fod yn ${grouped(addressLimit)} nod neu lai`,
  },
  positionUnreadable: {
    en: 'The position must be a latitude and a longitude in degrees',
    cy: 'Rhaid i’r lleoliad fod yn lledred a hydred mewn graddau',
  },
  descriptionRequired: { en: 'Describe the problem', cy: 'Disgrifiwch y broblem' },
  descriptionTooLong: {
    en: `The description must be ${grouped(descriptionLimit)} characters or less`,
    cy: `Rhaid i’r disgrifiad fod yn ${grouped(descriptionLimit)} nod neu lai`,
  },
  choiceUnknown: { en: 'Select one of the answers given', cy: 'Dewiswch un o’r atebion a roddir' },
  numberUnreadable: { en: 'The answer must be a number', cy: 'Rhaid i’r ateb fod yn rhif' },
  dateUnreadable: { en: 'The answer must be a real date', cy: 'Rhaid i’r ateb fod yn ddyddiad go iawn' },
  answerTooLong: { en: 'The answer must be 1,000 characters or less', cy: 'Rhaid i’r ateb fod yn 1,000 nod neu lai' },
  tooManyAttributes: (most: number) => ({
    en: `There must be ${most} attributes or fewer that we do not ask for`,
    cy: `Rhaid bod ${most} priodoledd neu lai nad ydym yn gofyn amdanynt`,
  }),
  nameTooLong: { en: 'Your name must be 200 characters or less', cy: 'Rhaid i’ch enw fod yn 200 nod neu lai' },
  emailUnreadable: {
    en: 'Enter an email address in the correct format, like name@example.com',
    cy: 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com',
  },
  phoneUnreadable: {
    en: 'Enter a phone number, like 01632 960 001 or 07700 900 982',
    cy: 'Rhowch rif ffôn, fel 01632 960 001 neu 07700 900 982',
  },
  tooManyPhotos: { en: `You can add up to ${photoLimit} photos`, cy: `Gallwch ychwanegu hyd at ${photoLimit} llun` },
  photoUnknown: {
    en: 'A photo is no longer here. Add it again',
    cy: 'Nid yw llun yma mwyach. Ychwanegwch ef eto',
  },
} as const satisfies Record<string, Text | ((most: number) => Text)>;
