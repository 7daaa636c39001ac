import type { MovableClock } from './clock.ts';

/** One try to deliver a message. */
export interface Attempt {
  /** ISO 8601. */
  at: string;
  /** What it was answered with; absent where there was no answer. */
  status?: number;
  /** Why there was none. */
  problem?: string;
}

/** A message to a service: a webhook, a callback. */
export interface Delivery {
  readonly id: string;
  readonly url: string;
  readonly body: string;
  readonly attempts: Attempt[];
}

/** How a platform delivers. */
export interface DeliveryRules<T extends Delivery> {
  /** How long it waits for an answer, in milliseconds. */
  patience: number;
  headers(message: T): Readonly<Record<string, string>>;
  /** Seconds until a message is tried again, or undefined where it is done with. */
  wait(message: T): number | undefined;
  /** Whether the platform still knows the message. */
  knows(message: T): boolean;
  /** Writes down how the last attempt went. */
  keep(message: T, attempt: Attempt): void;
}

/** Posts a platform's messages until they are taken or given up. */
export class Deliveries<T extends Delivery> {
  readonly #clock: MovableClock;
  readonly #rules: DeliveryRules<T>;
  readonly #sending = new Set<Promise<unknown>>();

  constructor(clock: MovableClock, rules: DeliveryRules<T>) {
    this.#clock = clock;
    this.#rules = rules;
  }

  /** Sends a message when it is due, and again until it is done with. */
  begin(message: T): void {
    const wait = message.attempts.length === 0 ? 0 : this.#rules.wait(message);
    if (wait === undefined || !this.#rules.knows(message)) return;
    this.#clock.after(wait * 1000, () => this.#track(this.#send(message).then(() => this.begin(message))));
  }

  /** Sends a message once, now: the answer's status, or undefined where there was none. */
  send(message: T): Promise<number | undefined> {
    return this.#track(this.#send(message));
  }

  /** Resolves when nothing is being sent, and what is to be tried again waits for its time. */
  async settled(): Promise<void> {
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  #track<R>(work: Promise<R>): Promise<R> {
    const tracked = work.finally(() => this.#sending.delete(tracked));
    this.#sending.add(tracked);
    return tracked;
  }

  async #send(message: T): Promise<number | undefined> {
    if (!this.#rules.knows(message)) return undefined;
    const attempt: Attempt = { at: this.#clock.iso() };
    try {
      const response = await fetch(message.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...this.#rules.headers(message) },
        body: message.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.#rules.patience),
      });
      await response.body?.cancel();
      attempt.status = response.status;
    } catch (error) {
      attempt.problem = error instanceof Error ? error.name : String(error);
    }
    message.attempts.push(attempt);
    if (this.#rules.knows(message)) this.#rules.keep(message, attempt);
    return attempt.status;
  }
}
