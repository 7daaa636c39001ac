import type { Journal } from '../journal.ts';
import type { Agreement } from './agreement.ts';
import type { Payment } from './payment.ts';

/** A webhook message, and how often it went out. */
export interface WebhookMessage {
  id: string;
  url: string;
  event: string;
  payment_id: string;
  body: string;
  signature: string;
  created: string;
  attempts: { at: string; status?: number; problem?: string }[];
  delivered: boolean;
}

type Entry = { payment: Payment } | { agreement: Agreement } | { message: WebhookMessage } | { forgotten: true };

/** Everything that Pay has to remember, on disk where the journal is. */
export class Book {
  readonly #journal: Journal;
  readonly #payments = new Map<string, Payment>();
  readonly #agreements = new Map<string, Agreement>();
  readonly #messages = new Map<string, WebhookMessage>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const entry of journal.entries as readonly Entry[]) this.#keep(entry);
  }

  /** Oldest first. */
  get payments(): readonly Payment[] {
    return [...this.#payments.values()];
  }

  get agreements(): readonly Agreement[] {
    return [...this.#agreements.values()];
  }

  get messages(): readonly WebhookMessage[] {
    return [...this.#messages.values()];
  }

  payment(id: string): Payment | undefined {
    return this.#payments.get(id);
  }

  agreement(id: string): Agreement | undefined {
    return this.#agreements.get(id);
  }

  message(id: string): WebhookMessage | undefined {
    return this.#messages.get(id);
  }

  byToken(token: string): Payment | undefined {
    return token === '' ? undefined : this.payments.find((payment) => payment.token === token);
  }

  /** It is on the disk when this returns. */
  write(entry: Entry): void {
    this.#journal.append(entry);
    this.#keep(entry);
  }

  close(): void {
    this.#journal.close();
  }

  #keep(entry: Entry): void {
    if ('payment' in entry) this.#payments.set(entry.payment.payment_id, readable(entry.payment));
    else if ('agreement' in entry) this.#agreements.set(entry.agreement.agreement_id, entry.agreement);
    else if ('message' in entry) this.#messages.set(entry.message.id, entry.message);
    else for (const kept of [this.#payments, this.#agreements, this.#messages]) kept.clear();
  }
}

/** Books written before there were agreements have payments on the hosted pages only. */
function readable(payment: Payment): Payment {
  const kept: Partial<Payment> = payment;
  kept.authorisation_mode ??= 'web';
  kept.provider ??= 'sandbox';
  return payment;
}
