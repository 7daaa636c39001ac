import { setTimeout as wait } from 'node:timers/promises';

/**
 * Rows of one slice. SQLite works on the thread that answers requests: each of them may wait this long, about five milliseconds of
 * processor time. Fewer would make each slice's sync with the disk the longer part.
 */
const SLICE = 500;
const REST_MS = 10;

/**
 * Does long work on the store in slices with a rest after each, so that requests go in between.
 * @param slice does at most `limit` and answers how many: fewer means that it is done
 * @param signal stops between two slices; what is left is for the next run
 */
export async function inSlices(slice: (limit: number) => Promise<number>, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted && (await slice(SLICE)) === SLICE) await wait(REST_MS);
}
