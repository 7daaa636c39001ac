import { testCard, type CardOutcome, type TestCard } from '../cards.ts';
import { endings } from '../errors.ts';
import { payId } from '../identifiers.ts';
import type { Address, CardDetails, Payment, WalletType } from '../payment.ts';
import type { GovukPayOptions } from '../settings.ts';
import type { Ground, Payments } from './payments.ts';

/** What a payer types on the card page. Amounts to nothing outside a test: only test cards are taken. */
export interface CardEntry {
  number: string;
  /** MM/YY */
  expiry: string;
  name: string;
  email?: string;
  address?: Address;
  /** The card is in a wallet: Pay's pages offer theirs where a browser has one. */
  wallet?: WalletType;
}

/** What a payer does on the hosted pages. */
export class Paying {
  readonly #ground: Ground;
  readonly #payments: Payments;

  constructor(ground: Ground, payments: Payments) {
    this.#ground = ground;
    this.#payments = payments;
  }

  /** Opens the address. False where it was used before, or never was one of a page. */
  visit(payment: Payment): boolean {
    if (payment.tokenUsed || payment.authorisation_mode !== 'web') return false;
    payment.tokenUsed = true;
    if (payment.state.status === 'created') this.#payments.move(payment, { status: 'started', finished: false });
    else this.#payments.write(payment);
    return true;
  }

  /** Gives card details; what the card did, or undefined where the payment takes none any more. */
  enterCard(payment: Payment, entry: CardEntry): CardOutcome | 'not-a-test-card' | undefined {
    if (payment.state.status !== 'started' || payment.awaitingBank) return undefined;
    const card = testCard(entry.number);
    if (!card) return 'not-a-test-card';
    if (card.outcome === 'not-accepted') return card.outcome;
    takeCard(payment, card, entry, this.#ground.options);
    if (entry.email) payment.email = entry.email;
    // Nobody is there to ask where a payment is taken by telephone or post.
    const asks = card.outcome === 'three-d-secure' && !payment.moto;
    payment.threeDSecure = asks;
    if (asks) {
      payment.awaitingBank = true;
      this.#payments.write(payment);
    } else if (card.outcome === 'success' || card.outcome === 'three-d-secure')
      this.#payments.move(payment, { status: 'submitted', finished: false });
    else this.#payments.end(payment, card.outcome === 'error' ? endings.error : endings.declined);
    return asks || card.outcome !== 'three-d-secure' ? card.outcome : 'success';
  }

  /** The bank (3-D Secure) says yes or no. */
  answerBank(payment: Payment, yes: boolean): void {
    if (!payment.awaitingBank || payment.state.finished) return;
    payment.awaitingBank = false;
    if (yes) this.#payments.move(payment, { status: 'submitted', finished: false });
    else this.#payments.end(payment, endings.declined);
  }

  /** Presses Confirm. */
  confirm(payment: Payment): void {
    if (payment.state.status !== 'submitted' || payment.confirmed) return;
    payment.confirmed = true;
    this.#payments.write(payment);
    this.#payments.at(payment, payment.changed + (this.#ground.options.confirmSeconds ?? 0) * 1000, () =>
      this.#payments.authorised(payment),
    );
  }

  /** Goes back without paying. */
  leave(payment: Payment): void {
    if (payment.state.finished || payment.confirmed || payment.authorisation_mode !== 'web') return;
    this.#payments.end(payment, endings.leftByPayer);
  }
}

/** Puts a card to a payment, and what it costs. */
export function takeCard(payment: Payment, card: TestCard, entry: CardEntry, options: GovukPayOptions): void {
  payment.card = cardDetails(card, entry);
  payment.provider_id = payId();
  if (card.corporate && options.corporateCardSurcharge && !entry.wallet) payment.corporate_card_surcharge = options.corporateCardSurcharge;
  if (card.corporate && options.provider === 'worldpay')
    payment.exemption = { requested: true, type: 'corporate', outcome: { result: options.exemption ?? 'honoured' } };
  // Stripe's own way to leave a test dispute without an answer: pay-connector's StripeFullTestCardNumbers.
  if (card.dispute) payment.willBeDisputed = entry.name === 'skip_evidence' ? 'unanswered' : card.dispute;
}

const cardDetails = (card: TestCard, entry: CardEntry): CardDetails => ({
  card_brand: card.brand,
  ...(entry.wallet === 'Google Pay' ? {} : { card_type: card.type }),
  first_digits_card_number: card.number.slice(0, 6),
  last_digits_card_number: card.number.slice(-4),
  expiry_date: entry.expiry,
  cardholder_name: entry.name,
  ...(entry.address ? { billing_address: entry.address } : {}),
  ...(entry.wallet ? { wallet_type: entry.wallet } : {}),
});
