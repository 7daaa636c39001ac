import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'change'
  | 'remove'
  | 'upload'
  | 'not-provided'
  | 'yes'
  | 'no'
  | 'choose'
  | 'entry'
  | 'no-name-yet'
  | 'received-before'
  | 'reference'
  | 'another'
  | 'resume-title'
  | 'resume'
  | 'resume-continue'
  | 'resume-anew'
  | 'what-next';

/** What the further pages say themselves. They bring it, so a first question does not wait for it. */
export const furtherMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    change: 'Change',
    remove: 'Remove',
    upload: 'Upload',
    'not-provided': 'Not provided',
    yes: 'Yes',
    no: 'No',
    choose: 'Choose an answer',
    entry: '{title} {number}',
    'no-name-yet': 'Not finished',
    'received-before':
      'We received the answers you sent first. The changes you made after that were not sent. Contact us to change something.',
    reference: 'Your reference',
    another: 'Start another',
    'resume-title': 'You have answers you did not send',
    resume: 'They were saved on this device on {when}.',
    'resume-continue': 'Continue with them',
    'resume-anew': 'Delete them and start again',
    'what-next': 'What happens next',
  },
  cy: {
    change: 'Newid',
    remove: 'Tynnu',
    upload: 'Uwchlwytho',
    'not-provided': 'Heb ei roi',
    yes: 'Oes',
    no: 'Nac oes',
    choose: 'Dewiswch ateb',
    entry: '{title} {number}',
    'no-name-yet': 'Heb ei orffen',
    'received-before':
      'Cawsom yr atebion a anfonwyd gennych gyntaf. Ni anfonwyd y newidiadau a wnaethoch wedyn. Cysylltwch â ni i newid rhywbeth.',
    reference: 'Eich cyfeirnod',
    another: 'Dechrau un arall',
    'resume-title': 'Mae gennych atebion na wnaethoch eu hanfon',
    resume: 'Cawsant eu cadw ar y ddyfais hon ar {when}.',
    'resume-continue': 'Parhau â nhw',
    'resume-anew': 'Eu dileu a dechrau eto',
    'what-next': 'Beth sy’n digwydd nesaf',
  },
});
