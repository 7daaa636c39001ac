/** A token bucket for each client. In memory: with several processes, each allows its share. */

/** Clients remembered at once; beyond it those that have been quiet longest are forgotten. */
const MOST_CLIENTS = 50_000;

interface Bucket {
  tokens: number;
  at: number;
}

export class RateLimit {
  readonly #perMs: number;
  readonly #capacity: number;
  readonly #buckets = new Map<string, Bucket>();

  /** A client may spend half a minute's worth at once. */
  constructor(perMinute: number) {
    this.#perMs = perMinute / 60_000;
    this.#capacity = Math.max(1, perMinute / 2);
  }

  /** Takes one. 0 where there was one; else the seconds until there is. */
  take(client: string, now: number): number {
    let bucket = this.#buckets.get(client);
    if (bucket) {
      // A clock that is set back must not lock anybody out.
      const passed = Math.max(0, now - bucket.at);
      bucket.tokens = Math.min(this.#capacity, bucket.tokens + passed * this.#perMs);
      bucket.at = now;
      this.#buckets.delete(client);
    } else {
      bucket = { tokens: this.#capacity, at: now };
      if (this.#buckets.size >= MOST_CLIENTS) {
        const oldest = this.#buckets.keys().next();
        if (!oldest.done) this.#buckets.delete(oldest.value);
      }
    }
    // Put back at the end: the map's order is by last use.
    this.#buckets.set(client, bucket);
    if (bucket.tokens < 1) return (1 - bucket.tokens) / this.#perMs / 1000;
    bucket.tokens -= 1;
    return 0;
  }
}
