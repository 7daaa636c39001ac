import assert from 'node:assert/strict';
import test from 'node:test';
import { dayInWords, momentInWords } from './days-in-words.ts';

test('a date is that day, a moment is the day in this country, in both languages', () => {
  assert.equal(dayInWords('2026-04-01', 'en'), '1 April 2026');
  assert.equal(dayInWords('2026-04-01', 'cy'), '1 Ebrill 2026');
  assert.equal(dayInWords('2026-11-23T23:59:00Z', 'en'), '23 November 2026');
  assert.equal(dayInWords('2026-07-01T23:30:00Z', 'cy'), '2 Gorffennaf 2026');
});

test('hours are this country’s, summer and winter, in both languages', () => {
  assert.equal(momentInWords('2026-11-23T09:05:00Z', 'en'), '23 November 2026 at 9:05am');
  assert.equal(momentInWords('2026-06-01T11:00:00Z', 'cy'), '1 Mehefin 2026 am 12:00yp');
  assert.equal(momentInWords('2026-01-01T00:01:00Z', 'en'), '1 January 2026 at 12:01am');
  assert.equal(momentInWords('2026-06-30T23:05:00Z', 'en'), '1 July 2026 at 12:05am');
  assert.equal(momentInWords('2026-11-23T12:30:00.000Z', 'cy'), '23 Tachwedd 2026 am 12:30yp');
});
