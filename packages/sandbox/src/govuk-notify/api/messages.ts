import type { Notification } from '../book.ts';
import { letterPdf } from '../content/letter-pdf.ts';
import type { NotifyService } from '../sending/notify-service.ts';
import type { Caller } from './access.ts';
import { isError, notifyErrors, type NotifyError } from './errors.ts';
import { presentNotification, presentReceivedText } from './present.ts';
import { readId, readNotificationsQuery, readReceivedTextsQuery } from './queries.ts';
import { uuidOf } from './uuid.ts';

/** How many messages come in one answer. */
const pageSize = 250;

/** GET /v2/notifications/{id}. */
export function getNotification(service: NotifyService, caller: Caller, id: string, origin: string): object | NotifyError {
  const found = find(service, caller, id);
  return isError(found) ? found : presentNotification(found, origin);
}

/** GET /v2/notifications: newest first, of the same type of key only. */
export function listNotifications(service: NotifyService, caller: Caller, url: URL, origin: string): object | NotifyError {
  const query = readNotificationsQuery(url.searchParams);
  if (isError(query)) return query;
  const reference = query.get('reference')?.[0];
  const types = query.get('template_type');
  const wanted = query.get('status')?.flatMap((status) => kept[status] ?? [status]);
  const all = service.visible(caller);
  const found = olderThan(all, query.get('older_than')?.[0]).filter(
    (one) =>
      one.keyType === caller.type &&
      (reference === undefined || one.reference === reference) &&
      (types === undefined || types.includes(one.type)) &&
      (wanted === undefined || wanted.includes(one.status)),
  );
  const page = found.reverse().slice(0, pageSize);
  return {
    notifications: page.map((one) => presentNotification(one, origin)),
    links: links(`${origin}${url.pathname}`, query, page.at(-1)?.id),
  };
}

/** What Notify keeps for what the API calls a status. */
const kept: Readonly<Record<string, readonly string[]>> = {
  failed: ['technical-failure', 'temporary-failure', 'permanent-failure', 'validation-failed', 'virus-scan-failed', 'returned-letter'],
  accepted: ['created', 'sending'],
  received: ['delivered'],
};

/** GET /v2/received-text-messages. */
export function listReceivedTexts(service: NotifyService, caller: Caller, url: URL, origin: string): object | NotifyError {
  const query = readReceivedTextsQuery(url.searchParams);
  if (isError(query)) return query;
  const all = service.book.texts.filter((one) => one.service === caller.service && service.isKept(one));
  const page = olderThan(all, query.get('older_than')?.[0]).reverse().slice(0, pageSize);
  return {
    received_text_messages: page.map(presentReceivedText),
    links: links(`${origin}${url.pathname}`, new Map(), page.at(-1)?.id),
  };
}

/** GET /v2/notifications/{id}/pdf. */
export function getPdf(service: NotifyService, caller: Caller, id: string): Uint8Array<ArrayBuffer> | NotifyError {
  const found = find(service, caller, id);
  if (isError(found)) return found;
  if (found.type !== 'letter') return notifyErrors.badRequest('Notification is not a letter');
  if (found.status === 'virus-scan-failed') return notifyErrors.badRequest('File did not pass the virus scan');
  if (found.status === 'technical-failure') return notifyErrors.badRequest(`PDF not available for letters in status ${found.status}`);
  return service.hasPdf(found) ? new Uint8Array(pdfOf(service, found)) : notifyErrors.pdfNotReady();
}

/** The PDF of a letter: the one that came, or one made from its words. */
export function pdfOf(service: NotifyService, letter: Notification): Uint8Array {
  if (letter.pdf !== undefined) return service.book.file(letter.pdf) ?? new Uint8Array();
  return letterPdf({
    from: service.templates.get(letter.template.id, letter.template.version)?.contactBlock,
    to: letter.to,
    date: new Date(letter.created).toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'Europe/London',
    }),
    subject: letter.subject ?? '',
    body: letter.body,
  });
}

function find(service: NotifyService, caller: Caller, id: string): Notification | NotifyError {
  return readId('notification_id', id) ?? service.find(caller, uuidOf(id)) ?? notifyErrors.noResult();
}

/** Those that were there before another; none where that one is not known. A list of its own. */
function olderThan<T extends { id: string }>(oldestFirst: readonly T[], id: string | undefined): T[] {
  if (id === undefined) return [...oldestFirst];
  const at = oldestFirst.findIndex((one) => one.id === uuidOf(id));
  return oldestFirst.slice(0, Math.max(0, at));
}

/** Where this page is, and the next: there is said to be a next one after any page that holds something. */
function links(address: string, given: ReadonlyMap<string, readonly string[]>, lastId: string | undefined): object {
  const to = (parameters: ReadonlyMap<string, readonly string[]>): string => {
    const query = new URLSearchParams([...parameters].flatMap(([name, values]) => values.map((value) => [name, value])));
    return query.size === 0 ? address : `${address}?${query.toString()}`;
  };
  return { current: to(given), ...(lastId === undefined ? {} : { next: to(new Map([...given, ['older_than', [lastId]]])) }) };
}
