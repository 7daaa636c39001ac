import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'success'
  | 'success-text'
  | 'receipt'
  | 'amount'
  | 'for'
  | 'reference'
  | 'date'
  | 'refunded'
  | 'print'
  | 'unfinished'
  | 'unfinished-text'
  | 'unconfirmed'
  | 'unconfirmed-text'
  | 'unconfirmed-long'
  | 'failed'
  | 'P0010'
  | 'P0020'
  | 'P0030'
  | 'P0040'
  | 'P0050'
  | 'nothing-taken'
  | 'not-created'
  | 'go-on'
  | 'ask-again'
  | 'start-again'
  | 'unknown'
  | 'to-pay'
  | 'to-pay-text'
  | 'pay-button';

/** What the page that residents come back to says. */
export const paymentPageMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    success: 'Payment received',
    'success-text': 'We have your payment of {amount}.',
    receipt: 'Your receipt',
    amount: 'Amount',
    for: 'Paid for',
    reference: 'Payment reference',
    date: 'Date',
    refunded: 'Given back since',
    print: 'Print or save this page to keep it as a receipt.',
    unfinished: 'You have not finished paying',
    'unfinished-text': 'Nothing has been taken yet. You can go on where you stopped, for 90 minutes after you began.',
    unconfirmed: 'Your payment is being confirmed',
    'unconfirmed-text': 'Do not pay again. This usually takes less than a minute.',
    'unconfirmed-long':
      'If it takes longer, you can close this page: we keep asking, and the answer will be here. Keep the address of this page.',
    failed: 'Your payment did not go through',
    P0010: 'Your bank or card provider declined the payment. Check the details of your card, use another card, or ask your bank.',
    P0020: 'More than 90 minutes passed before it was finished.',
    P0030: 'You cancelled the payment.',
    P0040: 'The payment was cancelled. This also happens when the same bill is being paid in another tab.',
    P0050: 'There was a technical problem at GOV.UK Pay or the card provider.',
    'nothing-taken': 'Nothing has been taken from your account.',
    'not-created': 'The payment was never begun at GOV.UK Pay.',
    'go-on': 'Go on to GOV.UK Pay',
    'ask-again': 'Check again',
    'start-again': 'Start again',
    unknown: 'GOV.UK Pay is not answering at the moment, so this is what we last knew. Do not pay again before you have checked.',
    'to-pay': 'Pay on GOV.UK Pay',
    'to-pay-text': 'You pay {amount} for {name}, {reference}. You type your card details on GOV.UK Pay’s own pages, not here.',
    'pay-button': 'Pay {amount}',
  },
  cy: {
    success: 'Taliad wedi’i dderbyn',
    'success-text': 'Rydym wedi derbyn eich taliad o {amount}.',
    receipt: 'Eich derbynneb',
    amount: 'Swm',
    for: 'Talwyd am',
    reference: 'Cyfeirnod y taliad',
    date: 'Dyddiad',
    refunded: 'Wedi’i roi’n ôl ers hynny',
    print: 'Argraffwch neu cadwch y dudalen hon fel derbynneb.',
    unfinished: 'Nid ydych wedi gorffen talu',
    'unfinished-text': 'Nid oes dim wedi’i gymryd eto. Gallwch barhau o’r lle y stopioch, am 90 munud ar ôl dechrau.',
    unconfirmed: 'Mae eich taliad yn cael ei gadarnhau',
    'unconfirmed-text': 'Peidiwch â thalu eto. Mae hyn fel arfer yn cymryd llai na munud.',
    'unconfirmed-long':
      'Os yw’n cymryd yn hirach, gallwch gau’r dudalen hon: rydym yn dal i ofyn, a bydd yr ateb yma. Cadwch gyfeiriad y dudalen hon.',
    failed: 'Ni aeth eich taliad drwodd',
    P0010:
      'Gwrthododd eich banc neu ddarparwr eich cerdyn y taliad. Gwiriwch fanylion eich cerdyn, defnyddiwch gerdyn arall, neu gofynnwch i’ch banc.',
    P0020: 'Aeth mwy na 90 munud heibio cyn ei orffen.',
    P0030: 'Gwnaethoch ganslo’r taliad.',
    P0040: 'Cafodd y taliad ei ganslo. Mae hyn hefyd yn digwydd pan fydd yr un bil yn cael ei dalu mewn tab arall.',
    P0050: 'Roedd problem dechnegol gyda GOV.UK Pay neu ddarparwr y cerdyn.',
    'nothing-taken': 'Nid oes dim wedi’i gymryd o’ch cyfrif.',
    'not-created': 'Ni ddechreuwyd y taliad ar GOV.UK Pay o gwbl.',
    'go-on': 'Parhau i GOV.UK Pay',
    'ask-again': 'Gwirio eto',
    'start-again': 'Dechrau eto',
    unknown: 'Nid yw GOV.UK Pay yn ateb ar hyn o bryd, felly dyma’r hyn a wyddem ddiwethaf. Peidiwch â thalu eto cyn gwirio.',
    'to-pay': 'Talu ar GOV.UK Pay',
    'to-pay-text':
      'Rydych yn talu {amount} am {name}, {reference}. Byddwch yn teipio manylion eich cerdyn ar dudalennau GOV.UK Pay ei hun, nid yma.',
    'pay-button': 'Talu {amount}',
  },
});
