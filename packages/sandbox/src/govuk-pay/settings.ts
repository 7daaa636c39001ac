/** Where webhook messages go. */
export interface WebhookSubscription {
  url: string;
  /** The secret that signs them: `Pay-Signature` is the HMAC-SHA256 of the body, lower-case hex. */
  signingSecret: string;
  /** Only these events. Every event by default. */
  events?: readonly WebhookEvent[];
  /** Sends nothing by itself: `deliver` of the platform sends what waits, in whatever order and however often a test wants. */
  held?: boolean;
}

/** The events that Pay tells of: https://docs.payments.service.gov.uk/webhooks/ */
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
  /** Whether `moto` payments are switched on. Default false: 422 P0196. */
  moto?: boolean;
  /** Where payers and clients reach it, where that is not the address that requests come to: a name on a test machine. */
  publicUrl?: string;
  /** Webhooks, as a service sets them up in Pay's admin tool. */
  webhooks?: readonly WebhookSubscription[];
  /** POSTs of one kind (create, capture, other) that a key may send in a second. Default 15, as Pay's; 0 for no limit. */
  postsPerSecond?: number;
  /**
   * Pay documents `Idempotency-Key` for recurring payments. `all` (the default) keeps to it for every payment; `ignored` is the trap for
   * clients that lean on it.
   */
  idempotency?: 'all' | 'ignored';
  /** Seconds until a change shows in searches, which Pay calls eventually consistent. Default 0. */
  searchDelaySeconds?: number;
  /** Seconds that a payment stays `submitted` after its payer confirmed. Default 0. */
  confirmSeconds?: number;
  /** Seconds from success until the money is taken: `captured_date`, `card_payment_captured`. Default 60. */
  captureSeconds?: number;
  /** Seconds from there until it is paid out. Default two days. */
  settleSeconds?: number;
  /** Seconds until a refund that was submitted succeeds. Default 60. */
  refundSeconds?: number;
  /** A JSON-lines file that keeps the book over a kill and a restart. In memory by default. */
  keepIn?: string;
  /** Milliseconds since 1970; the platform's own clock runs with it, and can be moved ahead of it. */
  now?: () => number;
}
