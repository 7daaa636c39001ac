import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, type Dialect, type Transaction } from 'kysely';
import type { AnyTransaction, AsideStore, Store } from '../service.ts';
import type { GatewaySettings } from '../settings.ts';
import { makeDataFolder, tryDataFolder } from './data-folder.ts';
import { Disk } from './disk.ts';
import { CommitUnknown, storeFailure } from './failures.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { loadPg, postgresDialect, type PostgresOptions } from './postgres.ts';

export interface StoreOptions {
  /** `postgres://…`; SQLite in `folder` where undefined. */
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  readonly connections: number;
  readonly work: PostgresOptions['work'];
  /** Whether a write to SQLite waits until it is on the disk. */
  readonly syncWrites: boolean;
  readonly connectionLost: (error: Error) => void;
}

const TRIES = 5;

/**
 * Opens the store. Nothing is read or written yet.
 * @throws SettingsError where the folder cannot be used, or `pg` is not installed
 */
export async function openStore({ databaseUrl, folder, connections, work, syncWrites, connectionLost }: StoreOptions): Promise<OpenStore> {
  // Files lie there whatever the database is.
  await makeDataFolder(folder);
  if (databaseUrl === undefined) return openFile({ folder, syncWrites }, 'gateway');
  return new OpenStore('postgres', await postgresDialect({ url: databaseUrl, connections, work, connectionLost }));
}

/**
 * Makes sure that the store could be opened, as far as that can be told without the database, and leaves nothing behind.
 * @throws SettingsError where the folder cannot be used, or `pg` is not installed
 */
export async function checkStore({ databaseUrl, dataFolder }: Pick<GatewaySettings, 'databaseUrl' | 'dataFolder'>): Promise<void> {
  await tryDataFolder(dataFolder);
  if (databaseUrl !== undefined) await loadPg();
}

/** Where SQLite's files are, and how they are written. */
type SqliteFiles = Pick<StoreOptions, 'folder' | 'syncWrites'>;

function openFile(files: SqliteFiles, name: string): OpenStore {
  const disk = files.syncWrites ? {} : { disk: new Disk(() => Promise.resolve()) };
  return new OpenStore('sqlite', new NodeSqliteDialect({ file: fileIn(files.folder, name), busyTimeoutMs: 5_000, ...disk }), files);
}

const fileIn = (folder: string, name: string): string => join(folder, `${name}.sqlite`);

/** The one store of a gateway. */
export class OpenStore implements Store {
  readonly dialect: 'sqlite' | 'postgres';
  readonly #db: Kysely<unknown>;
  readonly #afterCommit = new WeakMap<AnyTransaction, (() => void)[]>();

  readonly #files: SqliteFiles | undefined;

  /** @param files for SQLite */
  constructor(dialect: 'sqlite' | 'postgres', kyselyDialect: Dialect, files?: SqliteFiles) {
    this.dialect = dialect;
    this.#files = files;
    this.#db = new Kysely({ dialect: kyselyDialect });
  }

  db<Tables>(): Kysely<Tables> {
    return this.#db as Kysely<Tables>;
  }

  async transaction<Tables, Result>(work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      const callbacks: (() => void)[] = [];
      try {
        const result = await this.db<Tables>()
          .transaction()
          .execute(async (trx) => {
            this.#afterCommit.set(trx, callbacks);
            return await work(trx);
          });
        for (const callback of callbacks) callback();
        return result;
      } catch (error) {
        if (attempt >= TRIES || !isWorthAnotherTry(error)) throw error;
        await wait(Math.random() * 2 ** attempt * 5);
      }
    }
  }

  /** Calls back once `trx` is on disk; not at all where it is rolled back. Only for transactions begun by {@link transaction}. */
  afterCommit(trx: AnyTransaction, callback: () => void): void {
    this.#afterCommit.get(trx)?.push(callback);
  }

  async aside(name: string): Promise<AsideStore> {
    if (this.#files !== undefined) return openFile(this.#files, asideName(name));
    return {
      dialect: this.dialect,
      db: () => this.db(),
      transaction: (work) => this.transaction(work),
      close: async () => undefined,
    };
  }

  hasAside(name: string): boolean {
    return this.#files === undefined || existsSync(fileIn(this.#files.folder, asideName(name)));
  }

  async deleteAside(name: string): Promise<void> {
    if (this.#files === undefined) return;
    const file = fileIn(this.#files.folder, asideName(name));
    for (const each of [file, `${file}-wal`, `${file}-shm`]) await rm(each, { force: true });
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}

/**
 * Whether to run a transaction again at once: nothing of it was kept, and a second run can succeed. A broken connection counts while
 * no commit was sent, for another may work. A wait without an answer does not: a second one could be as long, and a resident waits.
 */
function isWorthAnotherTry(error: unknown): boolean {
  if (error instanceof CommitUnknown) return false;
  const kind = storeFailure(error)?.kind;
  return kind === 'conflict' || kind === 'unreachable';
}

function asideName(name: string): string {
  if (/^[a-z][a-z0-9-]{2,60}$/.test(name) && name !== 'gateway') return name;
  throw new TypeError(`Not a name for a store: ${JSON.stringify(name)}`);
}
