/** Stops asking a platform that is down, so that residents are told at once and it is left to recover. */

const FAILURES = 5;
const WITHIN_MS = 30_000;
/** How long it stays open before one request may try. */
const OPEN_MS = 30_000;

export class CircuitBreaker {
  #failures: number[] = [];
  #openUntil = 0;
  #probing = false;

  /** Whether a request may go out. One that may must be told of by {@link succeeded}, {@link failed} or {@link cancelled}. */
  permits(now: number): boolean {
    if (this.#openUntil === 0) return true;
    if (now < this.#openUntil || this.#probing) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = [];
    this.#openUntil = 0;
    this.#probing = false;
  }

  failed(now: number): void {
    this.#failures = [...this.#failures.filter((at) => at > now - WITHIN_MS), now];
    if (this.#probing || this.#failures.length >= FAILURES) this.#openUntil = now + OPEN_MS;
    this.#probing = false;
  }

  /** The caller gave up: it says nothing about the platform. */
  cancelled(): void {
    this.#probing = false;
  }
}
