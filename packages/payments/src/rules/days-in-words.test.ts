import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInWords, momentInWords } from './days-in-words.ts';

test('days and moments in both languages, in the country’s own time', () => {
  assert.equal(dayInWords('2026-04-01', 'en'), '1 April 2026');
  assert.equal(dayInWords('2026-04-01', 'cy'), '1 Ebrill 2026');
  assert.equal(momentInWords('2026-06-30T23:05:00Z', 'en'), '1 July 2026 at 12:05am');
  assert.equal(momentInWords('2026-11-23T12:30:00.000Z', 'cy'), '23 Tachwedd 2026 am 12:30yp');
});
