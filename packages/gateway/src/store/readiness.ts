/** Whether the store can take what a resident sends: asked by `/ready`. */
import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { late, within } from '../within.ts';
import { isLocked, NoAnswer } from './failures.ts';
import type { GatewayTables } from './gateway-tables.ts';
import type { OpenStore } from './store.ts';

/** How long it may take: what asks is a load balancer that asks again soon. */
const ANSWER_MS = 2_000;
/** Writes are tried this often at most, however often it is asked. A full disk is told within this time. */
const WRITE_EVERY_MS = 2_000;
/** A whole page of a disk. Less can fit into one that is full. */
const PAGE = Buffer.alloc(4096, 'council-kit ');

export class Readiness {
  readonly #store: OpenStore;
  readonly #folder: string;
  #triedAt = -Infinity;
  #trying: Promise<void> | undefined;
  #writeFailed: unknown;

  constructor(store: OpenStore, folder: string) {
    this.#store = store;
    this.#folder = folder;
  }

  /** @throws the store's error where it cannot answer or cannot keep anything */
  async check(): Promise<void> {
    const until = performance.now() + ANSWER_MS;
    if ((await within(ANSWER_MS, this.#reads())) === late) throw new NoAnswer(`The database did not answer within ${ANSWER_MS} ms.`);
    // A write that takes long waits for others, and they are getting on: what was found last time stands.
    await within(until - performance.now(), this.#writes());
    if (this.#writeFailed !== undefined) throw this.#writeFailed;
  }

  async #reads(): Promise<void> {
    if (this.#store.dialect === 'sqlite') return void (await sql`select 1`.execute(this.#store.db()));
    // A primary that was demoted answers reads, and says so here.
    const { rows } = await sql<{ read_only: string }>`select current_setting('transaction_read_only') as read_only`.execute(
      this.#store.db(),
    );
    if (rows[0]?.read_only === 'on') throw Object.assign(new Error('The database is read-only.'), { code: '25006' });
  }

  #writes(): Promise<void> {
    if (!this.#trying && performance.now() - this.#triedAt < WRITE_EVERY_MS) return Promise.resolve();
    return (this.#trying ??= this.#tryWrites().finally(() => {
      this.#triedAt = performance.now();
      this.#trying = undefined;
    }));
  }

  async #tryWrites(): Promise<void> {
    try {
      await Promise.all([this.#writeRow(), this.#writeFile()]);
      this.#writeFailed = undefined;
    } catch (error) {
      // Someone else is writing: so it can be written.
      if (!isLocked(error)) this.#writeFailed = error;
    }
  }

  async #writeRow(): Promise<void> {
    const row = { holder: '', held_until: 0, ran_at: Date.now() };
    await this.#store
      .db<GatewayTables>()
      .insertInto('gateway_lease')
      .values({ name: 'gateway.ready', ...row })
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
      .execute();
  }

  /** Photos are files, and a full disk can still take a row where SQLite's log has room. */
  async #writeFile(): Promise<void> {
    const path = join(this.#folder, `.ready-${randomUUID()}`);
    try {
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile(PAGE);
        await file.sync();
      } finally {
        await file.close();
      }
    } finally {
      await rm(path, { force: true });
    }
  }
}
