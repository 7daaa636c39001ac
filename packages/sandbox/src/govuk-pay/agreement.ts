import type { CardDetails } from './payment.ts';

/** https://docs.payments.service.gov.uk/recurring_payments/#understanding-agreement-status */
export type AgreementStatus = 'created' | 'active' | 'cancelled' | 'inactive';

export const agreementStatuses: readonly AgreementStatus[] = ['created', 'active', 'cancelled', 'inactive'];

/** What becomes of a payment that a stored card makes: `declined` leaves the agreement usable where `can_retry`. */
export type RecurringOutcome = { result: 'success' } | { result: 'declined'; can_retry: boolean } | { result: 'error' };

/** What a service asks for, as POST /v1/agreements reads it. */
export interface NewAgreement {
  reference: string;
  description: string;
  user_identifier?: string;
}

/** A payer's consent to be charged again, and the card that is. */
export interface Agreement extends NewAgreement {
  agreement_id: string;
  /** Who created it: the number of the key. */
  service: number;
  created: number;
  status: AgreementStatus;
  cancelled_date?: string;
  payment_instrument?: { created_date: string; card: CardDetails; outcome: RecurringOutcome };
  /** What the desk wants of the next payment, whatever the card is. */
  next?: RecurringOutcome;
}
