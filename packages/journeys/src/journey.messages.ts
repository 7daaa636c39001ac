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
  | 'file-too-large'
  | 'file-not-sent'
  | 'files-too-large'
  | 'form-too-large'
  | 'files-still-sending'
  | 'another-missing'
  | 'entry'
  | 'no-name-yet'
  | 'not-sent-title'
  | 'not-sent'
  | 'try-again'
  | 'refused-title'
  | 'unreachable-title'
  | 'unreachable'
  | 'loading'
  | 'expired-title'
  | 'expired'
  | 'start'
  | 'stale'
  | 'cookies-title'
  | 'cookies'
  | 'contact'
  | 'telephone'
  | 'email'
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
    'file-too-large': '{name} must be smaller than {limit} MB',
    'file-not-sent': '{name} could not be uploaded. Try again',
    'files-too-large': 'These files are too large together. Upload them one at a time',
    'form-too-large': 'Your answer is far too long. Write a shorter one',
    'files-still-sending': 'Wait until your files are uploaded, then continue',
    'another-missing': 'Select yes if you want to add another',
    entry: '{title} {number}',
    'no-name-yet': 'Not finished',
    'not-sent-title': 'It has not been sent',
    'not-sent': 'We could not reach the council. Nothing has been sent. Your answers are still here: you can try again now or in a few minutes.',
    'try-again': 'Try again',
    'refused-title': 'It could not be sent',
    'unreachable-title': 'The next question could not be loaded',
    unreachable: 'We could not reach the council. Your answers are still here: check your connection and try again.',
    loading: 'Loading',
    'expired-title': 'Your answers are no longer here',
    expired: 'They are kept for a limited time, and only in the browser they were given in. You can start again.',
    start: 'Start again',
    stale: 'This page was open for a long time, or in another tab. Nothing you entered on it is lost: check it and continue.',
    'cookies-title': 'Your browser does not keep cookies for this site',
    cookies: 'This form needs one cookie to hold your answers while you fill it in. Allow cookies for this site and start again.',
    contact: 'If you cannot use this form',
    telephone: 'Telephone:',
    email: 'Email:',
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
    'file-too-large': 'Rhaid i {name} fod yn llai na {limit} MB',
    'file-not-sent': 'Nid oedd modd uwchlwytho {name}. Rhowch gynnig arall arni',
    'files-too-large': 'Mae’r ffeiliau hyn yn rhy fawr gyda’i gilydd. Uwchlwythwch nhw fesul un',
    'form-too-large': 'Mae eich ateb yn llawer rhy hir. Ysgrifennwch un byrrach',
    'files-still-sending': 'Arhoswch nes bod eich ffeiliau wedi’u huwchlwytho, yna parhewch',
    'another-missing': 'Dewiswch oes os ydych am ychwanegu un arall',
    entry: '{title} {number}',
    'no-name-yet': 'Heb ei orffen',
    'not-sent-title': 'Nid yw wedi’i anfon',
    'not-sent':
      'Nid oedd modd cyrraedd y cyngor. Nid oes dim wedi’i anfon. Mae eich atebion yma o hyd: gallwch roi cynnig arall arni nawr neu ymhen ychydig funudau.',
    'try-again': 'Rhoi cynnig arall arni',
    'refused-title': 'Nid oedd modd ei anfon',
    'unreachable-title': 'Nid oedd modd llwytho’r cwestiwn nesaf',
    unreachable: 'Nid oedd modd cyrraedd y cyngor. Mae eich atebion yma o hyd: gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    loading: 'Yn llwytho',
    'expired-title': 'Nid yw eich atebion yma mwyach',
    expired: 'Fe’u cedwir am gyfnod cyfyngedig, a dim ond yn y porwr y’u rhoddwyd ynddo. Gallwch ddechrau eto.',
    start: 'Dechrau eto',
    stale: 'Bu’r dudalen hon ar agor am amser hir, neu mewn tab arall. Nid oes dim a roesoch arni wedi’i golli: gwiriwch hi a pharhewch.',
    'cookies-title': 'Nid yw eich porwr yn cadw cwcis ar gyfer y safle hwn',
    cookies: 'Mae angen un cwci ar y ffurflen hon i ddal eich atebion wrth i chi ei llenwi. Caniatewch gwcis ar gyfer y safle hwn a dechreuwch eto.',
    contact: 'Os na allwch ddefnyddio’r ffurflen hon',
    telephone: 'Ffôn:',
    email: 'E-bost:',
    reference: 'Eich cyfeirnod',
    another: 'Dechrau un arall',
    'resume-title': 'Mae gennych atebion na wnaethoch eu hanfon',
    resume: 'Cawsant eu cadw ar y ddyfais hon ar {when}.',
    'resume-continue': 'Parhau â nhw',
    'resume-anew': 'Eu dileu a dechrau eto',
    'what-next': 'Beth sy’n digwydd nesaf',
  },
});
