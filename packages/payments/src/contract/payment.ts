/** A payment, from the intention to the answer. */
import * as v from 'valibot';
import { amountSchema, codeSchema, contactSchema, textSchema } from './values.ts';

/** `POST /payments` with an `Idempotency-Key`: one key is one intention and never more than one payment. */
export const newPaymentSchema = v.object({
  fund: codeSchema,
  /** As typed. */
  reference: v.pipe(v.string(), v.maxLength(200)),
  /** Pence. */
  amount: v.pipe(v.number(), v.safeInteger()),
  /** For the receipt, where the council sends one. */
  email: v.optional(v.pipe(v.string(), v.maxLength(254))),
  /** The page that asks what became of it (`<council-payment-status>`): `?payment=` is added. Its origin is on the gateway's list. The gateway's own page unless given. */
  returnUrl: v.optional(v.pipe(v.string(), v.maxLength(2000))),
  /** Said yes to "You have paid this already today": see {@link paymentProblems}. */
  again: v.optional(v.boolean(), false),
});
/** See {@link newPaymentSchema}. */
export type NewPayment = v.InferInput<typeof newPaymentSchema>;

/**
 * GOV.UK Pay's own states, and two of ours around them: `preparing`, it is on our disk and Pay has not answered yet (or its answer was lost);
 * `not-created`, Pay never had it, so nothing was taken.
 */
export const paymentStates = [
  'preparing',
  'created',
  'started',
  'submitted',
  'capturable',
  'success',
  'failed',
  'cancelled',
  'error',
  'not-created',
] as const;
/** See {@link paymentStates}. */
export type PaymentState = (typeof paymentStates)[number];

/** Why a payment failed, as Pay tells it. */
export const failureCodes = ['P0010', 'P0020', 'P0030', 'P0040', 'P0050'] as const;
/** See {@link failureCodes}: declined, expired after 90 minutes, cancelled by the payer, cancelled by the council, error. */
export type FailureCode = (typeof failureCodes)[number];

/** Opaque, 22 letters, digits, `_` and `-`: ours, not Pay's, and not to be guessed. */
export const paymentIdSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** `POST /payments` → 201 (200 where the key or the intention is known), `GET /payments/{id}` → 200. */
export const paymentSchema = v.object({
  id: paymentIdSchema,
  /** `FZFBSBX-HFGSMCL`: what a resident quotes, and what it is called at GOV.UK Pay. Unlike the id it opens nothing. */
  number: v.string(),
  fund: codeSchema,
  fundName: textSchema,
  /** As the council writes it. */
  reference: v.string(),
  /** What the reference is called: "Council tax account number". */
  referenceName: textSchema,
  amount: amountSchema,
  state: v.object({ status: v.picklist(paymentStates), finished: v.boolean(), code: v.optional(v.string()) }),
  /** ISO 8601 with its offset. */
  created: v.pipe(v.string(), v.isoTimestamp()),
  /** When it was found paid. */
  paid: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  /** Pence given back so far. */
  refunded: v.optional(amountSchema, 0),
  /** What became of the receipt by email, where the council sends one itself. */
  receipt: v.optional(v.picklist(['sending', 'sent', 'not-sent'])),
  /** GOV.UK Pay was asked just now and did not answer: `state` is what was known before, and what has happened since is not in it. */
  unanswered: v.optional(v.boolean(), false),
  /** Where to pay, while it can be paid. */
  next: v.nullable(v.object({ href: v.pipe(v.string(), v.url()), method: v.literal('GET') })),
  /** Where to begin again, where it was not paid. A page of the council. */
  startAgain: v.optional(v.string()),
  /** Where to turn, as long as it is not paid. */
  contact: v.optional(contactSchema),
});
/** See {@link paymentSchema}. */
export type Payment = v.InferOutput<typeof paymentSchema>;

/** The `code`s of the problems of payments, besides those that every route may have. */
export const paymentProblems = {
  /** 422: `errors` say which of `reference`, `amount`, `email`. */
  unreadable: 'payment_unreadable',
  /** 409: the same reference and amount were paid in the last hours. `again: true` and another key pay it once more. */
  paidAlready: 'paid_already',
  /** 409: the same reference and amount are being paid at this moment. Asked again, it is known whether they were. */
  beingConfirmed: 'payment_being_confirmed',
  /** 404 */
  fundNotFound: 'fund_not_found',
  /** 404 */
  notFound: 'payment_not_found',
  /** 400: the page to come back to is on no list. */
  returnUrlRefused: 'return_url_refused',
  /** 502, 503 or 504: GOV.UK Pay gave no answer. Where a payment was to be begun, nothing was taken, and the same key asks again. */
  upstreamFailed: 'upstream_failed',
} as const;
/** See {@link paymentProblems}. */
export type PaymentProblemCode = (typeof paymentProblems)[keyof typeof paymentProblems];
