import { fileJournal, memoryJournal } from '../journal.ts';
import { json } from '../page.ts';
import { isDeskPath, type Platform } from '../platform.ts';
import type { Payment, WebhookMessage } from './book.ts';
import { createDesk } from './desk.ts';
import { createHostedPages } from './hosted.ts';
import { PayService } from './pay-service.ts';
import { PayProtocol } from './protocol.ts';
import type { GovukPayOptions } from './settings.ts';

/** GOV.UK Pay, and the way to look inside. */
export interface GovukPay extends Platform {
  /** The book: every payment as Pay has it, oldest first. */
  readonly payments: readonly Payment[];
  /** Every webhook message, and how often it was sent. */
  readonly messages: readonly WebhookMessage[];
  /** Sends a message now: of a held subscription, or again. The status of the answer, undefined where there was none. */
  deliver(messageId: string): Promise<number | undefined>;
  /** Resolves when no webhook message is on its way. */
  delivered(): Promise<void>;
  /**
   * Pays as a payer would: opens the pages, types a card, answers the bank, confirms.
   *
   * @param card the number of a test card; 4242424242424242 unless given
   * @throws TypeError when there is no such payment
   */
  pay(paymentId: string, card?: string): void;
  /** Leaves the pages as a payer would. */
  leave(paymentId: string): void;
  /** Moves the clock ahead: payments expire, money is taken and paid out, refunds succeed, webhooks are tried again. */
  advance(seconds: number): Promise<void>;
  /** Milliseconds since 1970 by the platform's own clock. */
  now(): number;
}

/**
 * GOV.UK Pay's public API, its hosted pages and its webhooks: https://docs.payments.service.gov.uk/
 * Payments and refunds; not agreements for recurring payments (P0942), disputes or card details by API (P0195).
 *
 * @throws Error when `keepIn` cannot be read.
 */
export function createGovukPay(options: GovukPayOptions = {}): GovukPay {
  const service = new PayService(options, options.keepIn === undefined ? memoryJournal() : fileJournal(options.keepIn));
  const protocol = new PayProtocol(service);
  const desk = createDesk(service);
  const hosted = createHostedPages(service);
  const of = (id: string): Payment => {
    const payment = service.book.payment(id);
    if (!payment) throw new TypeError(`There is no payment ${id}.`);
    return payment;
  };
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
    get messages() {
      return service.book.messages;
    },
    deliver: (id) => service.webhooks.deliver(id),
    delivered: () => service.webhooks.settled(),
    pay(id, card = '4242424242424242') {
      const payment = of(id);
      service.visit(payment);
      if (service.enterCard(payment, { number: card, expiry: '12/40', name: 'Test Payer' }) === 'three-d-secure')
        service.answerBank(payment, true);
      service.confirm(payment);
    },
    leave: (id) => service.leave(of(id)),
    async advance(seconds) {
      await service.clock.advance(seconds);
      await service.webhooks.settled();
    },
    now: () => service.clock.now(),
    close: () => service.close(),
  };
}
