import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build } from '../../testing/src/run/build.ts';
import { measureAddressLookup, measurePayment, measureReport } from './sizes.ts';

test('the report asks its first question within 28 kB, and is in the end no larger than it was', async () => {
  await build({ print: () => undefined });
  const { first, whole } = await measureReport();
  assert.ok(first.brotli <= 28_000, `${first.what}: ${first.brotli} bytes`);
  // docs/performance.md tells why this is not 35 kB too. It may shrink.
  assert.ok(whole.brotli <= 58_900, `${whole.what}: ${whole.brotli} bytes`);
  assert.ok(whole.files > first.files, 'what is fetched later is weighed too');
});

// docs/decisions/0009-one-runner-for-every-journey.md tells why this is not 20 kB and 33 kB.
test('a payment asks its first question within 24.5 kB, and fetches no more than 50.6 kB', async () => {
  await build({ print: () => undefined });
  const { first, whole } = await measurePayment();
  assert.ok(first.brotli <= 24_500, `${first.what}: ${first.brotli} bytes`);
  assert.ok(whole.brotli <= 50_600, `${whole.what}: ${whole.brotli} bytes`);
  assert.ok(whole.files > first.files, 'what is fetched later is weighed too');
});

test('the address lookup is within 20.4 kB, and brings no map', async () => {
  await build({ print: () => undefined });
  const { first, whole } = await measureAddressLookup();
  assert.ok(first.brotli <= 20_400, `${first.what}: ${first.brotli} bytes`);
  assert.ok(whole.brotli <= 27_450, `${whole.what}: ${whole.brotli} bytes`);
});
