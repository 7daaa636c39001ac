/** The gateway's own settings: from a file or a caller, and the environment. Each service has its own beside them. */
import * as v from 'valibot';
import { defaultSchedule } from './outbox/schedule.ts';
import { listOf, origin, text, wholeNumber } from './settings/parts.ts';

export { parseSettings, SettingsError } from './settings/parse.ts';

const seconds = 'a list of seconds to wait, such as [60, 300, 1800]';
const AN_OBJECT = 'an object { … }';

const publicUrl = v.pipe(
  v.string('the address residents see, such as "https://www.council.example/services"'),
  v.check(
    (url) => URL.canParse(url) && /^https?:\/\/[^/\s?#@]+(\/[^/\s?#@]+)*\/?$/.test(url),
    'the address residents see, such as "https://www.council.example/services"',
  ),
);

const hostAllowed = 'an address to listen on, such as "127.0.0.1"';
const databaseAllowed = 'a PostgreSQL address, such as "postgres://gateway@db.council.example/gateway"';
const secretAllowed = 'at least 32 characters that nobody can guess, such as those that `openssl rand -base64 32` makes';
const csp = 'a list of origins, such as ["https://maps.council.example"]';

/** Every setting of the gateway, with its default. The keys are what the settings file holds. */
export const gatewaySettingsSchema = v.strictObject({
  host: v.optional(v.pipe(text(hostAllowed), v.regex(/^[\w.:-]+$/, hostAllowed)), '127.0.0.1'),
  port: v.optional(wholeNumber(0, 65535), 8080),
  publicUrl: v.optional(publicUrl),
  dataFolder: v.optional(text('a folder'), './council-data'),
  databaseUrl: v.optional(
    v.pipe(
      v.string(databaseAllowed),
      v.check((url) => /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url), databaseAllowed),
    ),
  ),
  databaseConnections: v.optional(wholeNumber(1, 200), 10),
  secret: v.optional(
    v.pipe(
      v.string(secretAllowed),
      // One letter 32 times is long, and the first thing that is guessed.
      v.check((secret) => secret.length >= 32 && new Set(secret).size >= 10, secretAllowed),
    ),
  ),
  allowedOrigins: v.optional(listOf(origin(), 'a list of origins, such as ["https://www.council.example"]'), []),
  languages: v.optional(listOf(v.picklist(['en', 'cy'], '"en" or "cy"'), 'a list of "en", "cy" or both', { least: 1 }), ['en', 'cy']),
  trustedProxies: v.optional(wholeNumber(0, 10), 0),
  bodyLimit: v.optional(wholeNumber(1024, 100_000_000), 262_144),
  draftHours: v.optional(wholeNumber(1, 24 * 31), 24),
  rateLimit: v.optional(
    v.strictObject(
      {
        readsPerMinute: v.optional(wholeNumber(1, 10_000_000), 6000),
        writesPerMinute: v.optional(wholeNumber(1, 10_000_000), 600),
      },
      AN_OBJECT,
    ),
    {},
  ),
  maxConcurrentRequests: v.optional(wholeNumber(1, 100_000), 500),
  maxConcurrentRequestsPerClient: v.optional(wholeNumber(1, 100_000), 250),
  bodyMemory: v.optional(wholeNumber(1_000_000, 100_000_000_000), 256_000_000),
  bodyMemoryPerClient: v.optional(wholeNumber(1_000_000, 100_000_000_000), 100_000_000),
  // A connection on which nothing moves for two minutes is closed, whatever else it may.
  bodySeconds: v.optional(wholeNumber(1, 120), 30),
  headerSeconds: v.optional(wholeNumber(1, 120), 15),
  keepAliveSeconds: v.optional(wholeNumber(1, 3_600), 75),
  maxConnections: v.optional(wholeNumber(10, 1_000_000), 10_000),
  maxConnectionsPerClient: v.optional(wholeNumber(10, 1_000_000), 1_000),
  drainSeconds: v.optional(wholeNumber(0, 600), 5),
  stopSeconds: v.optional(wholeNumber(0, 600), 10),
  contentSecurity: v.optional(
    v.strictObject(
      {
        /** Besides our own origin. */
        images: v.optional(listOf(v.union([origin(), v.literal('blob:'), v.literal('data:')], 'an origin, "blob:" or "data:"'), csp), []),
        connect: v.optional(listOf(origin(), csp), []),
        frameAncestors: v.optional(listOf(v.union([origin(), v.literal("'self'")], 'an origin or "\'self\'"'), csp), []),
      },
      AN_OBJECT,
    ),
    {},
  ),
  outbox: v.optional(
    v.strictObject(
      {
        retryAfterSeconds: v.optional(v.pipe(v.array(wholeNumber(1, 86_400), seconds), v.minLength(1, seconds), v.maxLength(50, seconds)), [
          ...defaultSchedule.retryAfterSeconds,
        ]),
        giveUpAfterHours: v.optional(wholeNumber(1, 24 * 90), defaultSchedule.giveUpAfterHours),
      },
      AN_OBJECT,
    ),
    {},
  ),
  logLevel: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent'], '"debug", "info", "warn", "error" or "silent"'), 'info'),
});

export type GatewaySettings = v.InferOutput<typeof gatewaySettingsSchema>;
/** What may be left out, is. */
export type GatewaySettingsInput = v.InferInput<typeof gatewaySettingsSchema>;

/** The environment variables that set something, and what. They win over the file. */
const environmentNames = {
  HOST: 'host',
  PORT: 'port',
  PUBLIC_URL: 'publicUrl',
  DATA_FOLDER: 'dataFolder',
  DATABASE_URL: 'databaseUrl',
  COUNCIL_GATEWAY_SECRET: 'secret',
  LOG_LEVEL: 'logLevel',
} as const satisfies Record<string, keyof GatewaySettings>;

/** Puts what the environment says over what the file says. */
export function withEnvironment(file: Readonly<Record<string, unknown>>, environment: NodeJS.ProcessEnv): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...file };
  for (const [name, setting] of Object.entries(environmentNames)) {
    const value = environment[name];
    if (value === undefined || value === '') continue;
    merged[setting] = setting === 'port' && /^\d+$/.test(value) ? Number(value) : value;
  }
  return merged;
}
