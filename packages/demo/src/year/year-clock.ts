import type { Clock } from '@council-kit/gateway';

/**
 * A clock that a program moves through the year. Time only passes when it is set; what waits for its time runs when it is due
 * and {@link YearClock.runDue} is called, so that a year of hourly jobs costs a few dozen runs.
 */
export class YearClock implements Clock {
  #now: number;
  #waiting: { readonly at: number; readonly callback: () => void }[] = [];

  /** @param start milliseconds since 1970 */
  constructor(start: number) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  after(ms: number, callback: () => void): () => void {
    const entry = { at: this.#now + ms, callback };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  /** Moves to a time, never back. */
  set(at: number): void {
    this.#now = Math.max(this.#now, at);
  }

  /** Calls everything that is due by now, once. */
  runDue(): void {
    const due = this.#waiting.filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
    for (const { callback } of due) callback();
  }
}
