import type { Clock } from './service.ts';

/** What {@link within} returns if the time runs out first. */
export const late = Symbol('late');

/** A process that stood still runs late timers before it reads what has arrived meanwhile: that is read first. */
const realTime: Pick<Clock, 'after'> = {
  after(ms, callback) {
    const timer = setTimeout(() => setImmediate(callback), ms);
    return () => clearTimeout(timer);
  },
};

/**
 * The result of `work`, or {@link late} if there is none after `ms`. The work is not stopped, and
 * its result is ignored. Abort it yourself if it should stop.
 *
 * @param clock real time unless given; real time keeps the process alive until then
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
