/**
 * Connections to PostgreSQL that may die without a word. When a primary is lost, its address often moves to another machine: the
 * old sockets then stay open and nothing ever answers on them. So each answer is waited for only so long, a connection that has
 * been idle is asked whether it lives before it is used, and when one turns out to be dead none of its age is trusted.
 */
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { late, within } from '../within.ts';
import { NoAnswer, isConnectionLost } from './failures.ts';

export interface AnsweringPoolOptions {
  /** Milliseconds a query's answer is waited for. Longer than the server's own limit: that gives up first where the server lives. */
  readonly answerMs: number;
  readonly connectionLost: (error: Error) => void;
}

/** A connection that answered this recently is used without being asked first. */
const TRUSTED_MS = 500;
/** How long a connection has to say that it lives. */
const LIVES_MS = 2_000;

const GOODBYE_MS = 1_000;

export class AnsweringPool implements PostgresPool {
  readonly options: object;
  readonly #pool: Pool;
  readonly #answerMs: number;
  readonly #connectionLost: (error: Error) => void;
  readonly #open = new Set<PoolClient>();
  /** When each connection last answered. */
  readonly #answered = new WeakMap<PoolClient, number>();
  /** What last answered before then may be dead: another of its age was. */
  #doubtBefore = 0;

  constructor(pool: Pool, { answerMs, connectionLost }: AnsweringPoolOptions) {
    this.#pool = pool;
    this.options = pool.options;
    this.#answerMs = answerMs;
    this.#connectionLost = connectionLost;
    // Node ends a process at an `error` event that nobody listens to. The pool listens for connections that are idle; this listens
    // as long as there is a connection. The query that waits on it is told by `pg` itself.
    pool.on('connect', (client) => {
      this.#open.add(client);
      this.#answered.set(client, performance.now());
      client.on('error', this.#doubt);
    });
    pool.on('remove', (client) => void this.#open.delete(client));
    pool.on('error', () => undefined); // The same error as above: a connection broke while it was idle.
  }

  async connect(): Promise<PostgresPoolClient> {
    for (;;) {
      const client = await this.#connectDirectly();
      const answered = this.#answered.get(client) ?? 0;
      if (answered < this.#doubtBefore) {
        closeNow(client);
        client.release(true);
        continue;
      }
      const checkedOut = new AnsweringClient(client, this.#answerMs, () => this.#answered.set(client, performance.now()), this.#doubt);
      if (performance.now() - answered < TRUSTED_MS) return checkedOut;
      try {
        await checkedOut.ask(LIVES_MS);
        return checkedOut;
      } catch (error) {
        checkedOut.release(true);
        if (!isConnectionLost(error)) throw error;
      }
    }
  }

  /** Waits until all have been given back. One that does not answer its goodbye is cut off. */
  async end(): Promise<void> {
    await this.#pool.end();
    setTimeout(() => this.#open.forEach(closeNow), GOODBYE_MS).unref();
  }

  async #connectDirectly(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      if (!dropSessionLimits(this.#pool, error)) throw error;
      return await this.#pool.connect();
    }
  }

  readonly #doubt = (error: Error): void => {
    this.#doubtBefore = performance.now();
    this.#connectionLost(error);
  };
}

/** Closes the socket without the protocol's goodbye, whose answer a dead peer never gives. The pool does the same with its own. */
function closeNow(client: PoolClient): void {
  (client as { readonly connection?: { readonly stream?: { destroy(): void } } }).connection?.stream?.destroy();
}

/** Limits that PostgreSQL takes when a session begins. */
export const SESSION_LIMITS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'] as const;

/**
 * PgBouncer gives a server's session to many clients, so it refuses to begin one with limits (08P01). Then there are none, and each
 * transaction sets its own.
 * @returns whether they were there and are gone
 */
function dropSessionLimits(pool: Pool, error: unknown): boolean {
  if (!(error instanceof Error) || !/unsupported startup parameter/.test(error.message)) return false;
  const { options } = pool;
  const present = SESSION_LIMITS.filter((name) => options[name] !== undefined);
  Object.assign(options, Object.fromEntries(present.map((name) => [name, undefined])));
  return present.length > 0;
}

/** One borrower's connection. Once an answer did not come, nothing more is asked of it, and it does not go back to the pool. */
class AnsweringClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #answerMs: number;
  readonly #answered: () => void;
  readonly #doubt: (error: Error) => void;
  #lost: unknown;

  constructor(client: PoolClient, answerMs: number, answered: () => void, doubt: (error: Error) => void) {
    this.#client = client;
    this.#answerMs = answerMs;
    this.#answered = answered;
    this.#doubt = doubt;
  }

  async ask(withinMs: number): Promise<void> {
    await this.#within(withinMs, 'select 1', []);
  }

  query(sql: unknown, parameters: readonly unknown[] = []): never {
    // Kysely also gives cursors where they are configured. They are not.
    if (typeof sql !== 'string') throw new TypeError('Only statements as text.');
    return this.#within(this.#answerMs, sql, parameters) as never;
  }

  release(destroy?: boolean): void {
    const discard = destroy === true || this.#lost !== undefined;
    if (discard) closeNow(this.#client);
    this.#client.release(discard);
  }

  async #within<Row>(ms: number, sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (this.#lost !== undefined) throw this.#lost;
    try {
      const result: unknown = await within(ms, this.#client.query(sql, [...parameters]));
      if (result === late) throw new NoAnswer(`The database did not answer within ${ms} ms.`);
      this.#answered();
      // Several statements in one text give several results.
      return (Array.isArray(result) ? result.at(-1) : result) as PostgresQueryResult<Row>;
    } catch (error) {
      if (isConnectionLost(error)) {
        this.#lost = error;
        if (error instanceof NoAnswer) this.#doubt(error);
      } else {
        this.#answered();
      }
      throw error;
    }
  }
}
