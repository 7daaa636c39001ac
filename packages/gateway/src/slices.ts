import { setTimeout as wait } from 'node:timers/promises';

/**
 * Long work in short slices. Node runs everything on one thread, and SQLite answers on it: a loop over a hundred thousand rows
 * that never stops keeps every other request waiting until it ends, also where each step is awaited.
 */

/** Those who wait for their turn, in the order they asked. */
const waiting: (() => void)[] = [];
let pumping = false;

/**
 * Resolves after other requests had their turn. Await it between slices of some ten milliseconds. However much long work runs at once, one
 * slice runs in each round of the event loop: forty big answers together delay a small one by one slice, not by forty.
 */
export function letOthersPass(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (pumping) return;
    pumping = true;
    setImmediate(pump);
  });
}

function pump(): void {
  waiting.shift()?.();
  if (waiting.length === 0) pumping = false;
  else setImmediate(pump);
}

/** Milliseconds between two slices of writing: other processes and the disk get their turn too. */
const restMs = 10;

/**
 * Repeats a write that changes or deletes a limited number of rows, until one finds fewer. Each is a transaction of its own, so the next
 * writer waits for one slice.
 *
 * @param slice changes up to `size` rows and gives how many it changed
 * @returns how many in all
 */
export async function inSlices(
  slice: (size: number) => Promise<number | bigint>,
  { size = 500, signal }: { readonly size?: number; readonly signal?: AbortSignal } = {},
): Promise<number> {
  for (let all = 0; ; await wait(restMs)) {
    const changed = Number(await slice(size));
    all += changed;
    if (changed < size || signal?.aborted) return all;
  }
}
