/** A limit of requests a second that many share: everybody gets their turn, nobody all of it. */
import { RateLimit, type Clock } from '@council-kit/gateway';

export interface BudgetOptions {
  readonly perSecond: number;
  readonly clientPerMinute: number;
  readonly clock: Clock;
}

/** The longest that somebody waits for their turn, in milliseconds. Beyond it "busy" is the better answer. */
const longestWait = 2_000;

interface Waiting {
  readonly go: () => void;
}

export class Budget {
  readonly #options: BudgetOptions;
  #tokens: number;
  #at: number;
  #closedUntil = 0;
  /** By client, in the order of whose turn it is. */
  readonly #queues = new Map<string, Waiting[]>();
  #waiting = 0;
  #cancelTimer: (() => void) | undefined;
  /** A client's own share: a third of a minute's worth at once. */
  readonly #shares: RateLimit;

  constructor(options: BudgetOptions) {
    this.#options = options;
    this.#shares = new RateLimit(options.clientPerMinute, options.clientPerMinute / 3);
    this.#tokens = this.#capacity;
    this.#at = this.#now();
  }

  /**
   * Waits for a turn of a client; of everybody who is not known, where there is none.
   * @returns undefined when it may go, else the seconds after which to try again
   */
  async turn(client: string | undefined): Promise<number | undefined> {
    const now = this.#now();
    if (now < this.#closedUntil) return (this.#closedUntil - now) / 1000;
    const seconds = client === undefined ? 0 : this.#shares.take(client, now);
    if (seconds > 0) return seconds;
    this.#refill(now);
    if (this.#waiting === 0 && this.#tokens >= 1) {
      this.#tokens -= 1;
      return undefined;
    }
    const wait = ((this.#waiting + 1 - this.#tokens) / this.#options.perSecond) * 1000;
    if (wait > longestWait) return wait / 1000;
    await new Promise<void>((go) => {
      const queue = this.#queues.get(client ?? '') ?? [];
      queue.push({ go });
      this.#queues.set(client ?? '', queue);
      this.#waiting += 1;
      this.#wake();
    });
    return undefined;
  }

  /** The other side said that it is too much: nobody asks for so long. */
  close(seconds: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.#now() + Math.min(seconds, 300) * 1000);
  }

  get #capacity(): number {
    return Math.max(1, this.#options.perSecond);
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }

  #refill(now: number): void {
    // A clock that is set back must not stop anybody.
    const passed = Math.max(0, now - this.#at);
    this.#tokens = Math.min(this.#capacity, this.#tokens + (passed / 1000) * this.#options.perSecond);
    this.#at = now;
  }

  #wake(): void {
    if (this.#cancelTimer || this.#waiting === 0) return;
    const ms = Math.max(1, ((1 - this.#tokens) / this.#options.perSecond) * 1000);
    this.#cancelTimer = this.#options.clock.after(ms, () => {
      this.#cancelTimer = undefined;
      this.#refill(this.#now());
      while (this.#tokens >= 1 && this.#waiting > 0) {
        this.#tokens -= 1;
        this.#next();
      }
      this.#wake();
    });
  }

  /** The first of the client whose turn it is; that client goes to the end of the line. */
  #next(): void {
    const first = this.#queues.entries().next();
    if (first.done) return;
    const [client, queue] = first.value;
    this.#queues.delete(client);
    const waiting = queue.shift();
    if (queue.length > 0) this.#queues.set(client, queue);
    this.#waiting -= 1;
    waiting?.go();
  }
}
