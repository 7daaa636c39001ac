import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Ground, Service } from '@council-kit/gateway';

interface WaitingTables {
  readonly gateway_outbox: { readonly state: string; readonly next_attempt_at: number };
  readonly gateway_lease: { readonly held_until: number };
}

/** A service that does nothing but tell when the gateway has nothing left to do: no delivery that is due, no job at work. */
export class Settled {
  #ground: Ground | undefined;

  readonly service: Service = {
    name: 'settled',
    setUp: (ground) => {
      this.#ground = ground;
      return {};
    },
  };

  /** Resolves when nothing is due by now. */
  async wait(now: () => number): Promise<void> {
    // What was just started shows in the store after a few turns of the event loop.
    for (let quiet = 0; quiet < 3; quiet += 1) {
      await setImmediate();
      for (; await this.#busy(now()); quiet = 0) await setTimeout(1);
    }
  }

  async #busy(now: number): Promise<boolean> {
    const db = this.#ground?.store.db<WaitingTables>();
    const [delivery, job] = await Promise.all([
      db
        ?.selectFrom('gateway_outbox')
        .select('state')
        .where('state', '=', 'waiting')
        .where('next_attempt_at', '<=', now)
        .limit(1)
        .executeTakeFirst(),
      db?.selectFrom('gateway_lease').select('held_until').where('held_until', '>', now).limit(1).executeTakeFirst(),
    ]);
    return delivery !== undefined || job !== undefined;
  }
}
