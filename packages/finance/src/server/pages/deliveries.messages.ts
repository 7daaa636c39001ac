import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'title'
  | 'which'
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
    which: 'Payment',
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
    which: 'Taliad',
    'kind-payment': 'Taliad, i’r system filio',
    'kind-refund': 'Ad-daliad o {amount}, i’r system filio',
    'kind-refund-failed': 'Ad-daliad o {amount} a fethodd, i’r system filio',
    'kind-read-payment': 'Neges gan GOV.UK Pay, i edrych arni',
    'kind-hand-on-mandate': 'Debyd Uniongyrchol, i’r system filio',
    'kind-email-receipt': 'Derbynneb, drwy e-bost',
    'kind-other': '{kind}',
  },
});
