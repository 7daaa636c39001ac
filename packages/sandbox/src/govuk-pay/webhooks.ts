import { createHmac, randomBytes } from 'node:crypto';
import type { MovableClock } from '../clock.ts';
import type { Book, WebhookMessage } from './book.ts';
import type { Payment } from './payment.ts';
import { presentInMessage } from './present/in-message.ts';
import type { WebhookEvent, WebhookSubscription } from './settings.ts';

/** Seconds from one attempt at a message to the next; then Pay gives up: pay-webhooks' `SendAttempter`. */
export const retryAfterSeconds = [60, 300, 3_600, 86_400, 172_800] as const;

/** How long Pay waits for an answer: pay-webhooks' `requestTimeout`. */
const patience = 3_000;

/** Tells services what became of payments: at least once, in any order, signed. */
export class Webhooks {
  readonly #book: Book;
  readonly #clock: MovableClock;
  readonly #sending = new Set<Promise<unknown>>();
  #subscriptions: readonly WebhookSubscription[];

  constructor(book: Book, clock: MovableClock, subscriptions: readonly WebhookSubscription[]) {
    this.#book = book;
    this.#clock = clock;
    this.#subscriptions = subscriptions;
    for (const message of book.messages) if (!message.delivered && !this.#isHeld(message)) this.#again(message);
  }

  get subscriptions(): readonly WebhookSubscription[] {
    return this.#subscriptions;
  }

  /** From now on these are told, and no others. */
  subscribe(subscriptions: readonly WebhookSubscription[]): void {
    this.#subscriptions = subscriptions;
  }

  tell(payment: Payment, event: WebhookEvent): void {
    for (const { url, signingSecret, events, held } of this.#subscriptions) {
      if (events && !events.includes(event)) continue;
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
      if (!held) this.#clock.after(0, () => void this.#send(message, true));
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
    return this.#send(message, false);
  }

  /** Resolves when nothing is being sent. */
  async settled(): Promise<void> {
    while (this.#sending.size > 0) await Promise.all(this.#sending);
  }

  #send(message: WebhookMessage, retry: boolean): Promise<number | undefined> {
    if (this.#book.message(message.id) !== message) return Promise.resolve(undefined);
    const sent = this.#post(message).finally(() => this.#sending.delete(sent));
    this.#sending.add(sent);
    return sent.then((status) => {
      if (retry && !message.delivered) this.#again(message);
      return status;
    });
  }

  async #post(message: WebhookMessage): Promise<number | undefined> {
    const attempt: WebhookMessage['attempts'][number] = { at: this.#clock.iso() };
    try {
      const response = await fetch(message.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'pay-signature': message.signature },
        body: message.body,
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      attempt.status = response.status;
      if (response.ok) message.delivered = true;
    } catch (error) {
      attempt.problem = error instanceof Error ? error.name : String(error);
    }
    message.attempts.push(attempt);
    if (this.#book.message(message.id) === message) this.#book.write({ message });
    return attempt.status;
  }

  #again(message: WebhookMessage): void {
    const wait = message.attempts.length === 0 ? 0 : retryAfterSeconds[message.attempts.length - 1];
    if (wait === undefined) return;
    this.#clock.after(wait * 1000, () => this.#send(message, true).then(() => undefined));
  }

  #isHeld(message: WebhookMessage): boolean {
    return this.#subscriptions.find(({ url }) => url === message.url)?.held ?? true;
  }
}
