/** Work on large tables: it goes by index, and in slices that let requests in between. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { sql } from 'kysely';
import { forgetExpiredDrafts } from '../drafts/drafts.ts';
import { forgetOldAnswers } from '../idempotency/idempotency.ts';
import type { Ground, Service } from '../index.ts';
import { claimKind, forgetDelivered, kindsDue, nextDue } from '../outbox/claims.ts';
import { start } from '../testing/start.ts';
import type { GatewayTables } from './gateway-tables.ts';
import { inSlices } from '../slices.ts';
import type { OpenStore } from './store.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const HOUR = 3_600_000;

function probe(): { service: Service; store: () => OpenStore } {
  let kept: Ground | undefined;
  return {
    service: {
      name: 'probe',
      setUp(ground) {
        kept = ground;
        return {};
      },
    },
    store: () => (kept ?? assert.fail('The service was not set up.')).store as OpenStore,
  };
}

type OutboxRow = Parameters<ReturnType<ReturnType<OpenStore['db']>['insertInto']>['values']>[0];

function outboxRow(kind: string, values: Record<string, unknown> = {}): OutboxRow {
  return {
    id: randomUUID(),
    service: 'probe',
    kind,
    payload: '{}',
    state: 'waiting',
    attempts: 0,
    enqueued_at: NOW,
    next_attempt_at: NOW - 1,
    give_up_at: NOW + HOUR,
    ...values,
  } as never;
}

/** Rows of which none is what is asked for, so that a statement without an index has to read them all. */
async function fill(store: OpenStore, rows: number): Promise<void> {
  const db = store.db<GatewayTables>();
  for (let done = 0; done < rows; done += 100) {
    const hundred = Array.from({ length: 100 });
    await db
      .insertInto('gateway_outbox')
      .values(hundred.map(() => outboxRow('other') as never))
      .execute();
    await db
      .insertInto('gateway_outbox')
      .values(hundred.map(() => outboxRow('letter', { next_attempt_at: NOW + HOUR }) as never))
      .execute();
    await db
      .insertInto('gateway_outbox')
      .values(hundred.map(() => outboxRow('letter', { state: 'delivered', settled_at: NOW }) as never))
      .execute();
    await db
      .insertInto('gateway_draft')
      .values(hundred.map(() => ({ id: randomUUID(), service: 'probe', name: 'x', sealed: Buffer.from('x'), expires_at: NOW + HOUR })))
      .execute();
    await db
      .insertInto('gateway_idempotency')
      .values(hundred.map(() => ({ id: randomUUID(), fingerprint: 'x', status: 200, expires_at: NOW + HOUR })))
      .execute();
  }
  if (store.dialect === 'postgres') await sql`analyze`.execute(db);
}

for (const tested of await testedStores()) {
  describe(tested.name, () => {
    test('no statement of the outbox, of drafts or of kept answers reads a whole table', async () => {
      const clock = new ManualClock();
      const { service, store } = probe();
      await using _ = await start({ services: [service], settings: await tested.fresh(), clock });
      const opened = store();
      await fill(opened, 2_000);
      const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = [];
      const db = opened.db<GatewayTables>();
      const executor = Object.getPrototypeOf(db.getExecutor()) as {
        executeQuery(query: { sql: string; parameters: readonly unknown[] }): unknown;
      };
      const { executeQuery } = executor;
      executor.executeQuery = function (this: unknown, query, ...rest: unknown[]) {
        asked.push(query);
        return Reflect.apply(executeQuery, this, [query, ...rest]);
      };
      const kinds = [
        { service: 'probe', kind: 'letter' },
        { service: 'probe', kind: 'text' },
      ];
      const signal = new AbortController().signal;
      try {
        await kindsDue(opened, kinds, NOW);
        await nextDue(opened, kinds, NOW);
        await claimKind(opened, { service: 'probe', kind: 'letter' }, NOW, { by: 'me', until: NOW + 1, limit: 8, except: [randomUUID()] });
        await forgetDelivered(opened, new Date(NOW - HOUR), signal);
        await forgetExpiredDrafts(opened, new Date(NOW), signal);
        await forgetOldAnswers(opened, new Date(NOW), signal);
      } finally {
        executor.executeQuery = executeQuery;
      }
      assert.equal(asked.length, 6);
      for (const query of asked) {
        const explain = opened.dialect === 'sqlite' ? 'explain query plan ' : 'explain ';
        const { rows } = await db.executeQuery<Record<string, string>>({
          ...query,
          sql: `${explain}${query.sql}`,
          query: sql`select`.compile(db).query,
        } as never);
        const plan = rows.map((row) => row['detail'] ?? row['QUERY PLAN']).join('\n');
        assert.doesNotMatch(plan, /SCAN gateway_|Seq Scan on gateway_|USE TEMP B-TREE/, `${query.sql}\n${plan}`);
        assert.match(plan, /gateway_(outbox_claim|outbox_settled|draft_expiry|idempotency_expiry)/, `${query.sql}\n${plan}`);
      }
    });

    test('clearing takes all that is old and nothing else', async () => {
      const { service, store } = probe();
      await using _ = await start({ services: [service], settings: await tested.fresh(), clock: new ManualClock() });
      const opened = store();
      await fill(opened, 100);
      const db = opened.db<GatewayTables>();
      const old = Array.from({ length: 1_100 });
      await db
        .insertInto('gateway_draft')
        .values(old.map(() => ({ id: randomUUID(), service: 'probe', name: 'x', sealed: Buffer.from('x'), expires_at: NOW })))
        .execute();
      await db
        .insertInto('gateway_idempotency')
        .values(old.map(() => ({ id: randomUUID(), fingerprint: 'x', expires_at: NOW })))
        .execute();
      await db
        .insertInto('gateway_outbox')
        .values(old.map(() => outboxRow('letter', { state: 'delivered', settled_at: NOW - HOUR }) as never))
        .execute();
      const signal = new AbortController().signal;
      await forgetExpiredDrafts(opened, new Date(NOW), signal);
      await forgetOldAnswers(opened, new Date(NOW), signal);
      await forgetDelivered(opened, new Date(NOW), signal);
      for (const [table, left] of [
        ['gateway_draft', 100],
        ['gateway_idempotency', 100],
        ['gateway_outbox', 300],
      ] as const) {
        const { count } = await db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow();
        assert.equal(count, left, table);
      }
    });
  });
}

test('a kind with many deliveries does not keep another waiting', async () => {
  const order: string[] = [];
  const send = (kind: string) => async () => {
    order.push(kind);
    return { result: 'delivered' as const };
  };
  const { delivery } = await import('../index.ts');
  const v = await import('valibot');
  let ground: Ground | undefined;
  const service: Service = {
    name: 'probe',
    setUp(given) {
      ground = given;
      const payload = v.object({});
      return { deliveries: { many: delivery({ payload, send: send('many') }), one: delivery({ payload, send: send('one') }) } };
    },
  };
  await using _ = await start({ services: [service] });
  const given = ground ?? assert.fail('The service was not set up.');
  await given.store.transaction(async (trx) => {
    for (let count = 0; count < 100; count++) await given.outbox.enqueue(trx, { kind: 'many', payload: {} });
    await given.outbox.enqueue(trx, { kind: 'one', payload: {} });
  });
  await until(() => order.length === 101, 'all were sent');
  assert.ok(order.indexOf('one') < 40, `it was sent after ${order.indexOf('one')} others`);
});

test('slices: others get their turn between two, and a stop ends them', async () => {
  const stop = new AbortController();
  let others = 0;
  const slices: number[] = [];
  const tick = (): void => {
    others++;
    if (!stop.signal.aborted) setImmediate(tick);
  };
  setImmediate(tick);
  await inSlices(
    async (limit) => {
      assert.ok(others > 0 || slices.length === 0, 'nobody came between two slices');
      others = 0;
      slices.push(limit);
      if (slices.length === 5) stop.abort();
      return limit;
    },
    { signal: stop.signal },
  );
  assert.equal(slices.length, 5);
});
