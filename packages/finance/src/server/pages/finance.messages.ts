import { catalogue, type Catalogue } from '@council-kit/core';
import type { PaymentState } from '@council-kit/payments';

type Key =
  | 'finance'
  | 'payments'
  | 'books'
  | 'deliveries'
  | 'all-payments'
  | 'back-to-payment'
  | 'stale'
  | 'refunded'
  | 'part-refunded'
  | 'away-title'
  | 'away'
  | 'away-code'
  | 'try-again'
  | 'pay-number'
  | PaymentState;

/** What every page of the finance team says. */
export const financeMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    finance: 'Finance',
    payments: 'Payments',
    books: 'Compare and download',
    deliveries: 'Not yet passed on',
    'all-payments': 'All payments',
    'back-to-payment': 'Back to the payment',
    stale: 'The page was out of date and nothing was changed. Check what it says and send it again.',
    refunded: 'Refunded',
    'part-refunded': 'Refunded in part',
    'away-title': 'GOV.UK Pay cannot be asked at the moment',
    away: 'Nothing was changed. What the council’s own book says is still here. Try again in a few minutes.',
    'away-code': 'Error code for the team that runs the service: {code}',
    'try-again': 'Try again',
    'pay-number': 'GOV.UK Pay’s number',
    preparing: 'Being prepared',
    created: 'Not paid yet',
    started: 'On GOV.UK Pay’s page',
    submitted: 'Being confirmed',
    capturable: 'Waits to be captured',
    success: 'Paid',
    failed: 'Not paid',
    cancelled: 'Cancelled',
    error: 'Technical error',
    'not-created': 'Never begun',
  },
  cy: {
    finance: 'Cyllid',
    payments: 'Taliadau',
    books: 'Cymharu a lawrlwytho',
    deliveries: 'Heb eu trosglwyddo eto',
    'all-payments': 'Pob taliad',
    'back-to-payment': 'Yn ôl at y taliad',
    stale: 'Roedd y dudalen wedi dyddio ac ni newidiwyd dim. Gwiriwch yr hyn mae’n ei ddweud a’i hanfon eto.',
    refunded: 'Wedi’i ad-dalu',
    'part-refunded': 'Wedi’i ad-dalu’n rhannol',
    'away-title': 'Ni ellir gofyn i GOV.UK Pay ar hyn o bryd',
    away: 'Ni newidiwyd dim. Mae’r hyn mae llyfr y cyngor ei hun yn ei ddweud yma o hyd. Rhowch gynnig arall arni ymhen ychydig funudau.',
    'away-code': 'I bwy bynnag sy’n gofalu am y gwasanaeth: {code}',
    'try-again': 'Rhoi cynnig arall arni',
    'pay-number': 'Rhif GOV.UK Pay',
    preparing: 'Yn cael ei baratoi',
    created: 'Heb ei dalu eto',
    started: 'Ar dudalen GOV.UK Pay',
    submitted: 'Yn cael ei gadarnhau',
    capturable: 'Yn aros i’w gipio',
    success: 'Wedi’i dalu',
    failed: 'Heb ei dalu',
    cancelled: 'Wedi’i ganslo',
    error: 'Gwall technegol',
    'not-created': 'Heb ei ddechrau',
  },
});
