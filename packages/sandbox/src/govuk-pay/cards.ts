/** What a test card does: https://docs.payments.service.gov.uk/testing_govuk_pay/ */
export type CardOutcome = 'success' | 'declined' | 'expired' | 'cvc' | 'error' | 'three-d-secure' | 'not-accepted';

export interface TestCard {
  readonly number: string;
  readonly brand: string;
  readonly type: 'credit' | 'debit';
  readonly outcome: CardOutcome;
}

const card = (number: string, outcome: CardOutcome, brand = 'Visa', type: TestCard['type'] = 'credit'): TestCard => ({
  number,
  brand,
  type,
  outcome,
});

/** Pay's own test cards, of its sandbox and of Stripe's test accounts. */
export const testCards: readonly TestCard[] = [
  card('4242424242424242', 'success'),
  card('4444333322221111', 'success'),
  card('4000056655665556', 'success', 'Visa', 'debit'),
  card('4000058260000005', 'success', 'Visa', 'debit'),
  card('4000008260000000', 'success'),
  card('4000002500000003', 'success'),
  card('4988080000000000', 'success', 'Visa', 'debit'),
  card('4000160000000004', 'success', 'Visa', 'debit'),
  card('4131840000000003', 'success', 'Visa', 'debit'),
  card('4111111111111111', 'success'),
  card('4000000000000010', 'success'),
  card('5105105105105100', 'success', 'Mastercard', 'debit'),
  card('5200828282828210', 'success', 'Mastercard', 'debit'),
  card('371449635398431', 'success', 'American Express'),
  card('3566002020360505', 'success', 'Jcb'),
  card('6011000990139424', 'success', 'Discover'),
  card('4000002500003155', 'three-d-secure'),
  card('4000000000000002', 'declined'),
  card('4000000000000069', 'expired'),
  card('4000000000000127', 'cvc'),
  card('4000000000000119', 'error'),
  card('6759649826438453', 'not-accepted', 'Maestro', 'debit'),
];

/** A test card by its number, however it was typed. */
export const testCard = (typed: string): TestCard | undefined => {
  const digits = typed.replace(/[\s-]/g, '');
  return testCards.find(({ number }) => number === digits);
};

/** Whether a text holds what could be a card number: 13 to 19 digits that fit Luhn's check. */
export function holdsCardNumber(text: string): boolean {
  return (text.match(/\d(?:[ -]?\d){12,18}/g) ?? []).some((found) => passesLuhn(found.replace(/\D/g, '')));
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits.at(-1 - index));
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
