import type { Personalisation } from '../content/placeholders.ts';
import type { postages } from '../settings.ts';
import { notifyErrors, type NotifyError } from './errors.ts';
import { pythonText } from './python.ts';
import {
  emailAddress,
  httpsUrl,
  isObject,
  listOrNull,
  object,
  phoneNumber,
  postage,
  problems,
  read,
  text,
  uuid,
  withinADay,
  type Check,
} from './schema.ts';

/** What every message to be sent has. */
interface Request {
  template_id: string;
  reference?: string;
  personalisation?: Personalisation;
}

export interface EmailRequest extends Request {
  email_address: string;
  email_reply_to_id?: string;
  one_click_unsubscribe_url?: string;
  sanitise_content_for?: readonly unknown[] | null;
}

export interface SmsRequest extends Request {
  phone_number: string;
  sms_sender_id?: string;
}

export interface LetterRequest extends Request {
  personalisation: Personalisation;
}

export interface PrecompiledRequest {
  reference: string;
  content: string;
  postage?: (typeof postages)[number];
}

/** A file to be sent by email, as the value of a placeholder. */
export interface FileRequest {
  file: string;
  is_csv?: boolean | null;
  filename?: string | null;
  confirm_email_before_download?: boolean | null;
  retention_period?: string | null;
}

export const readEmail = (body: unknown, now: number): EmailRequest | NotifyError =>
  read(body, {
    fields: {
      reference: text(1000),
      email_address: emailAddress,
      template_id: uuid,
      personalisation: object,
      scheduled_for: withinADay(now),
      email_reply_to_id: uuid,
      one_click_unsubscribe_url: httpsUrl,
      sanitise_content_for: listOrNull,
    },
    required: ['email_address', 'template_id'],
  });

export const readSms = (body: unknown, now: number): SmsRequest | NotifyError =>
  read(body, {
    fields: {
      reference: text(1000),
      phone_number: phoneNumber,
      template_id: uuid,
      personalisation: object,
      scheduled_for: withinADay(now),
      sms_sender_id: uuid,
    },
    required: ['phone_number', 'template_id'],
  });

export const readLetter = (body: unknown): LetterRequest | NotifyError =>
  read(body, {
    fields: { reference: text(1000), template_id: uuid, personalisation: object },
    required: ['template_id', 'personalisation'],
  });

export const readPrecompiled = (body: unknown): PrecompiledRequest | NotifyError =>
  read(body, { fields: { reference: text(), content: text(), postage }, required: ['reference', 'content'] });

/** The body of a preview: whatever else is in it is not looked at. */
export function readPreview(body: unknown): { personalisation?: Personalisation } | NotifyError {
  const found = problems(body, { fields: { personalisation: object }, required: [] }).filter((one) => !one.startsWith('Additional'));
  return found.length > 0 ? notifyErrors.validation(found) : (body as { personalisation?: Personalisation });
}

/** Reads a file that stands where a placeholder's value does. */
export function readFile(value: unknown): FileRequest | NotifyError {
  const flag =
    (name: string): Check =>
    (one) =>
      one === null || typeof one === 'boolean'
        ? undefined
        : `Unsupported value for ${name}: ${pythonText(one)}. Use a boolean true or false value.`;
  const found = problems(value, {
    fields: {
      file: text(),
      is_csv: flag('is_csv'),
      confirm_email_before_download: flag('confirm_email_before_download'),
      retention_period: (one) => {
        const weeks = typeof one === 'string' ? Number(/^(\d+) weeks?$/.exec(one.trim().toLowerCase())?.[1]) : NaN;
        return one === null || (weeks >= 1 && weeks <= 78)
          ? undefined
          : `Unsupported value for retention_period: ${pythonText(one)}. Supported periods are from 1 to 78 weeks.`;
      },
      filename: (one) =>
        one === null || (typeof one === 'string' && one.includes('.'))
          ? undefined
          : '`filename` must end with a file extension. For example, filename.csv',
    },
    required: [],
    extraFirst: true,
  });
  if (isObject(value) && Object.hasOwn(value, 'is_csv') && Object.hasOwn(value, 'filename'))
    found.push('Do not set a value for `is_csv` if `filename` is set.');
  return found.length > 0 ? notifyErrors.validation(found) : (value as unknown as FileRequest);
}
