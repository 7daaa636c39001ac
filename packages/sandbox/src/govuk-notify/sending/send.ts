import { randomUUID } from 'node:crypto';
import type { Caller } from '../api/access.ts';
import type { Notification } from '../book.ts';
import { fillTemplate, refuseContent, type Content } from '../content/fill-template.ts';
import { withoutObscureWhitespace } from '../recipients/email-address.ts';
import { isError, notifyErrors, type NotifyError } from '../api/errors.ts';
import { keepFiles, refuseFiles } from './files.ts';
import type { NotifyService } from './notify-service.ts';
import { readPhoneNumber } from '../recipients/phone-number.ts';
import type { Personalisation } from '../content/placeholders.ts';
import { presentPosted, withSanitised } from '../api/present.ts';
import { readEmail, readSms } from '../api/requests.ts';
import { sanitise } from '../content/sanitise.ts';
import type { MessageType } from '../settings.ts';
import type { TemplateVersion } from '../content/templates.ts';
import { isSimulated } from '../recipients/test-recipients.ts';
import { uuidOf } from '../api/uuid.ts';

/** A message that is sent: the answer. */
export interface Sent {
  notification: Notification;
  answer: object;
}

const names: Readonly<Record<MessageType, string>> = { email: 'emails', sms: 'text messages', letter: 'letters' };

/** Sends an email. The order of the checks is that of notifications-api, v2/notifications/post_notifications.py. */
export function sendEmail(service: NotifyService, caller: Caller, body: unknown, origin: string): Sent | NotifyError {
  const request = readEmail(body, service.clock.now());
  if (isError(request)) return request;
  const { personalisation, sanitised } = sanitise(request.personalisation ?? {}, request.sanitise_content_for ?? []);
  const found = readTemplate(service, 'email', request.template_id, personalisation);
  if (isError(found)) return found;
  const replyToId = request.email_reply_to_id;
  const replyTo = replyToId === undefined ? undefined : own(service.options.emailReplyTo, replyToId);
  if (replyToId !== undefined && replyTo === undefined) return unknownSender('email_reply_to_id', replyToId, caller);
  const to = withoutObscureWhitespace(request.email_address);
  const recipient = refuseRecipient(service, caller, to);
  if (recipient) return recipient;
  const simulated = isSimulated(to);
  const files = keepFiles(service, caller, personalisation, origin, simulated);
  if (isError(files)) return files;
  const content = fillTemplate(found.template, files.personalisation);
  if (isError(content)) return content;
  const refused = refuseContent(found.template, content);
  if (refused) return refused;
  const notification: Notification = {
    ...begin(service, caller, found.template, request.reference, to, content),
    ...(simulated ? { simulated } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(request.one_click_unsubscribe_url === undefined ? {} : { unsubscribe: request.one_click_unsubscribe_url }),
    ...(files.files.length === 0 ? {} : { files: files.files }),
  };
  service.add(notification);
  if (!simulated) service.limits.count(caller, 'email');
  const from = `${service.options.emailSenderName ?? 'sandbox.council'}@notifications.service.gov.uk`;
  return { notification, answer: withSanitised(presentPosted(notification, content, from, origin), sanitised) };
}

/** Sends a text message. */
export function sendSms(service: NotifyService, caller: Caller, body: unknown, origin: string): Sent | NotifyError {
  const request = readSms(body, service.clock.now());
  if (isError(request)) return request;
  const found = readTemplate(service, 'sms', request.template_id, request.personalisation ?? {});
  if (isError(found)) return found;
  const { template, content } = found;
  const senderId = request.sms_sender_id;
  const sender = senderId === undefined ? (service.options.smsSender ?? 'SANDBOX') : own(service.options.smsSenders, senderId);
  if (sender === undefined) return unknownSender('sms_sender_id', senderId ?? '', caller);
  const to = withoutObscureWhitespace(request.phone_number);
  const refusedRecipient = refuseRecipient(service, caller, to);
  if (refusedRecipient) return refusedRecipient;
  const number = readPhoneNumber(to);
  if ('problem' in number) return notifyErrors.phone(number.problem);
  const isAbroad = number.prefix !== '44';
  if (isAbroad && !service.may('international_sms')) return notifyErrors.badRequest('Cannot send to international mobile numbers');
  if (number.landline && !service.may('sms_to_uk_landlines')) return notifyErrors.phone('Not a UK mobile number');
  const tooMany = isAbroad ? service.limits.refuseToday(caller, 'international_sms') : undefined;
  if (tooMany) return tooMany;
  const refused = refuseContent(template, content);
  if (refused) return refused;
  const simulated = isSimulated(number.normalised);
  const notification: Notification = {
    ...begin(service, caller, template, request.reference, to, content),
    replyTo: sender,
    phone: { normalised: number.normalised, prefix: number.prefix },
    ...(simulated ? { simulated } : {}),
  };
  service.add(notification);
  if (!simulated) {
    service.limits.count(caller, 'sms');
    if (isAbroad) service.limits.count(caller, 'international_sms');
  }
  return { notification, answer: presentPosted(notification, content, sender, origin) };
}

/** Finds a template and fills it, or says why it cannot be sent. */
export function readTemplate(
  service: NotifyService,
  type: MessageType,
  id: string,
  personalisation: Personalisation,
): { template: TemplateVersion; content: Content } | NotifyError {
  if (!service.may(type)) return notifyErrors.badRequest(`Service is not allowed to send ${names[type]}`);
  const template = service.templates.get(id);
  if (!template) return notifyErrors.badRequest('Template not found');
  if (template.type !== type) return notifyErrors.badRequest(`${template.type} template is not suitable for ${type} notification`);
  if (template.archived) return notifyErrors.badRequest('Template has been deleted');
  const content = fillTemplate(template, personalisation);
  if (isError(content)) return content;
  if (content.body === '') return notifyErrors.badRequest('Your message is empty.');
  return refuseFiles(type, personalisation) ?? { template, content };
}

/** What every new message has. */
export function begin(
  service: NotifyService,
  caller: Caller,
  template: Pick<TemplateVersion, 'id' | 'version' | 'type'>,
  reference: string | undefined,
  to: string,
  content: Content,
): Notification {
  return {
    id: randomUUID(),
    service: caller.service,
    keyType: caller.type,
    type: template.type,
    template: { id: template.id, version: template.version },
    reference: reference ?? null,
    to,
    ...content,
    status: 'created',
    created: service.clock.now(),
  };
}

const own = (values: Readonly<Record<string, string>> | undefined, id: string): string | undefined =>
  Object.entries(values ?? {}).find(([one]) => uuidOf(one) === uuidOf(id))?.[1];

const unknownSender = (field: string, id: string, { service }: Caller): NotifyError =>
  notifyErrors.badRequest(`${field} ${id} does not exist in database for service id ${service}`);

/** Team keys and trial mode send to the guest list only. */
function refuseRecipient(service: NotifyService, { type }: Caller, to: string): NotifyError | undefined {
  if (type === 'test' || (type === 'live' && !service.options.trialMode)) return undefined;
  const same = (text: string): string => {
    const number = readPhoneNumber(text);
    return 'problem' in number ? text.toLowerCase() : number.normalised;
  };
  if ((service.options.guestList ?? []).some((guest) => same(guest) === same(to))) return undefined;
  return notifyErrors.badRequest(
    type === 'team'
      ? 'Can’t send to this recipient using a team-only API key'
      : 'Can’t send to this recipient when service is in trial mode – see https://www.notifications.service.gov.uk/trial-mode',
  );
}
