import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { late, within } from './within.ts';

test('what comes in time is given, and the timer is cancelled', async () => {
  const clock = new ManualClock('2026-01-01T00:00:00Z');
  assert.equal(await within(1_000, Promise.resolve('done'), clock), 'done');
  await assert.rejects(within(1_000, Promise.reject(new Error('no')), clock), /no/);
  let cancelled = false;
  const counting = { after: () => () => void (cancelled = true) };
  await within(1_000, Promise.resolve(), counting);
  assert.ok(cancelled);
});

test('what does not come in time is late, and may fail afterwards', async () => {
  const clock = new ManualClock('2026-01-01T00:00:00Z');
  const { promise, reject } = Promise.withResolvers<string>();
  const answer = within(1_000, promise, clock);
  clock.advance(1_000);
  assert.equal(await answer, late);
  reject(new Error('A late failure is ignored.'));
  assert.equal(await within(1, new Promise(() => undefined)), late);
});
