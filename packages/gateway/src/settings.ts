/** The gateway's own settings: from a file or a caller, and the environment. Each service has its own beside them. */
import * as v from 'valibot';
import { defaultSchedule } from './outbox/schedule.ts';

const origin = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, 'an origin such as "https://www.council.example", without a path'),
);

const wholeNumber = (from: number, to: number) => {
  const allowed = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(from, allowed), v.maxValue(to, allowed));
};

const text = (allowed: string) => v.pipe(v.string(allowed), v.nonEmpty(allowed));
const list = <S extends v.GenericSchema>(of: S, allowed: string) => v.array(of, allowed);
const AN_OBJECT = 'an object { … }';

const publicUrl = v.pipe(
  v.string(),
  v.check(
    (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && !/[?#@]/.test(url),
    'the address residents see, such as "https://www.council.example/services"',
  ),
);

/** Every setting of the gateway, with its default. The keys are what the settings file holds. */
export const gatewaySettingsSchema = v.strictObject({
  host: v.optional(text('an address to listen on, such as "127.0.0.1"'), '127.0.0.1'),
  port: v.optional(wholeNumber(0, 65535), 8080),
  publicUrl: v.optional(publicUrl),
  dataFolder: v.optional(text('a folder'), './council-data'),
  databaseUrl: v.optional(
    v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address, such as "postgres://gateway@db.council.example/gateway"')),
  ),
  databaseConnections: v.optional(wholeNumber(1, 200), 10),
  secret: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters that nobody can guess'))),
  allowedOrigins: v.optional(list(origin, 'a list of origins'), []),
  languages: v.optional(
    v.pipe(list(v.picklist(['en', 'cy'], '"en" or "cy"'), 'a list of "en" and "cy"'), v.minLength(1, 'a list of "en" and "cy"')),
    ['en', 'cy'],
  ),
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
  bodySeconds: v.optional(wholeNumber(1, 600), 30),
  headerSeconds: v.optional(wholeNumber(1, 600), 15),
  keepAliveSeconds: v.optional(wholeNumber(1, 3_600), 75),
  maxConnections: v.optional(wholeNumber(10, 1_000_000), 10_000),
  maxConnectionsPerClient: v.optional(wholeNumber(10, 1_000_000), 1_000),
  drainSeconds: v.optional(wholeNumber(0, 600), 5),
  stopSeconds: v.optional(wholeNumber(0, 600), 10),
  contentSecurity: v.optional(
    v.strictObject(
      {
        /** Besides our own origin. */
        images: v.optional(list(v.union([origin, v.literal('blob:'), v.literal('data:')], 'an origin, "blob:" or "data:"'), 'a list'), []),
        connect: v.optional(list(origin, 'a list of origins'), []),
        frameAncestors: v.optional(list(v.union([origin, v.literal("'self'")], 'an origin or "\'self\'"'), 'a list of origins'), []),
      },
      AN_OBJECT,
    ),
    {},
  ),
  outbox: v.optional(
    v.strictObject(
      {
        retryAfterSeconds: v.optional(v.pipe(list(wholeNumber(1, 86_400), 'a list of seconds'), v.minLength(1, 'a list of seconds')), [
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

/** Why a gateway or a command cannot start: most often a setting that is not as it must be. The message is a sentence for the person who started it. */
export class SettingsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SettingsError';
  }
}

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

/**
 * Parses settings.
 * @param where what holds them, for the message: `the settings` or `the settings of "@council-kit/reports/server"`
 * @throws SettingsError naming the setting and what is allowed
 */
export function parseSettings<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, where: string): Output {
  const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
  if (parsed.success) return parsed.output;
  throw new SettingsError(parsed.issues.map((issue) => sentence(issue, schema, where)).join('\n'));
}

function sentence(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, where: string): string {
  const path = issue.path?.map((item) => ('key' in item ? item.key : undefined)) ?? [];
  const name = v.getDotPath(issue) ?? '';
  const aboutKey = issue.type === 'strict_object' && issue.path?.at(-1)?.origin === 'key';
  if (aboutKey && issue.expected === 'never') {
    const known = Object.keys(entriesOf(schemaAt(schema, path.slice(0, -1))) ?? {});
    return `Unknown setting "${name}" in ${where}.${known.length > 0 ? ` There are: ${known.join(', ')}.` : ''}`;
  }
  if (aboutKey) {
    const expected = schemaAt(schema, path);
    const missing = expected && v.safeParse(expected, undefined).issues?.[0];
    return `The setting "${name}" is missing from ${where}: ${allowed(missing ?? issue)}.`;
  }
  const shown = /^("|-?\d|true|false)/.test(issue.received) && !/secret|key|token|password|url$/i.test(name) ? ` (${issue.received})` : '';
  const subject = name === '' ? where.replace(/^t/, 'T') : `The setting "${name}"${shown} in ${where}`;
  return `${subject} is not allowed: ${allowed(issue)}.`;
}

/** Our schemas' messages are what is allowed; valibot's own say "Invalid …" and carry it as `expected`. */
function allowed(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected?.replace(/^>=(\S+)$/, '$1 or more').replace(/^<=(\S+)$/, '$1 or less');
  return `it must be ${/^Invalid /.test(issue.message) ? (expected ?? 'something else') : issue.message}`;
}

/** The schema of the value at `path`, through optional and nested objects and lists. */
function schemaAt(schema: v.GenericSchema | undefined, path: readonly unknown[]): v.GenericSchema | undefined {
  let at = unwrapped(schema);
  for (const key of path) {
    const item = (at as { item?: v.GenericSchema } | undefined)?.item;
    at = unwrapped(typeof key === 'number' ? item : entriesOf(at)?.[String(key)]);
  }
  return at;
}

function entriesOf(schema: v.GenericSchema | undefined): Record<string, v.GenericSchema> | undefined {
  return (schema as { entries?: Record<string, v.GenericSchema> } | undefined)?.entries;
}

function unwrapped(schema: v.GenericSchema | undefined): v.GenericSchema | undefined {
  const inner = (schema as { wrapped?: v.GenericSchema } | undefined)?.wrapped;
  return inner ? unwrapped(inner) : schema;
}
