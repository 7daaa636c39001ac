import { createHash } from 'node:crypto';
import type { Account } from '../accounts.ts';
import type { Book } from '../book.ts';
import type { MovableClock } from '../../clock.ts';
import { endings, payErrors, type PayError } from '../errors.ts';
import { payId, secretToken } from '../identifiers.ts';
import { totalOf, type NewPayment, type Payment, type State, type Status } from '../payment.ts';
import type { GovukPayOptions } from '../settings.ts';
import type { Webhooks } from '../webhooks.ts';
import { refusal, returnUrlError } from './may-be-paid.ts';

const minute = 60_000;
/** A payment that nobody finishes ends; one that waits for its capture lives longer. https://docs.payments.service.gov.uk/delayed_capture/ */
const lifetime = 90 * minute;
const capturableLifetime = 120 * 60 * minute;
const idempotencyMs = 24 * 60 * minute;

/** What everything that happens stands on. */
export interface Ground {
  readonly options: GovukPayOptions;
  readonly book: Book;
  readonly clock: MovableClock;
  readonly webhooks: Webhooks;
}

/** What else happens when a payment gets on. */
export interface Followers {
  /** The bank said yes: it is capturable, or the money is on its way. */
  authorised(payment: Payment): void;
  /** The money was taken. */
  captured(payment: Payment): void;
}

/** Pay's own rules: what happens to a payment, by whom, and when. */
export class Payments {
  readonly #ground: Ground;
  readonly #followers: Followers;

  constructor(ground: Ground, followers: Followers) {
    this.#ground = ground;
    this.#followers = followers;
  }

  /** Creates a payment, or gives the one that the same key made before. */
  create(account: Account, wanted: NewPayment, idempotencyKey: string | undefined): { payment: Payment; replayed: boolean } | PayError {
    const { book, clock, options } = this.#ground;
    const now = clock.now();
    const idempotency = this.#isKept(wanted, idempotencyKey)
      ? { key: idempotencyKey, fingerprint: fingerprintOf(wanted), at: now }
      : undefined;
    const before = idempotency && this.#createdWith(account, idempotency.key);
    const agreement = this.#agreement(account, wanted);
    const error =
      returnUrlError(wanted) ??
      (before && before.idempotency?.fingerprint !== idempotency?.fingerprint ? payErrors.keyUsed() : undefined) ??
      (before ? undefined : refusal(wanted, account, options, agreement));
    if (error) return error;
    if (before) return { payment: before, replayed: true };
    const { set_up_agreement: setUp, agreement_id: paidBy, from_link: _link, ...rest } = wanted;
    const state: State = { status: 'created', finished: false };
    const payment: Payment = {
      ...rest,
      moto: wanted.moto || wanted.authorisation_mode === 'moto_api',
      ...(setUp === undefined ? {} : { set_up_agreement: setUp }),
      ...(paidBy === undefined ? {} : { agreement_id: paidBy }),
      ...(setUp === undefined && paidBy === undefined ? {} : { agreement_payment_type: wanted.agreement_payment_type ?? 'recurring' }),
      payment_id: payId(),
      service: account.service,
      created: now,
      changed: now,
      live: account.live,
      provider: options.provider ?? 'sandbox',
      token: secretToken(),
      tokenUsed: false,
      session: secretToken(),
      state,
      events: [{ state, updated: new Date(now).toISOString() }],
      refunds: [],
      ...(idempotency ? { idempotency } : {}),
    };
    book.write({ payment });
    this.resume(payment);
    return { payment, replayed: false };
  }

  /** A payment of the service. */
  of(account: Account, id: string): Payment | undefined {
    const payment = this.#ground.book.payment(id);
    return payment?.service === account.service ? payment : undefined;
  }

  /** The address of the hosted pages is good once; the API gives a new one to whoever may ask. */
  freshToken(payment: Payment): void {
    if (!payment.tokenUsed || payment.state.finished || payment.authorisation_mode !== 'web') return;
    payment.token = secretToken();
    payment.tokenUsed = false;
    this.write(payment);
  }

  /** The service cancels. */
  cancel(payment: Payment): PayError | undefined {
    const { status, finished } = payment.state;
    if (status === 'success') return payErrors.cancelConflict();
    if (finished || (payment.confirmed && status !== 'capturable') || payment.authorisation_mode === 'agreement')
      return payErrors.notCancelled();
    this.end(payment, endings.cancelled);
    return undefined;
  }

  /** The service takes the money that it delayed. Once more does no harm. */
  capture(payment: Payment): PayError | undefined {
    if (payment.state.status === 'success') return undefined;
    if (payment.state.status !== 'capturable') return payErrors.captureConflict();
    this.#paid(payment);
    return undefined;
  }

  /** The bank said yes, and the payer. */
  authorised(payment: Payment): void {
    if (payment.state.finished) return;
    if (payment.delayed_capture) {
      this.move(payment, { status: 'capturable', finished: false });
      this.#dueExpiry(payment, payment.changed + capturableLifetime, 'capturable');
    } else this.#paid(payment);
    this.#followers.authorised(payment);
  }

  /** Ends a payment without money, and tells the service. */
  end(payment: Payment, state: State): void {
    this.move(payment, state);
    this.#ground.webhooks.tell(payment, state.code === endings.expired.code ? 'card_payment_expired' : 'card_payment_failed');
  }

  move(payment: Payment, state: State): void {
    payment.state = { ...state };
    payment.events.push({ state: payment.state, updated: this.#ground.clock.iso() });
    this.write(payment);
  }

  write(payment: Payment): void {
    payment.changed = this.#ground.clock.now();
    this.#ground.book.write({ payment });
  }

  /** Does something to a payment at a time, unless it has been forgotten by then. */
  at(payment: Payment, time: number, work: () => void): void {
    const { book, clock } = this.#ground;
    const unlessForgotten = (): void => {
      if (book.payment(payment.payment_id) === payment) work();
    };
    if (time <= clock.now()) unlessForgotten();
    else clock.at(time, unlessForgotten);
  }

  /** Sets what is still to come for a payment: after its creation, and after a restart. */
  resume(payment: Payment): void {
    const { status, finished } = payment.state;
    if (!finished && payment.confirmed && status === 'submitted') this.#ground.clock.after(0, () => this.authorised(payment));
    else if (status === 'capturable') this.#dueExpiry(payment, payment.changed + capturableLifetime, 'capturable');
    else if (!finished && payment.authorisation_mode !== 'agreement')
      this.#dueExpiry(payment, payment.created + lifetime, 'created', 'started', 'submitted');
    if (status === 'success' && payment.captured_date === undefined) this.#dueCapture(payment);
    else if (status === 'success' && payment.settled_date === undefined) this.#dueSettlement(payment);
  }

  #paid(payment: Payment): void {
    payment.capture_submit_time = this.#ground.clock.iso();
    this.move(payment, { status: 'success', finished: true });
    this.#ground.webhooks.tell(payment, 'card_payment_succeeded');
    this.#dueCapture(payment);
  }

  #dueCapture(payment: Payment): void {
    const { clock, options, webhooks } = this.#ground;
    this.at(payment, Date.parse(payment.capture_submit_time ?? '') + (options.captureSeconds ?? 0) * 1000, () => {
      payment.captured_date = clock.iso();
      if (options.fee) payment.fee = Math.min(options.fee, totalOf(payment));
      this.write(payment);
      webhooks.tell(payment, 'card_payment_captured');
      this.#followers.captured(payment);
      this.#dueSettlement(payment);
    });
  }

  #dueSettlement(payment: Payment): void {
    const { clock, options, webhooks } = this.#ground;
    this.at(payment, Date.parse(payment.captured_date ?? '') + settleSeconds(options) * 1000, () => {
      payment.settled_date = clock.iso();
      this.write(payment);
      webhooks.tell(payment, 'card_payment_settled');
    });
  }

  #dueExpiry(payment: Payment, time: number, ...whileIn: readonly Status[]): void {
    this.at(payment, time, () => {
      const isWaited = payment.confirmed === true && payment.state.status !== 'capturable';
      if (!payment.state.finished && !isWaited && whileIn.includes(payment.state.status)) this.end(payment, endings.expired);
    });
  }

  #isKept(wanted: NewPayment, key: string | undefined): key is string {
    if (key === undefined) return false;
    const { idempotency = 'recurring' } = this.#ground.options;
    return idempotency === 'all' || (idempotency === 'recurring' && wanted.authorisation_mode === 'agreement');
  }

  #createdWith(account: Account, key: string): Payment | undefined {
    const since = this.#ground.clock.now() - idempotencyMs;
    return this.#ground.book.payments.find(
      ({ service, idempotency }) => service === account.service && idempotency?.key === key && idempotency.at > since,
    );
  }

  #agreement(account: Account, { agreement_id: paidBy, set_up_agreement: setUp }: NewPayment) {
    const agreement = this.#ground.book.agreement(paidBy ?? setUp ?? '');
    return agreement?.service === account.service ? agreement : undefined;
  }
}

/** Two days unless told. */
export const settleSeconds = ({ settleSeconds: seconds = 172_800 }: GovukPayOptions): number => seconds;

/** The same for two requests that ask the same, in whatever order they say it. */
function fingerprintOf(wanted: NewPayment): string {
  const ordered = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, one]) => [name, ordered(one)]),
        )
      : value;
  return createHash('sha256')
    .update(JSON.stringify(ordered(wanted)))
    .digest('hex');
}
