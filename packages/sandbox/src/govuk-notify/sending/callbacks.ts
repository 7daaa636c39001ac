import { randomUUID } from 'node:crypto';
import type { MovableClock } from '../../clock.ts';
import { Deliveries } from '../../deliveries.ts';
import type { Book, Callback, CallbackKind } from '../book.ts';
import type { CallbackSubscription } from '../settings.ts';

/** A callback that failed is sent again so many times, so many seconds apart: notifications-api, celery/service_callback_tasks.py. */
export const callbackRetries = 5;
export const retryAfterSeconds = 300;

/** Who is told of what. */
export type Subscriptions = Readonly<Partial<Record<CallbackKind, CallbackSubscription | undefined>>>;

/** Tells services what became of messages. */
export class Callbacks {
  readonly #book: Book;
  readonly #clock: MovableClock;
  readonly #deliveries: Deliveries<Callback>;
  #subscriptions: Subscriptions;

  constructor(book: Book, clock: MovableClock, subscriptions: Subscriptions) {
    this.#book = book;
    this.#clock = clock;
    this.#subscriptions = subscriptions;
    this.#deliveries = new Deliveries(clock, {
      patience: 5_000,
      headers: ({ kind }) => ({ authorization: `Bearer ${this.#subscriptions[kind]?.bearerToken ?? ''}` }),
      wait: ({ attempts, done }) => (done || attempts.length > callbackRetries ? undefined : retryAfterSeconds),
      knows: (callback) => book.callback(callback.id) === callback,
      keep(callback, { status }) {
        // Any other refusal is taken for an answer: https://docs.notifications.service.gov.uk/rest-api.html#retry-callbacks
        if (status !== undefined && status < 500 && status !== 429) callback.done = true;
        book.write({ callback });
      },
    });
    for (const callback of book.callbacks) if (!callback.done) this.#begin(callback);
  }

  get subscriptions(): Subscriptions {
    return this.#subscriptions;
  }

  /** From now on these are told, and no others. */
  subscribe(subscriptions: Subscriptions): void {
    this.#subscriptions = subscriptions;
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
    this.#begin(callback);
  }

  /**
   * Sends a callback now, whatever was sent before: the answer's status, or undefined where there was none.
   *
   * @throws TypeError when there is no such callback.
   */
  async deliver(id: string): Promise<number | undefined> {
    const callback = this.#book.callback(id);
    if (!callback) throw new TypeError(`There is no callback ${id}.`);
    return this.#deliveries.send(callback);
  }

  /** Resolves when nothing is being sent. */
  settled(): Promise<void> {
    return this.#deliveries.settled();
  }

  #begin(callback: Callback): void {
    const subscription = this.#subscriptions[callback.kind];
    if (subscription && !subscription.held) this.#deliveries.begin(callback);
  }
}
