/** What others may read of a resident's words. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { publicText, withoutContact, type PrivateContact } from './public-text.ts';

const contact = (given: Partial<PrivateContact>): PrivateContact => ({ name: '', email: '', phone: '', ...given });
const named = (name: string, text: string): string => publicText(text, contact({ name }));

test('a name is blotted out as a word, never inside another', () => {
  assert.equal(named('Ann', 'a banner and a planner'), 'a banner and a planner');
  assert.equal(named('Ann', 'Ask Ann. Ann’s gate, ANN or ann; Anna and Joann'), 'Ask █████. █████’s gate, █████ or █████; Anna and Joann');
  assert.equal(named('Siân Probert', 'Ask Siân Probert at number 3'), 'Ask █████ at number 3');
  assert.equal(named('Siân Probert', 'Pro\u200bbert, Pro\u00adbert and Ｐｒｏｂｅｒｔ'), '█████, █████ and █████');
});

test('a name is found however its apostrophes and accents are written', () => {
  for (const name of ["Ann O'Neill", 'Ann O’Neill', 'Ann OʼNeill', 'Ann ONeill'])
    for (const text of ["O'Neill", 'O’Neill', 'O`Neill', 'O´Neill', 'O Neill', 'O’NEILL', 'ONeill'])
      assert.equal(
        named(name, `I am Ann ${text}, of 4 Mill Lane. The ${text}’s bin`),
        'I am █████, of 4 Mill Lane. The █████’s bin',
        `${name}: ${text}`,
      );
  assert.equal(named("Ann O'Neill", 'the O`Neill bin'), 'the █████ bin');
  for (const name of ['Sian Probert', 'Siân Probert', 'Sia\u0302n Probert'])
    for (const text of ['Sian', 'Siân', 'Sia\u0302n', 'SIÂN'])
      assert.equal(named(name, `${text} Probert yma`), '█████ yma', `${name}: ${text}`);
  assert.equal(named('Łukasz Strauß', 'Lukasz Strauss, ŁUKASZ'), '█████, █████');
  assert.equal(named('Siân Probert', 'Siân’n byw yma, ger Siân’r siop'), '█████’n byw yma, ger █████’r siop');
});

test('a part of a name is the name: a surname with its title, a first name, initials, particles', () => {
  assert.equal(
    named('Siân Probert', 'Ask Mrs Probert, Siân, S. Probert or S Probert; the Proberts'),
    'Ask Mrs █████, █████, █████ or █████; the █████',
  );
  assert.equal(named('Mrs S. M. Probert', 'S.M. Probert, SM Probert, Probert'), '█████, █████, █████');
  assert.equal(named('Anne-Marie Probert-Jones', 'Anne Marie; Probert Jones; Mrs Jones; AnneMarie'), '█████; █████; Mrs █████; █████');
  assert.equal(
    named('Jan van der Berg', 'Jan van der Berg, Vanderberg, Mr Berg; a van by the iceberg'),
    '█████, █████, Mr █████; a van by the iceberg',
  );
  assert.equal(named('Dafydd ap Gwilym', 'Dafydd ap Gwilym, ap Gwilym, Dafydd; ap newydd'), '█████, █████, █████; ap newydd');
  assert.equal(named('Probert, Siân', 'Siân Probert'), '█████');
  assert.equal(named('王小明', '我是王小明住在这里'), '我是█████住在这里');
  assert.equal(named('محمد علي', 'أنا محمد علي هنا'), 'أنا █████ هنا');
});

test('a name that is a word too counts where it is written like a name', () => {
  assert.equal(
    named('Rose Hill', 'The rose bushes by Rose Cottage. Ask Rose about it. Mr hill says the hill is steep.'),
    'The rose bushes by Rose Cottage. Ask █████ about it. Mr █████ says the hill is steep.',
  );
  assert.equal(
    named('Will Marsh', 'Will you come? I am Will, Will Marsh. No will marsh, WILL SOMEBODY COME'),
    'Will you come? I am █████, █████. No █████, WILL SOMEBODY COME',
  );
  assert.equal(named('May Probert', 'It may be there since May 2026.\nThanks,\nMay'), 'It may be there since May 2026.\nThanks,\n█████');
  assert.equal(named('Jo Li', 'jo is here, ask Jo'), 'jo is here, ask █████');
  assert.equal(named('Dan Pritchard', 'o dan y bont'), 'o dan y bont');
});

test('what a report is about stays, though the resident is called that too', () => {
  for (const [name, text] of [
    ['Sam Glass', 'Broken Glass all over the path. Glass in the grass, more glass by the swings'],
    ['Sam Glass', 'Smashed Glass.'],
    ['Sam Glass', 'Thanks. Glass is everywhere'],
    ['Ann Pothole', 'Pothole'],
    ['Ann Pothole', 'Big pothole. The Pothole is deeper every week'],
    ['Ann Drain', 'Blocked Drain outside number 4'],
    ['Ann Drain', 'BLOCKED DRAIN'],
    ['Ann Drain', 'DRAIN is blocked'],
    ['Ann Drain', 'Blocked drains, and the Drain by the shop'],
    ['Ann Tree', 'Fallen Tree on Mill Lane'],
    ['Lily Bench', 'The Bench by the pond has lost a slat'],
    ['Ann Kettle', 'Old kettle and Toaster dumped, Kettle is rusty'],
    ['J Lamp', 'Street Lamp out since Friday'],
    ['Ann Sewer', 'Smell from the Sewer, sewer cover loose'],
    ['Tom Tyre', '12 Tyres in the lay-by, one Tyre burning'],
    ['Brown Glass', 'brown glass by the bin'],
    ['Sam Litter', 'Full Litter bin'],
    ['Ben Rubbish', 'Household Rubbish in black bags'],
    ['Jo Kerb', 'Dropped Kerb broken'],
    ['Ann Graffiti', 'Offensive Graffiti on the underpass'],
    ['Eira Coeden', 'Coeden wedi cwympo. Mae’r Goeden ar y ffordd'],
    ['Eira Twll', 'Mae Twll mawr yn y ffordd'],
    ['Sam Needle', 'Found a Needle near the Slide'],
    ['Sam Mattress', 'Mattress, sofa and a Mattress cover'],
  ] as const)
    assert.equal(named(name, text), text, `${name}: ${text}`);
});

test('a person who is called like something in the street is hidden where the words say that it is a person', () => {
  for (const [name, text, shown] of [
    ['Sam Glass', 'I am Sam Glass', 'I am █████'],
    ['Sam Glass', 'ask sam glass about it', 'ask █████ about it'],
    ['Sam Glass', 'Mr Glass at number 4', 'Mr █████ at number 4'],
    ['Sam Glass', 'Ask Glass at number 4', 'Ask █████ at number 4'],
    ['Sam Glass', 'My name is Glass', 'My name is █████'],
    ['Sam Glass', 'This is Glass from number 4', 'This is █████ from number 4'],
    ['Sam Glass', 'Contact: Glass, number 4', 'Contact: █████, number 4'],
    ['Sam Glass', 'the Glass family next door', 'the █████ family next door'],
    ['Sam Glass', 'There is broken glass.\nRegards,\nGlass', 'There is broken glass.\nRegards,\n█████'],
    ['Sam Glass', 'Broken glass. Thanks, Glass', 'Broken glass. Thanks, █████'],
    ['Sam Glass', 'S. Glass saw it', '█████ saw it'],
    ['Sam Glass', 'SAM GLASS', '█████'],
    ['Sam Glass', 'Glass, Sam', '█████, █████'],
    ['Brown Glass', 'I am Brown Glass', 'I am █████'],
    ['Ann Drain', 'Mrs Drain rang, the drain is blocked', 'Mrs █████ rang, the drain is blocked'],
    ['Ann Drain', 'Ann Drain wrote this about the Drain', '█████ wrote this about the Drain'],
    ['Lucy Bench', 'Lucy sat on the Bench', '█████ sat on the Bench'],
    ['Ann Tree', 'Dear council, signed Tree', 'Dear council, signed █████'],
    ['Eira Coeden', 'Fy enw i yw Eira Coeden', 'Fy enw i yw █████'],
    ['Eira Coeden', 'Diolch,\nCoeden', 'Diolch,\n█████'],
    ['Eira Coeden', 'teulu Coeden drws nesaf', 'teulu █████ drws nesaf'],
  ] as const)
    assert.equal(named(name, text), shown, `${name}: ${text}`);
});

test('a street’s name stays, whoever lives there', () => {
  assert.equal(named('Ann Probert', 'Probert Street, by the Probert Arms'), 'Probert Street, by the █████ Arms');
  assert.equal(named('Ann Probert', 'Ann Probert Street'), '█████ Street');
  assert.equal(named('Gwilym Rhys', 'Heol Gwilym, i Gwilym'), 'Heol Gwilym, i █████');
});

test('telephone numbers are blotted out however they are written', () => {
  for (const number of [
    '07700 900982',
    '07700900982',
    '(01632) 960 001',
    '0044 7700 900982',
    '447700900982',
    '+44 (0)7700 900982',
    '(+44) 7700 900982',
    '07700–900–982',
    '07700/900982',
    '07700‑900‑982',
    '07700.900.982',
    '07700\u00a0900\u00a0982',
    '07700\u200b900982',
    '0\u20607700900982',
    '０７７００ ９００９８２',
    '٠٧٧٠٠٩٠٠٩٨٢',
    '0️⃣7️⃣7️⃣0️⃣0️⃣900982',
    '7700900982',
    '+353 86 123 4567',
    '+48 601 234 567',
    '+33-6-12-34-56-78',
  ])
    assert.equal(publicText(`At 3: ${number}, thanks`), 'At 3: █████, thanks', number);
  for (const text of [
    'Bags: 12.',
    'on 01/12/2026 10 30',
    '100012345678',
    'SO 12345 67890',
    '52.005, -2.001',
    '30 mph from 10 to 3',
    '£1,000,000',
  ])
    assert.equal(publicText(text), text);
});

test('letters that look like digits are digits in a number, and letters everywhere else', () => {
  for (const number of [
    'O7700 9OO982',
    'o77oo 9oo 982',
    '07700 9OO 982',
    '077OO9OO982',
    'O77OO9OO982',
    'O1632 96OOOl',
    '0I632 96000I',
    '01632 96000l',
    'O1632 960 OO1',
    '07700 900 l82',
    '+44 77OO 9OO982',
    '+44 (O)7700 9OO982',
    'OO44 7700 900982',
    'O7700-9OO-982',
    'O7700.9OO.982',
    '(O1632) 960 001',
    '07700/9OO982',
    'О7700 900982', // Cyrillic
    'Ο7700 900982', // Greek
    'O７７００ 9OO982',
    'O77\u200bOO 900982',
  ])
    assert.equal(publicText(`At 3: ${number}, thanks`), 'At 3: █████, thanks', number);
  assert.equal(publicText('call 96OOO1, at 3', contact({ phone: '01632 960 001' })), 'call █████, at 3');
  assert.equal(publicText('card 4I11 II11 1111 11ll', contact({})), 'card █████');
  for (const text of [
    'OLD oil drums, 10 of them',
    'I saw 3 at 10 and I saw 4 at 11',
    'on the A10 and the B1010',
    'OL1 1AA',
    'grid square SO 12345 67890',
    'SO8 1O1 on the van',
    'Ill from 10 to 11',
    'It was 0 or 1, I think 10',
    '10 IOU notes on the floor',
    'lol 100 lollies on the road',
    'Order 1OO2 of 2 pallets',
    'Io 7 and 9',
    'LO55 OOL on the plate',
    'bay 1I, level O, zone 10',
    '5 l of oil, 10 l of paint',
    'From 10 I walked 100 yards',
    'rows O 10 20 30 40 50',
    'the bus 07 10 17 20 27 times',
    'buses at O7 17 27 37 47 past',
    'lamp column 10OI by the pond',
  ])
    assert.equal(publicText(text), text);
});

test('the resident’s own number is found with and without its country and area codes', () => {
  const irish = contact({ phone: '+353 86 123 4567' });
  for (const number of ['+353 861234567', '+353 86 123 4567', '00353861234567', '086 123 4567', '086-1234567', '1234567'])
    assert.equal(publicText(`call ${number}, at 3`, irish), 'call █████, at 3', number);
  const local = contact({ phone: '01632 960 001' });
  for (const number of ['960001', '960 001', '1632 960001', '+44 1632 960001', '４４ 1632 960001'])
    assert.equal(publicText(`call ${number}, at 3`, local), 'call █████, at 3', number);
  assert.equal(publicText('call 960002', local), 'call 960002');
});

test('email addresses are blotted out, quoted, spoken and spaced ones too', () => {
  for (const address of [
    'ann@example.org',
    'Ann.Planted+bins@Example.ORG',
    'ann@exam\u200bple.org',
    'ann＠example．org',
    'ann @ example.org',
    'ann at example dot org',
    'ann [at] example [dot] co [dot] uk',
    'ann(at)example.org',
    'siân@enghraifft.cymru',
    '"jo smith"@example.org',
    '“jo smith”@example.org',
    'jo at example dot com',
    'JO AT EXAMPLE DOT COM',
    'jo  at  example  dot  com',
    'jo\nat example dot com',
    'jo.smith at example dot co dot uk',
    'jo dot smith at example dot com',
    'jo underscore smith at example dot com',
    'jo[dot]smith[at]example[dot]com',
    'jo_at_example_dot_com',
    'jo-dot-smith-at-example-dot-com',
    'jo*at*example*dot*com',
    'jo @ example . com',
    'jo @ example . co . uk',
    'jo @ example dot com',
    'jo@example,com',
    'j o @ e x a m p l e . c o m',
    'jo at gmail.com',
    'jo at gmail',
    'jo at hotmail co uk',
    'jo@gmail',
    'jo@sky',
    'jo@[192.0.2.1]',
    'jo at enghraifft dot cymru',
  ])
    assert.equal(publicText(`Write to: ${address}, at 3`), 'Write to: █████, at 3', address);
  assert.equal(publicText('Email me, jo at example.org, at 3'), 'Email me, █████, at 3');
  assert.equal(publicText('e-bost jo at example.org'), 'e-bost █████');
  for (const text of [
    'Look at example.org',
    '2 bags @ 3.50 each',
    'meet @ the dot',
    '@council',
    'It is at the dot on the map',
    'Dumped at school. Dot saw it happen',
    'I reported it at www.council.example last week',
    'I emailed you at council.example last week',
    'skip @ Mill Lane',
    '5 bins @ number 12. Then 3 more',
    'bags @ corner . They smell',
    'rubbish @ park . me and my son saw it',
    'Stow-on-the-Wold, look-at-me signs',
    'the sign at Outlook Terrace',
    'parked at Sky Tower, at live wires',
    'crowd @ Live music',
    'left at 10.30, at 11.45 still there',
    'a red dot at each tree',
    'at each lamp a dot of paint',
    'He said "look here" at noon',
    'dog fouling at No. 4, at No. 6',
    'open at 9, shut at 5. Com centre',
  ])
    assert.equal(publicText(text), text);
});

test('card numbers are blotted out; number plates, postcodes and sort codes are not', () => {
  assert.equal(publicText('card 4111 1111 1111 1111 or 4111111111111112'), 'card █████ or 4111111111111112');
  for (const text of ['AB51 ABC', 'SW1A 1AA', '20-00-00']) assert.equal(publicText(text), text);
});

test('what was blotted out once stays as it is when it is read again', () => {
  const whole = contact({ name: 'Siân Probert', email: 'sian@example.org', phone: '+353 86 123 4567' });
  const once = publicText('Ask Siân Probert at number 3, or +353 86 123 4567, or sian@example.org', whole);
  assert.equal(once, 'Ask █████ at number 3, or █████, or █████');
  assert.equal(publicText(once, whole), once);
  assert.equal(publicText(once), once);
});

test('the council’s words keep the council’s own number and address', () => {
  const whole = contact({ name: 'Siân Probert', email: 'Sian+bins@example.org', phone: '07700 900982' });
  assert.equal(
    withoutContact(
      'Dear Mrs Probert, call us on 01632 960001 or write to streets@council.example. We wrote to sian@example.org and rang +44 7700 900982.',
      whole,
    ),
    'Dear Mrs █████, call us on 01632 960001 or write to streets@council.example. We wrote to █████ and rang █████.',
  );
});

test('a hostile text takes no longer than its length asks for', () => {
  // The square of 50,000 would outlast the run.
  const whole = contact({ name: 'Ann van der Probert', email: 'a@b.org', phone: '+353 86 123 4567' });
  for (const part of [
    '1 ',
    '0-',
    '+',
    '((1',
    '1',
    '@',
    'a@',
    'a@a.',
    ' at ',
    'a at ',
    '"a',
    'a a @ ',
    'a dot a at a dot a ',
    'email ',
    'O',
    'O1 ',
    'a dot ',
    ' [at] a dot',
    "a'",
    'A ',
    'A. ',
    'van der ',
    'Ann ',
    'é',
    '\u200b',
    '\u0301',
    '王',
  ])
    publicText(part.repeat(50_000 / part.length), whole);
});

test('a resident’s own number is blotted out whatever parts its digits, and an email whatever dot it has', () => {
  for (const written of ['086,123,4567', '086*123*4567', '086|123|4567', '086:123:4567'])
    assert.doesNotMatch(
      publicText(`Call ${written} after six`, { name: 'Ann Other', email: '', phone: '+353 86 123 4567' }),
      /4567/,
      written,
    );
  for (const dot of ['。', '｡', '．']) assert.doesNotMatch(publicText(`Write to ann@example${dot}org`), /example/, dot);
});
