import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../../clock.ts';
import type { Book, Callback, CallbackKind } from '../book.ts';
import type { CallbackSubscription } from '../settings.ts';

/** A callback that failed is sent again so many times, so many seconds apart: notifications-api, celery/service_callback_tasks.py. */
export const callbackRetries = 5;
export const retryAfterSeconds = 300;

/** How long Notify waits for an answer. */
const patience = 5_000;

/** Tells services what became of messages. */
export class Callbacks {
  readonly #book: Book;
  readonly #clock: MovableClock;
  readonly #subscriptions: Readonly<Partial<Record<CallbackKind, CallbackSubscription | undefined>>>;
  readonly #sending = new Set<Promise<unknown>>();

  constructor(book: Book, clock: MovableClock, subscriptions: Readonly<Partial<Record<CallbackKind, CallbackSubscription | undefined>>>) {
    this.#book = book;
    this.#clock = clock;
    this.#subscriptions = subscriptions;
    for (const callback of book.callbacks) {
      const subscription = subscriptions[callback.kind];
      if (subscription && !subscription.held) this.#again(callback);
    }
  }

  tell(kind: CallbackKind, about: string, body: object): void {
    const subscription = this.#subscriptions[kind];
    if (!subscription) return;
    const callback: Callback = {
      id: randomUUID(),
      kind,
      about,
      url: subscription.url,
      body: JSON.stringify(body),
      created: this.#clock.iso(),
      attempts: [],
      done: false,
    };
    this.#book.write({ callback });
    if (!subscription.held) this.#clock.after(0, () => this.#send(callback, true).then(() => undefined));
  }

  /**
   * Sends a callback now, whatever was sent before: the answer's status, or undefined where there was none.
   *
   * @throws TypeError when there is no such callback.
   */
  async deliver(id: string): Promise<number | undefined> {
    const callback = this.#book.callback(id);
    if (!callback) throw new TypeError(`There is no callback ${id}.`);
    return this.#send(callback, false);
  }

  /** Resolves when nothing is being sent. */
  async settled(): Promise<void> {
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  #send(callback: Callback, retry: boolean): Promise<number | undefined> {
    const sent = this.#post(callback).finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
    return sent.then((status) => {
      if (retry) this.#again(callback);
      return status;
    });
  }

  async #post(callback: Callback): Promise<number | undefined> {
    const attempt: Callback['attempts'][number] = { at: this.#clock.iso() };
    try {
      const response = await fetch(callback.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${this.#subscriptions[callback.kind]?.bearerToken ?? ''}`,
        },
        body: callback.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      attempt.status = response.status;
      // Any other refusal is taken for an answer: https://docs.notifications.service.gov.uk/rest-api.html#retry-callbacks
      if (response.status < 500 && response.status !== 429) callback.done = true;
    } catch (error) {
      attempt.problem = error instanceof Error ? error.name : String(error);
    }
    callback.attempts.push(attempt);
    this.#book.write({ callback });
    return attempt.status;
  }

  #again(callback: Callback): void {
    if (callback.done || callback.attempts.length > callbackRetries) return;
    const wait = callback.attempts.length === 0 ? 0 : retryAfterSeconds;
    this.#clock.after(wait * 1000, () => this.#send(callback, true).then(() => undefined));
  }
}
