import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayOf, dayNumber } from '@council-kit/core';
import * as v from 'valibot';
import { billSchema } from '../contract/bill.ts';
import { billingAccountSchema, type BillingAccountInput, type Liability, type Reduction } from '../contract/billing.ts';
import { bandsOf } from './bands.ts';
import { billOf, nextDue, usualOrder } from './bill.ts';
import { faultsOf } from './billing-faults.ts';
import { daysInYear } from './days.ts';
import { sum } from './pence.ts';

const text = (en: string) => ({ en, cy: en });
const authorities = [
  { id: 'county', kind: 'county', name: text('Northshire County Council'), bandD: 145_611 },
  { id: 'care', kind: 'social-care', name: text('Adult social care'), bandD: 18_390 },
  { id: 'borough', kind: 'council', name: text('Northgate Borough Council'), bandD: 21_357 },
  { id: 'police', kind: 'police', name: text('Police and Crime Commissioner'), bandD: 27_405 },
  { id: 'fire', kind: 'fire', name: text('Fire and Rescue Authority'), bandD: 8_271 },
  { id: 'parish', kind: 'parish', name: text('Mill Lane Parish Council'), bandD: 4_419 },
] as const;
const single: Reduction = { kind: 'discount', code: 'single-person', name: text('Single person discount'), percent: 25 };
const adapted: Reduction = { kind: 'disability', code: 'disabled-band', name: text('Disabled band reduction') };
const support: Reduction = { kind: 'support', code: 'council-tax-reduction', name: text('Council tax support'), percent: 60 };
const empty: Reduction = { kind: 'premium', code: 'empty', name: text('Empty home premium'), percent: 100 };

function account(given: Partial<BillingAccountInput> = {}, liability: Partial<Liability> = {}) {
  return v.parse(billingAccountSchema, {
    account: '501231231',
    postcode: 'NG1 4AB',
    year: 2026,
    nation: 'england',
    issued: '2026-03-10',
    authorities: [...authorities],
    liabilities: [{ from: '2026-04-01', to: '2027-03-31', band: 'D', reductions: [], ...liability }],
    ...given,
  });
}
const asOf = '2026-06-10';

test('a whole year in band E: each authority rounded by itself, and their sum is the charge', () => {
  const bill = billOf(account({}, { band: 'E' }), { asOf });
  assert.deepEqual(
    bill.authorities.map(({ amount }) => amount),
    [177_969, 22_477, 26_103, 33_495, 10_109, 5_401],
  );
  assert.equal(bill.total, 275_554);
  assert.equal(bill.balance, 275_554);
});

test('reductions in order: the band first, a quarter off that, support on what is left', () => {
  const [period] = billOf(account({}, { reductions: [support, single, adapted] }), { asOf }).periods;
  assert.deepEqual(
    period?.reductions.map(({ code, before, amount, after }) => [code, before, amount, after]),
    [
      ['disabled-band', 225_453, -25_050, 200_403],
      ['single-person', 200_403, -50_101, 150_302],
      ['council-tax-reduction', 150_302, -90_181, 60_121],
    ],
  );
  assert.equal(period?.reductions[0]?.countsAs, 'C');
});

test('the order is the council’s', () => {
  const order = ['discount', 'premium', 'support', 'disability'] as const;
  const [period] = billOf(account({}, { reductions: [adapted, support, empty, single] }), { asOf, order }).periods;
  assert.deepEqual(
    period?.reductions.map(({ kind }) => kind),
    order,
  );
  // One kind only named: the rest as usual after it.
  const [other] = billOf(account({}, { reductions: [support, empty, adapted, single] }), { asOf, order: ['premium'] }).periods;
  assert.deepEqual(
    other?.reductions.map(({ kind }) => kind),
    ['premium', ...usualOrder.filter((kind) => kind !== 'premium')],
  );
});

test('band A with the disabled band reduction pays five ninths of band D', () => {
  const bill = billOf(account({ authorities: [{ ...authorities[0], bandD: 180_000 }] }, { band: 'A', reductions: [adapted] }), { asOf });
  assert.equal(bill.total, 100_000);
  assert.equal(bill.periods[0]?.reductions[0]?.countsAs, 'A');
});

test('a move: only the days lived there, and the two households’ bills make the year to the penny or two', () => {
  const leaves = billOf(account({}, { to: '2026-07-29' }), { asOf });
  const arrives = billOf(account({}, { from: '2026-07-30' }), { asOf });
  assert.equal(leaves.periods[0]?.days, 120);
  assert.equal(leaves.total, 74_122); // £2,254.53 × 120 ÷ 365 = £741.2153…
  assert.equal(leaves.total + arrives.total, 225_453);
});

test('a year with 29 February has 366 days', () => {
  const bill = billOf(account({ year: 2027, issued: '2027-03-10', liabilities: [{ from: '2027-04-01', to: '2028-03-31', band: 'D' }] }), {
    asOf: '2027-04-01',
  });
  assert.equal(bill.daysInYear, 366);
  assert.equal(bill.total, 225_453);
});

test('a reduction of money takes no more than is left', () => {
  const pounds: Reduction = { kind: 'support', code: 'ctr', name: text('Support'), amount: 10_000_000 };
  assert.equal(billOf(account({}, { reductions: [pounds] }), { asOf }).total, 0);
  assert.equal(billOf(account({}, { reductions: [{ ...single, percent: 200 }] }), { asOf }).total, 0);
});

test('a cut where nothing changed changes nothing', () => {
  const cut = account({
    liabilities: [
      { from: '2026-04-01', to: '2026-04-30', band: 'D', reductions: [single] },
      { from: '2026-05-01', to: '2026-12-03', band: 'D', reductions: [single] },
      { from: '2026-12-04', to: '2027-03-31', band: 'D', reductions: [single] },
    ],
  });
  assert.deepEqual(billOf(cut, { asOf }).periods, billOf(account({}, { reductions: [single] }), { asOf }).periods);
});

test('what came in pays the oldest instalment first; the rest is overdue, part-paid or due', () => {
  const received = [
    { date: '2026-04-01', amount: 22_500, method: 'card' },
    { date: '2026-05-20', amount: 10_000, method: 'bank' },
  ] as const;
  const bill = billOf(account({ received: [...received] }), { asOf });
  assert.deepEqual(
    bill.instalments.slice(0, 4).map(({ amount, paid, status }) => [amount, paid, status]),
    [
      [22_953, 22_953, 'paid'],
      [22_500, 9_547, 'overdue'],
      [22_500, 0, 'overdue'],
      [22_500, 0, 'due'],
    ],
  );
  assert.deepEqual(nextDue(bill), { due: '2026-06-01', amount: 22_500 - 9_547 + 22_500 });
});

test('debts of earlier years are paid first, and a credit pays like money', () => {
  const owed = billOf(account({ broughtForward: 5000, received: [{ date: '2026-04-01', amount: 5000, method: 'card' }] }), {
    asOf: '2026-04-01',
  });
  assert.equal(owed.balance, owed.total);
  assert.equal(owed.instalments[0]?.paid, 0);
  const credit = billOf(account({ broughtForward: -5000 }), { asOf: '2026-04-01' });
  assert.equal(credit.instalments[0]?.paid, 5000);
});

test('where the billing system’s own total differs, it is right and the difference is told', () => {
  const bill = billOf(account({ total: 225_450 }), { asOf });
  assert.deepEqual([bill.total, bill.adjustment], [225_450, -3]);
  assert.equal(sum(bill.instalments.map(({ amount }) => amount)), 225_450);
});

const scottishAuthorities = [
  { id: 'council', kind: 'council', name: text('Stirling Council'), bandD: 148_150 },
  { id: 'water', kind: 'water', name: text('Water'), bandD: 25_290 },
  { id: 'sewerage', kind: 'water', name: text('Waste water'), bandD: 29_349 },
] as const;
const inStirling = (...reductions: Reduction[]) =>
  account({ nation: 'scotland', authorities: [...scottishAuthorities] }, { band: 'E', reductions });

test('Scotland: support is off the tax alone, the water reduction off water alone, each after the discount on both', () => {
  const water: Reduction = { kind: 'support', code: 'water', name: text('Water charges reduction'), percent: 35, appliesTo: 'water' };
  const [period] = billOf(inStirling(water, support, single), { asOf }).periods;
  // £2,614.34 less a quarter is £1,960.75; the water in it £667.81 less a quarter, £500.86.
  assert.deepEqual(
    period?.reductions.map(({ code, before, base, amount }) => [code, before, base, amount]),
    [
      ['single-person', 261_434, undefined, -65_359],
      ['water', 196_075, 50_086, -17_530],
      ['council-tax-reduction', 178_545, 145_989, -87_593],
    ],
  );
  const none = billOf(inStirling({ ...support, percent: 100 }), { asOf });
  assert.equal(none.total, 66_781, 'water is paid where support covers the whole of the tax');
});

test('elsewhere water is an authority like others', () => {
  const bill = billOf(account({ authorities: [...scottishAuthorities] }, { band: 'E', reductions: [empty] }), { asOf });
  assert.equal(bill.authorities[0]?.amount, 181_072); // 11 ninths
  assert.equal(bill.total, 2 * bill.charge);
});

const paidUntil = (amount: number) => [{ date: '2026-06-01', amount, method: 'card' as const }];

test('twelve instead of ten: what is left, in the months that are left, for who asks today', () => {
  const before = billOf(account(), { asOf: '2026-03-20' });
  // £2,254.53 ÷ 12 is £187.88: eleven of £188 leave £186.53.
  assert.deepEqual(
    before.twelve?.instalments.map(({ amount }) => amount),
    [18_653, ...Array.from({ length: 11 }, () => 18_800)],
  );
  // Three paid by June: seven are left, and nine for who asks then (as Slough tells its residents).
  const bill = billOf(account({ received: paidUntil(22_953 + 2 * 22_500) }), { asOf: '2026-06-20' });
  assert.deepEqual([bill.instalments.filter(({ status }) => status === 'due').length, bill.twelve?.instalments.length], [7, 9]);
  assert.equal(bill.twelve?.instalments.at(-1)?.due, '2027-03-01');
  assert.equal(sum(bill.twelve?.instalments.map(({ amount }) => amount) ?? []), bill.balance);
});

test('twelve are not offered to who has them, who is behind, who gains nothing, nor outside England unless the council says so', () => {
  const offered = (given: Partial<BillingAccountInput>, options: Partial<Parameters<typeof billOf>[1]> = {}) =>
    billOf(account(given), { asOf: '2026-03-20', ...options }).twelve;
  assert.equal(billOf(account({ twelve: true }), { asOf: '2026-03-20' }).instalments.length, 12);
  assert.equal(offered({ twelve: true }), undefined);
  assert.equal(offered({}, { asOf: '2026-06-20' }), undefined, 'April is overdue');
  assert.equal(offered({ received: paidUntil(1_000_000) }), undefined, 'nothing is left');
  assert.equal(offered({ nation: 'wales' }), undefined);
  const ask = text('Call us');
  assert.deepEqual(offered({ nation: 'wales' }, { instalments: { twelve: { ask, url: '/twelve' } } })?.ask, ask);
  assert.equal(offered({ instalments: [{ due: '2027-03-15', amount: 225_453 }] }, { asOf: '2027-03-01' }), undefined, 'one month is left');
});

test('instalments keep to the day of the month that the council, or the billing system, has them on', () => {
  const days = (bill: ReturnType<typeof billOf>) => [bill.instalments[0]?.due, bill.twelve?.instalments[1]?.due];
  assert.deepEqual(days(billOf(account(), { asOf: '2026-03-20', instalments: { dayOfMonth: 15 } })), ['2026-04-15', '2026-05-15']);
  const instalments = Array.from({ length: 3 }, (_, index) => ({ due: `2026-0${String(index + 4)}-28`, amount: 75_151 }));
  assert.deepEqual(days(billOf(account({ instalments, total: 225_453 }), { asOf: '2026-03-20' })), ['2026-04-28', '2026-05-28']);
});

test('nothing left to pay is no next instalment', () => {
  assert.equal(nextDue(billOf(account({ received: [{ date: '2026-04-02', amount: 300_000, method: 'card' }] }), { asOf })), undefined);
});

test('faults of a billing system are told before they become a bill', () => {
  assert.deepEqual(faultsOf(account()), []);
  const wrong = account({
    issued: '2027-04-02',
    total: 5,
    instalments: [{ due: '2026-04-01', amount: 4 }],
    authorities: [authorities[0], authorities[0]],
    liabilities: [
      { from: '2026-03-01', to: '2026-05-01', band: 'I' },
      { from: '2026-05-01', to: '2026-04-01', band: 'A' },
    ],
  });
  assert.equal(faultsOf(wrong).length, 7);
});

const reductions = fc.uniqueArray(
  fc.constantFrom<Reduction>(
    single,
    adapted,
    support,
    empty,
    { ...support, code: 'hardship', percent: 33.33 },
    { ...support, code: 'water', percent: 35, appliesTo: 'water' },
    { ...support, code: 'too-much', percent: 110, appliesTo: 'water' },
  ),
  {
    maxLength: 5,
    selector: ({ code }) => code,
  },
);

test('always: the parts are the whole', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('england', 'wales', 'scotland'),
      fc.integer({ min: 2020, max: 2032 }),
      fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 40 }), fc.nat(8), reductions), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.array(fc.integer({ min: -5000, max: 90_000 }), { maxLength: 5 }),
      fc.shuffledSubarray([...usualOrder]),
      (nation, year, bandDs, pieces, amounts, order) => {
        const bands = bandsOf(nation);
        let at = dayNumber(`${String(year)}-04-01`);
        const end = at + daysInYear(year) - 1;
        const liabilities = pieces.flatMap(([days, gap, band, given]) => {
          const from = at + gap;
          const to = Math.min(from + days - 1, end);
          at = to + 1;
          return from > end ? [] : [{ from: dayOf(from), to: dayOf(to), band: bands[band % bands.length] ?? 'A', reductions: given }];
        });
        fc.pre(liabilities.length > 0);
        const input = account({
          nation,
          year,
          issued: `${String(year)}-03-10`,
          authorities: bandDs.map((bandD, index) => ({
            id: `a${String(index)}`,
            kind: index % 3 === 2 ? 'water' : 'other',
            name: text('An authority'),
            bandD,
          })),
          liabilities,
          received: amounts.map((amount) => ({ date: `${String(year)}-05-01`, amount, method: 'card' })),
        });
        assert.deepEqual(faultsOf(input), []);
        const bill = billOf(input, { asOf: `${String(year)}-09-01`, order });
        assert.deepEqual(v.parse(billSchema, bill), bill);
        for (const period of bill.periods) {
          assert.equal(sum(period.yearly.map(({ amount }) => amount)), period.yearlyTotal);
          assert.equal(sum(period.reductions.map(({ amount }) => amount)) + period.charge, period.amount);
          let before = period.charge;
          for (const reduction of period.reductions) {
            assert.equal(reduction.before, before);
            assert.equal(reduction.before + reduction.amount, reduction.after);
            const { base = reduction.before } = reduction;
            assert.ok(base >= 0 && base <= reduction.before && reduction.amount >= -base);
            before = reduction.after;
          }
          if (period.days === bill.daysInYear) assert.equal(period.charge, period.yearlyTotal);
        }
        assert.equal(sum(bill.authorities.map(({ amount }) => amount)), bill.charge);
        assert.equal(sum(bill.periods.map(({ charge }) => charge)), bill.charge);
        assert.equal(sum(bill.periods.map(({ amount }) => amount)) + bill.adjustment, bill.total);
        assert.equal(bill.total + bill.broughtForward - bill.paid, bill.balance);
        assert.equal(sum(bill.instalments.map(({ amount }) => amount)), bill.total);
        assert.equal(sum(bill.instalments.map(({ paid }) => paid)), Math.min(bill.total, Math.max(0, bill.paid)));
      },
    ),
    { numRuns: 1000 },
  );
});
