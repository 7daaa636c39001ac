/** Sends what is in the outbox: one worker a process, several processes at once. */
import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { Logger } from 'pino';
import { safeParse } from 'valibot';
import type { AnyTransaction, Clock, Delivery, DeliveryOutcome } from '../service.ts';
import type { GatewayTables } from '../store/gateway-tables.ts';
import type { OpenStore } from '../store/store.ts';
import { waitBeforeRetry, type OutboxSchedule } from './schedule.ts';

export interface OutboxWorkerOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly schedule: OutboxSchedule;
  /** By service, then kind. */
  readonly deliveries: ReadonlyMap<string, Readonly<Record<string, Delivery>>>;
  /** Milliseconds a claim lasts. A worker that dies loses it then, and another sends. */
  readonly leaseMs?: number;
  /** Milliseconds between looks at the store for what other processes put there or left behind. */
  readonly pollMs?: number;
  /** Deliveries sent at once. */
  readonly concurrency?: number;
}

type Row = Selectable<GatewayTables['gateway_outbox']>;

/** How much of a lease a delivery may use: the rest is for writing down what came of it. */
const SENDING_SHARE = 0.8;

export class OutboxWorker {
  readonly #options: Required<OutboxWorkerOptions>;
  /** Names this worker in its claims; another start is another worker. */
  readonly #name = randomUUID();
  readonly #inFlight = new Map<string, { readonly done: Promise<void>; readonly abort: AbortController }>();
  #running = false;
  #looking: Promise<void> | undefined;
  #lookAgain = false;
  #cancelTimer: (() => void) | undefined;
  /** What was due by then has been claimed, or somebody else's, or more than we send at once. */
  #lookedAt = 0;

  constructor(options: OutboxWorkerOptions) {
    this.#options = { leaseMs: 60_000, pollMs: 5_000, concurrency: 8, ...options };
  }

  start(): void {
    this.#running = true;
    this.wake();
  }

  /** Looks now: something was put in, or has become due. */
  readonly wake = (): void => {
    if (!this.#running) return;
    if (this.#looking) {
      this.#lookAgain = true;
      return;
    }
    this.#cancelTimer?.();
    this.#looking = this.#look().finally(() => {
      this.#looking = undefined;
      if (!this.#running) return;
      if (this.#lookAgain) {
        this.#lookAgain = false;
        this.wake();
      } else {
        void this.#sleep();
      }
    });
  };

  /** Claims nothing more, lets what is being sent finish for `graceMs`, then aborts it and gives its claims back. */
  async stop(graceMs: number): Promise<void> {
    this.#running = false;
    this.#cancelTimer?.();
    await this.#looking;
    const all = Promise.all([...this.#inFlight.values()].map(({ done }) => done));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => (timer = setTimeout(resolve, graceMs)));
    await Promise.race([all, grace]);
    clearTimeout(timer);
    for (const { abort } of this.#inFlight.values()) abort.abort(new Error('The gateway is stopping.'));
    await all;
  }

  async #look(): Promise<void> {
    this.#lookedAt = this.#options.clock.now().getTime();
    const free = this.#options.concurrency - this.#inFlight.size;
    if (free <= 0) return;
    try {
      const rows = await this.#claim(free);
      for (const row of rows) this.#begin(row);
    } catch (error) {
      this.#options.log.error({ err: error }, 'outbox could not be read');
    }
  }

  /** Until the next row is due, or the next look at what other processes did. */
  async #sleep(): Promise<void> {
    const { store, clock, pollMs } = this.#options;
    let ms = pollMs;
    try {
      const next = await store
        .db<GatewayTables>()
        .selectFrom('gateway_outbox')
        .select((eb) => eb.fn.min('next_attempt_at').as('due'))
        .where('state', '=', 'waiting')
        // Not after now: what became due while the look was under way would be left to the next one.
        .where('next_attempt_at', '>', this.#lookedAt)
        .executeTakeFirst();
      const due: unknown = next?.due;
      if (typeof due === 'number') ms = Math.min(ms, due - clock.now().getTime());
    } catch {
      // Said by the next look, if it lasts.
    }
    if (!this.#running || this.#looking) return;
    if (ms <= 0) return this.wake();
    this.#cancelTimer?.();
    this.#cancelTimer = clock.after(ms, this.wake);
  }

  async #claim(limit: number): Promise<Row[]> {
    const { store, deliveries, leaseMs } = this.#options;
    const kinds = [...deliveries].flatMap(([service, byKind]) => Object.keys(byKind).map((kind) => ({ service, kind })));
    if (kinds.length === 0) return [];
    const now = this.#lookedAt;
    const mine = [...this.#inFlight.keys()];
    return await store.transaction<GatewayTables, Row[]>(async (trx) => {
      const due = await trx
        .selectFrom('gateway_outbox')
        .select('id')
        .where('state', '=', 'waiting')
        .where('next_attempt_at', '<=', now)
        .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
        // A claim of our own that ran out while we are still at it is ours all the same.
        .$if(mine.length > 0, (query) => query.where('id', 'not in', mine))
        // Only what this process can send: another may run services that this one does not.
        .where((eb) => eb.or(kinds.map(({ service, kind }) => eb.and([eb('service', '=', service), eb('kind', '=', kind)]))))
        .orderBy('next_attempt_at')
        .orderBy('position')
        .limit(limit)
        // SQLite has no row locks: its write transaction excludes every other.
        .$if(store.dialect === 'postgres', (query) => query.forUpdate().skipLocked())
        .execute();
      if (due.length === 0) return [];
      const rows = await trx
        .updateTable('gateway_outbox')
        .set((eb) => ({ claimed_by: this.#name, claimed_until: now + leaseMs, attempts: eb('attempts', '+', 1) }))
        .where(
          'id',
          'in',
          due.map(({ id }) => id),
        )
        .returningAll()
        .execute();
      return rows.sort((a, b) => a.position - b.position);
    });
  }

  #begin(row: Row): void {
    const abort = new AbortController();
    const done = this.#deliver(row, abort).finally(() => {
      this.#inFlight.delete(row.id);
      this.wake();
    });
    this.#inFlight.set(row.id, { done, abort });
  }

  async #deliver(row: Row, abort: AbortController): Promise<void> {
    const { deliveries, log, leaseMs } = this.#options;
    const line = log.child({ service: row.service, kind: row.kind, delivery: row.id, attempt: row.attempts });
    const delivery = deliveries.get(row.service)?.[row.kind];
    if (!delivery) return;
    const timer = setTimeout(() => abort.abort(new Error('The delivery took too long.')), leaseMs * SENDING_SHARE).unref();
    // What does not heed its signal is left behind: its claim must not outlast the wait for it.
    const cutShort = new Promise<never>((_resolve, reject) =>
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error), { once: true }),
    );
    const payload = safeParse(delivery.payload, JSON.parse(row.payload));
    let outcome: DeliveryOutcome;
    try {
      outcome = payload.success
        ? await Promise.race([
            cutShort,
            delivery.send(payload.output, {
              reference: row.id,
              number: row.attempts,
              enqueuedAt: new Date(row.enqueued_at),
              signal: abort.signal,
            }),
          ])
        : { result: 'failed', reason: 'What is kept in the outbox does not fit this version of the service.' };
    } catch (error) {
      line.warn({ err: error }, 'delivery threw');
      outcome = { result: 'retry', reason: error instanceof Error ? error.name : 'Unknown error' };
    } finally {
      clearTimeout(timer);
    }
    try {
      const said = await this.#settle(row, outcome, async (trx, reason) => {
        if (payload.success) await delivery.failed?.(trx, payload.output, reason);
      });
      line.info({ outcome: said }, 'delivery');
    } catch (error) {
      // The claim runs out and the row is sent again, with the same reference.
      line.error({ err: error }, 'what came of a delivery could not be written down');
    }
  }

  async #settle(row: Row, outcome: DeliveryOutcome, failed: (trx: AnyTransaction, reason: string) => Promise<void>): Promise<string> {
    const { store, clock, schedule } = this.#options;
    return await store.transaction<GatewayTables, string>(async (trx) => {
      const now = clock.now().getTime();
      const free = { claimed_by: null, claimed_until: null };
      if (outcome.result === 'delivered') {
        // Whoever's claim it is by now: it has arrived, and must not be sent again.
        const mine = await change(trx, row, { ...free, state: 'delivered', reason: null, settled_at: now });
        if (mine) await outcome.record?.(trx);
        return mine ? 'delivered' : 'delivered twice';
      }
      if (outcome.result === 'retry' && !this.#running) {
        // Cut short by our own stop: no attempt of the receiver's to answer for.
        await change(trx, row, { ...free, attempts: row.attempts - 1 }, this.#name);
        return 'given back';
      }
      const next = now + waitBeforeRetry(schedule, row.attempts, outcome.result === 'retry' ? outcome.afterSeconds : 0);
      const retried = outcome.result === 'retry' && next < row.give_up_at;
      const mine = await change(
        trx,
        row,
        retried
          ? { ...free, reason: outcome.reason, next_attempt_at: next }
          : { ...free, state: 'failed', reason: outcome.reason, settled_at: now },
        this.#name,
      );
      if (!mine) return 'claim lost';
      if (!retried) await failed(trx, outcome.reason);
      return retried ? 'retry' : 'failed';
    });
  }
}

/** Changes a row that is still waiting (and still claimed by `claimedBy`); whether it was. */
async function change(
  trx: Transaction<GatewayTables>,
  row: Row,
  values: Partial<Omit<Row, 'position'>>,
  claimedBy?: string,
): Promise<boolean> {
  const changed = await trx
    .updateTable('gateway_outbox')
    .set(values)
    .where('id', '=', row.id)
    .where('state', '=', 'waiting')
    .$if(claimedBy !== undefined, (query) => query.where('claimed_by', '=', claimedBy ?? ''))
    .executeTakeFirst();
  return changed.numUpdatedRows > 0n;
}

/** Clears away what was delivered: the record of it is the service's own. Failed rows stay until a person has dealt with them. */
export async function forgetDelivered(store: OpenStore, before: Date): Promise<void> {
  await store
    .db<GatewayTables>()
    .deleteFrom('gateway_outbox')
    .where('state', '=', 'delivered')
    .where('settled_at', '<', before.getTime())
    .execute();
}
