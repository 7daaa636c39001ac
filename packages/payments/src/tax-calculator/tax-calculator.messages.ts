import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'title'
  | 'intro'
  | 'area'
  | 'choose'
  | 'band'
  | 'band-hint'
  | 'band-link'
  | 'household'
  | 'several'
  | 'one'
  | 'one-hint'
  | 'none-counted'
  | 'none-counted-hint'
  | 'students'
  | 'students-hint'
  | 'second-home'
  | 'empty'
  | 'empty-less'
  | 'years'
  | 'nobody'
  | 'nobody-else'
  | 'nobody-hint'
  | 'adapted'
  | 'adapted-hint'
  | 'adapted-yes'
  | 'adapted-no'
  | 'from'
  | 'from-hint'
  | 'to'
  | 'to-hint'
  | 'work-out'
  | 'result'
  | 'result-part'
  | 'a-month'
  | 'a-month-if-asked'
  | 'at-once'
  | 'ten-or-twelve'
  | 'last-bill'
  | 'estimate'
  | 'link'
  | 'link-hint'
  | 'help'
  | 'loading'
  | 'unavailable'
  | 'unreachable'
  | 'again';

/** What the calculator says. */
export const taxCalculatorMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    title: 'Work out your council tax for {from} to {to}',
    intro: 'You need no account. We do not keep your answers.',
    area: 'Where is the home?',
    choose: 'Choose a place',
    band: 'Which band is the home in?',
    'band-hint': 'It is on the council tax bill',
    'band-link': 'Find the council tax band of a home',
    household: 'Who lives there?',
    several: 'Two or more adults',
    one: 'One adult',
    'one-hint': 'Do not count full-time students, people under 18, live-in carers and people with a severe mental impairment',
    'none-counted': 'Only people who are not counted',
    'none-counted-hint': 'For example, only live-in carers, apprentices or student nurses',
    students: 'Only full-time students',
    'students-hint': 'Or only people under 18, or only people with a severe mental impairment',
    'second-home': 'Nobody: it is a second home',
    empty: 'Nobody: it has been empty and unfurnished for {years} or more',
    'empty-less': 'Nobody: it has been empty and unfurnished for {years} or more, but less than {less}',
    years: { one: 'a year', other: '{count} years' },
    nobody: 'Nobody',
    'nobody-else': 'Nobody, for another reason',
    'nobody-hint': 'Some homes where nobody lives have a discount, or no council tax. Ask the council',
    adapted: 'Was the home adapted for a disabled person? (optional)',
    'adapted-hint': 'For example, a room they need, a second bathroom or kitchen, or space for a wheelchair',
    'adapted-yes': 'Yes',
    'adapted-no': 'No',
    from: 'When do you move in? (optional)',
    'from-hint': 'Only if it is during this year. For example, 27 9 2026',
    to: 'When do you move out? (optional)',
    'to-hint': 'Only if it is during this year. For example, 27 9 2026',
    'work-out': 'Work it out',
    result: 'Council tax would be {amount} for the year',
    'result-part': 'Council tax would be {amount} from {from} to {to}',
    'a-month': 'In {instalments}: {first} by {day}, then {each} a month.',
    'a-month-if-asked': 'In {instalments}, if you ask: {first} by {day}, then {each} a month.',
    'at-once': 'It would be due by {day}, in one payment.',
    'last-bill':
      'When you move out, the council sends you a last bill. What you have paid by then is taken off it, and what you have paid too much you get back.',
    'ten-or-twelve': 'You would get {ten} instalments. You can ask for {twelve} instead.',
    estimate: 'This is an estimate. Your bill says what you have to pay.',
    link: 'Link to this answer',
    'link-hint': 'It holds your choices and nothing about you.',
    help: 'Get help with paying council tax',
    loading: 'Loading…',
    unavailable: 'You cannot use this calculator at the moment. Contact the council to find out what your council tax would be.',
    unreachable: 'Sorry, there is a problem. Check your connection and try again.',
    again: 'Try again',
  },
  cy: {
    title: 'Cyfrifo eich treth gyngor ar gyfer {from} i {to}',
    intro: 'Nid oes angen cyfrif arnoch. Nid ydym yn cadw eich atebion.',
    area: 'Ble mae’r cartref?',
    choose: 'Dewiswch le',
    band: 'Ym mha fand y mae’r cartref?',
    'band-hint': 'Mae ar fil y dreth gyngor',
    'band-link': 'Dod o hyd i fand treth gyngor cartref',
    household: 'Pwy sy’n byw yno?',
    several: 'Dau oedolyn neu fwy',
    one: 'Un oedolyn',
    'one-hint': 'Peidiwch â chyfrif myfyrwyr llawn amser, pobl o dan 18, gofalwyr sy’n byw i mewn a phobl â nam meddyliol difrifol',
    'none-counted': 'Dim ond pobl nad ydynt yn cyfrif',
    'none-counted-hint': 'Er enghraifft, dim ond gofalwyr sy’n byw i mewn, prentisiaid neu fyfyrwyr nyrsio',
    students: 'Dim ond myfyrwyr llawn amser',
    'students-hint': 'Neu dim ond pobl o dan 18, neu dim ond pobl â nam meddyliol difrifol',
    'second-home': 'Neb: ail gartref ydyw',
    empty: 'Neb: bu’n wag a heb ddodrefn ers {years} neu fwy',
    'empty-less': 'Neb: bu’n wag a heb ddodrefn ers {years} neu fwy, ond llai na {less}',
    years: { one: 'blwyddyn', two: '{count} flynedd', few: '{count} blynedd', many: '{count} blynedd', other: '{count} mlynedd' },
    nobody: 'Neb',
    'nobody-else': 'Neb, am reswm arall',
    'nobody-hint': 'Mae rhai cartrefi lle nad oes neb yn byw yn cael gostyngiad, neu heb dreth gyngor. Gofynnwch i’r cyngor',
    adapted: 'A addaswyd y cartref ar gyfer person anabl? (dewisol)',
    'adapted-hint': 'Er enghraifft, ystafell sydd ei hangen arno, ail ystafell ymolchi neu gegin, neu le i gadair olwyn',
    'adapted-yes': 'Do',
    'adapted-no': 'Naddo',
    from: 'Pryd ydych chi’n symud i mewn? (dewisol)',
    'from-hint': 'Dim ond os yw yn ystod y flwyddyn hon. Er enghraifft, 27 9 2026',
    to: 'Pryd ydych chi’n symud allan? (dewisol)',
    'to-hint': 'Dim ond os yw yn ystod y flwyddyn hon. Er enghraifft, 27 9 2026',
    'work-out': 'Cyfrifo',
    result: 'Byddai’r dreth gyngor yn {amount} am y flwyddyn',
    'result-part': 'Byddai’r dreth gyngor yn {amount} o {from} i {to}',
    'a-month': 'Mewn {instalments}: {first} erbyn {day}, yna {each} y mis.',
    'a-month-if-asked': 'Mewn {instalments}, os gofynnwch: {first} erbyn {day}, yna {each} y mis.',
    'at-once': 'Byddai i’w dalu erbyn {day}, mewn un taliad.',
    'last-bill':
      'Pan fyddwch yn symud allan, mae’r cyngor yn anfon bil olaf atoch. Tynnir oddi arno yr hyn yr ydych wedi’i dalu erbyn hynny, a chewch yn ôl unrhyw beth yr ydych wedi’i dalu’n ormod.',
    'ten-or-twelve': 'Byddech yn cael {ten} rhandaliad. Gallwch ofyn am {twelve} yn lle hynny.',
    estimate: 'Amcangyfrif yw hwn. Eich bil sy’n dweud beth sydd raid i chi ei dalu.',
    link: 'Dolen i’r ateb hwn',
    'link-hint': 'Mae’n dal eich dewisiadau a dim byd amdanoch chi.',
    help: 'Cael help i dalu’r dreth gyngor',
    loading: 'Yn llwytho…',
    unavailable:
      'Ni allwch ddefnyddio’r gyfrifiannell hon ar hyn o bryd. Cysylltwch â’r cyngor i gael gwybod beth fyddai eich treth gyngor.',
    unreachable: 'Mae’n ddrwg gennym, mae problem. Gwiriwch eich cysylltiad a rhowch gynnig arall arni.',
    again: 'Rhoi cynnig arall arni',
  },
});
