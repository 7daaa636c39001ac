import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'continue'
  | 'or'
  | 'too-long'
  | 'not-a-date'
  | 'none-and-others'
  | 'too-many-files'
  | 'files-still-sending'
  | 'another-missing'
  | 'not-sent-title'
  | 'not-sent'
  | 'try-again'
  | 'refused-title'
  | 'already-received'
  | 'unreachable-title'
  | 'unreachable'
  | 'not-loaded-title'
  | 'not-loaded'
  | 'loading'
  | 'contact'
  | 'contact-after';

/** What the first pages say themselves. The questions' words are in the definition, and those of the later pages in `furtherMessages`. */
export const journeyMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    continue: 'Continue',
    or: 'or',
    'too-long': 'Your answer must be {limit} characters or fewer',
    'not-a-date': 'The date must be a real date, like 27 3 2027',
    'none-and-others': 'Select the answers that apply, or “{none}”, but not both',
    'too-many-files': { one: 'You can add 1 file. Remove the others', other: 'You can add up to {count} files. Remove some first' },
    'files-still-sending': 'Wait until your files are uploaded, then continue',
    'another-missing': 'Select yes if you want to add another',
    'not-sent-title': 'We could not send it',
    'not-sent':
      'The council did not answer. Your answers are still here: try again now or in a few minutes. Trying again never sends it twice.',
    'try-again': 'Try again',
    'refused-title': 'It could not be sent',
    'already-received': 'This was already received, with the answers as they were before. Contact us to change it.',
    'unreachable-title': 'The next question could not be loaded',
    unreachable: 'We could not reach the council. Your answers are still here: check your connection and try again.',
    'not-loaded-title': 'The form could not be loaded',
    'not-loaded': 'Sorry, there is a problem. Check your connection and try again.',
    loading: 'Loading',
    contact: 'If you cannot use this form',
    'contact-after': 'If something has changed or gone wrong',
  },
  cy: {
    continue: 'Parhau',
    or: 'neu',
    'too-long': 'Rhaid i’ch ateb fod yn {limit} nod neu lai',
    'not-a-date': 'Rhaid i’r dyddiad fod yn un go iawn, fel 27 3 2027',
    'none-and-others': 'Dewiswch yr atebion sy’n berthnasol, neu “{none}”, ond nid y ddau',
    'too-many-files': {
      one: 'Gallwch ychwanegu 1 ffeil. Tynnwch y lleill',
      two: 'Gallwch ychwanegu hyd at {count} ffeil. Tynnwch rai yn gyntaf',
      other: 'Gallwch ychwanegu hyd at {count} ffeil. Tynnwch rai yn gyntaf',
    },
    'files-still-sending': 'Arhoswch nes bod eich ffeiliau wedi’u huwchlwytho, yna parhewch',
    'another-missing': 'Dewiswch oes os ydych am ychwanegu un arall',
    'not-sent-title': 'Nid oedd modd i ni ei anfon',
    'not-sent':
      'Ni atebodd y cyngor. Mae eich atebion yma o hyd: rhowch gynnig arall arni nawr neu ymhen ychydig funudau. Ni chaiff byth ei anfon ddwywaith.',
    'try-again': 'Rhoi cynnig arall arni',
    'refused-title': 'Nid oedd modd ei anfon',
    'already-received': 'Cafodd hwn ei dderbyn eisoes, gyda’r atebion fel yr oeddent o’r blaen. Cysylltwch â ni i’w newid.',
    'unreachable-title': 'Nid oedd modd llwytho’r cwestiwn nesaf',
    unreachable: 'Nid oedd modd cyrraedd y cyngor. Mae eich atebion yma o hyd: gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    'not-loaded-title': 'Nid oedd modd llwytho’r ffurflen',
    'not-loaded': 'Mae’n ddrwg gennym, mae problem. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    loading: 'Yn llwytho',
    contact: 'Os na allwch ddefnyddio’r ffurflen hon',
    'contact-after': 'Os oes rhywbeth wedi newid neu fynd o’i le',
  },
});
