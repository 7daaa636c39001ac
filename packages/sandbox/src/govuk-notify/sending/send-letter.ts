import { Buffer } from 'node:buffer';
import type { Caller } from '../api/access.ts';
import { isError, notifyErrors, type NotifyError } from '../api/errors.ts';
import { presentPosted, presentPrecompiled } from '../api/present.ts';
import { readLetter, readPrecompiled } from '../api/requests.ts';
import type { Notification } from '../book.ts';
import { givenLines, readPostalAddress } from '../recipients/postal-address.ts';
import type { NotifyService } from './notify-service.ts';
import { begin, readTemplate, type Sent } from './send.ts';

/** The largest PDF: https://docs.notifications.service.gov.uk/rest-api.html#send-a-precompiled-letter */
const largestPdf = 5 * 1024 * 1024;

/** The template that stands behind letters which come as a PDF. */
export const precompiledTemplate = { id: '00000000-0000-4000-8000-0000000000ff', version: 1, type: 'letter' } as const;

/** Sends a letter from a template, or one that comes as a PDF (it has `content`). */
export function sendLetter(service: NotifyService, caller: Caller, body: unknown, origin: string): Sent | NotifyError {
  return typeof body === 'object' && body !== null && 'content' in body
    ? sendPrecompiled(service, caller, body)
    : sendFromTemplate(service, caller, body, origin);
}

function sendFromTemplate(service: NotifyService, caller: Caller, body: unknown, origin: string): Sent | NotifyError {
  const request = readLetter(body);
  if (isError(request)) return request;
  const found = readTemplate(service, 'letter', request.template_id, request.personalisation);
  if (isError(found)) return found;
  const refused = refuseSender(service, caller);
  if (refused) return refused;
  const address = readPostalAddress(request.personalisation, service.may('international_letters'));
  if ('problem' in address) return notifyErrors.validation([address.problem]);
  const { template, content } = found;
  const notification: Notification = {
    ...begin(service, caller, template, request.reference, address.lines.join('\n'), content),
    postage: address.zone === 'uk' ? (template.postage ?? 'second') : address.zone,
    lines: givenLines(request.personalisation),
    // A test letter is not printed: it counts as posted at once.
    ...(caller.type === 'test' ? { status: 'delivered', updated: service.clock.now() } : {}),
  };
  service.add(notification);
  service.limits.count(caller, 'letter');
  return { notification, answer: presentPosted(notification, content, '', origin) };
}

function sendPrecompiled(service: NotifyService, caller: Caller, body: object): Sent | NotifyError {
  const request = readPrecompiled(body);
  if (isError(request)) return request;
  if (!service.may('letter')) return notifyErrors.badRequest('Service is not allowed to send letters');
  const refused = refuseSender(service, caller);
  if (refused) return refused;
  const bytes = decode(request.content);
  if (!bytes) return notifyErrors.badRequest('Cannot decode letter content (invalid base64 encoding)');
  // That there is a limit is documented, what the API says of it is not.
  if (bytes.length > largestPdf) return { ...notifyErrors.badRequest('Letter content is larger than 5MB'), status: 413 };
  const notification: Notification = {
    ...begin(service, caller, precompiledTemplate, request.reference, 'Provided as PDF', { subject: 'Pre-compiled PDF', body: '' }),
    status: 'pending-virus-check',
    postage: request.postage ?? 'second',
    lines: ['Provided as PDF'],
    pdf: service.book.keepFile(bytes),
  };
  service.add(notification);
  service.limits.count(caller, 'letter');
  return { notification, answer: presentPrecompiled(notification) };
}

function refuseSender({ options }: NotifyService, { type }: Caller): NotifyError | undefined {
  if (type === 'team') return notifyErrors.badRequest('Cannot send letters with a team api key', 403);
  return options.trialMode && type !== 'test'
    ? notifyErrors.badRequest('Cannot send letters when service is in trial mode', 403)
    : undefined;
}

/** As Python reads base64: what is not of its alphabet is passed over, and only the end must come out. */
function decode(content: string): Buffer | undefined {
  const digits = content.replace(/[^A-Za-z0-9+/=]/g, '');
  const body = digits.replace(/=+$/, '');
  const padding = digits.length - body.length;
  if (body.includes('=') || body.length % 4 === 1 || (body.length % 4 !== 0 && padding < 4 - (body.length % 4))) return undefined;
  return Buffer.from(body, 'base64');
}
