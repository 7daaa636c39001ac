import { fileJournal, memoryJournal } from '../journal.ts';
import { json } from '../page.ts';
import { isDeskPath, type Platform } from '../platform.ts';
import type { Callback, Notification, ReceivedText } from './book.ts';
import { createDesk } from './desk/desk.ts';
import { errorBody, notifyErrors } from './api/errors.ts';
import type { Subscriptions } from './sending/callbacks.ts';
import { NotifyService } from './sending/notify-service.ts';
import { NotifyProtocol } from './api/protocol.ts';
import type { GovukNotifyOptions, NotifyTemplate, Outcome } from './settings.ts';

/** GOV.UK Notify, and the way to look inside. */
export interface GovukNotify extends Platform {
  /** Every message that was taken, oldest first; with those to the addresses for smoke tests, which the API does not give back. */
  readonly notifications: readonly Notification[];
  /** Every callback, and how often it was sent. */
  readonly callbacks: readonly Callback[];
  /** Sends a callback now: of a held subscription, or again. The status of the answer, undefined where there was none. */
  deliver(callbackId: string): Promise<number | undefined>;
  /** Resolves when no callback is on its way. */
  delivered(): Promise<void>;
  /**
   * Ends a message now, whatever its address says.
   *
   * @throws TypeError when there is no such message
   */
  finish(notificationId: string, outcome: Outcome): void;
  /**
   * A letter comes back.
   *
   * @throws TypeError when there is no such letter
   */
  returnLetter(notificationId: string): void;
  /** A resident sends a text message to the service (the first, where there are several). */
  receive(message: { from: string; content: string; to?: string; service?: string }): ReceivedText;
  /**
   * Adds a template, or the next version of one that there is; its version.
   *
   * @throws TypeError when it cannot be a template
   */
  publish(template: NotifyTemplate): number;
  /** From now on these are told, and no others. */
  subscribe(subscriptions: Subscriptions): void;
  /** Empties the book: messages, text messages that were received, callbacks. Templates stay. */
  forget(): void;
  /** Moves the clock ahead: messages are sent and arrive, callbacks are tried again. */
  advance(seconds: number): Promise<void>;
  /** Milliseconds since 1970 by the platform's own clock. */
  now(): number;
}

/**
 * GOV.UK Notify's API and its callbacks: https://docs.notifications.service.gov.uk/rest-api.html
 *
 * @throws Error when `keepIn` cannot be read; TypeError when a key or a template cannot be one.
 */
export function createGovukNotify(options: GovukNotifyOptions = {}): GovukNotify {
  const service = new NotifyService(options, options.keepIn === undefined ? memoryJournal() : fileJournal(options.keepIn));
  const protocol = new NotifyProtocol(service);
  const desk = createDesk(service);
  const of = (id: string): Notification => {
    const notification = service.book.notification(id);
    if (!notification) throw new TypeError(`There is no message ${id}.`);
    return notification;
  };
  return {
    title: 'GOV.UK Notify',
    basePath: '',
    problem: (status) =>
      errorBody(status === 429 ? notifyErrors.rateLimit('live', options.requestsPerMinute ?? 3000) : notifyErrors.exception()),
    async fetch(request) {
      try {
        return isDeskPath(new URL(request.url).pathname) ? await desk.fetch(request) : await protocol.answer(request);
      } catch (error) {
        // A fault of the sandbox's own, which no test may take for one that it asked for.
        console.error('The sandbox itself failed:', error);
        return json({ status_code: 500, errors: [{ error: 'Exception', message: 'The sandbox itself failed: see its log' }] }, 500);
      }
    },
    get notifications() {
      return service.book.notifications;
    },
    get callbacks() {
      return service.book.callbacks;
    },
    deliver: (id) => service.callbacks.deliver(id),
    delivered: () => service.callbacks.settled(),
    finish: (id, outcome) => service.finish(of(id), outcome),
    returnLetter(id) {
      const letter = of(id);
      if (letter.type !== 'letter') throw new TypeError(`Message ${id} is not a letter.`);
      service.returnLetter(letter);
    },
    receive: (message) => service.receive(message),
    publish: (template) => service.templates.publish(template, service.clock.now()).version,
    subscribe: (subscriptions) => service.callbacks.subscribe(subscriptions),
    forget: () => service.book.forget(),
    advance: (seconds) => service.advance(seconds),
    now: () => service.clock.now(),
    close: () => service.close(),
  };
}
