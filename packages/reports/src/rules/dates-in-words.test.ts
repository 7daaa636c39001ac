import assert from 'node:assert/strict';
import test from 'node:test';
import { dayInWords, momentInWords } from './dates-in-words.ts';

test('days and hours are this country’s, summer and winter, in both languages', () => {
  assert.equal(dayInWords('2026-11-23T23:59:00Z', 'en'), '23 November 2026');
  assert.equal(dayInWords('2026-07-01T23:30:00Z', 'cy'), '2 Gorffennaf 2026');
  assert.equal(momentInWords('2026-11-23T09:05:00Z', 'en'), '23 November 2026 at 9:05am');
  assert.equal(momentInWords('2026-06-01T11:00:00Z', 'cy'), '1 Mehefin 2026 am 12:00yp');
  assert.equal(momentInWords('2026-01-01T00:01:00Z', 'en'), '1 January 2026 at 12:01am');
});
