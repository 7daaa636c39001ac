import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'title'
  | 'amount'
  | 'amount-hint'
  | 'continue'
  | 'empty'
  | 'too-much'
  | 'too-much-moved'
  | 'nothing-left'
  | 'pending'
  | 'not-collected'
  | 'unavailable'
  | 'check-title'
  | 'payment'
  | 'paid'
  | 'left-now'
  | 'this-refund'
  | 'left-then'
  | 'check-text'
  | 'do-it'
  | 'change'
  | 'change-amount'
  | 'not-refund'
  | 'moved'
  | 'used'
  | 'not-taken'
  | 'cancel-title'
  | 'cancel-text'
  | 'cancel-button'
  | 'cancel-not'
  | 'capture-title'
  | 'capture-text'
  | 'capture-button'
  | 'capture-not'
  | 'decision-unknown';

/** What the pages say on which money is moved. */
export const refundMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Refund payment {reference}',
    amount: 'How much do you want to refund?',
    'amount-hint': '{paid} was paid and {left} is left to refund. Enter pounds and pence, like 120.50',
    continue: 'Continue',
    empty: 'Enter the amount you want to refund',
    'too-much': 'The refund must be {left} or less: that is what is left',
    'too-much-moved': 'Only {left} is left to refund now. Enter a smaller amount',
    'nothing-left': 'All of this payment is refunded. Nothing is left.',
    pending: 'This payment is not finished. It can be refunded once it is paid.',
    'not-collected': 'GOV.UK Pay has not collected the money yet. It takes refunds once it has: try again later today.',
    unavailable: 'GOV.UK Pay takes no refund of this payment: it was not paid, or the payer disputes it with their bank.',
    'check-title': 'Check the refund',
    payment: 'Payment',
    paid: 'Paid',
    'left-now': 'Left to refund now',
    'this-refund': 'This refund',
    'left-then': 'Left after it',
    'check-text': 'The money goes back to the card that the payment was made with. A refund cannot be taken back.',
    'do-it': 'Refund {amount}',
    change: 'Change',
    'change-amount': 'the amount',
    'not-refund': 'Do not refund',
    moved: 'What is left to refund has changed since you looked: it is {left} now. Nothing was refunded. Check the amount and continue.',
    used: 'This form was used for another refund already. Nothing more was refunded. If you mean a second refund, continue.',
    'not-taken': 'GOV.UK Pay did not take the refund. {why}',
    'cancel-title': 'Cancel payment {reference}',
    'cancel-text': '{amount} has not been taken yet. Once it is cancelled it cannot be paid any more: the resident has to begin again.',
    'cancel-button': 'Cancel the payment',
    'cancel-not': 'Do not cancel it',
    'capture-title': 'Take the money of payment {reference}',
    'capture-text': 'The card was accepted for {amount}, and the money is not taken yet. GOV.UK Pay gives it up after 5 days.',
    'capture-button': 'Take {amount}',
    'capture-not': 'Do not take it yet',
    'decision-unknown':
      'GOV.UK Pay’s answer was lost. It is not known yet whether it was done. Look at the payment, and ask GOV.UK Pay again from there.',
  },
  cy: {
    title: 'Ad-dalu taliad {reference}',
    amount: 'Faint rydych am ei ad-dalu?',
    'amount-hint': 'Talwyd {paid} ac mae {left} ar ôl i’w ad-dalu. Rhowch bunnoedd a cheiniogau, fel 120.50',
    continue: 'Parhau',
    empty: 'Rhowch y swm rydych am ei ad-dalu',
    'too-much': 'Rhaid i’r ad-daliad fod yn {left} neu lai: dyna sydd ar ôl',
    'too-much-moved': 'Dim ond {left} sydd ar ôl i’w ad-dalu nawr. Rhowch swm llai',
    'nothing-left': 'Mae’r taliad hwn i gyd wedi’i ad-dalu. Nid oes dim ar ôl.',
    pending: 'Nid yw’r taliad hwn wedi’i orffen. Gellir ei ad-dalu unwaith y bydd wedi’i dalu.',
    'not-collected':
      'Nid yw GOV.UK Pay wedi casglu’r arian eto. Mae’n derbyn ad-daliadau ar ôl gwneud hynny: rhowch gynnig arall arni yn nes ymlaen heddiw.',
    unavailable: 'Nid yw GOV.UK Pay yn derbyn ad-daliad o’r taliad hwn: ni chafodd ei dalu, neu mae’r talwr yn ei herio gyda’i fanc.',
    'check-title': 'Gwiriwch yr ad-daliad',
    payment: 'Taliad',
    paid: 'Talwyd',
    'left-now': 'Ar ôl i’w ad-dalu nawr',
    'this-refund': 'Yr ad-daliad hwn',
    'left-then': 'Ar ôl wedyn',
    'check-text': 'Mae’r arian yn mynd yn ôl i’r cerdyn y gwnaed y taliad ag ef. Ni ellir tynnu ad-daliad yn ôl.',
    'do-it': 'Ad-dalu {amount}',
    change: 'Newid',
    'change-amount': 'y swm',
    'not-refund': 'Peidio ag ad-dalu',
    moved: 'Mae’r hyn sydd ar ôl i’w ad-dalu wedi newid ers i chi edrych: {left} ydyw nawr. Ni ad-dalwyd dim. Gwiriwch y swm a pharhewch.',
    used: 'Defnyddiwyd y ffurflen hon ar gyfer ad-daliad arall yn barod. Ni ad-dalwyd dim mwy. Os ydych yn bwriadu ail ad-daliad, parhewch.',
    'not-taken': 'Ni dderbyniodd GOV.UK Pay yr ad-daliad. {why}',
    'cancel-title': 'Canslo taliad {reference}',
    'cancel-text': 'Ni chymerwyd {amount} eto. Ar ôl ei ganslo ni ellir ei dalu mwyach: rhaid i’r preswylydd ddechrau eto.',
    'cancel-button': 'Canslo’r taliad',
    'cancel-not': 'Peidio â’i ganslo',
    'capture-title': 'Cymryd arian taliad {reference}',
    'capture-text': 'Derbyniwyd y cerdyn am {amount}, ac ni chymerwyd yr arian eto. Mae GOV.UK Pay yn rhoi’r gorau iddo ar ôl 5 diwrnod.',
    'capture-button': 'Cymryd {amount}',
    'capture-not': 'Peidio â’i gymryd eto',
    'decision-unknown':
      'Collwyd ateb GOV.UK Pay. Ni wyddys eto a gafodd ei wneud. Edrychwch ar y taliad, a gofynnwch i GOV.UK Pay eto oddi yno.',
  },
});
