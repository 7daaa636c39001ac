import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as peer from 'postcode';
import { findPostcode, isIncompletePostcode, readPostcode } from './postcode.ts';

test('reads a postcode in any shape that people write', () => {
  for (const typed of [
    'SW1A 2AA',
    'sw1a2aa',
    'sw1a-2aa.',
    ' S W 1 A 2 A A ',
    '(SW1A 2AA)',
    'SW1A  2AA',
    'SW1A–2AA',
    'ＳＷ１Ａ ２ＡＡ',
    'SWIA 2AA',
    'SW1A\u00a02AA',
  ])
    assert.equal(readPostcode(typed)?.text, 'SW1A 2AA', typed);
  for (const typed of ['W6 9JU', 'w69ju', 'W6-9JU', 'W6 9JU.', 'W6  9JU', '[W6] 9JU'])
    assert.equal(readPostcode(typed)?.text, 'W6 9JU', typed);
});

test('puts O and 0, I and 1 right by where they stand', () => {
  const cases: Record<string, string> = {
    'W6 OJU': 'W6 0JU',
    'WI 9JU': 'W1 9JU',
    'ECIA IBB': 'EC1A 1BB',
    '0X1 2JD': 'OX1 2JD',
    'M1O 1AE': 'M10 1AE',
    'B33 8TH': 'B33 8TH',
    'CRO 2YR': 'CR0 2YR',
    'DN55 IPT': 'DN55 1PT',
    '1V1 1AA': 'IV1 1AA',
  };
  for (const [typed, text] of Object.entries(cases)) assert.equal(readPostcode(typed)?.text, text, typed);
});

/** The 124 areas of the Post Office: https://en.wikipedia.org/wiki/List_of_postcode_areas_in_the_United_Kingdom. */
const areas =
  'AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE'.split(
    ' ',
  );
test('every district of every area is read as it is, and with O for 0 or I for 1 where only the other can stand', () => {
  assert.equal(areas.length, 124);
  for (const area of areas) {
    for (let number = area.length === 1 ? 1 : 0; number <= 99; number += 1) {
      const district = `${area}${number}`;
      assert.equal(readPostcode(`${district} 1AB`)?.text, `${district} 1AB`, district);
      const typed = `${district} 1AB`.replace(/O/g, '0');
      assert.equal(readPostcode(typed)?.text, `${district} 1AB`, typed);
      const zero = `${district} IAB`.replace(/(?<=\d)0/g, 'O');
      assert.equal(readPostcode(zero)?.text, `${district} 1AB`, zero);
    }
  }
});

test('a nought behind one letter is the letter O: no area of one letter has a district that begins with 0', () => {
  const cases: Record<string, string> = {
    'P01 2AB': 'PO1 2AB',
    'C07 9XX': 'CO7 9XX',
    'S03 1AA': 'SO3 1AA',
    'S014 0AA': 'SO14 0AA',
    'Y01 7HH': 'YO1 7HH',
    'Y026 4ZZ': 'YO26 4ZZ',
    'T01 1AA': 'TO1 1AA',
    p012ab: 'PO1 2AB',
    'P01 2AB.': 'PO1 2AB',
    'CR0 2YR': 'CR0 2YR',
    'BS0 1AA': 'BS0 1AA',
  };
  for (const [typed, text] of Object.entries(cases)) assert.equal(readPostcode(typed)?.text, text, typed);
  for (const area of areas.filter(({ length }) => length === 1)) {
    for (let digit = 0; digit <= 9; digit += 1) assert.notEqual(readPostcode(`${area}0${digit} 1AB`)?.outward, `${area}0${digit}`);
    assert.equal(readPostcode(`${area}0 1AB`), undefined, area);
  }
  // Nor is a district written with a 0 before it.
  for (const typed of ['PO01 2AB', 'SW01 1AA', 'EC0A 1AA']) assert.equal(readPostcode(typed), undefined, typed);
  assert.equal(findPostcode('1 Queen Street, Portsmouth P01 2AB')?.postcode.text, 'PO1 2AB');
  assert.ok(isIncompletePostcode('P01'));
});

test('what was pasted with a postcode is no part of it', () => {
  for (const typed of ['\u200bEC1V 0BW', 'EC1V\u2011OBW', 'EC1V\u00a0OBW\u200e', 'ec1v\u00ad0bw', '\ufeffEC1V−0BW', 'EC1V OBW'])
    assert.equal(readPostcode(typed)?.text, 'EC1V 0BW', typed);
  const found = findPostcode('Straße 1,\u00a0AM1A\u2011IEE, UK');
  assert.deepEqual([found?.postcode.text, found?.rest], ['AM1A 1EE', 'Straße 1,  , UK']);
});

test('says what a postcode is for', () => {
  const cases: Record<string, [string, string]> = {
    'GIR 0AA': ['GIR 0AA', 'girobank'],
    'gir oaa': ['GIR 0AA', 'girobank'],
    'BFPO 61': ['BFPO 61', 'forces'],
    'b.f.p.o. c/o 61': ['BFPO 61', 'forces'],
    'BFP0 061': ['BFPO 61', 'forces'],
    'BF1 3AA': ['BF1 3AA', 'forces'],
    'FIQQ 1ZZ': ['FIQQ 1ZZ', 'overseas'],
    ascn1zz: ['ASCN 1ZZ', 'overseas'],
    'GX11 1AA': ['GX11 1AA', 'overseas'],
    'KY1 1001': ['KY1-1001', 'overseas'],
    'AI 2640': ['AI-2640', 'overseas'],
    'JE2 3QA': ['JE2 3QA', 'standard'],
    'KY1 1AA': ['KY1 1AA', 'standard'],
  };
  for (const [typed, [text, kind]] of Object.entries(cases)) {
    const read = readPostcode(typed);
    assert.deepEqual([read?.text, read?.kind], [text, kind], typed);
  }
});

test('what cannot be a postcode is none', () => {
  const never = [
    '',
    ' ',
    '-',
    'QQ1 1AA',
    'W6 9IU',
    'W6 9CU',
    'VA1 1AA',
    'AJ1 1AA',
    'SW1AA 2AA',
    '12 Mill Lane',
    'SW1A',
    'SW1A 2A',
    'ABCDEFG',
    '1234567',
    '111 1AA',
    'BFPO',
    'BFPO 12345',
    'ÀB1 1AA!'.repeat(4),
  ];
  for (const typed of never) assert.equal(readPostcode(typed), undefined, typed);
  for (const typed of ['A'.repeat(10_000), 'SW1A '.repeat(2_000), ' '.repeat(10_000), '٣'.repeat(10_000)])
    assert.equal(readPostcode(typed), undefined);
});

test('knows half a postcode from something else', () => {
  for (const typed of ['SW1A', 'w6', 'W6 9', 'swia', 'AL10']) assert.ok(isIncompletePostcode(typed), typed);
  for (const typed of ['SW1A 2AA', 'Mill Lane', '', '12', 'London', 'QQ1']) assert.ok(!isIncompletePostcode(typed), typed);
});

test('finds a postcode in an address', () => {
  const found = findPostcode('12 Mill Lane, Aldermere al3 4xz');
  assert.deepEqual([found?.postcode.text, found?.rest], ['AL3 4XZ', '12 Mill Lane, Aldermere']);
  assert.equal(findPostcode('sw1a2aa 10 Downing St')?.postcode.text, 'SW1A 2AA');
  for (const text of ['12 Mill Lane', 'Flat 3A, Heron Court', 'Unit 4 Old Mill', 'a'.repeat(10_000)])
    assert.equal(findPostcode(text), undefined, text);
});

/** Where npm's `postcode` and ours differ on purpose: theirs first. */
const disagreements: readonly [typed: string, theirs: boolean, ours: boolean][] = [
  ['W6-9JU', false, true],
  ['W6 9JU.', false, true],
  ['GIR 0AA', false, true],
  ['ASCN 1ZZ', false, true],
  ['BFPO 61', false, true],
  ['SWIA 2AA', false, true],
  ['(W6 9JU)', false, true],
  ['W6 OJU', false, true],
  // Impossible letters: shape alone is not enough.
  ['QQ1 1AA', true, false],
  ['W6 9IU', true, false],
];

test('agrees with the npm package "postcode", but for the differences that are listed', (context) => {
  for (const [typed, theirs, ours] of disagreements) {
    assert.equal(peer.isValid(typed), theirs, `theirs: ${typed}`);
    assert.equal(readPostcode(typed) !== undefined, ours, `ours: ${typed}`);
  }
  let random = 20_261_123;
  const next = (below: number): number => (random = (random * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
  const letter = (): string => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.charAt(next(26 * 1000) % 26);
  const digit = (): string => String(next(10_000) % 10);
  let both = 0;
  for (let index = 0; index < 50_000; index += 1) {
    const shape = ['A9', 'A99', 'AA9', 'AA99', 'A9A', 'AA9A', 'A', 'AAA9', '9A'][next(9_000) % 9] ?? '';
    const typed = [...`${shape} 9AA`].map((sign) => (sign === 'A' ? letter() : sign === '9' ? digit() : ' ')).join('');
    const read = readPostcode(typed);
    const bare = typed.replace(' ', '');
    // Theirs allows every letter everywhere. Wherever ours accepts a text as it stands, so does theirs, and reads the same.
    if (read?.kind === 'standard' && read.text.replace(' ', '') === bare) {
      both += 1;
      assert.ok(peer.isValid(typed), typed);
      assert.equal(peer.toNormalised(typed), read.text);
      assert.equal(peer.toOutcode(typed), read.outward);
    }
    // Wherever theirs accepts and ours does not, an impossible letter is the reason, or a district that begins with 0.
    if (!read && peer.isValid(typed)) {
      assert.match(
        bare,
        /^\D0|^\D\D0\w{4}|^[QVX]|^.[IJZ]\d|\d[CIKMOV].?$|\d.[CIKMOV]$|^\D\d[^\dABCDEFGHJKPSTUW]|^\D\D\d[^\dABEHMNPRVWXY]/,
        typed,
      );
    }
  }
  context.diagnostic(`${both} of 50,000 random postcodes read alike`);
  assert.ok(both > 5_000);
});
