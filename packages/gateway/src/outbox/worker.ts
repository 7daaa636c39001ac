/** Sends what is in the outbox: one worker a process, several processes at once. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Selectable, Transaction } from 'kysely';
import type { Logger } from 'pino';
import { safeParse } from 'valibot';
import type { AnyTransaction, Clock, Delivery, DeliveryOutcome } from '../service.ts';
import { storeFailure } from '../store/failures.ts';
import type { GatewayTables } from '../store/gateway-tables.ts';
import type { OpenStore } from '../store/store.ts';
import { UpstreamError } from '../upstream/upstream.ts';
import { within } from '../within.ts';
import { claimKind, kindsDue, nextDue, type Kind } from './claims.ts';
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

type Settled = 'delivered' | 'delivered twice' | 'given back' | 'claim lost' | 'retry' | 'failed';

/** Between two tries to write an outcome down. */
const SETTLE_AGAIN_MS = 1_000;

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
  /** Counts looks that found something due. */
  #turn = 0;
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
    const sent = (): Promise<unknown> => Promise.all([...this.#inFlight.values()].map(({ done }) => done));
    await within(graceMs, Promise.resolve(this.#looking).then(sent));
    // A look that was under way may have claimed more.
    await this.#looking;
    for (const { abort } of this.#inFlight.values()) abort.abort(new Error('The gateway is stopping.'));
    await sent();
  }

  async #look(): Promise<void> {
    this.#lookedAt = this.#options.clock.now().getTime();
    const free = this.#options.concurrency - this.#inFlight.size;
    if (free <= 0) return;
    try {
      const rows = await this.#claim(free);
      for (const row of rows) this.#begin(row);
    } catch (error) {
      const failure = storeFailure(error);
      if (failure) this.#options.log.warn({ failure: failure.kind }, `the outbox waits for the store: ${failure.sentence}`);
      else this.#options.log.error({ err: error }, 'outbox could not be read');
    }
  }

  /** Until the next row is due, or the next look at what other processes did. */
  async #sleep(): Promise<void> {
    const { store, clock, pollMs } = this.#options;
    let ms = pollMs;
    try {
      const due = await nextDue(store, this.#kinds(), this.#lookedAt);
      if (due !== undefined) ms = Math.min(ms, due - clock.now().getTime());
    } catch {
      // Said by the next look, if it lasts.
    }
    if (!this.#running || this.#looking) return;
    if (ms <= 0) return this.wake();
    this.#cancelTimer?.();
    this.#cancelTimer = clock.after(ms, this.wake);
  }

  /** What this process can send: another may run services that this one does not. */
  #kinds(): readonly Kind[] {
    return [...this.#options.deliveries].flatMap(([service, byKind]) => Object.keys(byKind).map((kind) => ({ service, kind })));
  }

  async #claim(limit: number): Promise<readonly Row[]> {
    const { store, leaseMs } = this.#options;
    const now = this.#lookedAt;
    const due = await kindsDue(store, this.#kinds(), now);
    const rows: Row[] = [];
    // Each look begins with another kind, so that a thousand of one do not keep the others waiting.
    const first = due.length > 0 ? this.#turn++ % due.length : 0;
    for (const kind of [...due.slice(first), ...due.slice(0, first)]) {
      if (rows.length >= limit) break;
      const claim = { by: this.#name, until: now + leaseMs, limit: limit - rows.length, except: [...this.#inFlight.keys()] };
      rows.push(...(await claimKind(store, kind, now, claim)));
    }
    return rows;
  }

  #begin(row: Row): void {
    const abort = new AbortController();
    const done = this.#deliver(row, abort)
      .catch((error: unknown) => this.#options.log.error({ err: error, delivery: row.id }, 'delivery failed'))
      .finally(() => {
        this.#inFlight.delete(row.id);
        this.wake();
      });
    this.#inFlight.set(row.id, { done, abort });
  }

  async #deliver(row: Row, abort: AbortController): Promise<void> {
    const { deliveries, log, leaseMs } = this.#options;
    const leaseEnds = performance.now() + leaseMs;
    const line = log.child({ service: row.service, kind: row.kind, delivery: row.id, attempt: row.attempts });
    const delivery = deliveries.get(row.service)?.[row.kind];
    if (!delivery) return;
    const timer = setTimeout(() => abort.abort(new Error('The delivery took too long.')), leaseMs * SENDING_SHARE).unref();
    // A send that goes on after its signal is left behind: its claim must not outlast the wait for it.
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
      outcome = { result: 'retry', reason: reasonOf(error) };
    } finally {
      clearTimeout(timer);
    }
    const settle = (): Promise<Settled> =>
      this.#settle(row, outcome, async (trx, reason) => {
        if (payload.success) await delivery.failed?.(trx, payload.output, reason);
      });
    try {
      const said = await this.#whenStoreAnswers(settle, leaseEnds);
      if (outcome.result === 'delivered' || said === 'given back') line.info({ outcome: said }, 'delivery');
      else line.warn({ outcome: said, reason: outcome.reason }, 'delivery');
    } catch (error) {
      // The claim runs out and the row is sent again, with the same reference.
      line.error({ err: error }, 'the outcome of a delivery could not be written down');
    }
  }

  /** While the claim lasts a fail-over can pass: written down then, what was delivered is not sent twice. */
  async #whenStoreAnswers(settle: () => Promise<Settled>, leaseEnds: number): Promise<Settled> {
    for (;;) {
      try {
        return await settle();
      } catch (error) {
        if (!storeFailure(error) || !this.#running || performance.now() + SETTLE_AGAIN_MS > leaseEnds) throw error;
        await wait(SETTLE_AGAIN_MS);
      }
    }
  }

  async #settle(row: Row, outcome: DeliveryOutcome, failed: (trx: AnyTransaction, reason: string) => Promise<void>): Promise<Settled> {
    const { store, clock, schedule } = this.#options;
    return await store.transaction<GatewayTables, Settled>(async (trx) => {
      const now = clock.now().getTime();
      const free = { claimed_by: null, claimed_until: null };
      if (outcome.result === 'delivered') {
        // Even where another has claimed it by now: it has arrived, and must not be sent again.
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

/** Of an error that a delivery threw: nothing that it quotes. */
function reasonOf(error: unknown): string {
  if (error instanceof UpstreamError) return `${error.details.upstream?.system ?? 'upstream'}: ${error.failure.replaceAll('_', ' ')}`;
  return storeFailure(error)?.sentence ?? (error instanceof Error ? error.name : 'Unknown error');
}
