import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@council-kit/testing/until.js';
import type { DeliveryOutcome } from '../index.ts';
import { notices } from '../testing/notices.ts';
import { start } from '../testing/start.ts';
import { UpstreamError } from '../upstream/upstream.ts';

for (const [what, announce, expected] of [
  [
    'that the receiver refuses',
    async () => ({ result: 'failed', reason: 'answered 422: unknown service code' }),
    { level: 'warn', outcome: 'failed', reason: 'answered 422: unknown service code' },
  ],
  [
    'that has to be tried again',
    async () => ({ result: 'retry', reason: 'answered 503' }),
    { level: 'warn', outcome: 'retry', reason: 'answered 503' },
  ],
  [
    'whose receiver does not answer',
    async () => Promise.reject(new UpstreamError('open311', 'timeout')),
    { level: 'warn', outcome: 'retry', reason: 'open311: timeout' },
  ],
  ['that arrives', async () => ({ result: 'delivered' }), { level: 'info', outcome: 'delivered' }],
] as const satisfies readonly (readonly [string, () => Promise<DeliveryOutcome>, Record<string, string>])[]) {
  test(`a delivery ${what} is logged as ${expected.level}${'reason' in expected ? ', with its reason' : ''}`, async () => {
    await using gateway = await start({ services: [notices({ announce })] });
    await gateway.post('/notices', { title: 'Road closed' });
    const line = await until(
      () =>
        gateway
          .logged()
          .split('\n')
          .filter(Boolean)
          .map((text) => JSON.parse(text) as Record<string, unknown>)
          .find(({ msg }) => msg === 'delivery'),
      'it is logged',
    );
    const { level, outcome, reason, service, kind, attempt } = line;
    assert.deepEqual({ level, outcome, ...(reason !== undefined && { reason }) }, expected);
    assert.deepEqual({ service, kind, attempt }, { service: 'notices', kind: 'announce', attempt: 1 });
  });
}
