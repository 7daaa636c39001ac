import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'staff-pages'
  | 'signed-in'
  | 'deliveries-none'
  | 'deliveries-intro'
  | 'what'
  | 'reason'
  | 'attempts'
  | 'next'
  | 'given-up'
  | 'try-again'
  | 'try-all'
  | 'tried'
  | 'tried-all'
  | 'gone';

/** What the staff pages of all services say. */
export const staffMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    'staff-pages': 'Staff pages',
    'signed-in': 'Signed in as {name}',
    'deliveries-none': 'Everything has been passed on.',
    'deliveries-intro':
      'These are safe here and have not reached the other system. They are tried again automatically, except those that were given up.',
    what: 'What',
    reason: 'What happened',
    attempts: 'Attempts',
    next: 'Next attempt',
    'given-up': 'Given up',
    'try-again': 'Try again now',
    'try-all': 'Try all of them again',
    tried: 'It is being tried again.',
    'tried-all': { one: '{count} is being tried again.', other: '{count} are being tried again.' },
    gone: 'It has already been passed on.',
  },
  cy: {
    'staff-pages': 'Tudalennau staff',
    'signed-in': 'Wedi mewngofnodi fel {name}',
    'deliveries-none': 'Mae popeth wedi’i drosglwyddo.',
    'deliveries-intro':
      'Mae’r rhain yn ddiogel yma ac nid ydynt wedi cyrraedd y system arall. Rhoddir cynnig arall arnynt yn awtomatig, ac eithrio’r rhai y rhoddwyd y gorau iddynt.',
    what: 'Beth',
    reason: 'Beth ddigwyddodd',
    attempts: 'Cynigion',
    next: 'Cynnig nesaf',
    'given-up': 'Rhoddwyd y gorau iddi',
    'try-again': 'Rhoi cynnig arall arni nawr',
    'try-all': 'Rhoi cynnig arall ar bob un',
    tried: 'Rhoddir cynnig arall arni.',
    'tried-all': 'Rhoddir cynnig arall ar {count}.',
    gone: 'Mae eisoes wedi’i drosglwyddo.',
  },
});
