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
    reference: 'What is the reference of the report?',
    'reference-hint': 'It has ten letters and numbers, like 7Q2KM-9XH4Y',
    show: 'Show the report',
    loading: 'Looking for the report…',
    empty: 'Enter the reference of the report',
    wrong: 'This is not a reference. Check it: it has ten letters and numbers, like 7Q2KM-9XH4Y',
    'not-found': 'There is no report with this reference. Check it, or look in what you kept when you sent the report',
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
    'reference-hint': 'Mae ganddo ddeg llythyren a rhif, fel 7Q2KM-9XH4Y',
    show: 'Dangos yr adroddiad',
    loading: 'Yn chwilio am yr adroddiad…',
    empty: 'Rhowch gyfeirnod yr adroddiad',
    wrong: 'Nid cyfeirnod yw hwn. Gwiriwch ef: mae ganddo ddeg llythyren a rhif, fel 7Q2KM-9XH4Y',
    'not-found': 'Nid oes adroddiad gyda’r cyfeirnod hwn. Gwiriwch ef, neu edrychwch yn yr hyn a gadwoch wrth anfon yr adroddiad',
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
