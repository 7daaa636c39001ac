/**
 * Limits guesses at "which account, which postcode". A guess is counted before it is examined and given back if it was right, so
 * guesses that arrive together, in any number of processes, cannot outrun the count. A process that stops in between leaves the guess
 * counted.
 *
 * A client that has seen an account's bill is not affected by what strangers try at that account:
 * https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { inSlices, type Ground } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import type { PaymentsTables } from '../records/tables.ts';

export interface LockOutOptions {
  /** Wrong answers that one client may give at one account. */
  readonly tries: number;
  readonly lockMinutes: number;
  /** The longest time, in milliseconds, that examining one guess takes. */
  readonly examiningMs: number;
}

/** A guess that may be examined. Say how it ended: until then it counts as wrong. */
export interface Guess {
  /** The guess showed a bill: gives the try back, and remembers that this client has seen this account's bill. */
  right(): Promise<unknown>;
  wrong(): Promise<unknown>;
  /** It could not be examined, so nothing was learnt from it: gives the try back. */
  unexamined(): Promise<unknown>;
}

export type Answer = { readonly kind: 'guess'; readonly guess: Guess } | { readonly kind: 'locked'; readonly seconds: number };

interface Counter {
  readonly id: string;
  /** Guesses that are let through in one period. */
  readonly most: number;
}

/** Where a guess was counted, and in which period of that counter: a try is only given back to the period it was taken from. */
interface Counted extends Counter {
  readonly period: number;
}

/** How long a client that has seen a bill is remembered. The gateway's token for a client changes at midnight UTC, so a longer time has no effect. */
const knownMs = 24 * 3_600_000;
const firstPauseMs = 20;
const longestPauseMs = 500;

export class LockOut {
  readonly #ground: Pick<Ground, 'store' | 'secrets' | 'clock'>;
  readonly #options: LockOutOptions;

  constructor(ground: Pick<Ground, 'store' | 'secrets' | 'clock'>, options: LockOutOptions) {
    this.#ground = ground;
    this.#options = options;
  }

  /**
   * Takes a try. Where the only tries left are those of guesses that are still being examined, waits for them: somebody who presses
   * the button six times has made no mistake.
   */
  async take(account: string, client: string): Promise<Answer> {
    const deadline = performance.now() + this.#options.examiningMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      const counters = await this.#counters(account, client);
      const full = await this.#full(counters);
      if (full.seconds > 0 && (!full.waiting || performance.now() >= deadline)) return { kind: 'locked', seconds: full.seconds };
      if (full.seconds === 0) {
        const counted = await this.#count(counters);
        if (counted) return { kind: 'guess', guess: this.#guess(account, client, counted) };
      }
      await wait(pauseMs);
    }
  }

  /** Clears away what has run out. */
  async forget(): Promise<void> {
    const now = this.#now();
    const db = this.#ground.store.db<PaymentsTables>();
    await inSlices(async (size) => {
      const over = db.selectFrom('payments_try').select('id').where('until', '<=', now).orderBy('until').limit(size);
      return (await db.deleteFrom('payments_try').where('id', 'in', over).where('until', '<=', now).executeTakeFirst()).numDeletedRows;
    });
  }

  /** Seconds until every counter takes guesses again; whether guesses that are being examined may free one sooner. A read only. */
  async #full(counters: readonly Counter[]): Promise<{ readonly seconds: number; readonly waiting: boolean }> {
    const now = this.#now();
    const rows = await this.#ground.store
      .db<PaymentsTables>()
      .selectFrom('payments_try')
      .selectAll()
      .where(
        'id',
        'in',
        counters.map(({ id }) => id),
      )
      .where('until', '>', now)
      .execute();
    const full = counters.flatMap(({ id, most }) =>
      rows.filter((row) => row.id === id && row.count >= most).map((row) => ({ ...row, most })),
    );
    return {
      seconds: Math.ceil(Math.max(0, ...full.map(({ until }) => (until - now) / 1000))),
      waiting: full.every(({ failed, most, open_until }) => failed < most && open_until > now),
    };
  }

  /** Counts one guess on every counter, or on none: undefined where one of them is full. */
  async #count(counters: readonly Counter[]): Promise<readonly Counted[] | undefined> {
    const now = this.#now();
    const until = now + this.#options.lockMinutes * 60_000;
    const open_until = now + this.#options.examiningMs;
    try {
      return await this.#ground.store.transaction<PaymentsTables, readonly Counted[]>(async (trx) => {
        const counted: Counted[] = [];
        for (const { id, most } of counters) {
          const row = await trx
            .insertInto('payments_try')
            .values({ id, count: 1, failed: 0, period: now, until, open_until })
            .onConflict((conflict) =>
              conflict
                .column('id')
                .doUpdateSet((eb) => {
                  const over = eb('payments_try.until', '<=', now);
                  return {
                    count: eb
                      .case()
                      .when(over)
                      .then(1)
                      .else(eb('payments_try.count', '+', 1))
                      .end(),
                    failed: eb.case().when(over).then(0).else(eb.ref('payments_try.failed')).end(),
                    period: eb.case().when(over).then(now).else(eb.ref('payments_try.period')).end(),
                    until: eb.case().when(over).then(until).else(eb.ref('payments_try.until')).end(),
                    open_until,
                  };
                })
                .where((eb) => eb.or([eb('payments_try.until', '<=', now), eb('payments_try.count', '<', most)])),
            )
            .returning('period')
            .executeTakeFirst();
          // The others are rolled back: a guess that is not examined is not counted anywhere.
          if (!row) throw new CounterFull();
          counted.push({ id, most, period: row.period });
        }
        return counted;
      });
    } catch (error) {
      if (error instanceof CounterFull) return undefined;
      throw error;
    }
  }

  #guess(account: string, client: string, counted: readonly Counted[]): Guess {
    const { store } = this.#ground;
    return {
      right: () =>
        store.transaction<PaymentsTables, unknown>(async (trx) => {
          await giveBack(trx, counted);
          const until = this.#now() + knownMs;
          await trx
            .insertInto('payments_try')
            .values({ id: this.#known(account, client), count: 0, failed: 0, period: 0, until, open_until: 0 })
            .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
            .execute();
        }),
      wrong: () =>
        store.transaction<PaymentsTables, unknown>(async (trx) => {
          const until = this.#now() + this.#options.lockMinutes * 60_000;
          for (const { id, period, most } of counted)
            await trx
              .updateTable('payments_try')
              // A lock lasts its whole time from the wrong answer that closed it.
              .set((eb) => ({
                failed: eb('failed', '+', 1),
                until: eb
                  .case()
                  .when('failed', '>=', most - 1)
                  .then(until)
                  .else(eb.ref('until'))
                  .end(),
              }))
              .where('id', '=', id)
              .where('period', '=', period)
              .execute();
        }),
      unexamined: () => store.transaction<PaymentsTables, unknown>((trx) => giveBack(trx, counted)),
    };
  }

  #known(account: string, client: string): string {
    return this.#ground.secrets.sign('bill-tries', `known\n${account}\n${client}`);
  }

  /**
   * One client at one account; one client at all accounts; and, for clients that have not seen the account's bill, everybody together
   * at one account, so that many clients do not get many guesses. In one order, so that two transactions never wait for each other.
   */
  async #counters(account: string, client: string): Promise<readonly Counter[]> {
    const { secrets, store } = this.#ground;
    const { tries } = this.#options;
    const known = await store
      .db<PaymentsTables>()
      .selectFrom('payments_try')
      .select('id')
      .where('id', '=', this.#known(account, client))
      .where('until', '>', this.#now())
      .executeTakeFirst();
    return [
      { id: secrets.sign('bill-tries', `one\n${account}\n${client}`), most: tries },
      { id: secrets.sign('bill-tries', `client\n${client}`), most: tries * 4 },
      ...(known ? [] : [{ id: secrets.sign('bill-tries', `all\n${account}`), most: tries * 10 }]),
    ].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #now(): number {
    return this.#ground.clock.now().getTime();
  }
}

class CounterFull extends Error {}

async function giveBack(trx: Transaction<PaymentsTables>, counted: readonly Counted[]): Promise<void> {
  for (const { id, period } of counted)
    await trx
      .updateTable('payments_try')
      .set((eb) => ({ count: eb('count', '-', 1) }))
      .where('id', '=', id)
      .where('period', '=', period)
      .where('count', '>', 0)
      .execute();
}
