/** The kinds of message, in the order in which Notify's own errors list them. */
export const messageTypes = ['sms', 'email', 'letter'] as const;
export type MessageType = (typeof messageTypes)[number];

/** The kinds of API key: https://docs.notifications.service.gov.uk/rest-api.html#api-keys */
export type KeyType = 'live' | 'team' | 'test';

/** How fast a letter goes. Abroad it has no choice: europe and rest-of-world. */
export const postages = ['first', 'second', 'economy'] as const;
export type Postage = (typeof postages)[number] | 'europe' | 'rest-of-world';

/** An API key of a service. */
export interface NotifyKey {
  /** `{name}-{service UUID}-{secret UUID}`. Keys with the same service UUID are keys of one service. */
  key: string;
  /** `live` unless told. A team key sends to the guest list only, and no letters; messages of a test key count towards no daily limit. */
  type?: KeyType;
  /** 403 "Invalid token: API key revoked". */
  revoked?: boolean;
}

/** A template as somebody wrote it. The same id once more is its next version. */
export interface NotifyTemplate {
  /** A UUID. */
  id: string;
  type: MessageType;
  name: string;
  /** With `((placeholders))` and `((conditions??text that is shown when they hold))`, and for email and letters Notify's markdown. */
  body: string;
  /** Emails and letters. */
  subject?: string;
  /** Letters: `second` unless told. */
  postage?: (typeof postages)[number];
  /** Letters: the sender's address at the top. */
  contactBlock?: string;
  /** It was deleted: "Template has been deleted". */
  archived?: boolean;
}

/** Where Notify tells a service of something. */
export interface CallbackSubscription {
  url: string;
  /** Comes as `Authorization: Bearer …`. */
  bearerToken: string;
  /** Sends nothing by itself: `deliver` of the platform sends what waits, in whatever order and however often a test wants. */
  held?: boolean;
}

/** The statuses in which an email or a text message ends. */
export const outcomes = ['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure'] as const;
export type Outcome = (typeof outcomes)[number];

/** How GOV.UK Notify behaves. */
export interface GovukNotifyOptions {
  /** The keys that are known. By default one of each type, of one service: `sandboxNotifyKeys`. */
  apiKeys?: readonly (string | NotifyKey)[];
  /** The templates of every service. By default `builtInTemplates`. */
  templates?: readonly NotifyTemplate[];
  /** Stands before every text message, as in Notify's settings of a service. Default `Sandbox council`. */
  serviceName?: string;
  /** What stands before `@notifications.service.gov.uk` in the sender of an email. Default `sandbox.council`. */
  emailSenderName?: string;
  /** The default sender of text messages. Default `SANDBOX`. */
  smsSender?: string;
  /** The reply-to addresses by their UUIDs, for `email_reply_to_id`. */
  emailReplyTo?: Readonly<Record<string, string>>;
  /** The senders of text messages by their UUIDs, for `sms_sender_id`. */
  smsSenders?: Readonly<Record<string, string>>;
  /** A service that is not live yet: it sends to the guest list only, and no letters. Default false. */
  trialMode?: boolean;
  /** The team and its guest list: to whom trial mode and team keys may send. */
  guestList?: readonly string[];
  /** What services may send. Everything but text messages to UK landlines by default, as for a new service. */
  permissions?: readonly NotifyPermission[];
  /** Whether contact details for sending files by email are set up. Default true. */
  filesByEmail?: boolean;
  /** Requests a minute for each type of key. Default 3,000, in bursts of up to 1,000 as Notify's token bucket lets through; 0 for no limit. */
  requestsPerMinute?: number;
  /** Messages a day, until midnight UTC. Default 250,000 emails and text messages (100 of them abroad) and 20,000 letters. */
  daily?: { email?: number; sms?: number; internationalSms?: number; letter?: number };
  /** Seconds from `created` to `sending`. Default 1. */
  sendSeconds?: number;
  /** Seconds from there to the outcome of an email or a text message. Default 5. */
  deliverSeconds?: number;
  /** Seconds until a letter is printed and posted: `received`. Default a day. */
  letterSeconds?: number;
  /** How long messages can be asked for. Default 7 days. */
  retentionDays?: number;
  /** What becomes of messages to other addresses and numbers than Notify's own test ones: `{'full@example.org': 'temporary-failure'}`. */
  outcomes?: Readonly<Record<string, Outcome>>;
  /** Delivery receipts of emails and text messages. */
  deliveryReceipts?: CallbackSubscription;
  /** Text messages that residents send. */
  receivedTexts?: CallbackSubscription;
  /** Letters that come back. */
  returnedLetters?: CallbackSubscription;
  /** Where clients reach it, where that is not the address that requests come to. */
  publicUrl?: string;
  /** A JSON-lines file that keeps the book over a kill and a restart. In memory by default. */
  keepIn?: string;
  /**
   * Milliseconds since 1970. The platform's own clock runs with it, and can be moved ahead of it; tokens are held to this one, since moving the
   * sandbox ahead does not move its clients.
   */
  now?: () => number;
}

/** What a service may be allowed to send: https://www.notifications.service.gov.uk/using-notify */
export const notifyPermissions = ['email', 'sms', 'letter', 'international_sms', 'international_letters', 'sms_to_uk_landlines'] as const;
export type NotifyPermission = (typeof notifyPermissions)[number];

const service = '00000000-0000-4000-8000-000000000001';

/** The keys of the service that is there when no other is given. */
export const sandboxNotifyKeys = {
  live: `sandbox_live-${service}-00000000-0000-4000-8000-00000000000a`,
  team: `sandbox_team-${service}-00000000-0000-4000-8000-00000000000b`,
  test: `sandbox_test-${service}-00000000-0000-4000-8000-00000000000c`,
} as const satisfies Record<KeyType, string>;
