import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'title'
  | 'reference'
  | 'reference-hint'
  | 'show'
  | 'loading'
  | 'empty'
  | 'wrong'
  | 'not-found'
  | 'unreachable'
  | 'again'
  | 'heading'
  | 'problem'
  | 'place'
  | 'status'
  | 'reported'
  | 'description'
  | 'photos'
  | 'photo'
  | 'updates'
  | 'no-updates'
  | 'another';

/** What following a report can say, in the widget and on the page. */
export const reportStatusMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Follow a report',
    reference: 'What is your report’s reference?',
    'reference-hint': 'It has 10 letters and numbers, like 7Q2KM-9XH4Y',
    show: 'Show the report',
    loading: 'Looking for the report…',
    empty: 'Enter your report’s reference',
    wrong: 'The reference must have 10 letters and numbers, like 7Q2KM-9XH4Y',
    'not-found': 'We cannot find a report with this reference. Check it is the one we gave you when you sent the report',
    unreachable: 'The council’s service did not answer. Check your connection and try again.',
    again: 'Try again',
    heading: 'Report {reference}',
    problem: 'Problem',
    place: 'Place',
    status: 'Status',
    reported: 'Reported',
    description: 'Description',
    photos: 'Photos',
    photo: 'Photo {number}',
    updates: 'Updates from the council',
    'no-updates': 'There are no updates yet.',
    another: 'Follow another report',
  },
  cy: {
    title: 'Dilyn adroddiad',
    reference: 'Beth yw cyfeirnod yr adroddiad?',
    'reference-hint': 'Mae ganddo 10 o lythrennau a rhifau, fel 7Q2KM-9XH4Y',
    show: 'Dangos yr adroddiad',
    loading: 'Yn chwilio am yr adroddiad…',
    empty: 'Rhowch gyfeirnod yr adroddiad',
    wrong: 'Rhaid i’r cyfeirnod gynnwys 10 o lythrennau a rhifau, fel 7Q2KM-9XH4Y',
    'not-found': 'Ni allwn ddod o hyd i adroddiad â’r cyfeirnod hwn. Gwiriwch mai dyma’r un a roddwyd i chi wrth anfon yr adroddiad',
    unreachable: 'Nid atebodd gwasanaeth y cyngor. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    again: 'Rhoi cynnig arall arni',
    heading: 'Adroddiad {reference}',
    problem: 'Problem',
    place: 'Lle',
    status: 'Statws',
    reported: 'Adroddwyd',
    description: 'Disgrifiad',
    photos: 'Lluniau',
    photo: 'Llun {number}',
    updates: 'Diweddariadau gan y cyngor',
    'no-updates': 'Nid oes diweddariadau eto.',
    another: 'Dilyn adroddiad arall',
  },
});
