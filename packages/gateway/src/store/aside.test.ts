import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { sql } from 'kysely';
import { withStore } from './command-store.ts';

for (const tested of await testedStores()) {
  test(`${tested.name}: while a transaction is open aside, the store takes writes; what is aside can be deleted`, async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'council-aside-'));
    await withStore({ dataFolder, ...(await tested.fresh()) }, { name: 'looker', migrations: {} }, async (store) => {
      const { dialect } = store;
      assert.equal(store.hasAside('looker-1'), dialect === 'postgres');
      const aside = await store.aside('looker-1');
      await sql`create table looker_bulk (id integer)`.execute(aside.db());
      await sql`create table looker_row (id integer)`.execute(store.db());
      await aside.transaction(async (bulk) => {
        await sql`insert into looker_bulk values (1)`.execute(bulk);
        // In one file this would wait until the transaction around it ends, which waits for this.
        await store.transaction((trx) => sql`insert into looker_row values (1)`.execute(trx));
      });
      const again = await store.aside('looker-1');
      const { rows } = await sql`select id from looker_bulk`.execute(again.db());
      assert.equal(rows.length, 1);
      await again.close();
      assert.equal(store.hasAside('looker-1'), true);
      await aside.close();
      await store.deleteAside('looker-1');
      if (dialect === 'sqlite')
        assert.deepEqual(
          (await readdir(dataFolder)).filter((name) => name.startsWith('looker')),
          [],
        );
      if (dialect === 'sqlite') await assert.rejects(store.aside('../gateway'), TypeError);
    });
    await rm(dataFolder, { recursive: true, force: true });
  });
}
