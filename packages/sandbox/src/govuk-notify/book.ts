import type { Journal } from '../journal.ts';
import type { KeyType, MessageType, Outcome, Postage } from './settings.ts';

/** https://docs.notifications.service.gov.uk/rest-api.html#status-text-and-email. Of a letter: as Notify keeps it, not as the API calls it. */
export type NotificationStatus =
  'created' | 'sending' | Outcome | 'pending-virus-check' | 'virus-scan-failed' | 'validation-failed' | 'returned-letter';

/** A file that goes with an email as a link. */
export interface SentFile {
  sha256: string;
  filename: string;
  /** Whether who opens it must first give the email address. */
  confirm: boolean;
  weeks: number;
}

/** A message as the book has it: with its content, and without the personalisation it was made of. */
export interface Notification {
  id: string;
  /** The UUID of the service. */
  service: string;
  keyType: KeyType;
  type: MessageType;
  template: { id: string; version: number };
  /** The service's own, of a request. */
  reference: string | null;
  /** As it was given; of a letter the lines of the address. */
  to: string;
  /** Null for a text message. */
  subject: string | null;
  /** With placeholders filled in, in Notify's markdown. */
  body: string;
  status: NotificationStatus;
  /** Milliseconds since 1970. */
  created: number;
  sent?: number;
  /** When the status last changed. */
  updated?: number;
  /** Sent to one of the addresses for smoke tests: answered, and not to be asked for afterwards. */
  simulated?: boolean;
  /** The sender: an email's reply-to address, a text message's sender. */
  replyTo?: string;
  unsubscribe?: string;
  files?: readonly SentFile[];
  /** Text messages. */
  phone?: { normalised: string; prefix: string };
  /** Letters. */
  postage?: Postage;
  /** Letters from a template: address lines 1 to 6 and the postcode, as given. */
  lines?: readonly (string | null)[];
  /** Letters that came as a PDF: the SHA-256 of it. */
  pdf?: string;
}

/** A text message that a resident sent. */
export interface ReceivedText {
  id: string;
  service: string;
  /** Milliseconds since 1970. */
  created: number;
  notify_number: string;
  user_number: string;
  content: string;
}

/** What a service is told of. */
export const callbackKinds = ['delivery-receipt', 'received-text', 'returned-letter'] as const;
export type CallbackKind = (typeof callbackKinds)[number];

/** A callback, and how often it went out. */
export interface Callback {
  id: string;
  kind: CallbackKind;
  /** The id of the message that it tells of. */
  about: string;
  url: string;
  body: string;
  /** ISO 8601. */
  created: string;
  attempts: { at: string; status?: number; problem?: string }[];
  /** Answered with anything but 429 or a server's error: Notify does not send it again. */
  done: boolean;
}

type Entry = { notification: Notification } | { text: ReceivedText } | { callback: Callback } | { forgotten: true };

/** Everything that Notify has to remember, on disk where the journal is. */
export class Book {
  readonly #journal: Journal;
  readonly #notifications = new Map<string, Notification>();
  readonly #texts = new Map<string, ReceivedText>();
  readonly #callbacks = new Map<string, Callback>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const entry of journal.entries as readonly Entry[]) this.#keep(entry);
  }

  /** Oldest first. */
  get notifications(): readonly Notification[] {
    return [...this.#notifications.values()];
  }

  get texts(): readonly ReceivedText[] {
    return [...this.#texts.values()];
  }

  get callbacks(): readonly Callback[] {
    return [...this.#callbacks.values()];
  }

  notification(id: string): Notification | undefined {
    return this.#notifications.get(id);
  }

  callback(id: string): Callback | undefined {
    return this.#callbacks.get(id);
  }

  /** It is on the disk when this returns. */
  write(entry: Entry): void {
    this.#journal.append(entry);
    this.#keep(entry);
  }

  /** Empties the book. Files stay where they are. */
  forget(): void {
    this.write({ forgotten: true });
  }

  /** Keeps a file, and gives its SHA-256. */
  keepFile(bytes: Uint8Array): string {
    return this.#journal.keepFile(bytes);
  }

  file(sha256: string): Uint8Array | undefined {
    return this.#journal.file(sha256);
  }

  close(): void {
    this.#journal.close();
  }

  #keep(entry: Entry): void {
    if ('notification' in entry) this.#notifications.set(entry.notification.id, entry.notification);
    else if ('text' in entry) this.#texts.set(entry.text.id, entry.text);
    else if ('callback' in entry) this.#callbacks.set(entry.callback.id, entry.callback);
    else for (const kept of [this.#notifications, this.#texts, this.#callbacks]) kept.clear();
  }
}
