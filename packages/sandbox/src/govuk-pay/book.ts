import type { Journal } from '../journal.ts';

/** Pay's own names: https://docs.payments.service.gov.uk/api_reference/#payment-status-meanings */
export type Status = 'created' | 'started' | 'submitted' | 'capturable' | 'success' | 'failed' | 'cancelled' | 'error';

export interface State {
  status: Status;
  finished: boolean;
  code?: string;
  message?: string;
}

export interface Address {
  line1?: string;
  line2?: string;
  city?: string;
  postcode?: string;
  country?: string;
}

export interface CardDetails {
  card_brand: string;
  card_type: 'credit' | 'debit';
  last_digits_card_number: string;
  first_digits_card_number: string;
  expiry_date: string;
  cardholder_name: string;
  billing_address?: Address;
}

export interface Refund {
  refund_id: string;
  amount: number;
  created_date: string;
  status: 'submitted' | 'success' | 'error';
}

/** A payment as the book has it. No card number: its first six and last four digits, as in Pay. */
export interface Payment {
  payment_id: string;
  /** Who created it: the number of the key, never the key. */
  service: number;
  created: number;
  /** When it last changed, for searches that lag behind. */
  changed: number;
  amount: number;
  reference: string;
  description: string;
  return_url?: string;
  language: 'en' | 'cy';
  email?: string;
  metadata?: Record<string, string | number | boolean>;
  delayed_capture: boolean;
  moto: boolean;
  prefilled?: { cardholder_name?: string; billing_address?: Address };
  live: boolean;
  /** The one-time part of the address of its hosted pages. */
  token: string;
  tokenUsed: boolean;
  /** What the payer's browser holds once the token is used. */
  session: string;
  state: State;
  events: { state: State; updated: string }[];
  card?: CardDetails;
  threeDSecure?: boolean;
  /** Card details are in and the payer's bank asks. */
  awaitingBank?: boolean;
  /** The payer pressed Confirm; it is still to be seen whether the money comes. */
  confirmed?: boolean;
  provider_id?: string;
  capture_submit_time?: string;
  captured_date?: string;
  settled_date?: string;
  refunds: Refund[];
  idempotency?: { key: string; fingerprint: string; at: number };
}

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

type Entry = { payment: Payment } | { message: WebhookMessage };

/** Everything that Pay has to remember, on disk where the journal is. */
export class Book {
  readonly #journal: Journal;
  readonly #payments = new Map<string, Payment>();
  readonly #messages = new Map<string, WebhookMessage>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const entry of journal.entries as readonly Entry[]) this.#keep(entry);
  }

  /** Oldest first. */
  get payments(): readonly Payment[] {
    return [...this.#payments.values()];
  }

  get messages(): readonly WebhookMessage[] {
    return [...this.#messages.values()];
  }

  payment(id: string): Payment | undefined {
    return this.#payments.get(id);
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
    if ('payment' in entry) this.#payments.set(entry.payment.payment_id, entry.payment);
    else this.#messages.set(entry.message.id, entry.message);
  }
}
