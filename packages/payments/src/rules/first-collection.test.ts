import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addWorkingDays, bankHolidays as bankHolidaysOf, dayNumber, dayOf } from '@council-kit/core';
import fc from 'fast-check';
import { firstCollection } from './first-collection.ts';

const bankHolidays = bankHolidaysOf('england-and-wales');
const terms = { noticeWorkingDays: 10, bankHolidays };

test('the first collection leaves the notice its ten working days', () => {
  assert.equal(firstCollection({ ...terms, given: '2026-11-23', dayOfMonth: 7 }), '2026-12-07');
  assert.equal(firstCollection({ ...terms, given: '2026-11-24', dayOfMonth: 7 }), '2027-01-07');
  assert.equal(
    firstCollection({ ...terms, given: '2026-11-23', dayOfMonth: 1 }),
    '2027-01-04',
    '1 January is a holiday, then it is a weekend',
  );
});

test('always: never before the notice has run, on a working day, at most some days after the picked one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 1, max: 28 }),
      fc.integer({ min: 1, max: 20 }),
      (offset, dayOfMonth, noticeWorkingDays) => {
        const given = dayOf(dayNumber('2025-01-01') + offset);
        const day = firstCollection({ given, dayOfMonth, noticeWorkingDays, bankHolidays });
        assert.ok(day >= addWorkingDays(given, noticeWorkingDays, bankHolidays));
        assert.equal(addWorkingDays(day, 0, bankHolidays), day);
        const late = (Number(day.slice(8)) - dayOfMonth + 31) % 31;
        assert.ok(late <= 8, `${given} ${day} ${String(dayOfMonth)}`);
        assert.ok(dayNumber(day) - dayNumber(given) < noticeWorkingDays * 2 + 45);
      },
    ),
    { numRuns: 2000 },
  );
});
