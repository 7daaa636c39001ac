/** The gateway behind PgBouncer in transaction mode: nothing that it keeps may hang on the server's session. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPgBouncer } from '@council-kit/testing/pgbouncer.js';
import { startPostgres } from '@council-kit/testing/postgres.js';
import { until } from '@council-kit/testing/until.js';
import { sql } from 'kysely';
import type { DeliveryOutcome, Ground, Service } from '../index.ts';
import { notices } from '../testing/notices.ts';
import { start } from '../testing/start.ts';

test('PgBouncer in transaction mode: it starts, migrates once, keeps limits in transactions, claims and leases once', async (context) => {
  const server = await startPostgres();
  if (!server) return context.skip('PostgreSQL is not installed here');
  try {
    await using pooler = await startPgBouncer(server.url);
    if (!pooler) return context.skip('PgBouncer is not installed here');
    const sent: string[] = [];
    let jobs = 0;
    const announce = async (id: string): Promise<DeliveryOutcome> => {
      sent.push(id);
      return { result: 'delivered' };
    };
    const grounds: Ground[] = [];
    const probe: Service = {
      name: 'probe',
      setUp(ground) {
        grounds.push(ground);
        return { jobs: [{ name: 'tidy', everyMs: 3_600_000, run: async () => void jobs++ }] };
      },
    };
    const settings = { databaseUrl: pooler.url, databaseConnections: 4, rateLimit: { writesPerMinute: 100_000 } };
    await using first = await start({ services: [notices({ announce }), probe], settings: { ...settings, databaseConnections: 1 } });
    // On an empty database all four would make the tables.
    const all = [
      first,
      ...(await Promise.all(Array.from({ length: 3 }, () => start({ services: [notices({ announce }), probe], settings }, first.folder)))),
    ];
    for (const one of all) assert.equal((await one.fetch('/ready')).status, 200);
    const [ground] = grounds;
    assert.ok(ground);

    const limits = await ground.store.transaction<Record<string, never>, unknown>(async (trx) => {
      const { rows } = await sql`select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
        current_setting('idle_in_transaction_session_timeout') as idle`.execute(trx);
      return rows[0];
    });
    assert.deepEqual(limits, { statement: '5s', lock: '4s', idle: '30s' });

    const ids = new Set<string>();
    await Promise.all(
      Array.from({ length: 40 }, async (_unused, index) => {
        const answer = await all[1 + (index % 3)]?.post('/notices', { title: `Notice ${index}` }, { 'Idempotency-Key': `key-${index}` });
        if (answer?.status === 201) ids.add(((await answer.json()) as { id: string }).id);
      }),
    );
    await until(() => sent.length >= ids.size, 'all were sent');
    assert.deepEqual([...sent].sort(), [...ids].sort(), 'each once');
    assert.equal(jobs, 1, 'the job ran in one of four');

    const { rows } = await sql<{ held: number }>`select count(*)::int as held from pg_locks where locktype = 'advisory'`.execute(
      ground.store.db(),
    );
    assert.equal(rows[0]?.held, 0, 'nobody is left with the lock of migrations');
    await Promise.all(all.map((one) => one.stop()));
  } finally {
    await server.stop();
  }
});
