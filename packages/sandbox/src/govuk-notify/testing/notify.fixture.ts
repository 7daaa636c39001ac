import { createHmac } from 'node:crypto';
import { after, test } from 'node:test';
import { NotifyClient } from 'notifications-node-client';
import { startSandbox } from '../../sandbox.ts';
import { createGovukNotify } from '../govuk-notify.ts';
import { sandboxNotifyKeys, type GovukNotifyOptions, type NotifyTemplate } from '../settings.ts';
import { isPresent } from './schemas.fixture.ts';

if (!isPresent) test('answers against Notify’s schemas', { skip: 'the schemas of Notify’s client are not here' });

/** The built-in templates. */
export const receipt = '00000000-0000-4000-8000-0000000000e1';
export const reminderSms = '00000000-0000-4000-8000-0000000000a1';
export const reminderLetter = '00000000-0000-4000-8000-0000000000b1';
export const paid = {
  amount: '£120.00',
  paid_for: 'council tax',
  reference_name: 'Account number',
  reference: 'CT-1',
  date: '1 June 2026',
  payment_number: 'p-1',
  receipt_page: 'https://council.example/payments/p-1',
};
export const owing = { reference: 'CT-1', name: 'A Resident', amount: '£120.00', date: '1 June 2026' };
export const address = { address_line_1: 'A Resident', address_line_2: '1 Mill Lane', address_line_3: 'Aldermere', postcode: 'cf101aa' };

/** A template of one's own. */
export const template = (id: string, body: string, more: Partial<NotifyTemplate> = {}): NotifyTemplate => ({
  id,
  type: 'email',
  name: 'A template',
  subject: 'A subject',
  body,
  ...more,
});
export const uuid = (last: number): string => `10000000-0000-4000-8000-${String(last).padStart(12, '0')}`;

export interface Failure {
  status: number;
  errors: { error: string; message: string }[];
}

/** Seconds from created to sending, and from there to the outcome: longer than any test takes, so that only a test moves a message on. */
export const sends = 600;
export const arrives = 2 * sends;

/** The platform on a port of its own, and Notify's client for it. */
export async function begin(options: GovukNotifyOptions = {}) {
  const notify = createGovukNotify({ sendSeconds: sends, deliverSeconds: sends, ...options });
  const sandbox = await startSandbox({ platforms: { notify } });
  after(() => sandbox.stop());
  const { baseUrl, faults } = sandbox.platforms.notify;
  const clientFor = (key: string) => new NotifyClient(baseUrl, key);
  /** Posts what Notify's client would not. */
  const post = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Failure> => {
    const answer = await fetch(baseUrl + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const { errors } = (await answer.json()) as Failure;
    return { status: answer.status, errors };
  };
  return { notify, sandbox, baseUrl, faults, post, clientFor, client: clientFor(sandboxNotifyKeys.live) };
}

/** What a call of the client was refused with. */
export async function failure(call: Promise<unknown>): Promise<Failure> {
  try {
    await call;
  } catch (error) {
    const { response } = error as { response?: { status: number; data: { errors: Failure['errors'] } } };
    if (!response) throw error;
    return { status: response.status, errors: response.data.errors };
  }
  throw new Error('It was not refused.');
}

/** The only error, as one line: `400 BadRequestError: Template not found`. */
export const said = ({ status, errors }: Failure): string =>
  `${status} ${errors.map(({ error, message }) => `${error}: ${message}`).join('; ')}`;

/** A token as Notify's client makes it, or one that it would not make. */
export function token(
  claims: object = {},
  { key = sandboxNotifyKeys.live as string, header = { typ: 'JWT', alg: 'HS256' } as object } = {},
): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part(header)}.${part({ iss: key.slice(-73, -37), iat: Math.floor(Date.now() / 1000), ...claims })}`;
  return `${signed}.${createHmac('sha256', key.slice(-36)).update(signed).digest('base64url')}`;
}
