import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'too-long'
  | 'not-a-date'
  | 'none-and-others'
  | 'too-many-files'
  | 'files-still-sending'
  | 'files-failed'
  | 'another-missing'
  | 'not-sent-title'
  | 'not-sent'
  | 'refused-title'
  | 'already-received'
  | 'contact-after';

/** What is said once a journey runs. What only some pages say is in `furtherMessages`. */
export const runningMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    'too-long': 'Your answer must be {limit} characters or fewer',
    'not-a-date': 'The date must be a real date, like 27 3 2027',
    'none-and-others': 'Select the answers that apply, or “{none}”, but not both',
    'too-many-files': { one: 'You can add 1 file. Remove the others', other: 'You can add up to {count} files. Remove some first' },
    'files-still-sending': 'Wait until your files are uploaded, then continue',
    'files-failed': 'Remove each file that was not uploaded, or try it again',
    'another-missing': 'Select yes if you want to add another',
    'not-sent-title': 'We could not send it',
    'not-sent':
      'The council did not answer. Your answers are still here: try again now or in a few minutes. Trying again never sends it twice.',
    'refused-title': 'It could not be sent',
    'already-received': 'This was already received, with the answers as they were before. Contact us to change it.',
    'contact-after': 'If something has changed or gone wrong',
  },
  cy: {
    'too-long': 'Rhaid i’ch ateb fod yn {limit} nod neu lai',
    'not-a-date': 'Rhaid i’r dyddiad fod yn un go iawn, fel 27 3 2027',
    'none-and-others': 'Dewiswch yr atebion sy’n berthnasol, neu “{none}”, ond nid y ddau',
    'too-many-files': {
      one: 'Gallwch ychwanegu 1 ffeil. Tynnwch y lleill',
      two: 'Gallwch ychwanegu hyd at {count} ffeil. Tynnwch rai yn gyntaf',
      other: 'Gallwch ychwanegu hyd at {count} ffeil. Tynnwch rai yn gyntaf',
    },
    'files-still-sending': 'Arhoswch nes bod eich ffeiliau wedi’u huwchlwytho, yna parhewch',
    'files-failed': 'Tynnwch bob ffeil na chafodd ei huwchlwytho, neu rhowch gynnig arall arni',
    'another-missing': 'Dewiswch oes os ydych am ychwanegu un arall',
    'not-sent-title': 'Nid oedd modd i ni ei anfon',
    'not-sent':
      'Ni atebodd y cyngor. Mae eich atebion yma o hyd: rhowch gynnig arall arni nawr neu ymhen ychydig funudau. Ni chaiff byth ei anfon ddwywaith.',
    'refused-title': 'Nid oedd modd ei anfon',
    'already-received': 'Cafodd hwn ei dderbyn eisoes, gyda’r atebion fel yr oeddent o’r blaen. Cysylltwch â ni i’w newid.',
    'contact-after': 'Os oes rhywbeth wedi newid neu fynd o’i le',
  },
});
