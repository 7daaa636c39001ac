import type { MovableClock } from '../../clock.ts';

/** POSTs within a second: https://docs.payments.service.gov.uk/api_reference/#rate-limits */
export class RateLimit {
  readonly #clock: MovableClock;
  readonly #most: number;
  readonly #posts = new Map<string, number[]>();

  /** @param most how many of one kind a service may send in a second; 0 for no limit */
  constructor(clock: MovableClock, most: number) {
    this.#clock = clock;
    this.#most = most;
  }

  /** Whether a POST is one too many. Payments, captures and all others are counted apart. */
  isTooMany(service: number | undefined, path: string): boolean {
    if (this.#most === 0) return false;
    const kind = path.endsWith('/capture') ? 'capture' : path.endsWith('/payments') ? 'create' : 'other';
    const counted = `${service ?? 'anybody'} ${kind}`;
    const now = this.#clock.now();
    const within = (this.#posts.get(counted) ?? []).filter((at) => at > now - 1000);
    if (within.length >= this.#most) return true;
    this.#posts.set(counted, [...within, now]);
    return false;
  }
}
