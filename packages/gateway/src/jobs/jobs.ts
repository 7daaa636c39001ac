/** Periodic work, each job by one process at a time, however many run. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import type { Clock, Job } from '../service.ts';
import { storeFailure } from '../store/failures.ts';
import type { GatewayTables } from '../store/gateway-tables.ts';
import type { OpenStore } from '../store/store.ts';
import { late, within } from '../within.ts';

export interface JobsOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly log: Logger;
}

const LEASE_MS = 60_000;
/** A process that does not hold the lease looks again this often, or sooner for jobs that run more often. */
const LOOK_MS = 30_000;

export class Jobs {
  readonly #options: JobsOptions;
  readonly #name = randomUUID();
  readonly #jobs = new Map<string, Job>();
  readonly #timers = new Map<string, () => void>();
  readonly #running = new Set<Promise<void>>();
  readonly #abort = new AbortController();

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  add(owner: string, job: Job): void {
    const name = `${owner}.${job.name}`;
    if (this.#jobs.has(name)) throw new Error(`The service "${owner}" has two jobs named "${job.name}".`);
    this.#jobs.set(name, job);
  }

  start(): void {
    for (const [name, job] of this.#jobs) this.#try(name, job);
  }

  /** Lets what runs finish for `graceMs`, and gives its leases back where the store answers. */
  async stop(graceMs: number): Promise<void> {
    for (const cancel of this.#timers.values()) cancel();
    this.#abort.abort(new Error('The gateway is stopping.'));
    await within(graceMs, Promise.all(this.#running));
    await this.#options.store
      .db<GatewayTables>()
      .updateTable('gateway_lease')
      .set({ held_until: 0 })
      .where('holder', '=', this.#name)
      .execute()
      // They run out by themselves.
      .catch((error: unknown) => this.#options.log.warn({ err: error }, 'leases could not be given back'));
  }

  #try(name: string, job: Job): void {
    const { clock } = this.#options;
    const looked = clock.now().getTime();
    const run = this.#run(name, job).finally(() => {
      this.#running.delete(run);
      if (this.#abort.signal.aborted) return;
      // From when it looked, not from when it was done: time that passes meanwhile counts.
      const wait = looked + Math.min(job.everyMs, LOOK_MS) - clock.now().getTime();
      if (wait <= 0) this.#try(name, job);
      else
        this.#timers.set(
          name,
          clock.after(wait, () => this.#try(name, job)),
        );
    });
    this.#running.add(run);
  }

  async #run(name: string, job: Job): Promise<void> {
    const { clock, log } = this.#options;
    const line = log.child({ job: name });
    try {
      if (!(await this.#take(name, job))) return;
      const started = performance.now();
      await this.#within(job.leaseMs ?? LEASE_MS, (signal) => job.run({ now: clock.now(), signal }));
      line.debug({ ms: Math.round(performance.now() - started) }, 'job done');
    } catch (error) {
      const failure = storeFailure(error);
      if (failure) line.warn({ failure: failure.kind }, `the job stopped: ${failure.sentence}`);
      else if (!this.#abort.signal.aborted) line.error({ err: error }, 'job failed');
    } finally {
      await this.#giveBack(name).catch((error: unknown) => line.warn({ err: error }, 'lease could not be given back'));
    }
  }

  /** A run that never ends must not be the last: when its lease is over another process may begin, and so may this one. */
  async #within(ms: number, run: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const over = new AbortController();
    const signal = AbortSignal.any([this.#abort.signal, over.signal]);
    if ((await within(ms, run(signal), systemClock)) !== late) return;
    over.abort(new Error('The job took longer than its lease.'));
    throw over.signal.reason as Error;
  }

  /** Whether it is due, and nobody else is at it. */
  async #take(name: string, job: Job): Promise<boolean> {
    const now = this.#options.clock.now().getTime();
    const row = { holder: this.#name, held_until: now + (job.leaseMs ?? LEASE_MS), ran_at: now };
    const taken = await this.#options.store
      .db<GatewayTables>()
      .insertInto('gateway_lease')
      .values({ name, ...row })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet(row)
          .where('gateway_lease.held_until', '<=', now)
          .where('gateway_lease.ran_at', '<=', now - job.everyMs),
      )
      .returning('name')
      .executeTakeFirst();
    return taken !== undefined;
  }

  async #giveBack(name: string): Promise<void> {
    await this.#options.store
      .db<GatewayTables>()
      .updateTable('gateway_lease')
      .set({ held_until: 0 })
      .where('name', '=', name)
      .where('holder', '=', this.#name)
      .execute();
  }
}
