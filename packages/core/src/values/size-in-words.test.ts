import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sizeInWords } from './size-in-words.ts';

test('a size is said in decimal units, with a space that does not break', () => {
  for (const [bytes, words] of [
    [15_000_000, '15 MB'],
    [40_000_000, '40 MB'],
    [1_500_000, '1.5 MB'],
    [1_000_000, '1 MB'],
    [999_999, '1 MB'],
    [999_000, '999 kB'],
    [262_144, '262 kB'],
    [2_000, '2 kB'],
    [1, '1 kB'],
    [0, '0 kB'],
    [2_500_000_000, '2.5 GB'],
  ] as const) {
    assert.equal(sizeInWords(bytes, 'en'), words.replace(' ', '\u00a0'));
    assert.equal(sizeInWords(bytes, 'cy'), words.replace(' ', '\u00a0'));
  }
});
