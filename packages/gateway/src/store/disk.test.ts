import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Kysely, sql } from 'kysely';
import { Disk, DiskFailed } from './disk.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { openStore } from './store.ts';

/** A disk whose syncs end when they are told to. */
function slowDisk(): { readonly sync: () => Promise<void>; readonly syncs: { done(): void; fail(): void }[] } {
  const syncs: { done(): void; fail(): void }[] = [];
  return {
    syncs,
    sync: () =>
      new Promise((done, fail) => {
        syncs.push({ done, fail: () => fail(new Error('EIO')) });
      }),
  };
}

test('a write waits for a sync that began after it; those that come meanwhile share one', async () => {
  const { sync, syncs } = slowDisk();
  const disk = new Disk(sync);
  const held: string[] = [];
  const first = disk.holds().then(() => held.push('first'));
  const others = ['second', 'third'].map((name) => disk.holds().then(() => held.push(name)));
  assert.equal(syncs.length, 1);
  syncs[0]?.done();
  await first;
  assert.deepEqual(held, ['first']);
  assert.equal(syncs.length, 2, 'the others wait for one that began after they wrote');
  syncs[1]?.done();
  await Promise.all(others);
  assert.deepEqual(held, ['first', 'second', 'third']);
  assert.equal(syncs.length, 2);
});

test('after a sync that failed nothing is called written again', async () => {
  const { sync, syncs } = slowDisk();
  const disk = new Disk(sync);
  const first = disk.holds();
  const second = disk.holds();
  syncs[0]?.fail();
  await assert.rejects(first, DiskFailed);
  await assert.rejects(second, DiskFailed);
  await assert.rejects(disk.holds(), DiskFailed);
  assert.equal(syncs.length, 1);
});

interface Tables {
  thing: { name: string };
}

test('a commit is acknowledged only when the disk holds it; others read and write meanwhile', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'council-disk-'));
  const { sync, syncs } = slowDisk();
  let slow = false;
  const disk = new Disk(() => (slow ? sync() : Promise.resolve()));
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect({ file: join(folder, 'test.sqlite'), busyTimeoutMs: 1000, disk }) });
  await sql`create table thing (name text)`.execute(db);
  slow = true;

  const acknowledged: string[] = [];
  const write = (name: string): Promise<unknown> =>
    db
      .transaction()
      .execute((trx) => trx.insertInto('thing').values({ name }).execute())
      .then(() => acknowledged.push(name));
  const one = write('one');
  const two = write('two');
  const three = db
    .insertInto('thing')
    .values({ name: 'three' })
    .execute()
    .then(() => acknowledged.push('three'));
  // All are committed while the first sync still runs.
  for (;;) {
    const { count } = await db
      .selectFrom('thing')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    if (count === 3) break;
  }
  assert.deepEqual(acknowledged, []);
  while (acknowledged.length < 3) {
    syncs.shift()?.done();
    await Promise.race([one, two, three, new Promise(setImmediate)]);
  }

  const failing = write('four');
  while (syncs.length === 0) await new Promise(setImmediate);
  syncs.shift()?.fail();
  await assert.rejects(failing, DiskFailed);
  await assert.rejects(write('five'), DiskFailed);
  await db.destroy();
  await rm(folder, { recursive: true, force: true });
});

for (const syncWrites of [true, false]) {
  test(`${syncWrites ? 'a write waits for the disk' : 'a write does not wait for the disk where the store is told so'}`, async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'sync-writes-'));
    const fdatasync = context.mock.method(fs, 'fdatasync');
    syncBuiltinESMExports();
    context.after(async () => {
      fdatasync.mock.restore();
      syncBuiltinESMExports();
      await rm(folder, { recursive: true, force: true });
    });
    const options = {
      databaseUrl: undefined,
      folder,
      connections: 1,
      work: 'request',
      syncWrites,
      connectionLost: () => undefined,
    } as const;
    const store = await openStore(options);
    const aside = await store.aside('a-list');
    for (const each of [store, aside])
      await each.transaction(async (trx) => {
        await sql`create table kept (id integer)`.execute(trx);
        await sql`insert into kept values (7)`.execute(trx);
      });
    assert.equal(fdatasync.mock.callCount(), syncWrites ? 2 : 0);
    await aside.close();
    await store.close();
    const again = await openStore(options);
    const { rows } = await sql<{ id: number }>`select id from kept`.execute(again.db());
    assert.deepEqual(rows, [{ id: 7 }]);
    await again.close();
  });
}
