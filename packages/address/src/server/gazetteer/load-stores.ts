/**
 * Where the rows of an import are. On SQLite each import has a file of its own: one process at a time writes to a file, and an import writes for
 * minutes, so in the gateway's own file every report would wait for it. On PostgreSQL they are tables of the gateway's database.
 */
import { inSlices, type AsideStore, type Store } from '@council-kit/gateway';
import { sql, type Kysely } from 'kysely';
import { dropTables, tableNames } from './tables.ts';

const nameOf = (load: number): string => `address-${load}`;

/** Opens where an import writes. Close it when the import is done. */
export const openLoad = (store: Store, load: number): Promise<AsideStore> => store.aside(nameOf(load));

/** Deletes an import's rows. */
export async function deleteLoad(store: Store, load: number): Promise<void> {
  const names = tableNames(load);
  if (store.dialect === 'sqlite' && store.hasAside(nameOf(load))) return store.deleteAside(nameOf(load));
  const db = store.db<unknown>();
  if (store.dialect === 'sqlite') {
    // One that version 0.1.0 put into the gateway's own file: to drop a table, SQLite reads the whole of it.
    for (const name of Object.values(names) as string[]) {
      const { rows } = await sql`select name from sqlite_master where name = ${name}`.execute(db);
      if (rows.length === 0) continue;
      await inSlices(
        async (size) =>
          (await sql`delete from ${sql.table(name)} where rowid in (select rowid from ${sql.table(name)} limit ${size})`.execute(db))
            .numAffectedRows ?? 0n,
      );
    }
  }
  await dropTables(db, names);
}

/** Reads the imports that answer: the current one, and the one before for questions that began with it. */
export class LoadStores {
  readonly #store: Store;
  readonly #open = new Map<number, Promise<AsideStore>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async of<Tables>(load: number): Promise<Kysely<Tables>> {
    // Without a file: imported by version 0.1.0.
    if (!this.#store.hasAside(nameOf(load))) return this.#store.db<Tables>();
    let open = this.#open.get(load);
    if (!open) {
      open = openLoad(this.#store, load);
      this.#open.set(load, open);
      const [oldest] = this.#open.keys();
      if (this.#open.size > 2 && oldest !== undefined) await this.#close(oldest);
    }
    return (await open).db<Tables>();
  }

  async close(): Promise<void> {
    for (const load of [...this.#open.keys()]) await this.#close(load);
  }

  async #close(load: number): Promise<void> {
    const open = this.#open.get(load);
    this.#open.delete(load);
    await (await open)?.close();
  }
}
