import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'ask-title'
  | 'postcode'
  | 'postcode-hint'
  | 'where-to-find'
  | 'show'
  | 'loading'
  | 'postcode-empty'
  | 'postcode-unreadable'
  | 'unreachable'
  | 'again'
  | 'another'
  | 'title'
  | 'account'
  | 'home'
  | 'band'
  | 'issued'
  | 'left-to-pay'
  | 'nothing-left'
  | 'credit-left'
  | 'credit-help'
  | 'next-due'
  | 'overdue'
  | 'overdue-help'
  | 'by-direct-debit'
  | 'next-collection'
  | 'not-collected'
  | 'from-before'
  | 'pay'
  | 'pay-by-direct-debit'
  | 'worked-out'
  | 'worked-out-hint'
  | 'stretch'
  | 'charge'
  | 'charge-own'
  | 'charge-fraction'
  | 'charge-water'
  | 'authority'
  | 'band-column'
  | 'days'
  | 'days-why'
  | 'percent-off'
  | 'percent-added'
  | 'amount-off'
  | 'amount-added'
  | 'percent-of'
  | 'without-water'
  | 'only-water'
  | 'all-off'
  | 'lower-band'
  | 'lowest-band'
  | 'adjustment'
  | 'adjustment-why'
  | 'total'
  | 'brought-forward'
  | 'brought-forward-why'
  | 'credit'
  | 'credit-why'
  | 'paid'
  | 'paid-none'
  | 'balance'
  | 'adds-up'
  | 'nothing-to-add'
  | 'instalments'
  | 'due'
  | 'amount'
  | 'status'
  | 'status-paid'
  | 'status-part-paid'
  | 'status-due'
  | 'status-overdue'
  | 'instalments-why'
  | 'instalments-equal'
  | 'instalments-one'
  | 'instalments-pounds'
  | 'instalments-merged'
  | 'instalments-given'
  | 'instalments-late'
  | 'instalments-left'
  | 'instalments-fewer'
  | 'instalment-count'
  | 'in-count'
  | 'no-instalment'
  | 'in-all'
  | 'twelve'
  | 'twelve-left'
  | 'twelve-ask'
  | 'now'
  | 'if-you-ask'
  | 'where-it-goes'
  | 'picture'
  | 'of-each-pound'
  | 'pence'
  | 'goes-column'
  | 'change-up'
  | 'change-down'
  | 'change-none'
  | 'before-reductions'
  | 'direct-debit'
  | 'card'
  | 'bank'
  | 'cash'
  | 'refund'
  | 'other'
  | 'date';

/** Every word of a bill. `{…}` are amounts and days in words. */
export const billMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    'ask-title': 'See your council tax bill',
    postcode: 'Postcode of the home',
    'postcode-hint': 'For example, NG1 4AB',
    'where-to-find': 'Where to find it',
    show: 'See the bill',
    loading: 'Looking for the bill…',
    'postcode-empty': 'Enter the postcode of the home',
    'postcode-unreadable': 'Enter a full UK postcode, like NG1 4AB',
    unreachable: 'The council’s service did not answer. Check your connection and try again.',
    again: 'Try again',
    another: 'See another bill',
    title: 'Council tax bill {from} to {to}',
    account: 'Account number',
    home: 'Home',
    band: 'Band',
    issued: 'Date of the bill',
    'left-to-pay': '{amount} left to pay',
    'nothing-left': 'You have nothing left to pay',
    'credit-left': 'The council owes you {amount}',
    'credit-help': 'Ask the council to pay it back, or leave it for your next bill.',
    'next-due': '{amount} is due by {day}.',
    overdue: '{amount} should have been paid by {day}.',
    'overdue-help': 'If you cannot pay it now, contact the council as soon as you can.',
    'from-before': '{amount} of it is owed from earlier years and is due now.',
    'by-direct-debit': 'You pay by Direct Debit.',
    'next-collection': 'We will take {amount} on {day} or just after. You do not need to do anything.',
    'not-collected': '{amount} should have been taken by {day}. If it has not left your account, pay it here or contact the council.',
    pay: 'Pay council tax',
    'pay-by-direct-debit': 'Pay by Direct Debit instead',
    'worked-out': 'How your bill is worked out',
    'worked-out-hint': 'Open a line to see how it is worked out.',
    stretch: '{from} to {to}',
    charge: 'A year’s charge for band {band}',
    'charge-own': 'Each authority sets its charge for a home in band D. Your home is in band D, so you pay these.',
    'charge-fraction':
      'Each authority sets its charge for a home in band D. A home in band {band} pays {numerator}\u00a0÷\u00a0{denominator} of it, rounded to the penny for each.',
    'charge-water':
      'Water and sewerage are not part of council tax and keep to ninths: band {band} pays {numerator}\u00a0÷\u00a0{denominator}.',
    authority: 'Authority',
    'band-column': 'Band {band}',
    days: { one: 'For {count} day', other: 'For {count} days' },
    'days-why': 'You are charged from {from} to {to}: {days} of the year’s {inYear} days. {yearly} × {days} ÷ {inYear} = {charge}.',
    'percent-off': '{percent}% of {before} is {amount}. {before} − {amount} = {after}.',
    'percent-added': '{percent}% of {before} is {amount}. {before} + {amount} = {after}.',
    'amount-off': '{before} − {amount} = {after}.',
    'amount-added': '{before} + {amount} = {after}.',
    'percent-of': '{percent}% of {base} is {amount}.',
    'without-water': 'It is on council tax alone, {base} without water and sewerage.',
    'only-water': 'It is on water and sewerage alone, {base}.',
    'all-off': 'It covers all of {before}.',
    'lower-band': 'Your home is charged as if it were in band {band}: {after} in place of {before}. {before} − {after} = {amount}.',
    'lowest-band':
      'There is no band below A, so your home pays 5\u00a0÷\u00a09 of band D in place of 6\u00a0÷\u00a09: {after} in place of {before}. {before} − {after} = {amount}.',
    adjustment: 'Other adjustment',
    'adjustment-why':
      'The council’s billing system works the year out at {total}. That is {amount} {direction} the lines above. Ask the council what it is for.',
    total: 'Total for the year',
    'brought-forward': 'Owed from earlier years',
    'brought-forward-why': 'This was not paid in earlier years. What you pay goes to it first.',
    credit: 'Paid too much in earlier years',
    'credit-why': 'You had paid this too much. It is taken off this year.',
    paid: 'Paid so far',
    'paid-none': 'We have had no payment yet. A payment can take 3 working days to show here.',
    balance: 'Left to pay',
    'adds-up': '{sum} = {total}.',
    'nothing-to-add': 'Nothing is added or taken off.',
    instalments: 'When to pay',
    due: 'Due by',
    amount: 'Amount',
    status: 'Status',
    'status-paid': 'Paid',
    'status-part-paid': '{paid} of it paid',
    'status-due': 'To pay',
    'status-overdue': 'Overdue: {left} to pay',
    'instalments-why': 'Why these amounts',
    'instalments-equal': '{total} ÷ {count} = {each}.',
    'instalments-one': 'There is one payment, because little of the year is left or the amount is small.',
    'instalments-pounds':
      '{total} ÷ {count} is {quotient}. By law all instalments but the first are in whole pounds, the nearest to that: {rest} × {each} = {sum}. The first is what remains: {total} − {sum} = {first}.',
    'instalments-merged': 'The first instalment would have been less than £5, so the second was added to it.',
    'instalments-given': 'The council set these instalments for your account.',
    'instalments-late':
      'The bill is of {day}, which leaves {months} whole months of the year. By law there is one instalment fewer than months: {count}.',
    'instalments-left': 'There are {count} instalments: one for each whole month that is left after {day}.',
    'instalments-fewer': 'By law no instalment is less than £5, so there are only {count}.',
    'instalment-count': { one: '{count} instalment', other: '{count} instalments' },
    'in-count': 'In {count}',
    'no-instalment': 'Nothing',
    'in-all': 'In all',
    twelve: 'Pay in {count} instalments instead of {now}',
    'twelve-left':
      'If you asked today, the {left} that is left would be {count} instalments. Keep to the dates above until you get a new bill.',
    'twelve-ask': 'Ask the council if you want this.',
    now: 'Now',
    'if-you-ask': 'If you ask',
    'where-it-goes': 'Where each pound goes',
    picture: 'Of each pound: {list}.',
    'of-each-pound': 'Of each £1',
    pence: '{count}p',
    'goes-column': 'Of your charge',
    'change-up': '{percent}% more than last year',
    'change-down': '{percent}% less than last year',
    'change-none': 'As much as last year',
    'before-reductions': 'This is of the charge of {charge}, before anything is added or taken off.',
    'direct-debit': 'Direct Debit',
    card: 'Card',
    bank: 'Bank transfer',
    cash: 'Cash',
    refund: 'Refund',
    other: 'Other',
    date: 'Date',
  },
  cy: {
    'ask-title': 'Gweld eich bil treth gyngor',
    postcode: 'Cod post y cartref',
    'postcode-hint': 'Er enghraifft, NG1 4AB',
    'where-to-find': 'Ble i ddod o hyd iddo',
    show: 'Gweld y bil',
    loading: 'Yn chwilio am y bil…',
    'postcode-empty': 'Rhowch god post y cartref',
    'postcode-unreadable': 'Rhowch god post llawn yn y DU, fel NG1 4AB',
    unreachable: 'Ni atebodd gwasanaeth y cyngor. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    again: 'Rhoi cynnig arall arni',
    another: 'Gweld bil arall',
    title: 'Bil treth gyngor {from} i {to}',
    account: 'Rhif y cyfrif',
    home: 'Cartref',
    band: 'Band',
    issued: 'Dyddiad y bil',
    'left-to-pay': '{amount} ar ôl i’w dalu',
    'nothing-left': 'Nid oes gennych ddim ar ôl i’w dalu',
    'credit-left': 'Mae ar y cyngor {amount} i chi',
    'credit-help': 'Gofynnwch i’r cyngor ei dalu’n ôl, neu gadewch ef ar gyfer eich bil nesaf.',
    'next-due': 'Mae {amount} i’w dalu erbyn {day}.',
    overdue: 'Dylai {amount} fod wedi’i dalu erbyn {day}.',
    'overdue-help': 'Os na allwch ei dalu nawr, cysylltwch â’r cyngor cyn gynted ag y gallwch.',
    'from-before': 'Mae {amount} ohono yn ddyledus o flynyddoedd blaenorol ac i’w dalu nawr.',
    'by-direct-debit': 'Rydych yn talu drwy Ddebyd Uniongyrchol.',
    'next-collection': 'Byddwn yn cymryd {amount} ar {day} neu’n fuan wedyn. Nid oes angen i chi wneud dim.',
    'not-collected':
      'Dylai {amount} fod wedi’i gymryd erbyn {day}. Os nad yw wedi gadael eich cyfrif, talwch ef yma neu cysylltwch â’r cyngor.',
    pay: 'Talu’r dreth gyngor',
    'pay-by-direct-debit': 'Talu drwy Ddebyd Uniongyrchol yn lle hynny',
    'worked-out': 'Sut y cyfrifir eich bil',
    'worked-out-hint': 'Agorwch linell i weld sut y cafodd ei chyfrifo.',
    stretch: '{from} i {to}',
    charge: 'Tâl blwyddyn ar gyfer band {band}',
    'charge-own': 'Mae pob awdurdod yn gosod ei dâl ar gyfer cartref ym mand D. Mae eich cartref ym mand D, felly dyma a dalwch.',
    'charge-fraction':
      'Mae pob awdurdod yn gosod ei dâl ar gyfer cartref ym mand D. Mae cartref ym mand {band} yn talu {numerator}\u00a0÷\u00a0{denominator} ohono, wedi’i dalgrynnu i’r geiniog ar gyfer pob un.',
    'charge-water':
      'Nid yw dŵr a charthffosiaeth yn rhan o’r dreth gyngor ac maent yn cadw at nawfedau: mae band {band} yn talu {numerator}\u00a0÷\u00a0{denominator}.',
    authority: 'Awdurdod',
    'band-column': 'Band {band}',
    days: { one: 'Am {count} diwrnod', two: 'Am {count} ddiwrnod', other: 'Am {count} diwrnod' },
    'days-why': 'Codir tâl arnoch o {from} i {to}: {days} o {inYear} diwrnod y flwyddyn. {yearly} × {days} ÷ {inYear} = {charge}.',
    'percent-off': '{percent}% o {before} yw {amount}. {before} − {amount} = {after}.',
    'percent-added': '{percent}% o {before} yw {amount}. {before} + {amount} = {after}.',
    'amount-off': '{before} − {amount} = {after}.',
    'amount-added': '{before} + {amount} = {after}.',
    'percent-of': '{percent}% o {base} yw {amount}.',
    'without-water': 'Ar y dreth gyngor yn unig y mae hyn, sef {base} heb ddŵr a charthffosiaeth.',
    'only-water': 'Ar ddŵr a charthffosiaeth yn unig y mae hyn, sef {base}.',
    'all-off': 'Mae’n talu am {before} i gyd.',
    'lower-band': 'Codir tâl ar eich cartref fel pe bai ym mand {band}: {after} yn lle {before}. {before} − {after} = {amount}.',
    'lowest-band':
      'Nid oes band o dan A, felly mae eich cartref yn talu 5\u00a0÷\u00a09 o fand D yn lle 6\u00a0÷\u00a09: {after} yn lle {before}. {before} − {after} = {amount}.',
    adjustment: 'Addasiad arall',
    'adjustment-why':
      'Yn ôl system filio’r cyngor, cyfanswm y flwyddyn yw {total}. Mae hynny {amount} yn {direction} na’r llinellau uchod. Gofynnwch i’r cyngor beth yw’r rheswm.',
    total: 'Cyfanswm y flwyddyn',
    'brought-forward': 'Yn ddyledus o flynyddoedd blaenorol',
    'brought-forward-why': 'Ni thalwyd hyn mewn blynyddoedd blaenorol. Mae’r hyn a dalwch yn mynd tuag ato yn gyntaf.',
    credit: 'Wedi talu gormod mewn blynyddoedd blaenorol',
    'credit-why': 'Roeddech wedi talu hyn yn ormod. Fe’i tynnir oddi ar eleni.',
    paid: 'Wedi’i dalu hyd yn hyn',
    'paid-none': 'Nid ydym wedi cael taliad eto. Gall taliad gymryd 3 diwrnod gwaith i ymddangos yma.',
    balance: 'Ar ôl i’w dalu',
    'adds-up': '{sum} = {total}.',
    'nothing-to-add': 'Nid oes dim i’w ychwanegu na’i dynnu.',
    instalments: 'Pryd i dalu',
    due: 'I’w dalu erbyn',
    amount: 'Swm',
    status: 'Statws',
    'status-paid': 'Wedi’i dalu',
    'status-part-paid': '{paid} ohono wedi’i dalu',
    'status-due': 'I’w dalu',
    'status-overdue': 'Yn hwyr: {left} i’w dalu',
    'instalments-why': 'Pam y symiau hyn',
    'instalments-equal': '{total} ÷ {count} = {each}.',
    'instalments-one': 'Mae un taliad, oherwydd bod ychydig o’r flwyddyn ar ôl neu fod y swm yn fach.',
    'instalments-pounds':
      '{total} ÷ {count} yw {quotient}. Yn ôl y gyfraith mae pob rhandaliad ond y cyntaf mewn punnoedd cyfan, yr agosaf at hynny: {rest} × {each} = {sum}. Y cyntaf yw’r hyn sy’n weddill: {total} − {sum} = {first}.',
    'instalments-merged': 'Byddai’r rhandaliad cyntaf wedi bod yn llai na £5, felly ychwanegwyd yr ail ato.',
    'instalments-given': 'Y cyngor a osododd y rhandaliadau hyn ar gyfer eich cyfrif.',
    'instalments-late':
      'Dyddiad y bil yw {day}, sy’n gadael {months} o fisoedd cyfan yn y flwyddyn. Yn ôl y gyfraith mae un rhandaliad yn llai nag sydd o fisoedd: {count}.',
    'instalments-left': 'Nifer y rhandaliadau yw {count}: un ar gyfer pob mis cyfan sydd ar ôl wedi {day}.',
    'instalments-fewer': 'Yn ôl y gyfraith nid oes rhandaliad sy’n llai na £5, felly dim ond {count} sydd.',
    'instalment-count': { two: '{count} randaliad', other: '{count} rhandaliad' },
    'in-count': 'Mewn {count}',
    'no-instalment': 'Dim',
    'in-all': 'Cyfanswm',
    twelve: 'Talu mewn {count} rhandaliad yn lle {now}',
    'twelve-left':
      'Pe baech yn gofyn heddiw, byddai’r {left} sydd ar ôl yn {count} rhandaliad. Cadwch at y dyddiadau uchod nes i chi gael bil newydd.',
    'twelve-ask': 'Gofynnwch i’r cyngor os ydych am gael hyn.',
    now: 'Nawr',
    'if-you-ask': 'O ofyn',
    'where-it-goes': 'I ble mae pob punt yn mynd',
    picture: 'O bob punt: {list}.',
    'of-each-pound': 'O bob £1',
    pence: '{count}c',
    'goes-column': 'O’ch tâl',
    'change-up': '{percent}% yn fwy na’r llynedd',
    'change-down': '{percent}% yn llai na’r llynedd',
    'change-none': 'Yr un faint â’r llynedd',
    'before-reductions': 'O’r tâl o {charge} y mae hyn, cyn ychwanegu na thynnu dim.',
    'direct-debit': 'Debyd Uniongyrchol',
    card: 'Cerdyn',
    bank: 'Trosglwyddiad banc',
    cash: 'Arian parod',
    refund: 'Ad-daliad',
    other: 'Arall',
    date: 'Dyddiad',
  },
});

/** "more than", "less than": within `adjustment-why`. */
export const directions = { more: { en: 'more than', cy: 'fwy' }, less: { en: 'less than', cy: 'llai' } };
