import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cleanIdentifier, cleanLine, cleanLines, cleanText } from './clean-text.ts';

/** Characters that nobody sees, from every block that has some. */
const invisible = [
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202a',
  '\u202e',
  '\u2060',
  '\u2063',
  '\u2066',
  '\u2069',
  '\u206f',
  '\u3164',
  '\ufe00',
  '\ufe0f',
  '\ufeff',
  '\uffa0',
  '\u{e0020}',
  '\u{e0041}\u{e007f}',
  '\u{e0100}',
];
const hex = (text: string): string => [...text].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16)}`).join(' ');

describe('prose', () => {
  test('keeps what people write', () => {
    for (const kept of [
      'Tŷ Gwyn, 12 Heol y Felin',
      '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️‍🔥 🏳️‍🌈 👩🏽‍🚀 🏴‍☠️ 1️⃣ ©️',
      'a\tb',
      'עברית',
      'line one\n\nline two',
      '<b> & "c"',
      'क्‍ष',
      'می‌خواهم',
      'naïve – “co‑op” …',
    ])
      assert.equal(cleanLines(kept), kept);
  });
  test('takes out what does harm', () => {
    assert.equal(cleanLines('\u0000a\u202eb\u2066c\ufeff\u0085\u007f'), 'abc');
    assert.equal(cleanLines('a\r\nb\rc\u2028d'), 'a\nb\nc\nd');
    assert.equal(cleanLine('a\r\nb\tc\u00a0d\u3000e'), 'a b c d e');
    assert.equal(cleanLines('e\u0301'), 'é');
    assert.equal(cleanLines('  a  '), 'a');
    assert.equal(cleanLines('a\ud800b'), 'a\ufffdb');
  });
  test('a name has nothing unseen in it, wherever it was', () => {
    for (const unseen of invisible)
      for (const typed of [`Ann${unseen}Jones`, `${unseen}AnnJones`, `AnnJones${unseen}`, `Ann${unseen}${unseen}Jones`])
        assert.equal(cleanLine(typed), 'AnnJones', hex(unseen));
  });
  test('cleaning twice is cleaning once', () => {
    const mixed = fc.string({
      unit: fc.constantFrom(...invisible, 'a', '1', ' ', '\n', 'é', 'e\u0301', 'क', '्', '👩', '🏴', '❤', '\u20e3', '\ud83d'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), mixed), (text) => {
        for (const clean of [cleanText, cleanLine, cleanLines, cleanIdentifier]) assert.equal(clean(clean(text)), clean(text), hex(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('identifiers', () => {
  test('have nothing unseen in them, wherever it was', () => {
    for (const unseen of invisible)
      for (const typed of [
        `${unseen}ann@example.org`,
        `ann@exam${unseen}ple.org`,
        `ann@example.org${unseen}`,
        ` ${unseen} ann@example.org`,
      ])
        assert.equal(cleanIdentifier(typed), 'ann@example.org', hex(unseen));
  });
  test('have one dash, whichever was typed or pasted', () => {
    for (const dash of '-‐‑‒–—―−﹘﹣－⁃') assert.equal(cleanIdentifier(`12${dash}34`), '12-34', hex(dash));
  });
  test('have one blank, whichever was typed or pasted', () => {
    for (const blank of ' \t\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u202f\u205f\u3000')
      assert.equal(cleanIdentifier(`${blank}12${blank}34${blank}`), '12 34', hex(blank));
  });
  test('have plain digits and letters, but no digit out of something else', () => {
    assert.equal(cleanIdentifier('ＡＬ１２＠．𝟏𝟐ﬁ'), 'AL12@.12fi');
    for (const kept of ['20²', '5½', '20₁', '①']) assert.equal(cleanIdentifier(kept), kept);
  });
});
