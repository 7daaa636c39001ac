import type { Account } from '../accounts.ts';
import type { Agreement, NewAgreement, RecurringOutcome } from '../agreement.ts';
import { recurringOutcomeOf, testCards } from '../cards.ts';
import { endings, payErrors, type PayError } from '../errors.ts';
import { payId } from '../identifiers.ts';
import type { Payment } from '../payment.ts';
import type { Ground, Payments } from './payments.ts';

/** Consent to be charged again: https://docs.payments.service.gov.uk/recurring_payments/ */
export class Agreements {
  readonly #ground: Ground;
  readonly #payments: Payments;

  constructor(ground: Ground, payments: Payments) {
    this.#ground = ground;
    this.#payments = payments;
  }

  create(account: Account, wanted: NewAgreement): Agreement | PayError {
    if (this.#ground.options.recurring === false) return payErrors.recurringOff();
    const agreement: Agreement = {
      ...wanted,
      agreement_id: payId(),
      service: account.service,
      created: this.#ground.clock.now(),
      status: 'created',
    };
    this.#ground.book.write({ agreement });
    return agreement;
  }

  /** An agreement of the service. */
  of(account: Account, id: string): Agreement | undefined {
    const agreement = this.#ground.book.agreement(id);
    return agreement?.service === account.service ? agreement : undefined;
  }

  cancel(agreement: Agreement): PayError | undefined {
    if (agreement.status !== 'active') return payErrors.notCancelledAgreement();
    agreement.status = 'cancelled';
    agreement.cancelled_date = this.#ground.clock.iso();
    this.#ground.book.write({ agreement });
    return undefined;
  }

  /** Stores the card of a payment that its payer made for this, in the place of any other. */
  setUp(payment: Payment): void {
    const agreement = this.#ground.book.agreement(payment.set_up_agreement ?? '');
    if (!agreement || !payment.card) return;
    const { first_digits_card_number: first, last_digits_card_number: last } = payment.card;
    const card = testCards.find(({ number }) => number.startsWith(first) && number.endsWith(last));
    agreement.payment_instrument = {
      created_date: this.#ground.clock.iso(),
      card: payment.card,
      outcome: card ? recurringOutcomeOf(card) : { result: 'success' },
    };
    agreement.status = 'active';
    delete agreement.cancelled_date;
    this.#ground.book.write({ agreement });
  }

  /** Decides what becomes of an agreement's next payment, whatever its card is. */
  setNext(agreement: Agreement, next: RecurringOutcome): void {
    agreement.next = next;
    this.#ground.book.write({ agreement });
  }

  /** Charges the stored card, with nobody there. */
  take(payment: Payment): void {
    if (payment.authorisation_mode !== 'agreement' || payment.state.finished) return;
    if (payment.state.status === 'created') this.#payments.move(payment, { status: 'started', finished: false });
    this.#payments.at(payment, payment.created + (this.#ground.options.recurringSeconds ?? 0) * 1000, () => this.#charge(payment));
  }

  #charge(payment: Payment): void {
    const agreement = this.#ground.book.agreement(payment.agreement_id ?? '');
    const stored = agreement?.payment_instrument;
    if (!agreement || !stored || payment.state.finished) return;
    payment.card = stored.card;
    payment.provider_id = payId();
    const outcome = agreement.next ?? stored.outcome;
    if (agreement.next) {
      delete agreement.next;
      this.#ground.book.write({ agreement });
    }
    if (outcome.result === 'success') {
      payment.confirmed = true;
      this.#payments.move(payment, { status: 'submitted', finished: false });
      this.#payments.authorised(payment);
    } else if (outcome.result === 'error') this.#payments.end(payment, endings.error);
    else {
      if (!outcome.can_retry) {
        agreement.status = 'inactive';
        this.#ground.book.write({ agreement });
      }
      this.#payments.end(payment, { ...endings.declined, can_retry: outcome.can_retry });
    }
  }
}
