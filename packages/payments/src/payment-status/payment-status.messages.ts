import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'paid-title'
  | 'paid'
  | 'paid-keep'
  | 'receipt-sending'
  | 'receipt-sent'
  | 'receipt-not-sent'
  | 'refunded'
  | 'confirming-title'
  | 'confirming'
  | 'confirming-long'
  | 'not-confirmed'
  | 'capturable'
  | 'unfinished-title'
  | 'unfinished'
  | 'preparing-title'
  | 'preparing'
  | 'failed-title'
  | 'P0010'
  | 'P0020'
  | 'P0030'
  | 'P0040'
  | 'P0050'
  | 'other-failure'
  | 'nothing-taken'
  | 'not-created'
  | 'go-on'
  | 'start-again'
  | 'check-again'
  | 'print'
  | 'what'
  | 'amount'
  | 'date'
  | 'number'
  | 'loading'
  | 'no-answer-title'
  | 'no-answer'
  | 'pay-no-answer'
  | 'not-found-title'
  | 'not-found'
  | 'none-title'
  | 'none'
  | 'contact';

/** What became of a payment, in words. Says no more than is known. */
export const paymentStatusMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    'paid-title': 'Payment received',
    paid: 'We have your payment of {amount}.',
    'paid-keep':
      'Print this page, or save it as a PDF, to keep it as a receipt. It can take 3 working days until the payment shows on your account.',
    'receipt-sending': 'We are sending a receipt to the email address you gave.',
    'receipt-sent': 'We have sent a receipt to the email address you gave.',
    'receipt-not-sent': 'We could not send a receipt to the email address you gave.',
    refunded: 'Given back to you',
    'confirming-title': 'Your payment is being confirmed',
    confirming: 'Do not pay again. This page asks for the answer by itself. It usually takes less than a minute.',
    'confirming-long':
      'It takes longer than usual. Do not pay again. You can close this page: keep its address and look again later today, or ask us.',
    'not-confirmed': 'If you have not confirmed it on GOV.UK Pay yet, go on there',
    capturable: 'Your card was accepted. The money is taken when the council has confirmed the payment.',
    'unfinished-title': 'You have not finished paying',
    unfinished: 'Nothing has been taken yet. You can go on where you stopped, for 90 minutes after you began.',
    'preparing-title': 'Your payment is being prepared',
    preparing: 'GOV.UK Pay has not answered yet. Nothing has been taken.',
    'failed-title': 'Your payment did not go through',
    P0010: 'Your bank or card provider declined the payment. Check the details of your card, use another card, or ask your bank.',
    P0020: 'More than 90 minutes passed before it was finished.',
    P0030: 'You cancelled the payment.',
    P0040: 'The payment was cancelled. This also happens when the same amount is being paid in another tab.',
    P0050: 'There was a technical problem at GOV.UK Pay or the card provider.',
    'other-failure': 'GOV.UK Pay did not say why.',
    'nothing-taken': 'Nothing has been taken from your account.',
    'not-created': 'The payment was never begun at GOV.UK Pay.',
    'go-on': 'Go on to GOV.UK Pay',
    'start-again': 'Start again',
    'check-again': 'Check again',
    print: 'Print this page',
    what: 'Payment for',
    amount: 'Amount',
    date: 'Date',
    number: 'Payment number',
    loading: 'Checking your payment…',
    'no-answer-title': 'We are still checking your payment',
    'no-answer': 'Sorry, we cannot check your payment at the moment. Do not pay again yet. This page will keep checking.',
    'pay-no-answer': 'GOV.UK Pay is not answering at the moment. If you have paid, do not pay again. This page will keep checking.',
    'not-found-title': 'We do not know this payment',
    'not-found': 'Check the address of this page. If you have paid, your bank or card statement shows it.',
    'none-title': 'There is no payment to show',
    none: 'Open this page from the link you were given when you paid.',
    contact: 'Get help with your payment',
  },
  cy: {
    'paid-title': 'Taliad wedi’i dderbyn',
    paid: 'Rydym wedi cael eich taliad o {amount}.',
    'paid-keep':
      'Argraffwch y dudalen hon, neu cadwch hi fel PDF, i’w chadw fel derbynneb. Gall gymryd 3 diwrnod gwaith nes bod y taliad yn ymddangos ar eich cyfrif.',
    'receipt-sending': 'Rydym yn anfon derbynneb i’r cyfeiriad e-bost a roesoch.',
    'receipt-sent': 'Rydym wedi anfon derbynneb i’r cyfeiriad e-bost a roesoch.',
    'receipt-not-sent': 'Ni allem anfon derbynneb i’r cyfeiriad e-bost a roesoch.',
    refunded: 'Wedi’i roi’n ôl i chi',
    'confirming-title': 'Mae eich taliad yn cael ei gadarnhau',
    confirming: 'Peidiwch â thalu eto. Mae’r dudalen hon yn gofyn am yr ateb ei hun. Fel arfer mae’n cymryd llai na munud.',
    'confirming-long':
      'Mae’n cymryd mwy o amser nag arfer. Peidiwch â thalu eto. Gallwch gau’r dudalen hon: cadwch ei chyfeiriad ac edrychwch eto yn nes ymlaen heddiw, neu gofynnwch i ni.',
    'not-confirmed': 'Os nad ydych wedi’i gadarnhau ar GOV.UK Pay eto, ewch ymlaen yno',
    capturable: 'Derbyniwyd eich cerdyn. Cymerir yr arian pan fydd y cyngor wedi cadarnhau’r taliad.',
    'unfinished-title': 'Nid ydych wedi gorffen talu',
    unfinished: 'Nid oes dim wedi’i gymryd eto. Gallwch barhau o’r lle y stopioch, am 90 munud ar ôl dechrau.',
    'preparing-title': 'Mae eich taliad yn cael ei baratoi',
    preparing: 'Nid yw GOV.UK Pay wedi ateb eto. Nid oes dim wedi’i gymryd.',
    'failed-title': 'Ni aeth eich taliad drwodd',
    P0010:
      'Gwrthododd eich banc neu ddarparwr eich cerdyn y taliad. Gwiriwch fanylion eich cerdyn, defnyddiwch gerdyn arall, neu gofynnwch i’ch banc.',
    P0020: 'Aeth mwy na 90 munud heibio cyn ei orffen.',
    P0030: 'Gwnaethoch ganslo’r taliad.',
    P0040: 'Cafodd y taliad ei ganslo. Mae hyn hefyd yn digwydd pan fydd yr un swm yn cael ei dalu mewn tab arall.',
    P0050: 'Roedd problem dechnegol gyda GOV.UK Pay neu ddarparwr y cerdyn.',
    'other-failure': 'Ni ddywedodd GOV.UK Pay pam.',
    'nothing-taken': 'Nid oes dim wedi’i gymryd o’ch cyfrif.',
    'not-created': 'Ni ddechreuwyd y taliad ar GOV.UK Pay o gwbl.',
    'go-on': 'Parhau i GOV.UK Pay',
    'start-again': 'Dechrau eto',
    'check-again': 'Gwirio eto',
    print: 'Argraffu’r dudalen hon',
    what: 'Taliad am',
    amount: 'Swm',
    date: 'Dyddiad',
    number: 'Rhif y taliad',
    loading: 'Yn gofyn beth ddaeth o’ch taliad…',
    'no-answer-title': 'Ni wyddom eto beth ddaeth o’ch taliad',
    'no-answer': 'Nid yw gwasanaeth y cyngor yn ateb. Peidiwch â thalu eto cyn i chi wybod. Mae’r dudalen hon yn dal i ofyn.',
    'pay-no-answer':
      'Nid yw GOV.UK Pay yn ateb ar hyn o bryd. Os ydych wedi talu, peidiwch â thalu eto: mae’r dudalen hon yn gofyn am yr ateb ei hun.',
    'not-found-title': 'Nid ydym yn adnabod y taliad hwn',
    'not-found': 'Gwiriwch gyfeiriad y dudalen hon. Os ydych wedi talu, bydd eich cyfriflen banc neu gerdyn yn ei ddangos.',
    'none-title': 'Nid oes taliad i’w ddangos',
    none: 'Agorwch y dudalen hon o’r ddolen a gawsoch pan daloch.',
    contact: 'Cael help gyda’ch taliad',
  },
});
