/** An API key of GOV.UK Notify, and what it signs: https://docs.notifications.service.gov.uk/rest-api.html#authorisation-header */
import { createHmac } from 'node:crypto';
import * as v from 'valibot';

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const pattern = new RegExp(`^(?:.+-)?(${uuid})-(${uuid})$`, 'i');

/** `{name}-{service id}-{secret}`, as Notify shows it once, when it is made. */
export const notifyKeySchema = v.pipe(
  v.string('an API key of GOV.UK Notify'),
  v.regex(pattern, 'an API key of GOV.UK Notify, whole: its name, the service’s id and the secret, joined by hyphens'),
);

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What goes behind `Authorization: Bearer`. Notify takes it for 30 seconds, so each request has one of its own. */
export function notifyToken(key: string, now: Date): string {
  const [, service = '', secret = ''] = pattern.exec(key) ?? [];
  const signed = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss: service, iat: Math.floor(now.getTime() / 1000) })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
