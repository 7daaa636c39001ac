import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { CompiledQuery } from 'kysely';
import { systemClock } from '../clock.ts';
import { gatewayMigrations, type GatewayTables } from '../store/gateway-tables.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/store.ts';
import { outboxOf } from './outbox.ts';

for (const tested of await testedStores()) {
  test(`${tested.name}: what is being retried is found among however many that wait for their first attempt`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'council-outbox-'));
    const { databaseUrl } = await tested.fresh();
    const store = await openStore({
      databaseUrl,
      folder,
      connections: 2,
      work: 'request',
      syncWrites: true,
      connectionLost: () => undefined,
    });
    await migrate(store, 'gateway', gatewayMigrations);
    const row = (index: number) => ({
      id: `d${index}`,
      service: 'reports',
      kind: 'forward',
      dedupe_key: null,
      payload: '{}',
      state: 'waiting' as const,
      attempts: index % 400 === 0 ? 1 : 0,
      reason: index % 400 === 0 ? 'The server answered 500' : null,
      enqueued_at: 0,
      next_attempt_at: 0,
      give_up_at: 0,
      claimed_by: null,
      claimed_until: null,
      settled_at: null,
    });
    await store
      .db<GatewayTables>()
      .insertInto('gateway_outbox')
      .values(Array.from({ length: 1_000 }, (_, index) => row(index)))
      .execute();
    const schedule = { retryAfterSeconds: [1], giveUpAfterHours: 1 };
    const outbox = outboxOf({ store, clock: systemClock, schedule, owner: 'reports', wake: () => undefined });
    const found = await outbox.list({ state: 'waiting', attempted: true, limit: 10 });
    assert.deepEqual(
      found.map(({ id }) => id),
      ['d800', 'd400', 'd0'],
    );
    assert.equal((await outbox.list({ state: 'waiting', limit: 10 })).length, 10);
    if (store.dialect === 'sqlite') {
      const plan = await store
        .db()
        .executeQuery<{ detail: string }>(
          CompiledQuery.raw(
            `explain query plan select * from gateway_outbox where service = ? and reason is not null and settled_at is null order by position desc limit ?`,
            ['reports', 10],
          ),
        );
      assert.match(plan.rows.map(({ detail }) => detail).join(), /USING INDEX gateway_outbox_attempted/);
    }
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });
}
