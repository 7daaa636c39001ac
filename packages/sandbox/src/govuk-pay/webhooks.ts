import { createHmac, randomBytes } from 'node:crypto';
import type { MovableClock } from '../clock.ts';
import { Deliveries } from '../deliveries.ts';
import type { Book, WebhookMessage } from './book.ts';
import type { Payment } from './payment.ts';
import { presentInMessage } from './present/in-message.ts';
import type { WebhookEvent, WebhookSubscription } from './settings.ts';

/** Seconds from one attempt at a message to the next; then Pay gives up: pay-webhooks' `SendAttempter`. */
export const retryAfterSeconds = [60, 300, 3_600, 86_400, 172_800] as const;

/** Tells services what became of payments: at least once, in any order, signed. */
export class Webhooks {
  readonly #book: Book;
  readonly #clock: MovableClock;
  readonly #deliveries: Deliveries<WebhookMessage>;
  readonly #keys: readonly string[];
  #subscriptions: readonly WebhookSubscription[];

  /** @param keys every key that is known, by the number of its service */
  constructor(book: Book, clock: MovableClock, subscriptions: readonly WebhookSubscription[], keys: readonly string[]) {
    this.#book = book;
    this.#keys = keys;
    this.#clock = clock;
    this.#subscriptions = subscriptions;
    this.#deliveries = new Deliveries(clock, {
      // pay-webhooks' `requestTimeout`
      patience: 3_000,
      headers: ({ signature }) => ({ 'pay-signature': signature }),
      wait: ({ attempts, delivered }) => (delivered ? undefined : retryAfterSeconds[attempts.length - 1]),
      knows: (message) => book.message(message.id) === message,
      keep(message, { status }) {
        if (status !== undefined && status >= 200 && status < 300) message.delivered = true;
        book.write({ message });
      },
    });
    for (const message of book.messages) if (!message.delivered && !this.#isHeld(message)) this.#deliveries.begin(message);
  }

  get subscriptions(): readonly WebhookSubscription[] {
    return this.#subscriptions;
  }

  /** From now on these are told, and no others. */
  subscribe(subscriptions: readonly WebhookSubscription[]): void {
    this.#subscriptions = subscriptions;
  }

  tell(payment: Payment, event: WebhookEvent): void {
    for (const { url, signingSecret, apiKey, events, held } of this.#subscriptions) {
      if (events && !events.includes(event)) continue;
      if (apiKey !== undefined && this.#keys[payment.service] !== apiKey) continue;
      // 130 bits to the base of 32, as Pay's own.
      const id = [...randomBytes(26)].map((byte) => (byte % 32).toString(32)).join('');
      const body = JSON.stringify({
        webhook_message_id: id,
        api_version: 1,
        created_date: this.#clock.iso(),
        resource_id: payment.payment_id,
        resource_type: 'payment',
        event_type: event,
        resource: presentInMessage(payment),
      });
      const signature = createHmac('sha256', signingSecret).update(body).digest('hex');
      const message: WebhookMessage = {
        id,
        url,
        event,
        payment_id: payment.payment_id,
        body,
        signature,
        created: this.#clock.iso(),
        attempts: [],
        delivered: false,
      };
      this.#book.write({ message });
      if (!held) this.#deliveries.begin(message);
    }
  }

  /**
   * Sends a message now, whatever was sent before: the answer's status, or undefined where there was none.
   *
   * @throws TypeError when there is no such message.
   */
  async deliver(id: string): Promise<number | undefined> {
    const message = this.#book.message(id);
    if (!message) throw new TypeError(`There is no webhook message ${id}.`);
    return this.#deliveries.send(message);
  }

  /** Resolves when nothing is being sent. */
  settled(): Promise<void> {
    return this.#deliveries.settled();
  }

  /** Whether a test sends it, or nobody is told any more. */
  #isHeld(message: WebhookMessage): boolean {
    const subscription = this.#subscriptions.find(({ url }) => url === message.url);
    return !subscription || subscription.held === true;
  }
}
