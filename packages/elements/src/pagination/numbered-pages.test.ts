import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numberedPages } from './numbered-pages.ts';

const shown = (current: number, total: number): string =>
  (numberedPages(current, total, '?page={page}').items ?? [])
    .map((item) => (item && item.ellipsis ? '…' : item && item.current ? `[${String(item.number)}]` : String(item && item.number)))
    .join(' ');

for (const [current, total, expected] of [
  [1, 2, '[1] 2'],
  [1, 10, '[1] 2 … 10'],
  [2, 10, '1 [2] 3 … 10'],
  [3, 10, '1 2 [3] 4 … 10'],
  [4, 10, '1 2 3 [4] 5 … 10'],
  [5, 10, '1 … 4 [5] 6 … 10'],
  [7, 10, '1 … 6 [7] 8 9 10'],
  [10, 10, '1 … 9 [10]'],
  [3, 5, '1 2 [3] 4 5'],
  [500, 1000, '1 … 499 [500] 501 … 1000'],
] as const) {
  test(`page ${String(current)} of ${String(total)}: ${expected}`, () => assert.equal(shown(current, total), expected));
}

test('shows nothing where there is one page, or none, or no number', () => {
  for (const total of [1, 0, -3, Number.NaN]) assert.deepEqual(numberedPages(1, total, '?page={page}'), {});
});

test('takes a page outside of the pages as the nearest', () => {
  assert.equal(shown(0, 3), '[1] 2 3');
  assert.equal(shown(99, 3), '1 2 [3]');
  assert.equal(shown(Number.NaN, 3), '[1] 2 3');
});

test('leads to the pages before and after, where there are such', () => {
  const pattern = '/reports?ward=mill&page={page}';
  assert.deepEqual(numberedPages(2, 3, pattern).previous, { href: '/reports?ward=mill&page=1' });
  assert.deepEqual(numberedPages(2, 3, pattern).next, { href: '/reports?ward=mill&page=3' });
  assert.equal(numberedPages(1, 3, pattern).previous, undefined);
  assert.equal(numberedPages(3, 3, pattern).next, undefined);
});

test('never shows more than nine things', () => {
  for (let total = 2; total < 40; total += 1) {
    for (let current = 1; current <= total; current += 1) assert.ok((numberedPages(current, total, '').items ?? []).length <= 9);
  }
});
