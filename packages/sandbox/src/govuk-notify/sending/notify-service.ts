import { randomUUID } from 'node:crypto';
import { MovableClock } from '../../clock.ts';
import type { Journal } from '../../journal.ts';
import { Access, type Caller } from '../api/access.ts';
import { Book, type Notification, type NotificationStatus, type ReceivedText } from '../book.ts';
import { builtInTemplates } from '../built-in-templates.ts';
import { Callbacks } from './callbacks.ts';
import { Limits } from '../api/limits.ts';
import { presentReceipt, presentReceivedCallback, presentReturnedLetter } from '../api/present.ts';
import { notifyPermissions, sandboxNotifyKeys, type GovukNotifyOptions, type NotifyPermission, type Outcome } from '../settings.ts';
import { Templates } from '../content/templates.ts';
import { outcomeOf } from '../recipients/test-recipients.ts';

/** Notify's own rules: what becomes of messages, and when. */
export class NotifyService {
  readonly options: GovukNotifyOptions;
  readonly book: Book;
  readonly clock: MovableClock;
  readonly access: Access;
  readonly limits: Limits;
  readonly templates = new Templates();
  readonly callbacks: Callbacks;
  #closed = false;

  /** @throws TypeError when a key or a template cannot be one. */
  constructor(options: GovukNotifyOptions, journal: Journal) {
    this.options = options;
    const now = options.now ?? Date.now;
    const { live, team, test } = sandboxNotifyKeys;
    this.access = new Access(
      options.apiKeys ?? [
        { key: live, type: 'live' },
        { key: team, type: 'team' },
        { key: test, type: 'test' },
      ],
      now,
    );
    this.clock = new MovableClock(now);
    for (const template of options.templates ?? builtInTemplates) this.templates.publish(template, this.clock.now());
    this.limits = new Limits(options, this.clock);
    this.book = new Book(journal);
    this.callbacks = new Callbacks(this.book, this.clock, {
      'delivery-receipt': options.deliveryReceipts,
      'received-text': options.receivedTexts,
      'returned-letter': options.returnedLetters,
    });
    for (const notification of this.book.notifications) this.#resume(notification);
  }

  may(permission: NotifyPermission): boolean {
    return (this.options.permissions ?? notifyPermissions.filter((one) => one !== 'sms_to_uk_landlines')).includes(permission);
  }

  /** The messages of a service that can still be asked for, oldest first. */
  visible(caller: Caller): readonly Notification[] {
    return this.book.notifications.filter((one) => this.#isVisible(caller, one));
  }

  /** One of them. */
  find(caller: Caller, id: string): Notification | undefined {
    const notification = this.book.notification(id);
    return notification && this.#isVisible(caller, notification) ? notification : undefined;
  }

  /** Whether something is not too old to be asked for. */
  isKept({ created }: { created: number }): boolean {
    return created >= this.clock.now() - (this.options.retentionDays ?? 7) * 86_400_000;
  }

  /** Writes a new message down; what becomes of it follows. */
  add(notification: Notification): void {
    this.book.write({ notification });
    this.#resume(notification);
  }

  /** Ends a message now, whatever its address says; a receipt goes out. */
  finish(notification: Notification, outcome: Outcome): void {
    notification.sent ??= this.clock.now();
    this.#move(notification, outcome);
    if (notification.type !== 'letter') this.callbacks.tell('delivery-receipt', notification.id, presentReceipt(notification));
  }

  /** A letter comes back. */
  returnLetter(notification: Notification): void {
    this.#move(notification, 'returned-letter');
    const template = this.templates.get(notification.template.id, notification.template.version);
    this.callbacks.tell('returned-letter', notification.id, presentReturnedLetter(notification, template?.name ?? null));
  }

  /** A resident sends a text message. */
  receive(message: { from: string; content: string; to?: string | undefined; service?: string | undefined }): ReceivedText {
    const text: ReceivedText = {
      id: randomUUID(),
      service: message.service ?? this.access.services[0] ?? '',
      created: this.clock.now(),
      notify_number: message.to ?? '07700900555',
      user_number: message.from,
      content: message.content,
    };
    this.book.write({ text });
    this.callbacks.tell('received-text', text.id, presentReceivedCallback(text));
    return text;
  }

  /** Whether the PDF of a letter can be had. */
  hasPdf({ created, status }: Notification): boolean {
    return status !== 'pending-virus-check' && this.clock.now() >= created + this.#sendMs;
  }

  /** Moves the clock ahead, and resolves when what fell due is done and told. */
  async advance(seconds: number): Promise<void> {
    await this.callbacks.settled();
    await this.clock.advance(seconds);
    await this.callbacks.settled();
  }

  /** The platform's own time. */
  iso(): string {
    return this.clock.iso();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.clock.stop();
    this.book.close();
  }

  #isVisible({ service }: Caller, notification: Notification): boolean {
    return notification.service === service && !notification.simulated && this.isKept(notification);
  }

  get #sendMs(): number {
    return (this.options.sendSeconds ?? 1) * 1000;
  }

  /** Sets what is still to come for a message: after its creation, and after a restart. */
  #resume(notification: Notification): void {
    if (notification.simulated) return;
    const { status, created, sent = created } = notification;
    const later = (at: number, work: () => void): void =>
      this.clock.at(at, () => {
        if (notification.status === status && this.book.notification(notification.id) === notification) work();
      });
    if (status === 'pending-virus-check') later(created + this.#sendMs, () => this.#check(notification));
    else if (status === 'created') later(created + this.#sendMs, () => this.#send(notification));
    else if (status === 'sending') {
      const { deliverSeconds = 5, letterSeconds = 86_400 } = this.options;
      const isLetter = notification.type === 'letter';
      later(sent + (isLetter ? letterSeconds : deliverSeconds) * 1000, () =>
        this.finish(notification, isLetter ? 'delivered' : outcomeOf(notification, this.options.outcomes ?? {})),
      );
    }
  }

  #send(notification: Notification): void {
    notification.sent = this.clock.now();
    this.#move(notification, 'sending');
    this.#resume(notification);
  }

  /** A letter that came as a PDF: its virus check, and whether it is a PDF at all. */
  #check(notification: Notification): void {
    const bytes = Buffer.from(this.book.file(notification.pdf ?? '') ?? []);
    if (bytes.includes(virusSignature)) return this.#move(notification, 'virus-scan-failed');
    if (!bytes.subarray(0, 1024).includes('%PDF-')) return this.#move(notification, 'validation-failed');
    this.#move(notification, notification.keyType === 'test' ? 'delivered' : 'created');
    this.#resume(notification);
  }

  #move(notification: Notification, status: NotificationStatus): void {
    notification.status = status;
    notification.updated = this.clock.now();
    this.book.write({ notification });
  }
}

/** Part of the file that virus checks are tested with: https://www.eicar.org/download-anti-malware-testfile/ */
export const virusSignature = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';
