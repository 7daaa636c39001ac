import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bandsOf, disabledFractionOf, fractionOf } from './bands.ts';
import { yearlyOf } from './bill.ts';

const authority = (bandD: number) => [{ id: 'council', kind: 'council', name: { en: 'Council', cy: 'Cyngor' }, bandD } as const];
const yearly = (bandD: number, ...[band, nation]: Parameters<typeof fractionOf>) =>
  yearlyOf(authority(bandD), fractionOf(band, nation))[0]?.amount;

test('England: six to eighteen ninths of band D', () => {
  // £1,800.00 for band D: what every council’s table says of it.
  const table = { A: 120_000, B: 140_000, C: 160_000, D: 180_000, E: 220_000, F: 260_000, G: 300_000, H: 360_000 };
  assert.deepEqual(Object.fromEntries(bandsOf('england').map((band) => [band, yearly(180_000, band, 'england')])), table);
  assert.throws(() => fractionOf('I', 'england'), RangeError);
});

test('Wales has a band I: twenty-one ninths', () => {
  assert.equal(yearly(180_000, 'I', 'wales'), 420_000);
  assert.equal(bandsOf('wales').length, 9);
});

test('Scotland: from 2017 bands E to H pay 473, 585, 705 and 882 of 360ths', () => {
  const table = { A: 24_000, B: 28_000, C: 32_000, D: 36_000, E: 47_300, F: 58_500, G: 70_500, H: 88_200 };
  assert.deepEqual(Object.fromEntries(bandsOf('scotland').map((band) => [band, yearly(36_000, band, 'scotland')])), table);
});

test('each amount is rounded to the penny by itself, half a penny up', () => {
  assert.equal(yearly(100, 'A', 'england'), 67);
  assert.equal(yearly(3, 'A', 'england'), 2);
  assert.equal(yearly(45, 'B', 'england'), 35);
  // 2.5 pence
  assert.equal(yearly(90, 'D', 'england'), 90);
  assert.equal(yearly(15, 'A', 'england'), 10);
});

test('a home adapted for a disabled person counts as one band lower, and in band A as five ninths', () => {
  assert.deepEqual(disabledFractionOf('D', 'england'), { numerator: 8, denominator: 9, countsAs: 'C' });
  assert.deepEqual(disabledFractionOf('A', 'england'), { numerator: 5, denominator: 9, countsAs: 'A' });
  assert.deepEqual(disabledFractionOf('A', 'scotland'), { numerator: 200, denominator: 360, countsAs: 'A' });
  assert.deepEqual(disabledFractionOf('I', 'wales'), { numerator: 18, denominator: 9, countsAs: 'H' });
});

test('Scotland with water and sewerage: every band of Stirling’s table for 2024-25, water by the ninths', () => {
  // https://www.stirling.gov.uk/council-tax-and-benefits: council tax, water, waste water, total.
  const published = {
    A: [98_767, 16_860, 19_566, 135_193],
    B: [115_228, 19_670, 22_827, 157_725],
    C: [131_689, 22_480, 26_088, 180_257],
    D: [148_150, 25_290, 29_349, 202_789],
    E: [194_653, 30_910, 35_871, 261_434],
    F: [240_744, 36_530, 42_393, 319_667],
    G: [290_127, 42_150, 48_915, 381_192],
    H: [362_968, 50_580, 58_698, 472_246],
  };
  const charges = [
    ...authority(148_150),
    ...authority(25_290).map((one) => ({ ...one, id: 'water', kind: 'water' as const })),
    ...authority(29_349).map((one) => ({ ...one, id: 'sewerage', kind: 'water' as const })),
  ];
  for (const band of bandsOf('scotland')) {
    const amounts = yearlyOf(charges, fractionOf(band, 'scotland'), fractionOf(band, 'scotland', 'water')).map(({ amount }) => amount);
    assert.deepEqual([...amounts, amounts.reduce((sum, amount) => sum + amount)], published[band as keyof typeof published], band);
  }
});
