import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureBills } from './bills.ts';

test('the parts of every bill equal its whole, and no penny is made or lost over all of them', (context) => {
  const { wrong, total, parts, billsPerSecond } = measureBills({ count: 20_000, seed: 7 });
  context.diagnostic(`${String(billsPerSecond)} bills a second`);
  assert.equal(wrong, 0);
  assert.equal(total, parts);
});
