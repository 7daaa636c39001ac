import { setTimeout as wait } from 'node:timers/promises';

/** How long one slice should take. SQLite works on the thread that answers requests, so this is how long each of them may wait for it. */
const TARGET_MS = 20;
const FEWEST = 100;
const MOST = 2_000;

/**
 * Does long work on the store in slices, and rests as long as each took, so that requests go in between.
 * @param slice does at most `limit` and answers how many: fewer means that it is done
 * @param signal stops between two slices; what is left is for the next run
 */
export async function inSlices(slice: (limit: number) => Promise<number>, signal?: AbortSignal): Promise<void> {
  for (let limit = 100; !signal?.aborted;) {
    const begun = performance.now();
    if ((await slice(limit)) < limit) return;
    const ms = performance.now() - begun;
    // Never more than twice as many: a first slice may have been lucky.
    limit = Math.round(Math.min(MOST, limit * 2, Math.max(FEWEST, (limit * TARGET_MS) / ms)));
    await wait(ms);
  }
}
