/** Where webhook messages go. */
export interface WebhookSubscription {
  url: string;
  /** The secret that signs them: `Pay-Signature` is the HMAC-SHA256 of the body, lower-case hex. */
  signingSecret: string;
  /** Only of the service with this key, as in Pay, where each service has webhooks of its own. Of every service by default. */
  apiKey?: string;
  /** Only these events. Every event by default. */
  events?: readonly WebhookEvent[];
  /** Sends nothing by itself: `deliver` of the platform sends what waits, in whatever order and however often a test wants. */
  held?: boolean;
}

/**
 * The events that Pay tells of: https://docs.payments.service.gov.uk/webhooks/ and pay-webhooks' `EventMapper`. There is none of disputes
 * or agreements.
 */
export const webhookEvents = [
  'card_payment_succeeded',
  'card_payment_captured',
  'card_payment_settled',
  'card_payment_refunded',
  'card_payment_failed',
  'card_payment_expired',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** How GOV.UK Pay behaves. */
export interface GovukPayOptions {
  /** The keys that are known. Each is a service of its own and sees only its own payments. Default `['sandbox-key']`. */
  apiKeys?: readonly string[];
  /** Keys of live services: their return addresses must be https (P0920). */
  liveKeys?: readonly string[];
  /** Keys of services that Pay has switched off: 403 P0941. */
  disabledKeys?: readonly string[];
  /** Keys of services that have no account with a payment service provider yet: 403 P0940. */
  unlinkedKeys?: readonly string[];
  /** Whether services may take payments by telephone or post (`moto`). Default true; Pay switches it on when asked, until then 422 P0196. */
  moto?: boolean;
  /** Whether they may send card details (`authorisation_mode: "moto_api"`). Default true; off, 422 P0195. */
  motoApi?: boolean;
  /** Whether they may take recurring payments. Default true; off, 422 P0942. */
  recurring?: boolean;
  /** The payment service provider. Stripe takes no payment under 30p; Worldpay is asked to do without 3-D Secure for corporate cards. Default `sandbox`. */
  provider?: 'sandbox' | 'stripe' | 'worldpay';
  /** What the bank makes of Worldpay's wish to do without 3-D Secure for a corporate card: `exemption.outcome`. Default `honoured`. */
  exemption?: 'honoured' | 'rejected' | 'out of scope';
  /** Whether payments of nothing are taken, which Pay allows few services. Default false. */
  zeroAmounts?: boolean;
  /** Pence that a corporate card costs more. Default 0. */
  corporateCardSurcharge?: number;
  /** Pence that the provider keeps of each payment (`fee`, `net_amount`), as Stripe does. Default 0: neither is shown. */
  fee?: number;
  /** Pence that a lost dispute costs on top. Default 1500. */
  disputeFee?: number;
  /** Where payers and clients reach it, where that is not the address that requests come to: a name on a test machine. */
  publicUrl?: string;
  /** Webhooks, as a service sets them up in Pay's admin tool. */
  webhooks?: readonly WebhookSubscription[];
  /** POSTs of one kind (create, capture, other) that a key may send in a second. Default 15, as Pay's; 0 for no limit. */
  postsPerSecond?: number;
  /**
   * `recurring` (the default) is Pay's own: it keeps an `Idempotency-Key` for a day where an agreement pays, and does not look at that of any
   * other payment. `all` keeps every key; `ignored` none, for clients that should not lean on it.
   */
  idempotency?: 'recurring' | 'all' | 'ignored';
  /** Seconds until a change shows in searches and in the list of a payment's refunds, which Pay calls eventually consistent. Default 0. */
  searchDelaySeconds?: number;
  /** Seconds that a payment stays `submitted` after its payer confirmed. Default 0. */
  confirmSeconds?: number;
  /** Seconds until the card of an agreement is charged. Default 0. */
  recurringSeconds?: number;
  /** Seconds from success until the money is taken (`captured_date`); no refund before. Default 0, as in Pay's own sandbox. */
  captureSeconds?: number;
  /** Seconds from there until it is paid out, and from a refund or a lost dispute until it is taken from what is paid out. Default two days. */
  settleSeconds?: number;
  /** Seconds until a refund that was submitted succeeds. Default 60. */
  refundSeconds?: number;
  /** Seconds until a disputed card's payment is disputed, evidence is sent, and the bank has decided, each. Default 60. */
  disputeSeconds?: number;
  /** A JSON-lines file that keeps the book over a kill and a restart. In memory by default. */
  keepIn?: string;
  /** Milliseconds since 1970; the platform's own clock runs with it, and can be moved ahead of it. */
  now?: () => number;
}
