import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'continue'
  | 'change'
  | 'remove'
  | 'upload'
  | 'not-provided'
  | 'yes'
  | 'no'
  | 'choose'
  | 'or'
  | 'too-long'
  | 'not-a-date'
  | 'none-and-others'
  | 'too-many-files'
  | 'files-still-sending'
  | 'another-missing'
  | 'entry'
  | 'no-name-yet'
  | 'not-sent-title'
  | 'not-sent'
  | 'try-again'
  | 'refused-title'
  | 'already-received'
  | 'received-before'
  | 'unreachable-title'
  | 'unreachable'
  | 'not-loaded-title'
  | 'not-loaded'
  | 'loading'
  | 'contact'
  | 'contact-after'
  | 'reference'
  | 'another'
  | 'resume-title'
  | 'resume'
  | 'resume-continue'
  | 'resume-anew'
  | 'what-next';

/** Every word the pages themselves say. The questions' words are in the definition. */
export const journeyMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    continue: 'Continue',
    change: 'Change',
    remove: 'Remove',
    upload: 'Upload',
    'not-provided': 'Not provided',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose an answer',
    or: 'or',
    'too-long': 'Your answer must be {limit} characters or fewer',
    'not-a-date': 'The date must be a real date, like 27 3 2027',
    'none-and-others': 'Select the answers that apply, or “{none}”, but not both',
    'too-many-files': { one: 'You can add 1 file. Remove the others', other: 'You can add up to {count} files. Remove some first' },
    'files-still-sending': 'Wait until your files are uploaded, then continue',
    'another-missing': 'Select yes if you want to add another',
    entry: '{title} {number}',
    'no-name-yet': 'Not finished',
    'not-sent-title': 'We could not send it',
    'not-sent':
      'The council did not answer. Your answers are still here: try again now or in a few minutes. Trying again never sends it twice.',
    'try-again': 'Try again',
    'refused-title': 'It could not be sent',
    'received-before':
      'We received the answers you sent first. The changes you made after that were not sent. Contact us to change something.',
    'already-received': 'This was already received, with the answers as they were before. Contact us to change it.',
    'unreachable-title': 'The next question could not be loaded',
    unreachable: 'We could not reach the council. Your answers are still here: check your connection and try again.',
    'not-loaded-title': 'The form could not be loaded',
    'not-loaded': 'Sorry, there is a problem. Check your connection and try again.',
    loading: 'Loading',
    contact: 'If you cannot use this form',
    'contact-after': 'If something has changed or gone wrong',
    reference: 'Your reference',
    another: 'Start another',
    'resume-title': 'You have answers you did not send',
    resume: 'They were saved on this device on {when}.',
    'resume-continue': 'Continue with them',
    'resume-anew': 'Delete them and start again',
    'what-next': 'What happens next',
  },
  cy: {
    continue: 'Parhau',
    change: 'Newid',
    remove: 'Tynnu',
    upload: 'Uwchlwytho',
    'not-provided': 'Heb ei roi',
    yes: 'Oes',
    no: 'Nac oes',
    choose: 'Dewiswch ateb',
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
    entry: '{title} {number}',
    'no-name-yet': 'Heb ei orffen',
    'not-sent-title': 'Nid oedd modd i ni ei anfon',
    'not-sent':
      'Ni atebodd y cyngor. Mae eich atebion yma o hyd: rhowch gynnig arall arni nawr neu ymhen ychydig funudau. Ni chaiff byth ei anfon ddwywaith.',
    'try-again': 'Rhoi cynnig arall arni',
    'refused-title': 'Nid oedd modd ei anfon',
    'received-before':
      'Cawsom yr atebion a anfonwyd gennych gyntaf. Ni anfonwyd y newidiadau a wnaethoch wedyn. Cysylltwch â ni i newid rhywbeth.',
    'already-received': 'Cafodd hwn ei dderbyn eisoes, gyda’r atebion fel yr oeddent o’r blaen. Cysylltwch â ni i’w newid.',
    'unreachable-title': 'Nid oedd modd llwytho’r cwestiwn nesaf',
    unreachable: 'Nid oedd modd cyrraedd y cyngor. Mae eich atebion yma o hyd: gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    'not-loaded-title': 'Nid oedd modd llwytho’r ffurflen',
    'not-loaded': 'Mae’n ddrwg gennym, mae problem. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    loading: 'Yn llwytho',
    contact: 'Os na allwch ddefnyddio’r ffurflen hon',
    'contact-after': 'Os oes rhywbeth wedi newid neu fynd o’i le',
    reference: 'Eich cyfeirnod',
    another: 'Dechrau un arall',
    'resume-title': 'Mae gennych atebion na wnaethoch eu hanfon',
    resume: 'Cawsant eu cadw ar y ddyfais hon ar {when}.',
    'resume-continue': 'Parhau â nhw',
    'resume-anew': 'Eu dileu a dechrau eto',
    'what-next': 'Beth sy’n digwydd nesaf',
  },
});
