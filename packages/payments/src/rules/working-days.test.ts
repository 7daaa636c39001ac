import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber, dayOf } from './days.ts';
import { addWorkingDays, firstCollection } from './working-days.ts';

// https://www.gov.uk/bank-holidays, England and Wales
const bankHolidays = ['2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01'];
const terms = { noticeWorkingDays: 10, bankHolidays };

test('working days pass over weekends and bank holidays', () => {
  assert.equal(addWorkingDays('2026-11-23', 10, bankHolidays), '2026-12-07');
  // Good Friday to Easter Monday
  assert.equal(addWorkingDays('2026-04-02', 1, bankHolidays), '2026-04-07');
  assert.equal(addWorkingDays('2026-04-04', 0, bankHolidays), '2026-04-07');
  assert.equal(addWorkingDays('2026-12-21', 10, bankHolidays), '2027-01-07');
});

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
