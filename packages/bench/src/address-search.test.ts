import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureAddressSearch } from './address-search.ts';

test('people who slip, shorten, leave out and turn round find their address', async (context) => {
  const [figures] = await measureAddressSearch({ sizes: [8_000], databases: ['SQLite'], questions: 400, seed: 3 });
  assert.ok(figures);
  const { first, firstFive, bySpoilt } = figures;
  context.diagnostic(`first ${(first * 100).toFixed(1)} %, in the first five ${(firstFive * 100).toFixed(1)} %`);
  assert.ok(first >= 0.85 && firstFive >= 0.95);
  for (const [way, share] of Object.entries(bySpoilt)) assert.ok(share.firstFive >= 0.95, way);
});
