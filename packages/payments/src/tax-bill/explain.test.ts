/** What a bill says of its figures, read again as arithmetic: every sum that is written comes to what is written behind it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayNumber, dayOf } from '@council-kit/core';
import * as v from 'valibot';
import type { Bill } from '../contract/bill.ts';
import { billingAccountSchema, nations, type Reduction } from '../contract/billing.ts';
import { bandsOf } from '../rules/bands.ts';
import { billOf, usualOrder } from '../rules/bill.ts';
import { pounds, sum } from '../rules/pence.ts';
import { bills } from '../testing/bills.ts';
import {
  adjustmentInWords,
  chargeInWords,
  daysInSentence,
  fractionInWords,
  instalmentsInWords,
  reductionInWords,
  sumInWords,
} from './explain.ts';

/** Pence of "£1,234.50", "£150"; a plain number as it is. */
const valueOf = (text: string): number =>
  text.startsWith('£') ? Math.round(Number(text.slice(1).replaceAll(',', '')) * 100) : Number(text.replaceAll(',', ''));

const amount = '[−]?£?[\\d,]+(?:\\.\\d+)?';
const sums = new RegExp(`(${amount}(?: [−+×÷] ${amount})+) (?:=|is|yw) (${amount})`, 'gu');
const percentages = /([\d.]+)% (?:of|o) (£[\d,.]*\d) (?:is|yw) (£[\d,.]*\d)/gu;

/** How many sums are in a sentence; throws where one does not hold to the penny (to the nearest, where something is divided). */
function sumsIn(sentence: string): number {
  let found = 0;
  for (const [whole, left = '', right = ''] of sentence.matchAll(sums)) {
    const [first = '', ...rest] = left.split(' ');
    let total = valueOf(first.replace('−', '')) * (first.startsWith('−') ? -1 : 1);
    for (let at = 0; at < rest.length; at += 2) {
      const next = valueOf(rest[at + 1] ?? '');
      total = { '+': total + next, '−': total - next, '×': total * next, '÷': total / next }[rest[at] ?? ''] ?? NaN;
    }
    assert.ok(
      Math.abs(total - valueOf(right.replace('−', '')) * (right.startsWith('−') ? -1 : 1)) <= (whole.includes('÷') ? 0.5 : 0),
      whole,
    );
    found += 1;
  }
  for (const [whole, percent, base = '', part = ''] of sentence.matchAll(percentages)) {
    assert.ok(Math.abs((valueOf(base) * Number(percent)) / 100 - valueOf(part)) <= 0.5, whole);
    found += 1;
  }
  return found;
}

/** Every sentence of a bill, with the figure that it explains. */
function explanations(bill: Bill, language: string): { readonly figure: number; readonly sentence: string }[] {
  const { periods, total, balance, broughtForward, paid, adjustment, instalments, year, issued, asOf, twelve } = bill;
  const parts =
    periods.length > 1
      ? periods.map((period) => period.amount)
      : periods.flatMap(({ charge, reductions }) => [charge, ...reductions.map((each) => each.amount)]);
  const left = instalments.map((each) => each.amount - each.paid);
  return [
    ...periods.flatMap((period) => [
      { figure: NaN, sentence: chargeInWords(period, bill, language) },
      ...bill.authorities.map((authority, index) => {
        const written = fractionInWords(authority, period.band, bill);
        return { figure: NaN, sentence: `${written} = ${pounds(period.yearly[index]?.amount ?? NaN)}` };
      }),
      ...(period.days === bill.daysInYear ? [] : [{ figure: period.charge, sentence: daysInSentence(period, bill, language) }]),
      ...period.reductions.map((reduction) => ({
        figure: reduction.after === 0 ? reduction.before : reduction.amount,
        sentence: reductionInWords(reduction, period, language),
      })),
    ]),
    ...(adjustment === 0 ? [] : [{ figure: total, sentence: adjustmentInWords(bill, language) }]),
    { figure: NaN, sentence: sumInWords([...parts, adjustment], total, language) },
    { figure: NaN, sentence: sumInWords([total, broughtForward, -paid], balance, language) },
    // Nothing to pay has no instalments, and nothing is said of them.
    ...(instalments.length === 0
      ? []
      : [{ figure: NaN, sentence: instalmentsInWords({ instalments, total, from: { year, issued } }, language) }]),
    ...(twelve
      ? [
          {
            figure: NaN,
            sentence: instalmentsInWords(
              { instalments: twelve.instalments, total: sum(left), from: { year, issued: asOf, twelve: true } },
              language,
            ),
          },
        ]
      : []),
  ];
}

function check(bill: Bill): void {
  for (const language of ['en', 'cy'])
    for (const { figure, sentence } of explanations(bill, language)) {
      sumsIn(sentence);
      assert.doesNotMatch(sentence, /\{|undefined|NaN/);
      if (!Number.isNaN(figure)) assert.ok(sentence.includes(pounds(Math.abs(figure))), `${pounds(figure)}: ${sentence}`);
    }
}

test('the reader of sums finds them, and finds wrong ones', () => {
  assert.equal(sumsIn('25% of £2,755.54 is £688.89. £2,755.54 − £688.89 = £2,066.65.'), 2);
  assert.equal(sumsIn('£2,254.53 × 120 ÷ 365 = £741.22.'), 1);
  assert.equal(sumsIn('£2,066.65 ÷ 10 yw £206.67. 9 × £207 = £1,863. £2,066.65 − £1,863 = £203.65.'), 3);
  assert.throws(() => sumsIn('£2,755.54 − £688.89 = £2,066.66.'));
  assert.throws(() => sumsIn('25% of £2,755.54 is £688.80.'));
});

test('every sum on every bill of the stories holds, in both languages', () => {
  for (const bill of Object.values(bills)) check(bill);
});

const text = (en: string) => ({ en, cy: en });
const reductions: readonly Reduction[] = [
  { kind: 'discount', code: 'single', name: text('Single'), percent: 25 },
  { kind: 'disability', code: 'adapted', name: text('Adapted') },
  { kind: 'support', code: 'support', name: text('Support'), percent: 33.33 },
  { kind: 'support', code: 'hardship', name: text('Hardship'), amount: 15_000 },
  { kind: 'support', code: 'water', name: text('Water'), percent: 35, appliesTo: 'water' },
  { kind: 'premium', code: 'premium', name: text('Premium'), percent: 200 },
];

test('every sum on any bill holds', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...nations),
      fc.array(fc.integer({ min: 1, max: 300_000 }), { minLength: 1, maxLength: 6 }),
      fc.nat(8),
      fc.tuple(fc.integer({ min: 0, max: 364 }), fc.integer({ min: 0, max: 364 })),
      fc.subarray([...reductions]),
      fc.shuffledSubarray([...usualOrder]),
      fc.record({
        issued: fc.integer({ min: -20, max: 360 }),
        twelve: fc.boolean(),
        paid: fc.integer({ min: 0, max: 200_000 }),
        before: fc.integer({ min: -9_000, max: 9_000 }),
      }),
      (nation, bandDs, band, days, given, order, { issued, twelve, paid, before }) => {
        const first = dayNumber('2026-04-01');
        const [from, to] = [Math.min(...days), Math.max(...days)].map((day) => dayOf(first + day));
        const bands = bandsOf(nation);
        check(
          billOf(
            v.parse(billingAccountSchema, {
              account: '1',
              postcode: 'NG1 4AB',
              year: 2026,
              nation,
              issued: dayOf(first + issued),
              authorities: bandDs.map((bandD, index) => ({
                id: `a${String(index)}`,
                kind: index === 1 ? 'water' : 'other',
                name: text('An authority'),
                bandD,
              })),
              liabilities: [{ from, to, band: bands[band % bands.length], reductions: given }],
              received: paid > 0 ? [{ date: '2026-05-01', amount: paid, method: 'card' }] : [],
              broughtForward: before,
              twelve,
            }),
            { asOf: dayOf(first + issued), order },
          ),
        );
      },
    ),
    { numRuns: 1500 },
  );
});
