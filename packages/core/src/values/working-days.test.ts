import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, test } from 'node:test';
import { bankHolidays, bankHolidaysEnd, type Division } from './bank-holidays.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

const england = bankHolidays('england-and-wales');

test('working days pass over weekends and bank holidays', () => {
  assert.equal(addWorkingDays('2026-11-23', 10, england), '2026-12-07');
  // Good Friday to Easter Monday
  assert.equal(addWorkingDays('2026-04-02', 1, england), '2026-04-07');
  assert.equal(addWorkingDays('2026-04-04', 0, england), '2026-04-07');
  assert.equal(addWorkingDays('2026-12-21', 10, england), '2027-01-07');
});

test('the same day can be worked in one division and free in another', () => {
  const days: readonly (readonly [string, Division, boolean])[] = [
    ['2026-04-06', 'england-and-wales', false], // Easter Monday
    ['2026-04-06', 'scotland', true],
    ['2026-11-30', 'scotland', false], // St Andrew’s Day
    ['2026-11-30', 'northern-ireland', true],
    ['2026-07-13', 'northern-ireland', false], // a substitute day for the Battle of the Boyne
    ['2026-07-13', 'england-and-wales', true],
    ['2027-01-04', 'scotland', false], // a substitute day for 2 January
    ['2027-12-28', 'england-and-wales', false], // a substitute day for Boxing Day
    ['2028-02-29', 'england-and-wales', true],
  ];
  for (const [day, division, works] of days) assert.equal(isWorkingDay(day, bankHolidays(division)), works, `${day} ${division}`);
});

test('a holiday on a weekend has its substitute day on a working day', () => {
  for (const division of ['england-and-wales', 'scotland', 'northern-ireland'] as const)
    for (const day of bankHolidays(division)) assert.ok(isWorkingDay(day, []), `${day} is on a weekend`);
});

test('days from the settings are added once, in order', () => {
  const added = bankHolidays('england-and-wales', ['2027-05-10', '2026-12-25']);
  assert.equal(added.length, england.length + 1);
  assert.deepEqual(added, [...added].sort());
  assert.equal(isWorkingDay('2027-05-10', added), false);
});

const published = fileURLToPath(new URL('../../../../../shared/data/bank-holidays/bank-holidays.json', import.meta.url));
const absent = existsSync(published) ? false : '../shared/data/bank-holidays is absent';

describe('GOV.UK’s own table', { skip: absent }, () => {
  type Published = Readonly<Record<string, Readonly<Record<string, readonly { readonly date: string }[]>>>>;
  for (const division of ['england-and-wales', 'scotland', 'northern-ireland'] as const)
    test(`has the same days for ${division}`, () => {
      const { divisions } = JSON.parse(readFileSync(published, 'utf8')) as { divisions: Published };
      const days = Object.entries(divisions[`common.nations.${division}_slug`] ?? {})
        .filter(([year]) => Number(year) >= 2025)
        .flatMap(([, all]) => all.map(({ date }) => date.split('/').reverse().join('-')));
      assert.deepEqual(bankHolidays(division), days.sort());
      assert.equal(days.at(-1)?.slice(0, 4), bankHolidaysEnd.slice(0, 4));
    });
});
