import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateFrom } from '@council-kit/journeys';
import * as v from 'valibot';
import { councilTaxChargesSchema } from '../contract/bill.ts';
import { authorities } from '../testing/bills.ts';
import { scottishCharges } from '../testing/charges.ts';
import { addressOf, calculate, householdsOf, readCalculation, typedIn, type Calculation } from './calculation.ts';

const charges = v.parse(councilTaxChargesSchema, {
  year: 2026,
  nation: 'england',
  areas: [
    { id: 'northgate', name: { en: 'Northgate', cy: 'Northgate' }, authorities },
    { id: 'mill-lane', name: { en: 'Mill Lane', cy: 'Mill Lane' }, authorities: authorities.slice(0, 5) },
  ],
  premiums: {
    secondHome: 100,
    empty: [
      { years: 5, percent: 200 },
      { years: 1, percent: 100 },
    ],
  },
});
const read = (query: string) => readCalculation(typedIn(new URLSearchParams(query)), charges, dateFrom, 'en');
const total = (given: Partial<Calculation>): number =>
  calculate({ area: 'northgate', band: 'D', household: 'several', adapted: false, ...given }, charges).total;

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
  const asked = read('asked=yes&band=I&from-day=31&from-month=2&from-year=2026&to-day=1&to-month=1&to-year=2030');
  assert.deepEqual(asked?.kind === 'errors' && asked.errors, [
    { field: 'area', message: 'Select where the home is' },
    { field: 'band', message: 'Select the council tax band' },
    { field: 'household', message: 'Select who lives in the home' },
    { field: 'from', message: 'The day you move in must be a real date, like 27 9 2026' },
    { field: 'to', message: 'The day you move out must be between 1 April 2026 and 31 March 2027' },
  ]);
  const reversed = read(
    'asked=yes&area=northgate&band=A&household=one&from-day=2&from-month=6&from-year=2026&to-day=1&to-month=6&to-year=2026',
  );
  assert.deepEqual(reversed?.kind === 'errors' && reversed.errors.map(({ field }) => field), ['to']);
});

test('a link that fills in some of the answers asks for the others; a form that was sent says what is missing', () => {
  assert.equal(read('band=D'), undefined);
  assert.equal(read('area=northgate&household=one'), undefined);
  assert.equal(read('asked=yes')?.kind, 'errors');
});

test('households', () => {
  assert.equal(total({}), 225_453);
  assert.equal(total({ household: 'one' }), 225_453 - 56_363);
  assert.equal(total({ household: 'none-counted' }), 225_453 - 112_727);
  assert.equal(total({ household: 'students' }), 0);
  assert.equal(total({ household: 'second-home' }), 450_906);
  assert.equal(total({ household: 'empty-1' }), 450_906);
  assert.equal(total({ household: 'empty-5' }), 676_359);
  assert.equal(total({ household: 'nobody' }), 225_453);
  assert.equal(total({ adapted: true }), 200_403);
  assert.equal(total({ area: 'mill-lane' }), 225_453 - 4_419);
});

test('a move: the days lived there, and instalments from then on', () => {
  const bill = calculate({ area: 'northgate', band: 'D', household: 'several', adapted: false, from: '2026-07-30' }, charges);
  assert.equal(bill.periods[0]?.days, 245);
  assert.deepEqual([bill.instalments.length, bill.instalments[0]?.due], [7, '2026-09-01']);
});

test('the whole year is billed in March: ten instalments from April, or twelve', () => {
  const bill = calculate({ area: 'northgate', band: 'E', household: 'one', adapted: false }, charges);
  assert.deepEqual(
    [bill.instalments.length, bill.instalments[0], bill.instalments.at(-1)?.due],
    [10, { due: '2026-04-01', amount: 20_365, paid: 0, status: 'due' }, '2027-01-01'],
  );
  const { instalments = [] } = bill.twelve ?? {};
  // £2,066.65 ÷ 12 is £172.22: eleven of £172 leave £174.65.
  assert.deepEqual(
    [instalments.length, instalments[0], instalments[1], instalments.at(-1)?.due],
    [12, { due: '2026-04-01', amount: 17_465 }, { due: '2026-05-01', amount: 17_200 }, '2027-03-01'],
  );
});

test('in and out within the year: the days between, both counted', () => {
  const bill = calculate(
    { area: 'northgate', band: 'D', household: 'several', adapted: false, from: '2026-06-01', to: '2026-08-31' },
    charges,
  );
  assert.deepEqual([bill.periods[0]?.days, bill.total], [92, 56_827]); // £2,254.53 × 92 ÷ 365 = £568.265…
});

test('one day, the first and the last of the year too', () => {
  for (const day of ['2026-04-01', '2026-09-15', '2027-03-31']) {
    const bill = calculate({ area: 'northgate', band: 'D', household: 'several', adapted: false, from: day, to: day }, charges);
    assert.deepEqual([bill.periods[0]?.days, bill.total, bill.instalments.length], [1, 618, 1], day);
  }
});

test('only what the council charges for is asked about; each premium begins where the one before ends', () => {
  assert.deepEqual(
    householdsOf({ premiums: undefined }).map(({ household }) => household),
    ['several', 'one', 'none-counted', 'students', 'nobody'],
  );
  assert.deepEqual(
    householdsOf(charges).flatMap(({ household, years, lessThan }) => (years ? [[household, years, lessThan]] : [])),
    [
      ['empty-1', 1, 5],
      ['empty-5', 5, undefined],
    ],
  );
  const none = readCalculation({ asked: 'yes', band: 'D', household: 'empty-10', area: 'northgate' }, charges, dateFrom, 'en');
  assert.equal(none?.kind, 'errors');
});

test('the order of reductions is the council’s', () => {
  const given = { area: 'northgate', band: 'D', household: 'one', adapted: true } as const;
  const kinds = (order?: readonly ('discount' | 'disability')[]) =>
    calculate(given, { ...charges, ...(order ? { order: [...order] } : {}) }).periods[0]?.reductions.map(({ kind }) => kind);
  assert.deepEqual(kinds(), ['disability', 'discount']);
  assert.deepEqual(kinds(['discount', 'disability']), ['discount', 'disability']);
});

test('Wales and Scotland: twelve instalments are shown where the council says that they can be had', () => {
  const given = { area: 'northgate', band: 'D', household: 'several', adapted: false } as const;
  const ask = { en: 'Call us', cy: 'Ffoniwch ni' };
  for (const nation of ['wales', 'scotland'] as const) {
    assert.equal(calculate(given, { ...charges, nation }).twelve, undefined);
    assert.equal(calculate(given, { ...charges, nation, instalments: { twelve: { ask } } }).twelve?.instalments.length, 12);
  }
});

const inStirling = (given: Partial<Calculation>) =>
  calculate({ area: 'stirling', band: 'E', household: 'several', adapted: false, ...given }, scottishCharges);

test('Scotland: a discount is off water too, a premium is not on it', () => {
  assert.equal(inStirling({}).total, 261_434);
  assert.equal(inStirling({ household: 'one' }).total, 196_075);
  assert.equal(inStirling({ household: 'students' }).total, 0);
  // £1,946.53 again, and not the £667.81 of water.
  assert.equal(inStirling({ household: 'second-home' }).total, 261_434 + 194_653);
  assert.deepEqual(
    inStirling({ household: 'second-home' }).periods[0]?.reductions.map(({ before, base, amount, appliesTo }) => [
      before,
      base,
      amount,
      appliesTo,
    ]),
    [[261_434, 194_653, 194_653, 'tax']],
  );
  // Band E counts as D, with the water of band D: the published totals of both.
  assert.equal(inStirling({ adapted: true }).total, 202_789);
  // As band D, and the premium on the tax of band D.
  assert.equal(inStirling({ adapted: true, household: 'second-home' }).total, 202_789 + 148_150);
});
