import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ordinalDay } from './ordinal-day.ts';

test('days of the month as both languages write them', () => {
  const written = [1, 2, 3, 4, 5, 7, 11, 12, 13, 15, 18, 20, 21, 22, 23, 28].map(ordinalDay);
  assert.equal(written.map(({ en }) => en).join(' '), '1st 2nd 3rd 4th 5th 7th 11th 12th 13th 15th 18th 20th 21st 22nd 23rd 28th');
  assert.equal(
    written.map(({ cy }) => cy).join(' '),
    '1af 2il 3ydd 4ydd 5ed 7fed 11eg 12fed 13eg 15fed 18fed 20fed 21ain 22ain 23ain 28ain',
  );
});
