import { Buffer } from 'node:buffer';
import type { Caller } from '../api/access.ts';
import type { SentFile } from '../book.ts';
import { isError, notifyErrors, type NotifyError } from '../api/errors.ts';
import { virusSignature, type NotifyService } from './notify-service.ts';
import type { Personalisation } from '../content/placeholders.ts';
import { readFile } from '../api/requests.ts';
import type { MessageType } from '../settings.ts';

/** https://docs.notifications.service.gov.uk/rest-api.html#send-a-file-by-email */
const largest = 2 * 1024 * 1024;
const allowed = ['csv', 'doc', 'docx', 'jpeg', 'jpg', 'odt', 'pdf', 'png', 'rtf', 'txt', 'xlsx'];

const isFile = (value: unknown): boolean => typeof value === 'object' && value !== null && 'file' in value;

/** Files go with emails only. */
export function refuseFiles(type: MessageType, personalisation: Personalisation): NotifyError | undefined {
  return type !== 'email' && Object.values(personalisation).some(isFile)
    ? notifyErrors.badRequest('Can only send a file by email')
    : undefined;
}

/** Keeps the files among the values, and puts links in their places. */
export function keepFiles(
  service: NotifyService,
  caller: Caller,
  personalisation: Personalisation,
  origin: string,
  simulated: boolean,
): { personalisation: Personalisation; files: readonly SentFile[] } | NotifyError {
  const files: SentFile[] = [];
  const values: Record<string, unknown> = { ...personalisation };
  for (const [name, value] of Object.entries(personalisation)) {
    if (!isFile(value)) continue;
    if (service.options.filesByEmail === false)
      return notifyErrors.badRequest(
        `Send files by email has not been set up - add contact details for your service at https://www.notifications.service.gov.uk/services/${caller.service}/service-settings/send-files-by-email`,
      );
    const request = readFile(value);
    if (isError(request)) return request;
    const extension = /\.([^.]*)$/.exec(request.filename ?? '')?.[1]?.toLowerCase();
    if (extension !== undefined && !allowed.includes(extension))
      return notifyErrors.badRequest(`Unsupported file type '${extension}'. Supported types are: '${allowed.join("', '")}'`);
    if ((request.filename ?? '').length > 100) return notifyErrors.badRequest('filename cannot be longer than 100 characters');
    const bytes = Buffer.from(request.file, 'base64');
    if (bytes.length > largest) return { ...notifyErrors.badRequest('Uploaded file exceeds file size limit'), status: 413 };
    if (bytes.includes(virusSignature)) return notifyErrors.badRequest('File did not pass the virus scan');
    const sha256 = service.book.keepFile(bytes);
    const filename = request.filename ?? (request.is_csv ? 'document.csv' : 'document');
    const weeks = Number(/\d+/.exec(request.retention_period ?? '')?.[0] ?? 26);
    if (!simulated) files.push({ sha256, filename, confirm: request.confirm_email_before_download !== false, weeks });
    values[name] = `${origin}/sandbox/files/${simulated ? 'test-document' : sha256}`;
  }
  return { personalisation: values, files };
}
