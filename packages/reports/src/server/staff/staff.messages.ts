import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'reports'
  | 'filter'
  | 'status'
  | 'all-open'
  | 'all-closed'
  | 'all'
  | 'kind'
  | 'ward'
  | 'words'
  | 'words-hint'
  | 'apply'
  | 'clear'
  | 'none'
  | 'caption'
  | 'reference'
  | 'place'
  | 'reported'
  | 'updated'
  | 'newer'
  | 'older'
  | 'undelivered'
  | 'delivery'
  | 'report'
  | 'back'
  | 'position'
  | 'accuracy'
  | 'description'
  | 'photos'
  | 'photo'
  | 'contact'
  | 'no-contact'
  | 'deleted-on'
  | 'forwarded'
  | 'forwarded-as'
  | 'forwarding-waits'
  | 'not-forwarded'
  | 'updates'
  | 'no-updates'
  | 'add-update'
  | 'new-status'
  | 'update-text'
  | 'update-hint'
  | 'update-empty'
  | 'update-long'
  | 'status-missing'
  | 'save'
  | 'saved'
  | 'stale';

/** What the staff's pages say. */
export const staffMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    reports: 'Reports',
    filter: 'Narrow the list',
    status: 'Status',
    'all-open': 'All open',
    'all-closed': 'All closed',
    all: 'All',
    kind: 'Kind',
    ward: 'Ward',
    words: 'Words',
    'words-hint': 'A reference, or the beginnings of words in the place or the description',
    apply: 'Show',
    clear: 'Show everything',
    none: 'No reports match.',
    caption: 'Reports, newest first',
    reference: 'Reference',
    place: 'Place',
    reported: 'Reported',
    updated: 'Last changed',
    newer: 'Newer reports',
    older: 'Older reports',
    undelivered: 'Reports not yet handed on',
    delivery: 'Report, to {upstream}',
    report: 'Report {reference}',
    back: 'All reports',
    position: 'Position',
    accuracy: '{lat}, {long}, to within {metres} m',
    description: 'Description',
    photos: 'Photos',
    photo: 'Photo {number}',
    contact: 'Contact',
    'no-contact': 'None given, or deleted after its time',
    'deleted-on': 'Deleted on {day}',
    forwarded: 'Handed on',
    'forwarded-as': 'To {upstream}, as {id}',
    'forwarding-waits': 'To {upstream}; it has not given a number',
    'not-forwarded': 'No',
    updates: 'Public updates',
    'no-updates': 'None yet.',
    'add-update': 'Add a public update',
    'new-status': 'New status',
    'update-text': 'Update',
    'update-hint': 'Anybody with the reference can read this. Do not name the person who reported it.',
    'update-empty': 'Enter what you want to tell the person who reported it',
    'update-long': 'The update must be 4,000 characters or less',
    'status-missing': 'Select the new status',
    save: 'Publish the update',
    saved: 'The update is published.',
    stale: 'The page was out of date and nothing was changed. Check the update and publish it again.',
  },
  cy: {
    reports: 'Adroddiadau',
    filter: 'Culhau’r rhestr',
    status: 'Statws',
    'all-open': 'Pob un agored',
    'all-closed': 'Pob un wedi cau',
    all: 'Pob un',
    kind: 'Math',
    ward: 'Ward',
    words: 'Geiriau',
    'words-hint': 'Cyfeirnod, neu ddechrau geiriau yn y lle neu’r disgrifiad',
    apply: 'Dangos',
    clear: 'Dangos popeth',
    none: 'Nid oes adroddiadau’n cyfateb.',
    caption: 'Adroddiadau, y diweddaraf yn gyntaf',
    reference: 'Cyfeirnod',
    place: 'Lle',
    reported: 'Adroddwyd',
    updated: 'Newidiwyd ddiwethaf',
    newer: 'Adroddiadau mwy diweddar',
    older: 'Adroddiadau hŷn',
    undelivered: 'Adroddiadau heb eu trosglwyddo eto',
    delivery: 'Adroddiad, i {upstream}',
    report: 'Adroddiad {reference}',
    back: 'Pob adroddiad',
    position: 'Lleoliad',
    accuracy: '{lat}, {long}, o fewn {metres} m',
    description: 'Disgrifiad',
    photos: 'Lluniau',
    photo: 'Llun {number}',
    contact: 'Cyswllt',
    'no-contact': 'Dim wedi’i roi, neu wedi’i ddileu ar ôl ei amser',
    'deleted-on': 'Caiff ei ddileu ar {day}',
    forwarded: 'Wedi’i drosglwyddo',
    'forwarded-as': 'I {upstream}, fel {id}',
    'forwarding-waits': 'I {upstream}; nid yw wedi rhoi rhif',
    'not-forwarded': 'Na',
    updates: 'Diweddariadau cyhoeddus',
    'no-updates': 'Dim eto.',
    'add-update': 'Ychwanegu diweddariad cyhoeddus',
    'new-status': 'Statws newydd',
    'update-text': 'Diweddariad',
    'update-hint': 'Gall unrhyw un sydd â’r cyfeirnod ddarllen hyn. Peidiwch ag enwi’r person a roddodd wybod.',
    'update-empty': 'Rhowch yr hyn rydych am ei ddweud wrth y person a roddodd wybod',
    'update-long': 'Rhaid i’r diweddariad fod yn 4,000 nod neu lai',
    'status-missing': 'Dewiswch y statws newydd',
    save: 'Cyhoeddi’r diweddariad',
    saved: 'Mae’r diweddariad wedi’i gyhoeddi.',
    stale: 'Roedd y dudalen wedi dyddio ac ni newidiwyd dim. Gwiriwch y diweddariad a’i gyhoeddi eto.',
  },
});
