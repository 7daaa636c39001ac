import { createHmac, timingSafeEqual } from 'node:crypto';
import { notifyErrors, type NotifyError } from './errors.ts';
import type { KeyType, NotifyKey } from '../settings.ts';
import { isUuid, uuidOf } from './uuid.ts';

/** Who sent a request. */
export interface Caller {
  /** The UUID of the service. */
  service: string;
  type: KeyType;
}

interface Key extends Caller {
  secret: string;
  revoked: boolean;
}

/** How far a token's time may be off, in seconds, either way. */
const tolerance = 30;

/** With its padding or without. */
const isBase64url = (text: string): boolean => /^[\w-]*$/.test(text) || (/^[\w-]+={1,2}$/.test(text) && text.length % 4 === 0);

const notAToken =
  'Invalid token: make sure your API token matches the example at https://docs.notifications.service.gov.uk/rest-api.html#authorisation-header';

/** Who may call: JSON Web Tokens signed with the secret of an API key. The order of the checks is that of notifications-api, authentication/auth.py. */
export class Access {
  /** As they were given. */
  readonly keys: readonly NotifyKey[];
  readonly #keys: readonly Key[];
  readonly #now: () => number;

  /** @throws TypeError when a key is not of Notify's form. */
  constructor(keys: readonly (string | NotifyKey)[], now: () => number) {
    this.keys = keys.map((key) => (typeof key === 'string' ? { key, type: 'live' } : key));
    this.#keys = this.keys.map(readKey);
    this.#now = now;
  }

  /** The UUIDs of the services. */
  get services(): readonly string[] {
    return [...new Set(this.#keys.map(({ service }) => service))];
  }

  /** Reads an `Authorization` header. */
  read(authorization: string | null): Caller | NotifyError {
    if (!authorization) return notifyErrors.auth('Unauthorized: authentication token must be provided', 401);
    const [, token] = /^Bearer (.*)$/is.exec(authorization) ?? [];
    if (token === undefined) return notifyErrors.auth('Unauthorized: authentication bearer scheme must be used', 401);
    const [head = '', body = '', signature, ...more] = token.split('.');
    const header = readPart(head);
    const claims = readPart(body);
    if (!header || !claims || signature === undefined || more.length > 0 || !isBase64url(signature)) return notifyErrors.auth(notAToken);
    if (!('iss' in claims)) return notifyErrors.auth('Invalid token: iss field not provided');
    const { iss } = claims;
    if (typeof iss !== 'string' || !isUuid(iss)) return notifyErrors.auth('Invalid token: service id is not the right data type');
    const keys = this.#keys.filter(({ service }) => service === uuidOf(iss));
    if (keys.length === 0) return notifyErrors.auth('Invalid token: service not found');
    if (header['alg'] !== 'HS256') return notifyErrors.auth('Invalid token: algorithm used is not HS256');
    const key = keys.find(({ secret }) => isSignature(signature, `${head}.${body}`, secret));
    if (!key) return notifyErrors.auth('Invalid token: API key not found');
    const refused = this.#refuseClaims(claims);
    if (refused) return refused;
    if (key.revoked) return notifyErrors.auth('Invalid token: API key revoked');
    return { service: key.service, type: key.type };
  }

  /** PyJWT looks at every claim that it knows, then Notify at the age of the token. */
  #refuseClaims({ iat, exp, aud }: Readonly<Record<string, unknown>>): NotifyError | undefined {
    const now = Math.floor(this.#now() / 1000);
    const issued = typeof iat === 'number' || typeof iat === 'string' ? Math.trunc(Number(iat)) : NaN;
    const outOfTime = notifyErrors.auth('Error: Your system clock must be accurate to within 30 seconds');
    if (iat !== undefined && !(issued <= now + tolerance)) return outOfTime;
    if (typeof exp === 'number' && exp <= now - tolerance) return notifyErrors.auth(notAToken);
    if (aud !== undefined && aud !== null) return notifyErrors.auth(notAToken);
    // A token without its time is taken for one that another key signed: notifications-api does not tell the two apart.
    if (iat === undefined) return notifyErrors.auth('Invalid token: API key not found');
    return now > issued + tolerance ? outOfTime : undefined;
  }
}

function readKey({ key, type = 'live', revoked = false }: NotifyKey): Key {
  const secret = key.slice(-36);
  const service = key.slice(-73, -37);
  if (!isUuid(secret) || !isUuid(service))
    throw new TypeError('An API key of Notify is a name, the UUID of the service and a secret UUID, joined by hyphens.');
  return { service: uuidOf(service), secret, type, revoked };
}

function readPart(part: string): Record<string, unknown> | undefined {
  if (!isBase64url(part)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isSignature(given: string, signed: string, secret: string): boolean {
  const right = createHmac('sha256', secret).update(signed).digest();
  const bytes = Buffer.from(given, 'base64url');
  return bytes.length === right.length && timingSafeEqual(bytes, right);
}
