import assert from 'node:assert/strict';
import test from 'node:test';
import { dayInLondon } from './day-in-london.ts';

test('the day is that of the United Kingdom, in winter and in summer', () => {
  assert.equal(dayInLondon(new Date('2026-01-31T23:59:59Z')), '2026-01-31');
  assert.equal(dayInLondon(new Date('2026-05-31T22:59:59Z')), '2026-05-31');
  assert.equal(dayInLondon(new Date('2026-05-31T23:00:00Z')), '2026-06-01');
});
