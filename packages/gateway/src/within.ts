import type { Clock } from './service.ts';

/** What {@link within} gives where the time was over first. */
export const late = Symbol('late');

/** A process that stood still runs late timers before it reads what has arrived meanwhile: that is read first. */
const realTime: Pick<Clock, 'after'> = {
  after(ms, callback) {
    const timer = setTimeout(() => setImmediate(callback), ms);
    return () => clearTimeout(timer);
  },
};

/**
 * What `work` gives, or {@link late} where it has given nothing after `ms`. The work goes on, and nobody hears how it ends: abort it, or let
 * it be.
 *
 * @param clock whose time it is. Unless given, the process stays alive meanwhile
 * @throws what `work` rejects with in time
 */
export async function within<Value>(
  ms: number,
  work: Promise<Value>,
  clock: Pick<Clock, 'after'> = realTime,
): Promise<Value | typeof late> {
  let cancel = (): void => undefined;
  const over = new Promise<typeof late>((resolve) => (cancel = clock.after(ms, () => resolve(late))));
  try {
    return await Promise.race([work, over]);
  } finally {
    cancel();
  }
}
