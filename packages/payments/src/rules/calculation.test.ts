import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateFrom } from '@council-kit/journeys';
import * as v from 'valibot';
import { councilTaxChargesSchema } from '../contract/bill.ts';
import { authorities } from '../testing/bills.ts';
import { addressOf, calculate, readCalculation, typedIn, type Calculation } from './calculation.ts';

const charges = v.parse(councilTaxChargesSchema, {
  year: 2026,
  nation: 'england',
  areas: [
    { id: 'northgate', name: { en: 'Northgate', cy: 'Northgate' }, authorities },
    { id: 'mill-lane', name: { en: 'Mill Lane', cy: 'Mill Lane' }, authorities: authorities.slice(0, 5) },
  ],
  premiums: { secondHome: 100 },
});
const read = (query: string) => readCalculation(typedIn(new URLSearchParams(query)), charges, dateFrom, 'en');
const total = (given: Partial<Calculation>): number =>
  calculate({ area: 'northgate', band: 'D', household: 'several', adapted: false, ...given }, charges, { asOf: '2026-03-01' }).total;

test('a link says all of it, and nothing that is not asked', () => {
  const asked = read('area=mill-lane&band=e&household=one&adapted=yes&from-day=1&from-month=Medi&from-year=2026&name=Ann&lang=cy');
  assert.deepEqual(asked, {
    kind: 'calculation',
    calculation: { area: 'mill-lane', band: 'E', household: 'one', adapted: true, from: '2026-09-01' },
  });
  assert.equal(read('lang=cy&utm_source=x'), undefined);
  assert.equal(addressOf(typedIn(new URLSearchParams('band=D&household=one&name=Ann'))), 'band=D&household=one');
});

test('what is missing or wrong is told in the order of the questions', () => {
  const asked = read('band=I&from-day=31&from-month=2&from-year=2026&to-day=1&to-month=1&to-year=2030');
  assert.deepEqual(asked?.kind === 'errors' && asked.errors, [
    { field: 'area', message: 'Select where the home is' },
    { field: 'band', message: 'Select the council tax band' },
    { field: 'household', message: 'Select who lives in the home' },
    { field: 'from', message: 'The day you move in must be a real date, like 27 9 2026' },
    { field: 'to', message: 'The day you move out must be between 1 April 2026 and 31 March 2027' },
  ]);
  const reversed = read('area=northgate&band=A&household=one&from-day=2&from-month=6&from-year=2026&to-day=1&to-month=6&to-year=2026');
  assert.deepEqual(reversed?.kind === 'errors' && reversed.errors.map(({ field }) => field), ['to']);
});

test('households', () => {
  assert.equal(total({}), 225_453);
  assert.equal(total({ household: 'one' }), 225_453 - 56_363);
  assert.equal(total({ household: 'none-counted' }), 225_453 - 112_727);
  assert.equal(total({ household: 'students' }), 0);
  assert.equal(total({ household: 'second-home' }), 450_906);
  assert.equal(total({ household: 'long-empty' }), 225_453, 'where the council adds nothing');
  assert.equal(total({ adapted: true }), 200_403);
  assert.equal(total({ area: 'mill-lane' }), 225_453 - 4_419);
});

test('a move: the days lived there, and instalments from then on', () => {
  const bill = calculate({ area: 'northgate', band: 'D', household: 'several', adapted: false, from: '2026-07-30' }, charges, {
    asOf: '2026-06-01',
  });
  assert.equal(bill.periods[0]?.days, 245);
  assert.deepEqual([bill.instalments.length, bill.instalments[0]?.due], [7, '2026-09-01']);
});
