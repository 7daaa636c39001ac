/** Writers of one process on SQLite, one of which never ends. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
import { Kysely, sql } from 'kysely';
import { storeFailure } from './failures.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';

interface Tables {
  thing: { name: string };
}

test('a transaction that stands still is rolled back; a write behind it fails in time, and the next is kept', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'council-turns-'));
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ file: join(folder, 'test.sqlite'), busyTimeoutMs: 1000 }) });
  await sql`create table thing (name text)`.execute(db);
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    const begun = Promise.withResolvers<undefined>();
    const goOn = Promise.withResolvers<undefined>();
    const forgotten = db.transaction().execute(async (trx) => {
      await trx.insertInto('thing').values({ name: 'forgotten' }).execute();
      begun.resolve(undefined);
      await goOn.promise;
      await trx.insertInto('thing').values({ name: 'too late' }).execute();
    });
    await begun.promise;
    const behind = db.insertInto('thing').values({ name: 'behind' }).execute();
    const refused = assert.rejects(behind, (error) => storeFailure(error)?.kind === 'busy');
    await new Promise(setImmediate);
    mock.timers.tick(10_000);
    await refused;
    mock.timers.tick(20_000);
    await db.insertInto('thing').values({ name: 'next' }).execute();
    goOn.resolve(undefined);
    await assert.rejects(forgotten, /stood still/);
    const names = (await db.selectFrom('thing').select('name').execute()).map(({ name }) => name);
    assert.deepEqual(names, ['next']);
  } finally {
    mock.timers.reset();
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
});
