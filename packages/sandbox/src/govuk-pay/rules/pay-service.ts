import { MovableClock } from '../../clock.ts';
import type { Journal } from '../../journal.ts';
import { keysOf } from '../accounts.ts';
import { Book } from '../book.ts';
import type { Payment } from '../payment.ts';
import type { GovukPayOptions } from '../settings.ts';
import { Webhooks } from '../webhooks.ts';
import { Agreements } from './agreements.ts';
import { CardsByApi } from './cards-by-api.ts';
import { Disputes } from './disputes.ts';
import { Paying } from './paying.ts';
import { Payments } from './payments.ts';
import { Refunds } from './refunds.ts';

/** All that Pay does, over one book and one clock. */
export class PayService {
  readonly options: GovukPayOptions;
  readonly book: Book;
  readonly clock: MovableClock;
  readonly webhooks: Webhooks;
  readonly payments: Payments;
  readonly paying: Paying;
  readonly refunds: Refunds;
  readonly agreements: Agreements;
  readonly cardsByApi: CardsByApi;
  readonly disputes: Disputes;
  #closed = false;

  constructor(options: GovukPayOptions, journal: Journal) {
    this.options = options;
    this.book = new Book(journal);
    this.clock = new MovableClock(options.now);
    this.webhooks = new Webhooks(this.book, this.clock, options.webhooks ?? [], keysOf(options));
    this.payments = new Payments(this, {
      authorised: (payment) => this.agreements.setUp(payment),
      captured: (payment) => this.disputes.resume(payment),
    });
    this.paying = new Paying(this, this.payments);
    this.refunds = new Refunds(this, this.payments);
    this.agreements = new Agreements(this, this.payments);
    this.cardsByApi = new CardsByApi(this.book, options, this.payments);
    this.disputes = new Disputes(this, this.payments);
    for (const payment of this.book.payments) this.#resume(payment);
  }

  /** Moves the clock ahead by so many seconds; resolves when what fell due is done, and told. */
  async advance(seconds: number): Promise<void> {
    await this.clock.advance(seconds);
    await this.webhooks.settled();
  }

  /** Empties the book: for the next test. The clock stays where it is. */
  forget(): void {
    this.book.write({ forgotten: true });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.clock.stop();
    this.book.close();
  }

  /** Sets what is still to come for a payment after a restart. */
  #resume(payment: Payment): void {
    this.payments.resume(payment);
    this.refunds.resume(payment);
    this.disputes.resume(payment);
    this.agreements.take(payment);
  }
}
