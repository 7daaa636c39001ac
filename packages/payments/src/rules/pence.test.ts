import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { divide, percentOf, pounds, share, shortPounds, sum } from './pence.ts';

const pence = fc.integer({ min: 0, max: 100_000_000 });

test('a share is to the nearest penny, half a penny up', () => {
  assert.deepEqual([share(184_523, 1, 10), share(5, 1, 10), share(4, 1, 10), share(15, 1, 10)], [18_452, 1, 0, 2]);
  assert.equal(percentOf(184_523, 25), 46_131);
  assert.equal(percentOf(10_000, 33.33), 3333);
});

test('a share is exact for every amount: as whole numbers of any size say', () => {
  fc.assert(
    fc.property(pence, fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (amount, numerator, denominator) => {
      const exact = (2n * BigInt(amount) * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
      assert.equal(BigInt(share(amount, numerator, denominator)), exact);
    }),
  );
});

test('what is divided adds up to the whole, and no part is more than a penny from its share', () => {
  fc.assert(
    fc.property(pence, fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 }), (amount, weights) => {
      const parts = divide(amount, weights);
      assert.equal(sum(parts), amount);
      const whole = sum(weights);
      if (whole === 0) return;
      parts.forEach((part, index) => assert.ok(Math.abs(part - (amount * (weights[index] ?? 0)) / whole) < 1));
    }),
  );
});

test('a penny between equals goes to the first', () => {
  assert.deepEqual(divide(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(divide(5, [0, 0]), [5, 0]);
  assert.deepEqual(divide(0, [3, 4]), [0, 0]);
});

test('money in words', () => {
  assert.deepEqual([0, 5, 120, 123_450, 123_456_789, -300].map(pounds), [
    '£0.00',
    '£0.05',
    '£1.20',
    '£1,234.50',
    '£1,234,567.89',
    '−£3.00',
  ]);
  assert.deepEqual([18_500, 18_450].map(shortPounds), ['£185', '£184.50']);
});
