import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureGateway } from './gateway.ts';

test('the gateway and the yardstick answer the whole mix without an error', async () => {
  const { figures, errors } = await measureGateway({ rounds: 1, seconds: 1 });
  assert.equal(errors, 0);
  assert.deepEqual(
    figures.map(({ kind, requests }) => [kind, requests]),
    [
      ['look-up', 70],
      ['page', 20],
      ['report kept (write)', 10],
    ],
  );
  assert.ok(figures.every(({ timesBare }) => timesBare > 0));
});
