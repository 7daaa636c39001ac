/** When a delivery is tried again. */
export interface OutboxSchedule {
  /** Seconds to wait after the first, second … failed attempt; the last one repeats. */
  readonly retryAfterSeconds: readonly number[];
  /** From the time it was put in the outbox, or from a person's "try again now". */
  readonly giveUpAfterHours: number;
}

/** 1 min, 5 min, 30 min, then every 30 min to 72 h: a council's back office may be down over a weekend. */
export const defaultSchedule: OutboxSchedule = { retryAfterSeconds: [60, 300, 1800], giveUpAfterHours: 72 };

/** Up to a fifth longer, so that what failed together does not come back together. */
const JITTER = 0.2;
const LONGEST_ASKED_SECONDS = 6 * 60 * 60;

/**
 * Milliseconds from a failed attempt to the next.
 * @param attempts how many there have been: 1 after the first
 * @param afterSeconds what the receiver asked for, if it did: can only make the wait longer, and not beyond six hours (a year was
 *   meant as something else, and would end in giving up)
 */
export function waitBeforeRetry(schedule: OutboxSchedule, attempts: number, afterSeconds = 0, random: () => number = Math.random): number {
  const steps = schedule.retryAfterSeconds;
  const step = steps[Math.min(attempts, steps.length) - 1] ?? 1800;
  const jittered = step * 1000 * (1 + JITTER * random());
  return Math.round(Math.max(jittered, Math.min(afterSeconds, LONGEST_ASKED_SECONDS) * 1000));
}
