import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'title'
  | 'none'
  | 'intro'
  | 'what'
  | 'which'
  | 'attempts'
  | 'reason'
  | 'next'
  | 'given-up'
  | 'try-again'
  | 'try-all'
  | 'tried'
  | 'tried-all'
  | 'gone'
  | 'kind-payment'
  | 'kind-refund'
  | 'kind-refund-failed'
  | 'kind-read-payment'
  | 'kind-hand-on-mandate'
  | 'kind-email-receipt'
  | 'kind-other';

/** What the page says of what has not been passed on. */
export const deliveriesMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Not yet passed on',
    none: 'Everything has been passed on.',
    intro:
      'These are safe here and have not reached the other system. They are tried again by themselves; those that were given up only when you say so.',
    what: 'What',
    which: 'Payment',
    attempts: 'Attempts',
    reason: 'What happened',
    next: 'Next attempt',
    'given-up': 'Given up',
    'try-again': 'Try again now',
    'try-all': 'Try all of them again',
    tried: 'It is being tried again.',
    'tried-all': { one: '{count} is being tried again.', other: '{count} are being tried again.' },
    gone: 'It was passed on meanwhile.',
    'kind-payment': 'Payment, to the billing system',
    'kind-refund': 'Refund of {amount}, to the billing system',
    'kind-refund-failed': 'Failed refund of {amount}, to the billing system',
    'kind-read-payment': 'Message of GOV.UK Pay’s, to be looked into',
    'kind-hand-on-mandate': 'Direct Debit, to the billing system',
    'kind-email-receipt': 'Receipt, by email',
    'kind-other': '{kind}',
  },
  cy: {
    title: 'Heb eu trosglwyddo eto',
    none: 'Mae popeth wedi’i drosglwyddo.',
    intro:
      'Mae’r rhain yn ddiogel yma ac nid ydynt wedi cyrraedd y system arall. Rhoddir cynnig arall arnynt ar eu pennau eu hunain; ar y rhai y rhoddwyd y gorau iddynt dim ond pan ddywedwch chi.',
    what: 'Beth',
    which: 'Taliad',
    attempts: 'Cynigion',
    reason: 'Beth ddigwyddodd',
    next: 'Cynnig nesaf',
    'given-up': 'Rhoddwyd y gorau iddi',
    'try-again': 'Rhoi cynnig arall arni nawr',
    'try-all': 'Rhoi cynnig arall ar bob un',
    tried: 'Rhoddir cynnig arall arni.',
    'tried-all': 'Rhoddir cynnig arall ar {count}.',
    gone: 'Fe’i trosglwyddwyd yn y cyfamser.',
    'kind-payment': 'Taliad, i’r system filio',
    'kind-refund': 'Ad-daliad o {amount}, i’r system filio',
    'kind-refund-failed': 'Ad-daliad o {amount} a fethodd, i’r system filio',
    'kind-read-payment': 'Neges gan GOV.UK Pay, i edrych arni',
    'kind-hand-on-mandate': 'Debyd Uniongyrchol, i’r system filio',
    'kind-email-receipt': 'Derbynneb, drwy e-bost',
    'kind-other': '{kind}',
  },
});
