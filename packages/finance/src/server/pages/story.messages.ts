import { catalogue, type Catalogue } from '@council-kit/core';

/** Kinds of ledger entries, as `records/tables.ts` has them. */
export const toldKinds = [
  'intended',
  'refused',
  'unanswered',
  'created',
  'found',
  'state',
  'paid',
  'refund-asked',
  'refund-refused',
  'refund-unanswered',
  'refunded',
  'refund-failed',
  'posted',
  'not-posted',
  'not-created',
  'mismatch',
  'receipt-sent',
  'receipt-not-sent',
  'cancel-asked',
  'capture-asked',
] as const;
export type ToldKind = (typeof toldKinds)[number];

export const toldSources = ['resident', 'answer', 'search', 'webhook', 'mop-up', 'return', 'outbox'] as const;
export type ToldSource = (typeof toldSources)[number];

type Key =
  | 'title'
  | 'state'
  | 'amount'
  | 'refunded'
  | 'left'
  | 'fund'
  | 'begun'
  | 'paid-on'
  | 'number'
  | 'pay-id'
  | 'pay-id-none'
  | 'receipt'
  | 'receipt-page'
  | 'receipt-sending'
  | 'receipt-sent-already'
  | 'receipt-not-sent-yet'
  | 'billing'
  | 'billing-told'
  | 'billing-waits'
  | 'billing-payment'
  | 'billing-refund'
  | 'refund-button'
  | 'cancel-button'
  | 'capture-button'
  | 'read-button'
  | 'what-happened'
  | 'brought-by'
  | 'refunds'
  | 'refund-id'
  | 'refund-submitted'
  | 'refund-success'
  | 'refund-error'
  | 'was-read'
  | 'was-cancelled'
  | 'was-captured'
  | 'was-not-cancelled'
  | 'was-not-captured'
  | 'was-refunded'
  | 'was-failed'
  | 'was-not-seen'
  | 'was-unknown'
  | 'kind-other'
  | `kind-${ToldKind}`
  | 'source-officer'
  | `source-${ToldSource}`;

/** What a payment's page says. */
export const storyMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Payment {reference}',
    state: 'State',
    amount: 'Amount',
    refunded: 'Refunded',
    left: 'Left to refund',
    fund: 'For',
    begun: 'Begun',
    'paid-on': 'Paid',
    number: 'Payment number, its reference at GOV.UK Pay',
    'pay-id': 'GOV.UK Pay’s number',
    'pay-id-none': 'None: GOV.UK Pay does not have it',
    receipt: 'Receipt',
    'receipt-page': 'See the page that the resident sees',
    'receipt-sending': 'By email: being sent',
    'receipt-sent-already': 'By email: sent',
    'receipt-not-sent-yet': 'By email: could not be sent',
    billing: 'Billing system',
    'billing-told': 'Has been told of everything',
    'billing-waits': 'Has not been told yet: {what}',
    'billing-payment': 'the payment',
    'billing-refund': 'a refund of {amount}',
    'refund-button': 'Refund',
    'cancel-button': 'Cancel the payment',
    'capture-button': 'Take the money',
    'read-button': 'Ask GOV.UK Pay again',
    'what-happened': 'What happened',
    'brought-by': 'Known from: {source}',
    refunds: 'Refunds',
    'refund-id': 'GOV.UK Pay’s number of the refund',
    'refund-submitted': '{amount}: on its way to the card',
    'refund-success': '{amount}: given back',
    'refund-error': '{amount}: failed, the council has the money',
    'was-read': 'GOV.UK Pay was asked. This is what it says now.',
    'was-cancelled': 'The payment is cancelled. Nothing was taken.',
    'was-captured': 'The money is taken. The payment is paid.',
    'was-not-cancelled': 'The payment was not cancelled: it had gone on already. This is what it is now.',
    'was-not-captured': 'The money was not taken: the payment had gone on already. This is what it is now.',
    'was-refunded': '{amount} is refunded. It usually takes a few days to reach the card.',
    'was-failed': 'The refund of {amount} failed. The council has the money, and can refund it again.',
    'was-not-seen':
      'GOV.UK Pay’s answer to the refund of {amount} was lost, and it shows no such refund. If it was made after all, it shows here. You can refund again: GOV.UK Pay will not make it twice.',
    'was-unknown':
      'It is not known yet whether {amount} was refunded: GOV.UK Pay does not answer. Ask it again in a few minutes, before you refund again.',
    'kind-other': '{kind}',
    'kind-intended': 'Somebody began to pay {note}.',
    'kind-refused': 'GOV.UK Pay did not take the payment ({code}). Nothing was taken.',
    'kind-unanswered': 'GOV.UK Pay was asked for the payment, and its answer was lost ({code}).',
    'kind-created': 'GOV.UK Pay has the payment.',
    'kind-found': 'The payment was found at GOV.UK Pay, whose answer had been lost.',
    'kind-state': 'The payment is now: {state}.',
    'kind-paid': '{amount} came in.',
    'kind-refund-asked': 'GOV.UK Pay is asked to refund {note}.',
    'kind-refund-refused': 'GOV.UK Pay refused the refund ({code}). Nothing was refunded by it.',
    'kind-refund-unanswered': 'GOV.UK Pay’s answer to the refund of {note} was lost.',
    'kind-refunded': '{amount} was refunded. GOV.UK Pay’s number of the refund: {note}.',
    'kind-refund-failed': 'The refund {note} failed: the council has the {amount} again.',
    'kind-posted': 'The billing system was told, as {note}.',
    'kind-not-posted': 'The billing system could not be told: {note}.',
    'kind-not-created': 'The payment ended before GOV.UK Pay had it. Nothing was taken.',
    'kind-mismatch': 'GOV.UK Pay tells another amount or reference than was asked for: {note}. Look it up in GOV.UK Pay’s admin tool.',
    'kind-receipt-sent': 'The receipt was sent by email.',
    'kind-receipt-not-sent': 'The receipt could not be sent by email: {note}.',
    'kind-cancel-asked': 'GOV.UK Pay is asked to cancel the payment.',
    'kind-capture-asked': 'GOV.UK Pay is asked to take the money.',
    'source-officer': 'officer {id}',
    'source-resident': 'the resident',
    'source-answer': 'GOV.UK Pay’s answer',
    'source-search': 'a search at GOV.UK Pay',
    'source-webhook': 'a message of GOV.UK Pay’s',
    'source-mop-up': 'the regular look at what nobody came back from',
    'source-return': 'the page that the resident came back to',
    'source-outbox': 'what is passed on to other systems',
  },
  cy: {
    title: 'Taliad {reference}',
    state: 'Statws',
    amount: 'Swm',
    refunded: 'Ad-dalwyd',
    left: 'Ar ôl i’w ad-dalu',
    fund: 'Ar gyfer',
    begun: 'Dechreuwyd',
    'paid-on': 'Talwyd',
    number: 'Rhif y taliad, ei gyfeirnod yn GOV.UK Pay',
    'pay-id': 'Rhif GOV.UK Pay',
    'pay-id-none': 'Dim: nid yw gan GOV.UK Pay',
    receipt: 'Derbynneb',
    'receipt-page': 'Gweld y dudalen y mae’r preswylydd yn ei gweld',
    'receipt-sending': 'Drwy e-bost: yn cael ei hanfon',
    'receipt-sent-already': 'Drwy e-bost: wedi’i hanfon',
    'receipt-not-sent-yet': 'Drwy e-bost: ni ellid ei hanfon',
    billing: 'System filio',
    'billing-told': 'Wedi cael gwybod am bopeth',
    'billing-waits': 'Heb gael gwybod eto: {what}',
    'billing-payment': 'y taliad',
    'billing-refund': 'ad-daliad o {amount}',
    'refund-button': 'Ad-dalu',
    'cancel-button': 'Canslo’r taliad',
    'capture-button': 'Cymryd yr arian',
    'read-button': 'Gofyn i GOV.UK Pay eto',
    'what-happened': 'Beth ddigwyddodd',
    'brought-by': 'Yn hysbys o: {source}',
    refunds: 'Ad-daliadau',
    'refund-id': 'Rhif GOV.UK Pay ar gyfer yr ad-daliad',
    'refund-submitted': '{amount}: ar ei ffordd i’r cerdyn',
    'refund-success': '{amount}: wedi’i roi’n ôl',
    'refund-error': '{amount}: methodd, mae’r arian gan y cyngor',
    'was-read': 'Gofynnwyd i GOV.UK Pay. Dyma’r hyn y mae’n ei ddweud nawr.',
    'was-cancelled': 'Mae’r taliad wedi’i ganslo. Ni chymerwyd dim.',
    'was-captured': 'Mae’r arian wedi’i gymryd. Mae’r taliad wedi’i dalu.',
    'was-not-cancelled': 'Ni chafodd y taliad ei ganslo: roedd wedi mynd yn ei flaen yn barod. Dyma’r hyn ydyw nawr.',
    'was-not-captured': 'Ni chymerwyd yr arian: roedd y taliad wedi mynd yn ei flaen yn barod. Dyma’r hyn ydyw nawr.',
    'was-refunded': 'Mae {amount} wedi’i ad-dalu. Fel arfer mae’n cymryd ychydig ddyddiau i gyrraedd y cerdyn.',
    'was-failed': 'Methodd yr ad-daliad o {amount}. Mae’r arian gan y cyngor, a gall ei ad-dalu o’r newydd.',
    'was-not-seen':
      'Collwyd ateb GOV.UK Pay i’r ad-daliad o {amount}, ac nid yw’n dangos ad-daliad o’r fath. Os cafodd ei wneud wedi’r cyfan, bydd yn ymddangos yma. Gallwch ad-dalu eto: ni fydd GOV.UK Pay yn ei wneud ddwywaith.',
    'was-unknown':
      'Ni wyddys eto a ad-dalwyd {amount}: nid yw GOV.UK Pay yn ateb. Gofynnwch iddo eto ymhen ychydig funudau, cyn i chi ad-dalu eto.',
    'kind-other': '{kind}',
    'kind-intended': 'Dechreuodd rhywun dalu {note}.',
    'kind-refused': 'Ni chymerodd GOV.UK Pay y taliad ({code}). Ni chymerwyd dim.',
    'kind-unanswered': 'Gofynnwyd i GOV.UK Pay am y taliad, a chollwyd ei ateb ({code}).',
    'kind-created': 'Mae’r taliad gan GOV.UK Pay.',
    'kind-found': 'Cafwyd hyd i’r taliad yn GOV.UK Pay, yr oedd ei ateb wedi’i golli.',
    'kind-state': 'Y taliad nawr: {state}.',
    'kind-paid': 'Daeth {amount} i mewn.',
    'kind-refund-asked': 'Gofynnir i GOV.UK Pay ad-dalu {note}.',
    'kind-refund-refused': 'Gwrthododd GOV.UK Pay yr ad-daliad ({code}). Ni ad-dalwyd dim ganddo.',
    'kind-refund-unanswered': 'Collwyd ateb GOV.UK Pay i’r ad-daliad o {note}.',
    'kind-refunded': 'Ad-dalwyd {amount}. Rhif GOV.UK Pay ar gyfer yr ad-daliad: {note}.',
    'kind-refund-failed': 'Methodd yr ad-daliad {note}: mae’r {amount} gan y cyngor eto.',
    'kind-posted': 'Cafodd y system filio wybod, fel {note}.',
    'kind-not-posted': 'Ni ellid rhoi gwybod i’r system filio: {note}.',
    'kind-not-created': 'Daeth y taliad i ben cyn i GOV.UK Pay ei gael. Ni chymerwyd dim.',
    'kind-mismatch':
      'Mae GOV.UK Pay yn dweud swm neu gyfeirnod gwahanol i’r hyn y gofynnwyd amdano: {note}. Edrychwch arno yn offeryn gweinyddu GOV.UK Pay.',
    'kind-receipt-sent': 'Anfonwyd y dderbynneb drwy e-bost.',
    'kind-receipt-not-sent': 'Ni ellid anfon y dderbynneb drwy e-bost: {note}.',
    'kind-cancel-asked': 'Gofynnir i GOV.UK Pay ganslo’r taliad.',
    'kind-capture-asked': 'Gofynnir i GOV.UK Pay gymryd yr arian.',
    'source-officer': 'swyddog {id}',
    'source-resident': 'y preswylydd',
    'source-answer': 'ateb GOV.UK Pay',
    'source-search': 'chwiliad yn GOV.UK Pay',
    'source-webhook': 'neges gan GOV.UK Pay',
    'source-mop-up': 'yr edrych rheolaidd ar yr hyn na ddaeth neb yn ôl ohono',
    'source-return': 'y dudalen y daeth y preswylydd yn ôl iddi',
    'source-outbox': 'yr hyn a drosglwyddir i systemau eraill',
  },
});
