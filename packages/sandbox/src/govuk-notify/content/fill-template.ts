import { Buffer } from 'node:buffer';
import { notifyErrors, type NotifyError } from '../api/errors.ts';
import { byKey, fill, keyOf, placeholdersOf, type Personalisation } from './placeholders.ts';
import { longestSms, smsText } from './sms-text.ts';
import type { TemplateVersion } from './templates.ts';
import { niceTypography, normaliseWhitespace } from './typography.ts';

/** A message with its placeholders filled in: the body still in markdown. */
export interface Content {
  /** Null for a text message. */
  subject: string | null;
  body: string;
}

/** The longest email, in bytes. */
const longestEmail = 2_000_000;

/** Fills a template, or says which placeholders have no value. */
export function fillTemplate(template: TemplateVersion, personalisation: Personalisation): Content | NotifyError {
  const values = byKey(personalisation);
  const missing = placeholdersOfTemplate(template).filter((name) => (values.get(keyOf(name)) ?? null) === null);
  if (missing.length > 0) return notifyErrors.badRequest(`Missing personalisation: ${missing.join(', ')}`);
  if (template.type === 'sms') return { subject: null, body: smsText(fill(template.body, values, 'words')) };
  return {
    subject: normaliseWhitespace(niceTypography(fill(template.subject ?? '', values, 'words'))),
    body: fill(template.body, values, 'bullets').trim(),
  };
}

/** The names that a template needs, those of the subject first. */
export const placeholdersOfTemplate = (template: TemplateVersion): readonly string[] =>
  placeholdersOf(template.contactBlock, template.subject, template.body);

/** Says why a message cannot be sent as it is: empty or too long. */
export function refuseContent(template: TemplateVersion, { body }: Content): NotifyError | undefined {
  if (body === '') return notifyErrors.badRequest('Your message is empty.');
  const length = template.type === 'sms' ? body.length : Buffer.byteLength(body);
  if (template.type === 'sms' && length > longestSms)
    return notifyErrors.badRequest(
      `Your message is too long. Text messages cannot be longer than ${longestSms} characters. Your message is ${length} characters long.`,
    );
  if (template.type === 'email' && length > longestEmail)
    return notifyErrors.badRequest(
      `Your message is too long. Emails cannot be longer than ${longestEmail} bytes. Your message is ${length} bytes.`,
    );
  return undefined;
}
