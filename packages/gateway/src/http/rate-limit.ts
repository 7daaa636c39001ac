import { BoundedMap } from '../bounded-map.ts';

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
  readonly #buckets = new BoundedMap<string, Bucket>(MOST_CLIENTS);

  /** @param atOnce what a client may spend at once: half a minute's worth unless given */
  constructor(perMinute: number, atOnce: number = perMinute / 2) {
    this.#perMs = perMinute / 60_000;
    this.#capacity = Math.max(1, atOnce);
  }

  /**
   * Takes one, or what a dearer request costs. 0 where there was enough; else the seconds until there is. What costs more than a bucket holds
   * takes a full one: it must be possible at some time.
   */
  take(client: string, now: number, cost = 1): number {
    let bucket = this.#buckets.get(client);
    if (bucket) {
      // A clock that is set back must not lock anybody out.
      const passed = Math.max(0, now - bucket.at);
      bucket.tokens = Math.min(this.#capacity, bucket.tokens + passed * this.#perMs);
      bucket.at = now;
    } else {
      bucket = { tokens: this.#capacity, at: now };
      this.#buckets.set(client, bucket);
    }
    const tokens = Math.min(cost, this.#capacity);
    if (bucket.tokens < tokens) return (tokens - bucket.tokens) / this.#perMs / 1000;
    bucket.tokens -= tokens;
    return 0;
  }
}
