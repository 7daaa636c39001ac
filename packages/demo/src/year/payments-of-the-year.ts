/** What residents pay in a year, and how each payment ends. */
import { accountNumber, type Households } from '@council-kit/sandbox';
import type { Chance } from './chance.ts';
import { person } from './people.ts';

const day = 86_400_000;

export type PaymentEnding =
  /** The resident pays and comes back. */
  | 'paid'
  /** The resident pays and closes the page: a later check finds it. */
  | 'paid-not-back'
  | 'declined'
  | 'cancelled'
  /** Nobody pays, and it expires after 90 minutes. */
  | 'abandoned';

/** A payment that a resident starts. */
export interface PlannedPayment {
  readonly at: number;
  readonly language: 'en' | 'cy';
  readonly fund: 'council-tax' | 'parking';
  readonly reference: string;
  /** Pence. */
  readonly amount: number;
  readonly email?: string;
  readonly ending: PaymentEnding;
  /** Pence that an officer refunds, and when. */
  readonly refund?: { readonly amount: number; readonly at: number };
}

export interface YearOfPayments {
  readonly count: number;
  readonly refunds: number;
  /** How many are for an account that the billing system does not know. */
  readonly unknownAccounts: number;
  /** How many give an email address that GOV.UK Notify refuses. */
  readonly refusedEmails: number;
  readonly from: number;
  readonly to: number;
}

const endings: readonly (readonly [PaymentEnding, number])[] = [
  ['paid', 84],
  ['paid-not-back', 4],
  ['declined', 5],
  ['cancelled', 4],
  ['abandoned', 3],
];

/**
 * How long after its start the regular check finds a payment whose resident did not come back: it leaves residents three hours, and runs
 * every half hour. An email receipt fails where the check comes a week late.
 */
export const foundAfterMs = 3.5 * 3_600_000;

/** The first accounts stay untouched: the site offers one of them to be paid. */
const firstAccount = 1_000;
/** GOV.UK Notify takes no letters with accents before the @. Our form does, as mail servers may: https://www.rfc-editor.org/rfc/rfc6531 */
const refusedEmail = 'siân.probert@example.org';

export function planPayments(households: Households, plan: YearOfPayments, chance: Chance): readonly PlannedPayment[] {
  const { count, refunds, unknownAccounts, refusedEmails, from, to } = plan;
  const payments = Array.from({ length: count }, (_, index): PlannedPayment => {
    const at = Math.floor((from + chance.share() * (to - from)) / day) * day + (7 + chance.share() * 16) * 3_600_000;
    const parking = chance.oneIn(3);
    const ending = chance.pickWeighted(endings);
    return {
      at: Math.min(at, to),
      language: chance.oneIn(8) ? 'cy' : 'en',
      fund: parking ? 'parking' : 'council-tax',
      reference: parking ? `AL${String(10_000_000 + index * 37)}` : households.at(firstAccount + index * 3).account,
      amount: parking ? chance.pick([2500, 3500, 5000, 7000]) : chance.whole(40, 320) * 100 + chance.pick([0, 0, 27, 50, 83]),
      ...(!parking && chance.oneIn(3) ? { email: person(chance).email } : {}),
      // Each is found by the end of the year.
      ending: ending === 'paid-not-back' && at + foundAfterMs > to ? 'paid' : ending,
    };
  }).sort((a, b) => a.at - b.at);

  // Refunds are spread over the year; what cannot be delivered is among the newest, where officers look first.
  const paid = payments.flatMap(({ ending }, index) => (ending === 'paid' ? [index] : []));
  const step = Math.floor((paid.length - 40) / refunds);
  for (let index = 0; index < refunds; index += 1) {
    change(paid[index * step] ?? 0, (payment) => ({
      refund: {
        amount: chance.oneIn(3) ? Math.ceil(payment.amount / 2) : payment.amount,
        at: Math.min(to, payment.at + day * (1 + chance.share() * 9)),
      },
    }));
  }
  const newest = paid.slice(-40);
  for (let index = 0; index < unknownAccounts; index += 1)
    change(newest[index * 2] ?? 0, () => ({
      fund: 'council-tax',
      reference: accountNumber(households.size + index),
      amount: 12_000 + index * 100,
    }));
  for (let index = 0; index < refusedEmails; index += 1)
    change(newest[index * 2 + 1] ?? 0, () => ({
      fund: 'council-tax',
      reference: households.at(firstAccount - 1 - index).account,
      email: refusedEmail,
    }));
  return payments;

  function change(index: number, values: (payment: PlannedPayment) => Partial<PlannedPayment>): void {
    const payment = payments[index];
    if (payment) payments[index] = { ...payment, ...values(payment) };
  }
}
