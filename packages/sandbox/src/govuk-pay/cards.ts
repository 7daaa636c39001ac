import type { RecurringOutcome } from './agreement.ts';

/** What a test card does: https://docs.payments.service.gov.uk/testing_govuk_pay/#use-mock-card-numbers */
export type CardOutcome = 'success' | 'declined' | 'expired' | 'cvc' | 'error' | 'three-d-secure' | 'not-accepted';

export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly type: 'credit' | 'debit';
  readonly outcome: CardOutcome;
  /** A company's: it may cost more. */
  readonly corporate?: boolean;
  /** What becomes of recurring payments with it. Like the first one unless said. */
  readonly recurring?: 'declined';
  /** Its payment is disputed, and how that ends. */
  readonly dispute?: 'won' | 'lost';
}

const card = (number: string, outcome: CardOutcome, more: Partial<Omit<TestCard, 'number' | 'outcome'>> = {}): TestCard => ({
  number,
  outcome,
  brand: 'Visa',
  type: 'credit',
  ...more,
});

/** Pay's own test cards, of its sandbox and of Stripe's test accounts. */
export const testCards: readonly TestCard[] = [
  card('4242424242424242', 'success'),
  card('4444333322221111', 'success'),
  card('4000056655665556', 'success', { type: 'debit' }),
  card('4000058260000005', 'success', { type: 'debit' }),
  card('4000008260000000', 'success'),
  card('4000002500000003', 'success'),
  card('4988080000000000', 'success', { type: 'debit', corporate: true }),
  card('4000160000000004', 'success', { type: 'debit' }),
  card('4131840000000003', 'success', { type: 'debit', corporate: true }),
  card('4111111111111111', 'success', { corporate: true }),
  card('4000000000000010', 'success'),
  card('222100000000000', 'success', { brand: 'Mastercard' }),
  card('5105105105105100', 'success', { brand: 'Mastercard', type: 'debit', recurring: 'declined' }),
  card('5200828282828210', 'success', { brand: 'Mastercard', type: 'debit' }),
  card('371449635398431', 'success', { brand: 'American Express' }),
  card('3566002020360505', 'success', { brand: 'Jcb' }),
  card('6011000990139424', 'success', { brand: 'Discover' }),
  card('4000002500003155', 'three-d-secure'),
  card('4000002760003184', 'three-d-secure', { recurring: 'declined' }),
  card('4000000000000259', 'success', { dispute: 'lost' }),
  card('4000000000002685', 'success', { dispute: 'won' }),
  card('4000000000000002', 'declined'),
  card('4000000000009995', 'declined'),
  card('4000000000000069', 'expired'),
  card('4000000000000127', 'cvc'),
  card('4000000000000119', 'error'),
  card('6759649826438453', 'not-accepted', { brand: 'Maestro', type: 'debit' }),
];

/** A test card by its number, however it was typed. */
export const testCard = (typed: string): TestCard | undefined => {
  const digits = typed.replace(/[\s-]/g, '');
  return testCards.find(({ number }) => number === digits);
};

/** What becomes of the payments that follow the one that stored this card. Pay's sandbox lets none that was declined be tried again. */
export const recurringOutcomeOf = ({ recurring }: TestCard): RecurringOutcome =>
  recurring === 'declined' ? { result: 'declined', can_retry: false } : { result: 'success' };

/** Whether a reference is nothing but what could be a card number: 12 to 19 digits, spaces and hyphens aside, that fit Luhn's check. */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, '');
  return /^\d{12,19}$/.test(digits) && passesLuhn(digits);
}

/** The check digit that every card number ends in. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.at(-1 - index));
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
