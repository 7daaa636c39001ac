import type { Generated } from 'kysely';
import type { PaymentState } from '../../contract/payment.ts';

/** One intention, and the one payment at GOV.UK Pay that it has or will have. Money in pence, times in milliseconds since 1970. */
export interface PaymentRow {
  /** Opaque, 22 characters. */
  id: string;
  /** Digest of the key that the intention came with: one key, one row. */
  intention: string;
  /** Digest of what came with it. */
  fingerprint: string;
  fund: string;
  /** As the council writes it. */
  account: string;
  amount: number;
  language: string;
  /** Where the receipt goes: handed to Pay, or kept for Notify. Forgotten when the payment is finished, or its receipt sent. */
  email: string | null;
  return_to: string | null;
  /** Ours at Pay: unique, opaque, nothing personal. What a lost payment is found by. */
  reference: string;
  pay_id: string | null;
  status: PaymentState;
  code: string | null;
  /** Among those who pay the same: whose turn comes later sees, and closes, those before. */
  turn: number;
  /** How far it has come: states only go on. */
  rank: number;
  /** How often Pay was asked to create it. */
  sends: number;
  sent_at: number;
  /** Until then, somebody is at it. */
  claimed_until: number;
  asked_at: number;
  created_at: number;
  paid_at: number | null;
  refunded: number;
  /** What became of the receipt by email; null where none is sent. */
  receipt: 'sending' | 'sent' | 'not-sent' | null;
}

/** The ledger: what happened to a payment, in order, never changed. */
export interface EntryRow {
  position: Generated<number>;
  payment: string;
  at: number;
  /** `intended`, `asked`, `created`, `found`, `state`, `paid`, `refunded`, `refund-failed`, `posted`, `not-created`, `mismatch` … */
  kind: string;
  /** Money that came in; negative where it went back. Their sum is what the council has. */
  amount: number;
  status: string | null;
  code: string | null;
  /** Who found out: `resident`, `answer`, `search`, `webhook`, `mop-up`, `return`, `staff:…` */
  source: string;
  note: string | null;
  /** What can only happen once: `paid`, `refund:{id}`. Unique with the payment. */
  once: string | null;
}

/** One refund that an officer asked for. Its key came with the form: sent twice, it is asked for once. */
export interface RefundRequestRow {
  /** Digest of the key. */
  id: string;
  payment: string;
  /** Pence. */
  amount: number;
  /** What was left to refund when the officer looked. */
  available: number;
  officer: string;
  asked_at: number;
  /** JSON: Pay's ids of the refunds that were known then. One that is not among them may be this one. */
  before: string;
  /**
   * `asking`: Pay was asked, or is about to be. `made`; `refused`: Pay did nothing. `not-seen`: its answer was lost, and it shows none.
   * `unknown`: it does not answer at all.
   */
  outcome: 'asking' | 'made' | 'refused' | 'not-seen' | 'unknown';
  /** Pay's code, where it refused. */
  code: string | null;
  /** Pay's id of the refund. */
  refund: string | null;
}

export interface PaymentsTables {
  payments_payment: PaymentRow;
  payments_entry: EntryRow;
  /** One row for each thing that is paid: holds two who begin at once apart. */
  payments_subject: { id: string; turns: number };
  payments_webhook: { id: string; pay_id: string; event: string; received_at: number };
  payments_refund_request: RefundRequestRow;
  payments_refund: { id: string; payment: string; amount: number; status: string; seen_at: number };
  /** Guesses at "which account, which postcode". Ids are keyed digests. */
  payments_try: {
    id: string;
    /** Guesses that were let through in this period and not given back. */
    count: number;
    /** Those of them that were wrong. The others are being examined, or their process stopped. */
    failed: number;
    /** When this period began. */
    period: number;
    /** When this period, or the lock that closed it, ends. */
    until: number;
    /** When every guess that was let through must have been examined. */
    open_until: number;
  };
  payments_load: { id: Generated<number>; state: 'loading' | 'current' | 'old'; accounts: number; at: number };
  payments_account: { load: number; account: string; postcode: string; document: string };
  payments_mandate: {
    reference: string;
    intention: string;
    fingerprint: string;
    account: string;
    /** Encrypted bank details; null once the council's system has them. */
    sealed: string | null;
    number_ending: string;
    sort_ending: string;
    answer: string;
    day: number;
    first_collection: string;
    created_at: number;
    handed_on_at: number | null;
  };
}
