import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as v from 'valibot';
import { referenceFormatSchema, type ReferenceFormat } from '../contract/fund.ts';
import { hasCardNumber, readReference } from './reference.ts';

const format = (given: Partial<ReferenceFormat>): ReferenceFormat =>
  v.parse(referenceFormatSchema, {
    label: { en: 'What is your council tax account number?', cy: 'Beth yw rhif eich cyfrif treth gyngor?' },
    name: { en: 'Council tax account number', cy: 'Rhif cyfrif treth gyngor' },
    example: '501231231',
    patterns: ['5\\d{8}'],
    ...given,
  });
const said = (typed: string, given: Partial<ReferenceFormat> = {}): string => {
  const read = readReference(typed, format(given));
  return read.kind === 'reference' ? read.reference : read.message.en;
};

test('blanks, hyphens, other hyphens, full stops, full-width digits and small letters are all the same to us', () => {
  for (const typed of [
    '501231231',
    ' 501 231 231 ',
    '501-231-231',
    '501–231–231',
    '501.231.231',
    '５０１２３１２３１',
    '5 0 1 2 3 1 2 3 1',
    '501231231\u200b',
    '\u200e501231231',
    '\ufeff501\u00ad231\u2060231',
    '501\u2011231\u2011231',
    '501\u2212231\u2212231',
    '501\ufe63231\u2010231',
    '501\u00a0231\u202f231',
  ])
    assert.equal(said(typed), '501231231', typed);
  assert.equal(said('4123456x', { patterns: ['4\\d{7}', '4\\d{6}X'] }), '4123456X');
});

test('what a letter prints behind the reference is dropped (Conwy: 501231231/123/123)', () => {
  assert.equal(said('501231231/123/123', { drop: '/.*' }), '501231231');
});

test('what is wrong is told in the council’s own words, with an example', () => {
  assert.equal(said(''), 'Enter your council tax account number');
  assert.equal(said('50123'), 'Your council tax account number must look like 501231231. Check your letter or notice');
  assert.equal(said('9'.repeat(61)), 'Your council tax account number must look like 501231231. Check your letter or notice');
  assert.equal(said('', { name: { en: 'PCN number', cy: 'Rhif PCN' } }), 'Enter your PCN number');
  const notice = format({ name: { en: 'Notice number', cy: 'Rhif yr hysbysiad' }, example: 'AL12345678' });
  const inWelsh = (typed: string): string | false => {
    const read = readReference(typed, notice);
    return read.kind === 'error' && read.message.cy;
  };
  assert.equal(inWelsh(''), 'Mae angen rhif yr hysbysiad');
  assert.equal(inWelsh('ZZ'), 'Dylai rhif yr hysbysiad edrych fel AL12345678. Gwiriwch eich llythyr neu hysbysiad');
});

test('check digits: modulus 11 with X, by its complement, and every single wrong digit is found', () => {
  const checkDigit = { weights: [8, 7, 6, 5, 4, 3, 2], modulus: 11, complement: true, characters: '0123456789X' };
  const given = { patterns: ['\\d{7}[\\dX]'], checkDigit };
  // 5·8 + 0·7 + 1·6 + 2·5 + 3·4 + 1·3 + 2·2 = 75; 75 mod 11 = 9; 11 − 9 = 2
  assert.equal(said('50123122', given), '50123122');
  const mistyped = 'Check your council tax account number. At least one character is different from your letter or notice';
  for (let at = 0; at < 8; at += 1)
    for (const digit of '0123456789') {
      const other = `${'50123122'.slice(0, at)}${digit}${'50123122'.slice(at + 1)}`;
      assert.equal(said(other, given), other === '50123122' ? other : mistyped, other);
    }
  // A remainder that the council gives to nobody.
  assert.equal(said('50123122', { ...given, checkDigit: { ...checkDigit, characters: '01 3456789X' } }), mistyped);
});

test('a card number is told as one, however it is parted, and never taken', () => {
  const card = 'Enter your council tax account number, not the number of your card. You will enter your card details on GOV.UK Pay';
  for (const typed of [
    '4242424242424242',
    '4242 4242 4242 4242',
    '4000-0000-0000-0002',
    'card 4242424242424242',
    '4242  4242 -4242..4242',
    '4242424242424242 12/26',
    '378282246310005',
    '４２４２４２４２４２４２４２４２',
    '4242\u200b4242\u200b4242\u200b4242',
    '4242\u22124242\u20114242\u22124242',
  ])
    assert.equal(said(typed, { patterns: ['.*'] }), card, typed);
  assert.equal(hasCardNumber('4242424242424241'), false);
  assert.equal(hasCardNumber('00000000000000'), false);
  assert.equal(hasCardNumber('501231231'), false);
});

test('always: what is taken is one of the council’s own, and no card number is ever taken', () => {
  const luhn = (digits: string): boolean =>
    [...digits]
      .reverse()
      .reduce((sum, digit, at) => sum + (at % 2 === 0 ? Number(digit) : ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0)), 0) %
      10 ===
    0;
  const any = format({ patterns: ['[A-Z0-9]{1,19}'] });
  const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789 -.'), minLength: 9, maxLength: 40 }));
  fc.assert(
    fc.property(typed, (text) => {
      const read = readReference(text, any);
      if (read.kind === 'error') return;
      assert.match(read.reference, /^[A-Z0-9]{1,19}$/);
      if (/^[1-9]\d{11,18}$/.test(read.reference)) assert.equal(luhn(read.reference), false, text);
    }),
    { numRuns: 5000 },
  );
});
