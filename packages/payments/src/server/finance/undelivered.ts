/** What waits in the outbox after an attempt, and what was given up. */
import type { OutboxRow } from '@council-kit/gateway';
import type { Payments } from '../payments.ts';

/** As many of each as a person looks at. */
const most = 200;

export interface Undelivered {
  /** Tried again only when a person says so. */
  readonly failed: readonly OutboxRow[];
  /** Tried at least once, and again by itself. */
  readonly waiting: readonly OutboxRow[];
}

export async function undelivered({ ground: { outbox } }: Payments): Promise<Undelivered> {
  const [failed, waiting] = await Promise.all([
    outbox.list({ state: 'failed', limit: most }),
    outbox.list({ state: 'waiting', attempted: true, limit: most }),
  ]);
  return { failed, waiting };
}

/** Tries all of them again now; how many. */
export async function retryAll(payments: Payments): Promise<number> {
  const { failed, waiting } = await undelivered(payments);
  let tried = 0;
  for (const { id } of [...failed, ...waiting]) if (await payments.ground.outbox.retryNow(id)) tried += 1;
  return tried;
}
