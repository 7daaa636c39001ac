/**
 * How many requests are answered at once and how much of their bodies is in memory: in all, and for each client, so that one client
 * cannot take every place. In memory: with several processes, each counts its own.
 */
import type { Problem } from './problem.ts';
import { problems } from './problems.ts';

export interface TrafficLimits {
  /** Requests being worked on. One that still waits for its body takes no place. */
  readonly requests: number;
  /** Requests of one client, those that wait for their bodies too. */
  readonly requestsPerClient: number;
  /** Bytes of bodies in memory. */
  readonly bytes: number;
  readonly bytesPerClient: number;
}

/** One request's place. */
export interface Visit {
  /** It waits for more of its body. */
  waits(): void;
  /** Something of its body has arrived. */
  works(): void;
  /** It keeps so many more bytes in memory until it is over. A problem where there is no room for them. */
  holds(bytes: number): Problem | undefined;
  /** It is over. */
  leaves(): void;
}

interface Share {
  requests: number;
  bytes: number;
}

export class Traffic {
  readonly #limits: TrafficLimits;
  readonly #clients = new Map<string, Share>();
  #working = 0;
  #bytes = 0;

  constructor(limits: TrafficLimits) {
    this.#limits = limits;
  }

  /** @throws Problem 429 where this client has too many requests under way, 503 where all clients together have */
  enter(client: string): Visit {
    const limits = this.#limits;
    const share = this.#clients.get(client) ?? { requests: 0, bytes: 0 };
    if (share.requests >= limits.requestsPerClient) throw problems.tooManyRequests(1);
    if (this.#working >= limits.requests) throw problems.unavailable('busy');
    this.#clients.set(client, share);
    share.requests++;
    this.#working++;
    let working = true;
    let held = 0;
    const waits = (): void => {
      if (working) this.#working--;
      working = false;
    };
    return {
      waits,
      works: () => {
        if (!working) this.#working++;
        working = true;
      },
      holds: (bytes) => {
        held += bytes;
        share.bytes += bytes;
        this.#bytes += bytes;
        if (share.bytes > limits.bytesPerClient) return problems.tooManyRequests(10);
        return this.#bytes > limits.bytes ? problems.unavailable('busy') : undefined;
      },
      leaves: () => {
        waits();
        share.requests--;
        share.bytes -= held;
        this.#bytes -= held;
        if (share.requests === 0) this.#clients.delete(client);
      },
    };
  }
}
