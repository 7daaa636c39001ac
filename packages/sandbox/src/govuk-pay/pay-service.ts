import { createHash, randomBytes } from 'node:crypto';
import type { Journal } from '../journal.ts';
import { Book, type CardDetails, type Payment, type Refund, type State, type Status } from './book.ts';
import { testCard, type CardOutcome } from './cards.ts';
import { MovableClock } from '../clock.ts';
import { readNewPayment } from './create-payment.ts';
import { endings, payErrors, type PayError } from './errors.ts';
import { refundable } from './present.ts';
import type { GovukPayOptions } from './settings.ts';
import { Webhooks } from './webhooks.ts';

const minute = 60_000;
/** A payment that nobody finishes ends; one that waits for its capture lives longer. https://docs.payments.service.gov.uk/delayed_capture/ */
const lifetime = 90 * minute;
const capturableLifetime = 120 * 60 * minute;
const idempotencyMs = 24 * 60 * minute;

/** Twenty-six letters and digits, as Pay's own. */
const payId = (): string => {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return [...randomBytes(26)].map((byte) => letters.charAt(byte % 36)).join('');
};

/** What a payer types on the card page. Amounts to nothing outside a test: only test cards are taken. */
export interface CardEntry {
  number: string;
  expiry: string;
  name: string;
  email?: string;
  address?: { line1?: string; line2?: string; city?: string; postcode?: string; country?: string };
}

export const isError = (value: object): value is PayError => 'code' in value && 'description' in value && 'status' in value;

/** Pay's own rules: what happens to a payment, by whom, and when. */
export class PayService {
  readonly book: Book;
  readonly clock: MovableClock;
  readonly webhooks: Webhooks;
  readonly options: GovukPayOptions;
  readonly keys: readonly string[];
  #closed = false;

  constructor(options: GovukPayOptions, journal: Journal) {
    this.options = options;
    this.keys = [...(options.apiKeys ?? ['sandbox-key']), ...(options.liveKeys ?? []), ...(options.disabledKeys ?? [])];
    this.book = new Book(journal);
    this.clock = new MovableClock(options.now);
    this.webhooks = new Webhooks(this.book, this.clock, options.webhooks ?? []);
    for (const payment of this.book.payments) this.#resume(payment);
  }

  /** Creates a payment, or gives the one that the same key made before. */
  create(key: string, body: unknown, idempotencyKey: string | undefined): { payment: Payment; replayed: boolean } | PayError {
    const live = this.options.liveKeys?.includes(key) ?? false;
    const wanted = readNewPayment(body, { live, moto: this.options.moto ?? false });
    if (isError(wanted)) return wanted;
    if (this.options.disabledKeys?.includes(key)) return payErrors.disabled();
    const service = this.keys.indexOf(key);
    const now = this.clock.now();
    const kept = this.options.idempotency === 'ignored' ? undefined : idempotencyKey;
    const fingerprint = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    if (kept !== undefined) {
      const before = this.book.payments.find(
        (one) => one.service === service && one.idempotency?.key === kept && now - one.idempotency.at < idempotencyMs,
      );
      if (before) return before.idempotency?.fingerprint === fingerprint ? { payment: before, replayed: true } : payErrors.keyUsed();
    }
    const state: State = { status: 'created', finished: false };
    const payment: Payment = {
      ...wanted,
      payment_id: payId(),
      service,
      created: now,
      changed: now,
      live,
      token: randomBytes(16).toString('hex'),
      tokenUsed: false,
      session: randomBytes(16).toString('hex'),
      state,
      events: [{ state, updated: new Date(now).toISOString() }],
      refunds: [],
      ...(kept === undefined ? {} : { idempotency: { key: kept, fingerprint, at: now } }),
    };
    this.book.write({ payment });
    this.#resume(payment);
    return { payment, replayed: false };
  }

  /** A payment of the key's own service. */
  payment(key: string, id: string): Payment | undefined {
    const payment = this.book.payment(id);
    return payment && payment.service === this.keys.indexOf(key) ? payment : undefined;
  }

  /** The address of the hosted pages is good once; the API gives a new one to whoever may ask. */
  freshToken(payment: Payment): void {
    if (!payment.tokenUsed || payment.state.finished) return;
    payment.token = randomBytes(16).toString('hex');
    payment.tokenUsed = false;
    this.#write(payment);
  }

  /** The payer opens the address. False where it was used before. */
  visit(payment: Payment): boolean {
    if (payment.tokenUsed) return false;
    payment.tokenUsed = true;
    if (payment.state.status === 'created') this.#move(payment, { status: 'started', finished: false });
    else this.#write(payment);
    return true;
  }

  /** The payer gives card details; what the card did, or undefined where the payment takes none any more. */
  enterCard(payment: Payment, entry: CardEntry): CardOutcome | 'not-a-test-card' | undefined {
    if (payment.state.status !== 'started' || payment.awaitingBank) return undefined;
    const card = testCard(entry.number);
    if (!card) return 'not-a-test-card';
    if (card.outcome === 'not-accepted') return card.outcome;
    const details: CardDetails = {
      card_brand: card.brand,
      card_type: card.type,
      first_digits_card_number: card.number.slice(0, 6),
      last_digits_card_number: card.number.slice(-4),
      expiry_date: entry.expiry,
      cardholder_name: entry.name,
      ...(entry.address ? { billing_address: entry.address } : {}),
    };
    payment.card = details;
    payment.provider_id = randomBytes(8).toString('hex');
    if (entry.email) payment.email = entry.email;
    payment.threeDSecure = card.outcome === 'three-d-secure';
    if (card.outcome === 'error') this.#move(payment, endings.error);
    else if (card.outcome === 'three-d-secure') {
      payment.awaitingBank = true;
      this.#write(payment);
    } else if (card.outcome === 'success') this.#move(payment, { status: 'submitted', finished: false });
    else {
      this.#move(payment, endings.declined);
      this.webhooks.tell(payment, 'card_payment_failed');
    }
    return card.outcome;
  }

  /** The payer's bank (3-D Secure) says yes or no. */
  answerBank(payment: Payment, yes: boolean): void {
    if (!payment.awaitingBank || payment.state.finished) return;
    payment.awaitingBank = false;
    this.#move(payment, yes ? { status: 'submitted', finished: false } : endings.declined);
    if (!yes) this.webhooks.tell(payment, 'card_payment_failed');
  }

  /** The payer presses Confirm. */
  confirm(payment: Payment): void {
    if (payment.state.status !== 'submitted' || payment.confirmed) return;
    payment.confirmed = true;
    this.#write(payment);
    const { confirmSeconds = 0 } = this.options;
    if (confirmSeconds > 0) this.clock.after(confirmSeconds * 1000, () => this.#succeed(payment));
    else this.#succeed(payment);
  }

  /** The payer goes back without paying. */
  leave(payment: Payment): void {
    if (payment.state.finished || payment.confirmed || payment.state.status === 'capturable') return;
    this.#move(payment, endings.leftByPayer);
    this.webhooks.tell(payment, 'card_payment_failed');
  }

  /** The service cancels. */
  cancel(payment: Payment): PayError | undefined {
    if (payment.state.status === 'cancelled') return payErrors.notCancelled();
    if (payment.state.finished || payment.confirmed)
      return payment.state.status === 'success' ? payErrors.cancelConflict() : payErrors.notCancelled();
    this.#move(payment, endings.cancelled);
    return undefined;
  }

  /** The service takes the money that it delayed. */
  capture(payment: Payment): PayError | undefined {
    if (payment.state.status === 'success') return payErrors.captureConflict();
    if (payment.state.status !== 'capturable') return payErrors.notCaptured();
    this.#paid(payment);
    return undefined;
  }

  refund(key: string, payment: Payment, body: unknown): Refund | PayError {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return payErrors.notJson('P0697');
    const { amount, refund_amount_available: expected } = body as Record<string, unknown>;
    if (amount === undefined || amount === null) return payErrors.refundMissing('amount');
    if (typeof amount !== 'number' || !Number.isInteger(amount))
      return payErrors.refundMalformed('amount', 'Must be a valid numeric format');
    if (amount < 1) return payErrors.refundNotAllowed('amount', 'Must be greater than or equal to 1');
    if (amount > 10_000_000) return payErrors.refundNotAllowed('amount', 'Must be less than or equal to 10000000');
    if (expected !== undefined && !Number.isInteger(expected))
      return payErrors.refundMalformed('refund_amount_available', 'Must be a valid numeric format');
    if (this.options.disabledKeys?.includes(key)) return payErrors.disabled();
    const { status, available } = refundable(payment);
    if (status !== 'available') return payErrors.refundUnavailable(status);
    // Where the service does not say what it expects, Pay takes what it knows itself.
    if (expected !== undefined && expected !== available) return payErrors.refundMismatch();
    if (amount > available) return payErrors.refundUnavailable('not_sufficient_amount_available');
    const refund: Refund = { refund_id: payId(), amount, created_date: this.clock.iso(), status: 'submitted' };
    payment.refunds.push(refund);
    this.#write(payment);
    this.#dueRefund(payment, refund);
    return refund;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.clock.stop();
    this.book.close();
  }

  #succeed(payment: Payment): void {
    if (payment.state.finished) return;
    if (payment.delayed_capture) {
      this.#move(payment, { status: 'capturable', finished: false });
      this.clock.at(payment.changed + capturableLifetime, () => this.#expire(payment, 'capturable'));
    } else this.#paid(payment);
  }

  #paid(payment: Payment): void {
    payment.capture_submit_time = this.clock.iso();
    this.#move(payment, { status: 'success', finished: true });
    this.webhooks.tell(payment, 'card_payment_succeeded');
    this.#dueCapture(payment);
  }

  #dueCapture(payment: Payment): void {
    const { captureSeconds = 60 } = this.options;
    this.clock.at(Date.parse(payment.capture_submit_time ?? '') + captureSeconds * 1000, () => {
      payment.captured_date = this.clock.iso();
      this.#write(payment);
      this.webhooks.tell(payment, 'card_payment_captured');
      this.#dueSettlement(payment);
    });
  }

  #dueSettlement(payment: Payment): void {
    const { settleSeconds = 172_800 } = this.options;
    this.clock.at(Date.parse(payment.captured_date ?? '') + settleSeconds * 1000, () => {
      payment.settled_date = this.clock.iso();
      this.#write(payment);
      this.webhooks.tell(payment, 'card_payment_settled');
    });
  }

  #dueRefund(payment: Payment, refund: Refund): void {
    const { refundSeconds = 60 } = this.options;
    this.clock.at(Date.parse(refund.created_date) + refundSeconds * 1000, () => {
      refund.status = 'success';
      this.#write(payment);
      this.webhooks.tell(payment, 'card_payment_refunded');
    });
  }

  /** Sets what is still to come for a payment: after its creation, and after a restart. */
  #resume(payment: Payment): void {
    const { status, finished } = payment.state;
    if (!finished && payment.confirmed && status === 'submitted') this.clock.after(0, () => this.#succeed(payment));
    else if (!finished && status === 'capturable')
      this.clock.at(payment.changed + capturableLifetime, () => this.#expire(payment, 'capturable'));
    else if (!finished) this.clock.at(payment.created + lifetime, () => this.#expire(payment, 'created', 'started', 'submitted'));
    if (status === 'success' && payment.captured_date === undefined) this.#dueCapture(payment);
    else if (status === 'success' && payment.settled_date === undefined) this.#dueSettlement(payment);
    for (const refund of payment.refunds) if (refund.status === 'submitted') this.#dueRefund(payment, refund);
  }

  #expire(payment: Payment, ...whileIn: readonly Status[]): void {
    if (payment.state.finished || payment.confirmed !== (whileIn[0] === 'capturable' ? true : undefined)) return;
    if (!whileIn.includes(payment.state.status)) return;
    this.#move(payment, endings.expired);
    this.webhooks.tell(payment, 'card_payment_expired');
  }

  #move(payment: Payment, state: State): void {
    payment.state = { ...state };
    payment.events.push({ state: payment.state, updated: this.clock.iso() });
    this.#write(payment);
  }

  #write(payment: Payment): void {
    payment.changed = this.clock.now();
    this.book.write({ payment });
  }
}
