/** Pay's own names: https://docs.payments.service.gov.uk/api_reference/#payment-status-meanings */
export type Status = 'created' | 'started' | 'submitted' | 'capturable' | 'success' | 'failed' | 'cancelled' | 'error';

export interface State {
  status: Status;
  finished: boolean;
  code?: string;
  message?: string;
  /** Of a recurring payment that was declined: whether its agreement can be used again. */
  can_retry?: boolean;
}

export interface Address {
  line1?: string;
  line2?: string;
  city?: string;
  postcode?: string;
  country?: string;
}

/** https://docs.payments.service.gov.uk/digital_wallets/ */
export type WalletType = 'Apple Pay' | 'Google Pay';

export interface CardDetails {
  card_brand: string;
  /** Not known of a card in Google Pay. */
  card_type?: 'credit' | 'debit';
  last_digits_card_number: string;
  first_digits_card_number: string;
  expiry_date: string;
  cardholder_name: string;
  billing_address?: Address;
  wallet_type?: WalletType;
}

export interface Refund {
  refund_id: string;
  amount: number;
  created_date: string;
  status: 'submitted' | 'success' | 'error';
  /** When the provider said how it went. */
  concluded?: string;
  /** When it was taken from what is paid out. */
  settled_date?: string;
}

/** https://docs.payments.service.gov.uk/disputes/#dispute-status */
export type DisputeStatus = 'needs_response' | 'under_review' | 'won' | 'lost';

/** A payer challenged the payment through their bank. */
export interface Dispute {
  dispute_id: string;
  amount: number;
  created_date: string;
  evidence_due_date: string;
  reason: string;
  status: DisputeStatus;
  /** When it came to its status. */
  changed: string;
  /** Of a lost one: the payment service provider's, in pence. */
  fee?: number;
  /** Of a lost one: less than nothing, the amount and the fee. */
  net_amount?: number;
  settled_date?: string;
}

/** How the card's bank is asked: by the payer on the hosted pages, with a stored card, or with card details that the service sends. */
export type AuthorisationMode = 'web' | 'agreement' | 'moto_api';
export type AgreementPaymentType = 'instalment' | 'recurring' | 'unscheduled';

/** What a service asks for, as POST /v1/payments reads it. */
export interface NewPayment {
  amount: number;
  reference: string;
  description: string;
  return_url?: string;
  language: 'en' | 'cy';
  email?: string;
  metadata?: Record<string, string | number | boolean>;
  delayed_capture: boolean;
  moto: boolean;
  prefilled?: { cardholder_name?: string; billing_address?: Address };
  authorisation_mode: AuthorisationMode;
  /** The agreement that this payment's card is stored for. */
  set_up_agreement?: string;
  /** The agreement whose card pays. */
  agreement_id?: string;
  agreement_payment_type?: AgreementPaymentType;
  /** From a payment link of Pay's own, or typed by an agent there. */
  from_link?: boolean;
}

/** A payment as the book has it. No card number: its first six and last four digits, as in Pay. */
export interface Payment extends NewPayment {
  payment_id: string;
  /** Who created it: the number of the key, never the key. */
  service: number;
  created: number;
  /** When it last changed, for searches that lag behind. */
  changed: number;
  live: boolean;
  /** The payment service provider, by Pay's name. */
  provider: string;
  /** The one-time part of the address of its hosted pages, or the token that card details are sent with. */
  token: string;
  tokenUsed: boolean;
  /** What the payer's browser holds once the token is used. */
  session: string;
  state: State;
  events: { state: State; updated: string }[];
  card?: CardDetails;
  /** Its card is a company's, and Worldpay asked the bank to do without 3-D Secure. */
  exemption?: { requested: boolean; type: string; outcome: { result: string } };
  corporate_card_surcharge?: number;
  /** What the payment service provider keeps. */
  fee?: number;
  threeDSecure?: boolean;
  /** Card details are in and the payer's bank asks. */
  awaitingBank?: boolean;
  /** The payer pressed Confirm; it is still to be seen whether the money comes. */
  confirmed?: boolean;
  provider_id?: string;
  capture_submit_time?: string;
  captured_date?: string;
  settled_date?: string;
  refunds: Refund[];
  dispute?: Dispute;
  /** How its card's dispute will end, where it is one of those test cards. */
  willBeDisputed?: 'won' | 'lost' | 'unanswered';
  idempotency?: { key: string; fingerprint: string; at: number };
}

/** What the payer pays: a corporate card may cost more. */
export const totalOf = (payment: Payment): number => payment.amount + (payment.corporate_card_surcharge ?? 0);
