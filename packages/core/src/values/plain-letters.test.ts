import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainLetters } from './plain-letters.ts';

test('accents go, letters of our neighbours become ours, and case stays', () => {
  for (const [text, plain] of [
    ['Siân, Llŷn, TŶ GWYN, Zoë', 'Sian, Llyn, TY GWYN, Zoe'],
    ['Sia\u0302n', 'Sian'],
    ['Łódź Đorđe Þór Straße Æther Œuvre Møller Ħal ŋ', 'Lodz Dorde Thor Strasse AEther OEuvre Moller Hal ng'],
    ['ŁUKASZ STRAUẞ', 'LUKASZ STRAUSS'],
    ['ＭＩＬＬ ﬁeld', 'MILL field'],
    ['Pro\u00adbert\u200b', 'Probert'],
    ['', ''],
  ] as const)
    assert.equal(plainLetters(text), plain);
});

test('every apostrophe is one', () => {
  for (const sign of "'’‘`´ʼʹ′＇ꞌʻ‛ʽ‵") assert.equal(plainLetters(`O${sign}Neill`), "O'Neill", sign);
});

test('what is plain stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(plainLetters(plainLetters(text)), plainLetters(text))),
    {
      numRuns: 500,
    },
  );
});
