import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, type Dialect, type Transaction } from 'kysely';
import type { AnyTransaction, Store } from '../service.ts';
import { isWorthAnotherTry } from './failures.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { postgresDialect } from './postgres.ts';

export interface StoreOptions {
  /** `postgres://…`; SQLite in `folder` where undefined. */
  readonly databaseUrl: string | undefined;
  readonly folder: string;
  readonly connections: number;
  readonly connectionLost: (error: Error) => void;
}

const TRIES = 5;

/** Opens the store. Nothing is read or written yet. */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  if (options.databaseUrl === undefined) {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    return new OpenStore('sqlite', new NodeSqliteDialect({ file: join(options.folder, 'gateway.sqlite'), busyTimeoutMs: 5_000 }));
  }
  const dialect = await postgresDialect({
    url: options.databaseUrl,
    connections: options.connections,
    connectionLost: options.connectionLost,
  });
  return new OpenStore('postgres', dialect);
}

/** The one store of a gateway. */
export class OpenStore implements Store {
  readonly dialect: 'sqlite' | 'postgres';
  readonly #db: Kysely<unknown>;
  readonly #afterCommit = new WeakMap<AnyTransaction, (() => void)[]>();

  constructor(dialect: 'sqlite' | 'postgres', kyselyDialect: Dialect) {
    this.dialect = dialect;
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

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}
