import { catalogue, type Catalogue } from '@council-kit/core';
import type { Difference } from '../reconcile.ts';

type Key =
  | 'title'
  | 'intro'
  | 'from'
  | 'to'
  | 'day-hint'
  | 'compare'
  | 'download'
  | 'download-hint'
  | 'from-missing'
  | 'to-missing'
  | 'from-unreadable'
  | 'to-unreadable'
  | 'order'
  | 'too-long'
  | 'latest'
  | 'days'
  | 'days-link'
  | 'begun'
  | 'by'
  | 'outcome'
  | 'outcome-asking'
  | 'outcome-failed'
  | 'outcome-agree'
  | 'outcome-differ'
  | 'result-title'
  | 'asking-title'
  | 'asking'
  | 'asking-progress'
  | 'look-again'
  | 'failed-title'
  | 'failed'
  | 'cut-off'
  | 'again'
  | 'read-at'
  | 'books'
  | 'our-book'
  | 'pays-book'
  | 'difference'
  | 'count'
  | 'paid'
  | 'refunded'
  | 'kept'
  | 'agree'
  | 'others'
  | 'differences'
  | 'differences-count'
  | 'more'
  | 'what'
  | 'what-to-do'
  | 'payment'
  | 'payment-unknown'
  | 'ask-pay'
  | `kind-${Difference['kind']}`
  | `do-${Difference['kind']}`
  | 'do-lost'
  | 'do-created-twice-unpaid';

/** What the pages say on which the books are compared. */
export const reconciliationMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Compare and download',
    intro: 'A payment belongs to the day on which it was begun, by the clock of this country.',
    from: 'First day',
    to: 'Last day',
    'day-hint': 'Like {day}',
    compare: 'Compare with GOV.UK Pay',
    download: 'Download as CSV',
    'download-hint': 'The file has every payment and refund by the day on which the council’s book took it in: what a spreadsheet needs.',
    'from-missing': 'Enter the first day',
    'to-missing': 'Enter the last day',
    'from-unreadable': 'The first day must be a real day, like {day}',
    'to-unreadable': 'The last day must be a real day, like {day}',
    order: 'The last day must be the same as or after the first day',
    'too-long': 'The last day must be less than a year after the first day',
    latest: 'Comparisons of the last days',
    days: 'Days',
    'days-link': '{first} to {last}',
    begun: 'Compared',
    by: 'By officer',
    outcome: 'Outcome',
    'outcome-asking': 'Being compared',
    'outcome-failed': 'Not finished',
    'outcome-agree': 'The books agree',
    'outcome-differ': { one: '{count} difference', other: '{count} differences' },
    'result-title': 'Comparison: {first} to {last}',
    'asking-title': 'GOV.UK Pay is being asked',
    asking:
      'This takes a moment where there are many payments, or where GOV.UK Pay is slow. This page looks again by itself, and you can leave it and come back.',
    'asking-progress': '{read} payments of GOV.UK Pay’s book are read. Ours has {of} of these days.',
    'look-again': 'Look again now',
    'failed-title': 'The books could not be compared',
    failed:
      'GOV.UK Pay did not answer, or not to the end. Nothing was changed. The council’s own book is here all the same: download it, or compare again in a few minutes.',
    'cut-off': 'The comparison was cut off when the service was restarted. Nothing was changed. Compare again.',
    again: 'Compare again',
    'read-at': 'As it was on {moment}',
    books: 'What the books add up to',
    'our-book': 'The council’s book',
    'pays-book': 'GOV.UK Pay’s book',
    difference: 'Difference',
    count: 'Payments made',
    paid: 'Paid',
    refunded: 'Refunded',
    kept: 'Paid less refunds',
    agree: 'The books agree, to the penny.',
    others: {
      one: 'GOV.UK Pay’s book also has {count} payment ({amount}) of another service of the same account. It is not in these figures.',
      other:
        'GOV.UK Pay’s book also has {count} payments ({amount}) of another service of the same account. They are not in these figures.',
    },
    differences: 'Differences',
    'differences-count': {
      one: '{count} difference, with what to do about it.',
      other: '{count} differences, each with what to do about it.',
    },
    more: 'There are {count} more. Compare fewer days to see them.',
    what: 'What differs',
    'what-to-do': 'What to do',
    payment: 'Payment',
    'payment-unknown': 'Not in the council’s book',
    'ask-pay': 'Ask GOV.UK Pay again',
    'kind-missing-here': 'Paid at GOV.UK Pay and not in the council’s book',
    'kind-missing-there': 'Paid in the council’s book and not at GOV.UK Pay',
    'kind-amount': 'Paid with different amounts',
    'kind-refunds': 'Refunds differ',
    'kind-created-twice': 'A second payment with the same reference at GOV.UK Pay',
    'do-missing-here': 'Ask GOV.UK Pay again: the payment is then taken into the council’s book, and the billing system is told.',
    'do-lost':
      'The council’s book does not know this payment: it may have lost it, after a backup was brought back. Find it by its reference in GOV.UK Pay’s admin tool, and enter it in the billing system by hand.',
    'do-missing-there':
      'Look the payment up in GOV.UK Pay’s admin tool by its number, and tell the team that runs the service. Do not refund it until they answer.',
    'do-amount':
      'Look the payment up in GOV.UK Pay’s admin tool, and tell the team that runs the service. The billing system has the council’s amount.',
    'do-refunds': 'Ask GOV.UK Pay again: refunds made in its admin tool, and refunds that failed, are then taken into the council’s book.',
    'do-created-twice': 'The resident has paid twice. Refund this second payment in GOV.UK Pay’s admin tool: find it by its number.',
    'do-created-twice-unpaid': 'Nothing was taken by it, and it cannot be paid after 90 minutes. There is nothing to do.',
  },
  cy: {
    title: 'Cymharu a lawrlwytho',
    intro: 'Mae taliad yn perthyn i’r diwrnod y cafodd ei ddechrau, yn ôl cloc y wlad hon.',
    from: 'Diwrnod cyntaf',
    to: 'Diwrnod olaf',
    'day-hint': 'Fel {day}',
    compare: 'Cymharu â GOV.UK Pay',
    download: 'Lawrlwytho fel CSV',
    'download-hint':
      'Mae’r ffeil yn cynnwys pob taliad ac ad-daliad yn ôl y diwrnod y cymerodd llyfr y cyngor ef i mewn: yr hyn sydd ei angen ar daenlen.',
    'from-missing': 'Rhowch y diwrnod cyntaf',
    'to-missing': 'Rhowch y diwrnod olaf',
    'from-unreadable': 'Rhaid i’r diwrnod cyntaf fod yn ddiwrnod go iawn, fel {day}',
    'to-unreadable': 'Rhaid i’r diwrnod olaf fod yn ddiwrnod go iawn, fel {day}',
    order: 'Rhaid i’r diwrnod olaf fod yr un peth â’r diwrnod cyntaf neu ar ei ôl',
    'too-long': 'Rhaid i’r diwrnod olaf fod llai na blwyddyn ar ôl y diwrnod cyntaf',
    latest: 'Cymariaethau’r dyddiau diwethaf',
    days: 'Dyddiau',
    'days-link': '{first} hyd {last}',
    begun: 'Cymharwyd',
    by: 'Gan swyddog',
    outcome: 'Canlyniad',
    'outcome-asking': 'Yn cael eu cymharu',
    'outcome-failed': 'Heb ei orffen',
    'outcome-agree': 'Mae’r llyfrau’n cytuno',
    'outcome-differ': { two: '{count} wahaniaeth', other: '{count} gwahaniaeth' },
    'result-title': 'Cymhariaeth: {first} hyd {last}',
    'asking-title': 'Gofynnir i GOV.UK Pay',
    asking:
      'Mae hyn yn cymryd ennyd lle mae llawer o daliadau, neu lle mae GOV.UK Pay yn araf. Mae’r dudalen hon yn edrych eto ei hun, a gallwch ei gadael a dod yn ôl.',
    'asking-progress': 'Darllenwyd {read} o daliadau llyfr GOV.UK Pay. Mae gan ein llyfr ni {of} o’r dyddiau hyn.',
    'look-again': 'Edrych eto nawr',
    'failed-title': 'Ni ellid cymharu’r llyfrau',
    failed:
      'Nid atebodd GOV.UK Pay, neu nid hyd y diwedd. Ni newidiwyd dim. Mae llyfr y cyngor ei hun yma er hynny: lawrlwythwch ef, neu cymharwch eto ymhen ychydig funudau.',
    'cut-off': 'Torrwyd y gymhariaeth pan ailgychwynnwyd y gwasanaeth. Ni newidiwyd dim. Cymharwch eto.',
    again: 'Cymharu eto',
    'read-at': 'Fel yr oedd ar {moment}',
    books: 'Cyfansymiau’r llyfrau',
    'our-book': 'Llyfr y cyngor',
    'pays-book': 'Llyfr GOV.UK Pay',
    difference: 'Gwahaniaeth',
    count: 'Taliadau a wnaed',
    paid: 'Talwyd',
    refunded: 'Ad-dalwyd',
    kept: 'Talwyd llai ad-daliadau',
    agree: 'Mae’r llyfrau’n cytuno, i’r geiniog.',
    others: {
      one: 'Mae gan lyfr GOV.UK Pay hefyd {count} taliad ({amount}) gan wasanaeth arall o’r un cyfrif. Nid yw yn y ffigurau hyn.',
      two: 'Mae gan lyfr GOV.UK Pay hefyd {count} daliad ({amount}) gan wasanaeth arall o’r un cyfrif. Nid ydynt yn y ffigurau hyn.',
      few: 'Mae gan lyfr GOV.UK Pay hefyd {count} thaliad ({amount}) gan wasanaeth arall o’r un cyfrif. Nid ydynt yn y ffigurau hyn.',
      many: 'Mae gan lyfr GOV.UK Pay hefyd {count} thaliad ({amount}) gan wasanaeth arall o’r un cyfrif. Nid ydynt yn y ffigurau hyn.',
      other: 'Mae gan lyfr GOV.UK Pay hefyd {count} taliad ({amount}) gan wasanaeth arall o’r un cyfrif. Nid ydynt yn y ffigurau hyn.',
    },
    differences: 'Gwahaniaethau',
    'differences-count': {
      one: '{count} gwahaniaeth, gyda’r hyn i’w wneud amdano.',
      two: '{count} wahaniaeth, pob un gyda’r hyn i’w wneud amdano.',
      other: '{count} gwahaniaeth, pob un gyda’r hyn i’w wneud amdano.',
    },
    more: 'Mae {count} arall. Cymharwch lai o ddyddiau i’w gweld.',
    what: 'Beth sy’n wahanol',
    'what-to-do': 'Beth i’w wneud',
    payment: 'Taliad',
    'payment-unknown': 'Ddim yn llyfr y cyngor',
    'ask-pay': 'Gofyn i GOV.UK Pay eto',
    'kind-missing-here': 'Wedi’i dalu yn GOV.UK Pay a heb fod yn llyfr y cyngor',
    'kind-missing-there': 'Wedi’i dalu yn llyfr y cyngor a heb fod yn GOV.UK Pay',
    'kind-amount': 'Wedi’i dalu gyda symiau gwahanol',
    'kind-refunds': 'Mae’r ad-daliadau’n wahanol',
    'kind-created-twice': 'Ail daliad gyda’r un cyfeirnod yn GOV.UK Pay',
    'do-missing-here': 'Gofynnwch i GOV.UK Pay eto: yna cymerir y taliad i lyfr y cyngor, a rhoddir gwybod i’r system filio.',
    'do-lost':
      'Nid yw llyfr y cyngor yn adnabod y taliad hwn: efallai iddo ei golli, ar ôl adfer copi wrth gefn. Dewch o hyd iddo drwy ei gyfeirnod yn offeryn gweinyddu GOV.UK Pay, a’i nodi yn y system filio â llaw.',
    'do-missing-there':
      'Edrychwch am y taliad yn offeryn gweinyddu GOV.UK Pay drwy ei rif, a rhowch wybod i bwy bynnag sy’n gofalu am y gwasanaeth. Peidiwch â’i ad-dalu cyn i chi wybod.',
    'do-amount':
      'Edrychwch am y taliad yn offeryn gweinyddu GOV.UK Pay, a rhowch wybod i bwy bynnag sy’n gofalu am y gwasanaeth. Swm y cyngor sydd gan y system filio.',
    'do-refunds':
      'Gofynnwch i GOV.UK Pay eto: yna cymerir ad-daliadau a wnaed yn ei offeryn gweinyddu, ac ad-daliadau a fethodd, i lyfr y cyngor.',
    'do-created-twice':
      'Mae’r preswylydd wedi talu ddwywaith. Ad-dalwch yr ail daliad hwn yn offeryn gweinyddu GOV.UK Pay: dewch o hyd iddo drwy ei rif.',
    'do-created-twice-unpaid': 'Ni chymerwyd dim ganddo, ac ni ellir ei dalu ar ôl 90 munud. Nid oes dim i’w wneud.',
  },
});
