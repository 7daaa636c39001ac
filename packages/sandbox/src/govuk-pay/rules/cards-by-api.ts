import type { Book } from '../book.ts';
import { passesLuhn, testCard } from '../cards.ts';
import { endings, payErrors, type PayError } from '../errors.ts';
import type { Payment } from '../payment.ts';
import type { GovukPayOptions } from '../settings.ts';
import { takeCard, type CardEntry } from './paying.ts';
import type { Payments } from './payments.ts';

/** Card details that a service sends itself: https://docs.payments.service.gov.uk/moto_payments/moto_send_card_details_api/ */
export class CardsByApi {
  readonly #book: Book;
  readonly #options: GovukPayOptions;
  readonly #payments: Payments;

  constructor(book: Book, options: GovukPayOptions, payments: Payments) {
    this.#book = book;
    this.#options = options;
    this.#payments = payments;
  }

  /** Pays with a card. The token is spent whatever comes of it. */
  authorise(token: string, entry: CardEntry): PayError | undefined {
    const payment = this.#book.byToken(token);
    if (!payment) return payErrors.tokenUnknown();
    if (payment.tokenUsed) return payErrors.tokenUsed();
    if (payment.authorisation_mode !== 'moto_api') return payErrors.tokenOfOther();
    payment.tokenUsed = true;
    this.#payments.write(payment);
    // Expired or cancelled meanwhile. Pay's mapper knows no better name for it.
    if (payment.state.finished) return payErrors.downstream();
    return this.#charge(payment, entry);
  }

  #charge(payment: Payment, entry: CardEntry): PayError | undefined {
    const card = testCard(entry.number);
    const rejected = ((): string | undefined => {
      if (!passesLuhn(entry.number)) return 'The card_number is not a valid card number';
      if (card?.outcome === 'not-accepted') return `The card type is not enabled: ${card.brand.toLowerCase()} ${card.type}`;
      return undefined;
    })();
    if (rejected !== undefined) {
      this.#payments.end(payment, endings.declined);
      return payErrors.cardNumberRejected(rejected);
    }
    if (card) takeCard(payment, card, entry, this.#options);
    // What Pay's own sandbox makes of cards that it does not know.
    if (!card || card.outcome === 'error') {
      this.#payments.end(payment, endings.error);
      return payErrors.cardError();
    }
    if (card.outcome !== 'success' && card.outcome !== 'three-d-secure') {
      this.#payments.end(payment, endings.declined);
      return payErrors.cardRejected();
    }
    payment.confirmed = true;
    this.#payments.move(payment, { status: 'submitted', finished: false });
    this.#payments.authorised(payment);
    return undefined;
  }
}
