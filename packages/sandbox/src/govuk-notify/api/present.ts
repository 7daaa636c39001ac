import type { Notification, ReceivedText } from '../book.ts';
import { placeholdersOfTemplate, type Content } from '../content/fill-template.ts';
import type { SanitisedContent } from '../content/sanitise.ts';
import { smsFragments } from '../content/sms-text.ts';
import type { TemplateVersion } from '../content/templates.ts';

/** As Notify writes a moment: with microseconds. */
export const timestamp = (ms: number): string => new Date(ms).toISOString().replace('Z', '000Z');
const orNull = (ms: number | undefined): string | null => (ms === undefined ? null : timestamp(ms));

/** The answer to POST /v2/notifications/{type}. `from`: the sender's email address, or the sender of a text message. */
export function presentPosted(notification: Notification, content: Content, from: string, origin: string): object {
  const { id, reference, service, template, type, unsubscribe } = notification;
  return {
    id,
    reference,
    uri: `${origin}/v2/notifications/${id}`,
    template: { ...template, uri: `${origin}/services/${service}/templates/${template.id}` },
    scheduled_for: null,
    content:
      type === 'email'
        ? { from_email: from, body: content.body, subject: content.subject, one_click_unsubscribe_url: unsubscribe ?? null }
        : type === 'sms'
          ? { from_number: from, body: content.body }
          : { body: content.body, subject: content.subject },
  };
}

/** The same with `sanitised_content`, which only emails have. */
export const withSanitised = (posted: object, sanitised: SanitisedContent): object => ({ ...posted, sanitised_content: sanitised });

export const presentPrecompiled = ({ id, reference, postage }: Notification): object => ({ id, reference, postage });

const ended = new Set(['delivered', 'permanent-failure', 'temporary-failure', 'technical-failure', 'validation-failed', 'returned-letter']);

/** What the API calls the status: a letter that waits is accepted, one that is posted is received. */
export function publicStatus({ type, status }: Notification): string {
  if (type !== 'letter') return status;
  if (status === 'created' || status === 'sending') return 'accepted';
  return status === 'delivered' || status === 'returned-letter' ? 'received' : status;
}

/** The body of GET /v2/notifications/{id}. */
export function presentNotification(notification: Notification, origin: string): object {
  const { id, reference, type, to, template, status } = notification;
  const [line_1 = null, line_2 = null, line_3 = null, line_4 = null, line_5 = null, line_6 = null, postcode = null] =
    notification.lines ?? [];
  return {
    id,
    reference,
    email_address: type === 'email' ? to : null,
    phone_number: type === 'sms' ? to : null,
    line_1,
    line_2,
    line_3,
    line_4,
    line_5,
    line_6,
    postcode,
    type,
    status: publicStatus(notification),
    template: { ...template, uri: `${origin}/v2/template/${template.id}/version/${template.version}` },
    body: notification.body,
    subject: notification.subject,
    created_at: timestamp(notification.created),
    created_by_name: null,
    sent_at: orNull(notification.sent),
    completed_at: ended.has(status) ? orNull(notification.updated ?? notification.created) : null,
    scheduled_for: null,
    postage: notification.postage ?? null,
    one_click_unsubscribe_url: notification.unsubscribe ?? null,
    ...(type === 'letter' ? { estimated_delivery: estimatedDelivery(notification) } : {}),
    ...cost(notification),
  };
}

/** Days until a letter is likely to be there at the latest, by its postage. */
const days: Readonly<Record<string, number>> = { first: 3, second: 5, economy: 9 };
const estimatedDelivery = ({ created, postage = 'second' }: Notification): string =>
  timestamp(Math.floor(created / 86_400_000) * 86_400_000 + ((days[postage] ?? 14) * 24 + 16) * 3_600_000);

/** Pounds, by way of example: the real rates change every year. https://www.notifications.service.gov.uk/pricing */
const smsRate = 0.0233;
const letterRate = 0.68;

function cost(notification: Notification): object {
  const { type, status, body, postage = null } = notification;
  if (type === 'email') return { cost_details: {}, cost_in_pounds: 0, is_cost_data_ready: true };
  if (status === 'created' || status === 'pending-virus-check')
    return { cost_details: {}, cost_in_pounds: null, is_cost_data_ready: false };
  if (type === 'sms') {
    const fragments = smsFragments(body);
    return {
      cost_details: { billable_sms_fragments: fragments, international_rate_multiplier: 1, sms_rate: smsRate },
      cost_in_pounds: Math.round(fragments * smsRate * 1e4) / 1e4,
      is_cost_data_ready: true,
    };
  }
  const sheets = ['technical-failure', 'validation-failed', 'virus-scan-failed'].includes(status) ? 0 : 1;
  return { cost_details: { billable_sheets_of_paper: sheets, postage }, cost_in_pounds: sheets * letterRate, is_cost_data_ready: true };
}

/** The body of GET /v2/template/{id}. */
export function presentTemplate(template: TemplateVersion): object {
  return {
    id: template.id,
    type: template.type,
    created_at: timestamp(template.created),
    updated_at: orNull(template.updated),
    created_by: 'content.designer@example.gov.uk',
    version: template.version,
    body: template.body,
    subject: template.type === 'sms' ? null : (template.subject ?? ''),
    name: template.name,
    personalisation: Object.fromEntries(placeholdersOfTemplate(template).map((name) => [name, { required: true }])),
    postage: template.type === 'letter' ? (template.postage ?? 'second') : null,
    letter_contact_block: template.contactBlock ?? null,
  };
}

export const presentReceivedText = ({ created, service, ...text }: ReceivedText): object => ({
  ...text,
  created_at: timestamp(created),
  service_id: service,
});

/** What a delivery receipt says. */
export const presentReceipt = (notification: Notification): object => ({
  id: notification.id,
  reference: notification.reference,
  to: notification.to,
  status: notification.status,
  created_at: timestamp(notification.created),
  completed_at: orNull(notification.updated),
  sent_at: orNull(notification.sent),
  notification_type: notification.type,
  template_id: notification.template.id,
  template_version: notification.template.version,
});

/** What the callback for a text message from a resident says. */
export const presentReceivedCallback = (text: ReceivedText): object => ({
  id: text.id,
  source_number: text.user_number,
  destination_number: text.notify_number,
  message: text.content,
  date_received: timestamp(text.created),
});

/** What the callback for a letter that came back says. */
export const presentReturnedLetter = (notification: Notification, templateName: string | null): object => ({
  notification_id: notification.id,
  reference: notification.reference,
  date_sent: timestamp(notification.created),
  sent_by: 'API',
  template_name: templateName,
  template_id: notification.template.id,
  template_version: notification.template.version,
  spreadsheet_file_name: null,
  spreadsheet_row_number: null,
  upload_letter_file_name: null,
});
