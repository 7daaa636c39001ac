import type { Journal } from '../journal.ts';

/** Money that was posted to an account. */
export interface PostedPayment {
  /** The sender's own, and its idempotency key: one reference is one payment. */
  reference: string;
  account: string;
  /** Pence; negative for a refund. */
  amount: number;
  /** ISO 8601 day. */
  date: string;
  fund?: string;
  provider_reference?: string;
  received_at: string;
}

/** An instruction to collect. The account number is kept as its last four digits: what a test needs to see. */
export interface PostedMandate {
  reference: string;
  account: string;
  account_name: string;
  sort_code: string;
  account_number_ending: string;
  day: number;
  first_collection: string;
  /** Where the confirmation goes; by letter where there is none. */
  email?: string;
  /** Ten or twelve a year, where it was asked. */
  instalments?: number;
  received_at: string;
}

type Entry = { payment: PostedPayment } | { mandate: PostedMandate };

/** What was posted to the billing system, on disk where the journal is. */
export class BillingBook {
  readonly #journal: Journal;
  readonly #payments = new Map<string, PostedPayment>();
  readonly #mandates = new Map<string, PostedMandate>();
  readonly #byAccount = new Map<string, PostedPayment[]>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const entry of journal.entries as readonly Entry[]) this.#keep(entry);
  }

  get payments(): readonly PostedPayment[] {
    return [...this.#payments.values()];
  }

  get mandates(): readonly PostedMandate[] {
    return [...this.#mandates.values()];
  }

  payment(reference: string): PostedPayment | undefined {
    return this.#payments.get(reference);
  }

  mandate(reference: string): PostedMandate | undefined {
    return this.#mandates.get(reference);
  }

  of(account: string): readonly PostedPayment[] {
    return this.#byAccount.get(account) ?? [];
  }

  write(entry: Entry): void {
    this.#journal.append(entry);
    this.#keep(entry);
  }

  close(): void {
    this.#journal.close();
  }

  #keep(entry: Entry): void {
    if ('mandate' in entry) {
      this.#mandates.set(entry.mandate.reference, entry.mandate);
      return;
    }
    this.#payments.set(entry.payment.reference, entry.payment);
    this.#byAccount.set(entry.payment.account, [...this.of(entry.payment.account), entry.payment]);
  }
}
