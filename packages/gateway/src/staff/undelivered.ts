import type { Outbox, OutboxRow } from '../service.ts';

/** The most rows of each kind: more than a person looks at. */
const most = 200;

/** What an outbox could not deliver. */
export interface Undelivered {
  /** Tried again only when an officer asks. */
  readonly failed: readonly OutboxRow[];
  /** Tried at least once, and tried again automatically. */
  readonly waiting: readonly OutboxRow[];
}

/** What an outbox could not deliver, newest first, up to 200 of each. */
export async function undelivered(outbox: Outbox): Promise<Undelivered> {
  const [failed, waiting] = await Promise.all([
    outbox.list({ state: 'failed', limit: most }),
    outbox.list({ state: 'waiting', attempted: true, limit: most }),
  ]);
  return { failed, waiting };
}

/** Tries all of them again now. Returns how many there were. */
export async function retryAll(outbox: Outbox): Promise<number> {
  const { failed, waiting } = await undelivered(outbox);
  let tried = 0;
  for (const { id } of [...failed, ...waiting]) if (await outbox.retryNow(id)) tried += 1;
  return tried;
}
