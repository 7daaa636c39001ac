import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber } from '@council-kit/core';
import { instalmentAmounts, instalmentCount, instalmentsOf } from './instalments.ts';
import { sum } from './pence.ts';

test('£1,845.23 in ten: £180.23, then nine times £185', () => {
  assert.deepEqual(instalmentAmounts(184_523, 10), [18_023, ...Array.from({ length: 9 }, () => 18_500)]);
});

test('equal instalments where the amount divides into whole pounds', () => {
  assert.deepEqual(
    instalmentAmounts(180_000, 10),
    Array.from({ length: 10 }, () => 18_000),
  );
});

test('an instalment under £5 is added to the one after it', () => {
  // £55.50: £6 each would leave £1.50 for the first.
  assert.deepEqual(instalmentAmounts(5550, 10), [750, ...Array.from({ length: 8 }, () => 600)]);
});

test('small amounts have as many instalments as there are fives in them; under £10 one', () => {
  assert.deepEqual(instalmentAmounts(999, 10), [999]);
  assert.deepEqual(instalmentAmounts(1000, 10), [500, 500]);
  assert.deepEqual(instalmentAmounts(2300, 10), [500, 600, 600, 600]);
  assert.deepEqual(instalmentAmounts(0, 10), []);
});

// The months’ table as councils publish it (Wandsworth’s, for one).
const byMonth = [
  ['2026-03-10', 10],
  ['2026-04-30', 10],
  ['2026-05-01', 9],
  ['2026-06-30', 8],
  ['2026-07-15', 7],
  ['2026-08-15', 6],
  ['2026-09-15', 5],
  ['2026-10-15', 4],
  ['2026-11-30', 3],
  ['2026-12-31', 2],
  ['2027-01-01', 1],
  ['2027-02-15', 1],
  ['2027-03-31', 1],
] as const;

test('ten by 30 April, then one less than the months that are left, one from January', () => {
  for (const [issued, count] of byMonth) assert.equal(instalmentCount({ year: 2026, issued }), count, issued);
});

test('twelve on request by 15 April, then as many as there are months left', () => {
  const counts = ['2026-03-10', '2026-04-15', '2026-04-16', '2026-06-20', '2026-11-02', '2027-01-05'].map((issued) =>
    instalmentCount({ year: 2026, issued, twelve: true }),
  );
  assert.deepEqual(counts, [12, 12, 11, 9, 4, 1]);
});

test('April to January for a bill of March, on the council’s day', () => {
  const dues = instalmentsOf(184_523, { year: 2026, issued: '2026-03-10', dayOfMonth: 15 });
  assert.deepEqual(
    dues.map(({ due }) => due),
    [4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => `2026-${String(month).padStart(2, '0')}-15`).concat('2027-01-15'),
  );
});

test('a late bill’s first instalment is a fortnight away, in this year and in the next calendar year', () => {
  assert.deepEqual(
    instalmentsOf(30_000, { year: 2026, issued: '2026-12-20' }).map(({ due }) => due),
    ['2027-02-01', '2027-03-01'],
  );
  assert.deepEqual(instalmentsOf(30_000, { year: 2026, issued: '2027-02-20' }), [{ due: '2027-03-06', amount: 30_000 }]);
});

test('always: they add up, follow month after month in the year, in whole pounds but the first, and none is small', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: -60, max: 347 }),
      fc.boolean(),
      fc.integer({ min: 1, max: 28 }),
      (amount, day, twelve, dayOfMonth) => {
        const issued = new Date(Date.UTC(2026, 3, 1 + day)).toISOString().slice(0, 10);
        const dues = instalmentsOf(amount, { year: 2026, issued, twelve, dayOfMonth });
        assert.equal(sum(dues.map((due) => due.amount)), amount);
        assert.ok(dues.length <= (twelve ? 12 : 10));
        if (dues.length > 1) for (const due of dues) assert.ok(due.amount >= 500, `${String(amount)} in ${String(dues.length)}`);
        if (dues.length > 1 && dues[0]?.amount !== dues[1]?.amount) for (const due of dues.slice(1)) assert.equal(due.amount % 100, 0);
        dues.forEach((due, index) => {
          const before = dues[index - 1];
          assert.ok(before === undefined || before.due < due.due);
          assert.ok(due.due >= '2026-04-01');
          assert.ok(dayNumber(due.due) - dayNumber(issued) >= 14);
          assert.ok(due.due <= '2027-04-13', due.due);
        });
      },
    ),
    { numRuns: 2000 },
  );
});
