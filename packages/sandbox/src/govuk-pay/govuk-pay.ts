import { fileJournal, memoryJournal } from '../journal.ts';
import { json } from '../page.ts';
import { isDeskPath, type Platform } from '../platform.ts';
import type { Agreement, RecurringOutcome } from './agreement.ts';
import { PayProtocol } from './api/protocol.ts';
import type { WebhookMessage } from './book.ts';
import { testCard } from './cards.ts';
import { createDesk } from './desk/desk.ts';
import { createHostedPages } from './hosted/hosted.ts';
import type { DisputeStatus, Payment, WalletType } from './payment.ts';
import type { DisputeReason } from './rules/disputes.ts';
import { payAsPayer } from './rules/pay-as-payer.ts';
import { PayService } from './rules/pay-service.ts';
import type { GovukPayOptions, WebhookSubscription } from './settings.ts';

/** GOV.UK Pay, and the way to look inside. Each function throws a TypeError where there is no such payment, agreement or message. */
export interface GovukPay extends Platform {
  /** The book: every payment as Pay has it, oldest first. */
  readonly payments: readonly Payment[];
  /** Every agreement for recurring payments, oldest first. */
  readonly agreements: readonly Agreement[];
  /** Every webhook message, and how often it was sent. */
  readonly messages: readonly WebhookMessage[];
  /** Sends a message now: of a held subscription, or again. The status of the answer, undefined where there was none. */
  deliver(messageId: string): Promise<number | undefined>;
  /** Resolves when no webhook message is on its way. */
  delivered(): Promise<void>;
  /** From now on these are told, and no others. */
  subscribe(...subscriptions: readonly WebhookSubscription[]): void;
  /**
   * Pays as a payer would: opens the pages, types a card, answers the bank, confirms.
   *
   * @param card the number of a test card; 4242424242424242 unless given
   * @throws TypeError too when it is not a test card
   */
  pay(paymentId: string, card?: string, wallet?: WalletType): void;
  /** Leaves the pages as a payer would. */
  leave(paymentId: string): void;
  /**
   * Disputes a payment as a payer's bank would, or moves its dispute on.
   *
   * @throws TypeError too when its money has not been taken
   */
  dispute(paymentId: string, status?: DisputeStatus, reason?: DisputeReason): void;
  /** Says now how a refund went. */
  concludeRefund(refundId: string, status: 'success' | 'error'): void;
  /** Decides what becomes of an agreement's next payment, whatever its card is. */
  nextPayment(agreementId: string, outcome: RecurringOutcome): void;
  /** Moves the clock ahead: payments expire, money is taken and paid out, refunds succeed, webhooks are tried again. */
  advance(seconds: number): Promise<void>;
  /** Milliseconds since 1970 by the platform's own clock. */
  now(): number;
  /** Empties the book: payments, agreements, messages. */
  forget(): void;
}

/**
 * GOV.UK Pay's public API, its hosted pages and its webhooks: https://docs.payments.service.gov.uk/
 *
 * @throws Error when `keepIn` cannot be read.
 */
export function createGovukPay(options: GovukPayOptions = {}): GovukPay {
  const service = new PayService(options, options.keepIn === undefined ? memoryJournal() : fileJournal(options.keepIn));
  const protocol = new PayProtocol(service);
  const desk = createDesk(service);
  const hosted = createHostedPages(service);
  const payment = (id: string): Payment => known(service.book.payment(id), `payment ${id}`);
  return {
    title: 'GOV.UK Pay',
    basePath: '',
    problem: (status) =>
      status === 429
        ? { code: 'P0900', description: 'Too many requests' }
        : { code: 'P0999', description: 'GOV.UK Pay is unavailable. Please try again later.' },
    async fetch(request) {
      const { pathname } = new URL(request.url);
      try {
        if (isDeskPath(pathname)) return await desk.fetch(request);
        return pathname.startsWith('/v1/') ? await protocol.answer(request) : await hosted.fetch(request);
      } catch (error) {
        // A fault of the sandbox's own, which no test may take for one that it asked for.
        console.error('The sandbox itself failed:', error);
        return json({ code: 'P0999', description: 'The sandbox itself failed: see its log' }, 500);
      }
    },
    get payments() {
      return service.book.payments;
    },
    get agreements() {
      return service.book.agreements;
    },
    get messages() {
      return service.book.messages;
    },
    deliver: (id) => service.webhooks.deliver(id),
    delivered: () => service.webhooks.settled(),
    subscribe: (...subscriptions) => service.webhooks.subscribe(subscriptions),
    pay(id, card, wallet) {
      if (card !== undefined && !testCard(card)) throw new TypeError(`${card} is not a test card.`);
      payAsPayer(service, payment(id), card, wallet);
    },
    leave: (id) => service.paying.leave(payment(id)),
    dispute(id, status, reason) {
      const disputed = payment(id);
      service.disputes.raise(disputed, reason);
      if (!disputed.dispute) throw new TypeError(`The money of payment ${id} has not been taken.`);
      if (status) service.disputes.move(disputed, status);
    },
    concludeRefund(id, status) {
      const refunded = service.book.payments.find(({ refunds }) => refunds.some(({ refund_id }) => refund_id === id));
      const refund = refunded?.refunds.find(({ refund_id }) => refund_id === id);
      service.refunds.conclude(known(refunded, `refund ${id}`), known(refund, `refund ${id}`), status);
    },
    nextPayment: (id, outcome) => service.agreements.setNext(known(service.book.agreement(id), `agreement ${id}`), outcome),
    advance: (seconds) => service.advance(seconds),
    now: () => service.clock.now(),
    forget: () => service.forget(),
    close: () => service.close(),
  };
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new TypeError(`There is no ${what}.`);
  return found;
}
