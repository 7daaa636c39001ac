import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInLondon, dayNumber, dayOf } from '@council-kit/core';
import { asTyped, beginningOf, periodOf, readDay } from './period.ts';

test('a day begins at midnight in London, in summer and winter and on the days when the clocks change', () => {
  for (const [day, begins] of [
    ['2026-01-15', '2026-01-15T00:00:00.000Z'],
    ['2026-06-01', '2026-05-31T23:00:00.000Z'],
    // Forward at 1am on 29 March: the day has 23 hours.
    ['2026-03-28', '2026-03-28T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['2026-03-30', '2026-03-29T23:00:00.000Z'],
    // Back at 2am on 25 October: it has 25.
    ['2026-10-25', '2026-10-24T23:00:00.000Z'],
    ['2026-10-26', '2026-10-26T00:00:00.000Z'],
  ] as const)
    assert.equal(beginningOf(day).toISOString(), begins, day);
});

test('every instant of twelve years belongs to the one day that says so', () => {
  for (let number = dayNumber('2020-01-01'); number < dayNumber('2032-01-01'); number += 1) {
    const day = dayOf(number);
    const [begins, ends] = [beginningOf(day), beginningOf(dayOf(number + 1))];
    assert.equal(dayInLondon(begins), day);
    assert.equal(dayInLondon(new Date(ends.getTime() - 1)), day);
    assert.notEqual(dayInLondon(new Date(begins.getTime() - 1)), day);
  }
});

test('a stretch has both its days; it is in order, a year at most, of days that there are', () => {
  const may = periodOf('2026-05-31', '2026-05-31');
  const june = periodOf('2026-06-01', '2026-06-30');
  // 00:30 BST on 1 June.
  const atNight = new Date('2026-05-31T23:30:00Z');
  assert.ok(may && june);
  assert.ok(atNight >= may.to && atNight >= june.from && atNight < june.to);
  assert.ok(periodOf('2026-11-23', '2026-11-23'));
  assert.ok(periodOf('2027-04-01', '2028-03-31'));
  for (const [first, last] of [
    ['2026-06-02', '2026-06-01'],
    ['2026-01-01', '2027-01-02'],
    ['2026-02-31', '2026-03-01'],
    ['2026-02-01', '2026-02-29'],
    ['0001-01-01', '0001-01-02'],
    ['2026-6-1', '2026-06-02'],
    ['', ''],
    ["2026-01-01'; --", '2026-01-01'],
  ] as const)
    assert.equal(periodOf(first, last), undefined, `${first} ${last}`);
});

test('days as people type them', () => {
  for (const typed of [
    '1/6/2026',
    '01/06/2026',
    ' 1.6.2026 ',
    '1-6-2026',
    '1 6 2026',
    '1 June 2026',
    '1 jun 2026',
    '1 Mehefin 2026',
    '2026-06-01',
  ])
    assert.equal(readDay(typed), '2026-06-01', typed);
  assert.equal(readDay('29/2/2028'), '2028-02-29');
  for (const typed of [
    '',
    '1/6/26',
    '31/6/2026',
    '29/2/2026',
    '6/13/2026',
    '1/6',
    'yesterday',
    '1 Maybe 2026',
    '1/6/20260',
    '<b>',
    '1/6/1926',
  ])
    assert.equal(readDay(typed), undefined, typed);
  assert.equal(asTyped('2026-06-01'), '1/6/2026');
  assert.equal(readDay(asTyped('2026-11-23')), '2026-11-23');
});
