/** Puts the ground together and the services on it. */
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { blobFolder, removeUnfinished } from './blobs/folder.ts';
import { systemClock } from './clock.ts';
import { draftsOf, forgetExpiredDrafts } from './drafts/drafts.ts';
import { answerProblem, asProblem } from './http/answer-problem.ts';
import { cacheable } from './http/cacheable.ts';
import { clientTokens } from './http/client.ts';
import { aroundEveryRequest, guards, originsOf } from './http/common.ts';
import { Endpoints } from './http/endpoints.ts';
import { openApiDocument } from './http/openapi.ts';
import { mountOperations } from './http/operations.ts';
import { problems } from './http/problems.ts';
import type { RegisteredOperation } from './http/routes.ts';
import { forgetOldAnswers, idempotencyOf } from './idempotency/idempotency.ts';
import { Jobs } from './jobs/jobs.ts';
import { createLog } from './log.ts';
import { outboxOf } from './outbox/outbox.ts';
import { forgetDelivered } from './outbox/claims.ts';
import { OutboxWorker } from './outbox/worker.ts';
import { plainPage } from './pages/plain-page.ts';
import { PortDirectory } from './ports/ports.ts';
import { masterSecret, secretsOf } from './secrets/secrets.ts';
import { bankHolidaysWarning } from './bank-holidays-warning.ts';
import { checkPublicUrl } from './public-url.ts';
import type {
  Clock,
  Delivery,
  GatewayApp,
  GatewayContext,
  GatewayEnv,
  Ground,
  Job,
  PageLayout,
  Service,
  ServiceParts,
  Site,
} from './service.ts';
import { gatewaySettingsSchema, parseSettings, SettingsError, type GatewaySettings, type GatewaySettingsInput } from './settings.ts';
import { checkSettings } from './settings/check-settings.ts';
import { StaffAreas } from './staff/staff.ts';
import { gatewayMigrations } from './store/gateway-tables.ts';
import { storeFailure } from './store/failures.ts';
import { migrate } from './store/migrate.ts';
import { Readiness } from './store/readiness.ts';
import { openStore, type OpenStore, type StoreOptions } from './store/store.ts';
import { placeOfStore, whenStoreIsThere } from './store/wait-for-store.ts';
import { createUpstream } from './upstream/upstream.ts';
import { within } from './within.ts';

export interface GatewayOptions {
  readonly services: readonly Service[];
  /** What is left out has its default: see the table in the README. */
  readonly settings?: GatewaySettingsInput;
  /** The council's page around every content. A plain one unless given. */
  readonly page?: PageLayout;
  /** Replaced in tests. */
  readonly clock?: Clock;
  /** JSON lines to standard output unless given. */
  readonly log?: Logger;
  /** Sends requests to the platforms behind the gateway. The global `fetch` unless given: a program that runs a platform itself can call it directly. */
  readonly fetch?: typeof fetch;
  /**
   * What it is for. `request` unless given. `command`: a program that does one thing and ends. It fails at once where the store is
   * away, and its statements may take long.
   */
  readonly work?: StoreOptions['work'];
  /**
   * Whether a write waits until it is on the disk. True unless given. False is for a program that makes a SQLite store which nobody uses
   * until it is whole: a power cut before that can lose all of it.
   */
  readonly syncWrites?: boolean;
}

export interface Gateway {
  readonly settings: GatewaySettings;
  /** What is doubtful about the settings, in sentences. Logged at the start too. */
  readonly warnings: readonly string[];
  /**
   * Answers a request: give it to any server that speaks the web's `Request` and `Response`. Before {@link start} and while
   * stopping it answers 503.
   * @param env what the server knows of the connection: `@hono/node-server` gives `{ incoming }`, for rate limits
   */
  readonly fetch: (request: Request, env?: unknown) => Promise<Response>;
  /**
   * Opens the store, brings the tables up to date, sets the services up, begins jobs and deliveries. Where the database is away it
   * tries again until it is there.
   * @param address where it answers, for links where the settings have no `publicUrl`
   * @throws SettingsError where the store cannot be used as it is set; Error where {@link stop} was called first
   */
  start(address?: string): Promise<void>;
  /** From now on `/ready` answers 503, so that load balancers send nobody here; everything else goes on until {@link stop}. */
  drain(): void;
  /**
   * Answers what has begun, lets deliveries finish for `stopSeconds`, gives claims and leases back, closes the store. A gateway that
   * is starting stops at once.
   */
  stop(): Promise<void>;
}

const HOUR = 60 * 60 * 1000;
/** Clearing away goes slowly, to leave the store to requests. A run that does not finish goes on at the next. */
const CLEARING_MS = HOUR / 6;
/** How long delivered outbox rows are kept, for people who ask about one. */
const DELIVERED_KEPT_MS = 30 * 24 * HOUR;

/**
 * Makes a gateway of the given services. Nothing happens until {@link Gateway.start}.
 * @throws SettingsError naming the setting and what is allowed
 */
export function createGateway(options: GatewayOptions): Gateway {
  const settings = parseSettings(gatewaySettingsSchema, options.settings ?? {}, 'the settings');
  checkSettings(settings);
  const log = options.log ?? createLog(settings.logLevel);
  const clock = options.clock ?? systemClock;
  const page = options.page ?? plainPage;
  const names = new Set<string>();
  for (const { name } of options.services) {
    if (!/^[a-z][a-z0-9_]*$/.test(name) || name === 'gateway') throw new SettingsError(`A service cannot be named "${name}".`);
    if (names.has(name)) throw new SettingsError(`Two services are named "${name}". Remove one of them.`);
    names.add(name);
  }
  for (const { name, needs = [] } of options.services)
    for (const needed of needs)
      if (!names.has(needed)) throw new SettingsError(`The service "${name}" needs the service "${needed}". Add it to "services".`);
  const warnings = [
    ...checkPublicUrl(settings, process.env),
    ...bankHolidaysWarning(clock.now()),
    ...options.services.flatMap((service) => service.check?.(settings, clock.now()) ?? []),
  ];

  let state: 'new' | 'starting' | 'started' | 'stopping' | 'stopped' = 'new';
  let running: Running | undefined;
  let draining = false;
  const starting = new AbortController();
  let atWork = 0;
  let idle: (() => void) | undefined;
  // The same around every app, so that a gateway that is starting answers 503 with the same headers. The store holds the secret, so
  // until it is open clients are told apart by a key of this process.
  const waiting = emptyApp({ settings, log, clock, page, tokenOf: clientTokens(randomBytes(32), clock) }, () => {
    throw problems.unavailable(state === 'stopping' || state === 'stopped' ? 'stopping' : 'starting');
  });
  waiting.get('/health', (context) => context.json({ status: 'up' }));

  return {
    settings,
    warnings,

    async fetch(request, env = {}) {
      atWork++;
      try {
        return await (running && state === 'started' ? running.app : waiting).fetch(request, env as object);
      } catch (error) {
        // Hono answers whatever is an Error; this is somebody's `throw 'text'`.
        log.error({ err: error }, 'request failed');
        return new Response(null, { status: 500 });
      } finally {
        if (--atWork === 0) idle?.();
      }
    },

    async start(address = `http://${settings.host}:${settings.port}`) {
      if (state !== 'new') throw new Error('A gateway starts once.');
      state = 'starting';
      for (const warning of warnings) log.warn(warning);
      const { databaseUrl, dataFolder } = settings;
      const work = options.work ?? 'request';
      const parts: RunOptions = {
        services: options.services,
        settings,
        log,
        clock,
        page,
        work,
        syncWrites: options.syncWrites ?? true,
        fetch: options.fetch ?? fetch,
        address: settings.publicUrl ?? address,
        draining: () => draining,
      };
      const begun = whenStoreIsThere(() => run(parts, starting.signal), {
        log,
        signal: starting.signal,
        place: placeOfStore(databaseUrl, dataFolder),
        dialect: databaseUrl === undefined ? 'sqlite' : 'postgres',
        patient: work === 'request',
      });
      const stopped = new Promise<never>((_resolve, reject) => {
        starting.signal.addEventListener('abort', () => reject(new Error('The gateway was stopped before it had started.')), {
          once: true,
        });
      });
      stopped.catch(() => undefined);
      // What it was doing may take long, such as a migration. It ends by itself, and the database undoes it.
      begun.then((late) => starting.signal.aborted && void late.stop(0)).catch(() => undefined);
      running = await Promise.race([begun, stopped]);
      state = 'started';
    },

    drain() {
      draining = true;
    },

    async stop() {
      if (state === 'starting') {
        state = 'stopped';
        starting.abort();
      }
      if (state !== 'started' || !running) return;
      state = 'stopping';
      const graceMs = settings.stopSeconds * 1000;
      if (atWork > 0) await within(graceMs, new Promise<void>((resolve) => (idle = resolve)));
      await running.stop(graceMs);
      state = 'stopped';
    },
  };
}

interface Running {
  readonly app: GatewayApp;
  stop(graceMs: number): Promise<void>;
}

type RunOptions = Required<Omit<GatewayOptions, 'settings'>> & {
  readonly settings: GatewaySettings;
  readonly address: string;
  readonly draining: () => boolean;
};

/** @param signal aborted when the gateway stops before it has started */
async function run(
  { services, settings, page, clock, log, work, syncWrites, fetch: send, address, draining }: RunOptions,
  signal: AbortSignal,
): Promise<Running> {
  const storeOptions: StoreOptions = {
    databaseUrl: settings.databaseUrl,
    folder: settings.dataFolder,
    connections: settings.databaseConnections,
    work,
    syncWrites,
    connectionLost: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
  };
  const store = await openStore(storeOptions);
  const all: ServiceParts[] = [];
  try {
    await migrateAll(store, storeOptions, services, signal);

    const master = await masterSecret(settings.secret, store, settings.dataFolder);
    const site = siteOf(address, settings, page);
    const deliveries = new Map<string, Readonly<Record<string, Delivery>>>();
    const worker = new OutboxWorker({ store, clock, log, schedule: settings.outbox, deliveries });
    const jobs = new Jobs({ store, clock, log });
    for (const job of ownJobs(store, settings)) jobs.add('gateway', job);

    const ports = new PortDirectory();
    const staff = new StaffAreas();
    const groundOf = ({ name: owner, authorise }: Service): Ground => {
      const outbox = outboxOf({ store, clock, schedule: settings.outbox, owner, wake: worker.wake });
      const secrets = secretsOf(master, owner);
      return {
        store,
        site,
        clock,
        log: log.child({ service: owner }),
        outbox,
        idempotency: idempotencyOf(store, clock, owner),
        blobs: blobFolder(join(settings.dataFolder, 'blobs', owner)),
        secrets,
        staff: authorise && staff.staffOf({ authorise, site, secrets, outbox }),
        drafts: draftsOf({
          store,
          clock,
          owner,
          termMs: settings.draftHours * HOUR,
          cookie: { path: site.path('/'), secure: site.origin.startsWith('https:') },
        }),
        ports,
        upstream: (upstream) => createUpstream(upstream, clock, send),
      };
    };

    const endpoints = new Endpoints();
    const tokenOf = clientTokens(secretsOf(master, 'gateway').key('client'), clock);
    const app = emptyApp({ settings, log, clock, page, tokenOf }, (context) => {
      const { path, url } = context.req;
      const methods = endpoints.methodsOf(path);
      if (methods.length > 0) throw problems.methodNotAllowed(methods);
      // People and other sites add a slash to a page's address.
      const bare = path.replace(/\/+$/, '');
      if (bare === path || !endpoints.methodsOf(bare).includes('GET')) throw problems.notFound();
      // As it was sent, and never "//host", which a browser takes for another site.
      const { pathname, search } = new URL(url);
      const sent = pathname.replace(/\/+$/, '').replace(/^[/\\]+/, '/');
      // A server in front may have taken the mount path away.
      const base = site.path('/').replace(/\/$/, '');
      return context.redirect((sent.startsWith(`${base}/`) ? sent : base + sent) + search, 308);
    });
    const operations = new Map<string, readonly RegisteredOperation[]>();
    for (const service of services) {
      signal.throwIfAborted();
      const ground = groundOf(service);
      const parts = await service.setUp(ground);
      all.push(parts);
      for (const job of parts.jobs ?? []) jobs.add(service.name, job);
      for (const offered of parts.offers ?? []) ports.add(service.name, offered);
      if (parts.deliveries) deliveries.set(service.name, parts.deliveries);
      if (!parts.routes) continue;
      const { hono, operations: list } = parts.routes;
      for (const { operation } of list) endpoints.add(service.name, operation.method.toUpperCase(), operation.path);
      // Middleware is registered for every method, and claims nothing.
      for (const { method, path } of uniqueRoutes(hono)) endpoints.add(service.name, method, path);
      operations.set(service.name, list);
      mountOperations(app, list, ground.idempotency);
      app.route('/', hono);
    }
    ports.complete();
    for (const { method, path } of uniqueRoutes(staff.routes.hono)) endpoints.add('gateway', method, path);
    app.route('/', staff.routes.hono);
    const openApi = openApiDocument({ title: 'Council gateway', version: '1', serverUrl: site.url('/'), operations });
    addOwnRoutes(app, { endpoints, readiness: new Readiness(store, settings.dataFolder), openApi, draining });

    worker.start();
    jobs.start();
    return {
      app,
      async stop(graceMs) {
        await within(graceMs + CLOSE_MS, Promise.all([worker.stop(graceMs), jobs.stop(graceMs)]));
        await within(graceMs + CLOSE_MS, stopParts(all));
        await within(CLOSE_MS, store.close());
      },
    };
  } catch (error) {
    // The next try sets them up again.
    await within(
      CLOSE_MS,
      stopParts(all).catch(() => undefined),
    );
    await within(CLOSE_MS, store.close());
    throw error;
  }
}

/** How long the store may take to close. A database that does not answer must not keep the process. */
const CLOSE_MS = 2_000;

async function stopParts(all: readonly ServiceParts[]): Promise<void> {
  for (const parts of all) await parts.stop?.();
}

/** On PostgreSQL over a connection of its own, whose statements may take long: an index over many rows does. */
async function migrateAll(store: OpenStore, options: StoreOptions, services: readonly Service[], signal: AbortSignal): Promise<void> {
  const own = store.dialect === 'postgres' && options.work !== 'command';
  const migrating = own ? await openStore({ ...options, connections: 1, work: 'command' }) : store;
  try {
    await migrate(migrating, 'gateway', gatewayMigrations);
    for (const { name, migrations } of services) {
      signal.throwIfAborted();
      if (migrations) await migrate(migrating, name, migrations);
    }
  } finally {
    if (own) await within(CLOSE_MS, migrating.close());
  }
}

interface AppOptions {
  readonly settings: GatewaySettings;
  readonly log: Logger;
  readonly clock: Clock;
  readonly page: PageLayout;
  readonly tokenOf: (network: string) => string;
}

/** An app with what every answer has, and nothing on it yet. */
function emptyApp({ settings, log, clock, page, tokenOf }: AppOptions, notFound: (context: GatewayContext) => Response): GatewayApp {
  const base = settings.publicUrl === undefined ? '' : new URL(settings.publicUrl).pathname.replace(/\/$/, '');
  const app = new Hono<GatewayEnv>({
    // A server in front may or may not have taken the mount path away.
    getPath: (request) => {
      const path = pathOf(request.url);
      if (base === '' || !path.startsWith(base)) return path;
      const rest = path.slice(base.length);
      return rest === '' ? '/' : rest.startsWith('/') ? rest : path;
    },
  });
  app.onError((error, context) => {
    const problem = asProblem(error, context);
    const failure = storeFailure(error) ?? storeFailure(problem.cause);
    const requestId = context.get('requestId');
    if (failure) log.warn({ requestId, failure: failure.kind }, `the store could not answer: ${failure.sentence}`);
    else if (problem.status >= 500) log.error({ err: error, requestId }, 'request failed');
    return answerProblem(problem, context, page);
  });
  app.notFound((context) => notFound(context));
  const origins = originsOf(settings);
  app.use('*', aroundEveryRequest(settings, log, origins, tokenOf));
  app.use(
    '*',
    guards(settings, origins, () => clock.now().getTime()),
  );
  return app;
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  if (start === -1) return '/';
  const end = url.slice(start).search(/[?#]/);
  const path = end === -1 ? url.slice(start) : url.slice(start, start + end);
  try {
    return path.includes('%') ? decodeURI(path) : path;
  } catch {
    return path;
  }
}

function uniqueRoutes(hono: GatewayApp): { method: string; path: string }[] {
  const seen = new Map<string, { method: string; path: string }>();
  for (const { method, path } of hono.routes) if (method !== 'ALL') seen.set(`${method} ${path}`, { method, path });
  return [...seen.values()];
}

interface OwnRoutes {
  readonly endpoints: Endpoints;
  readonly readiness: Readiness;
  readonly openApi: unknown;
  readonly draining: () => boolean;
}

function addOwnRoutes(app: GatewayApp, { endpoints, readiness, openApi, draining }: OwnRoutes): void {
  for (const path of ['/health', '/ready', '/openapi.json']) endpoints.add('gateway', 'GET', path);
  /** The process runs: restart it when it does not answer. */
  app.get('/health', (context) => context.json({ status: 'up' }));
  /** It can do its work: send residents elsewhere while it cannot. Tables are up to date, or it would not have started. */
  app.get('/ready', async (context) => {
    if (draining()) throw problems.unavailable('stopping');
    try {
      await readiness.check();
    } catch (error) {
      throw problems.unavailable('store_unavailable', { cause: error });
    }
    return context.json({ status: 'ready' });
  });
  app.get('/openapi.json', (context) => {
    const response = cacheable(context, openApi, { maxAge: 60, public: true });
    response.headers.set('Access-Control-Allow-Origin', '*');
    return response;
  });
}

function siteOf(address: string, settings: GatewaySettings, page: PageLayout): Site {
  const whole = new URL(address);
  const base = whole.pathname.replace(/\/$/, '');
  return {
    origin: whole.origin,
    languages: settings.languages,
    page,
    path: (path) => `${base}${path.startsWith('/') ? path : `/${path}`}`,
    url: (path) => `${whole.origin}${base}${path.startsWith('/') ? path : `/${path}`}`,
  };
}

function ownJobs(store: OpenStore, settings: GatewaySettings): readonly Job[] {
  return [
    { name: 'forget_answers', everyMs: HOUR, leaseMs: CLEARING_MS, run: ({ now, signal }) => forgetOldAnswers(store, now, signal) },
    { name: 'forget_drafts', everyMs: HOUR / 4, leaseMs: CLEARING_MS, run: ({ now, signal }) => forgetExpiredDrafts(store, now, signal) },
    {
      name: 'forget_delivered',
      everyMs: 24 * HOUR,
      leaseMs: CLEARING_MS,
      run: ({ now, signal }) => forgetDelivered(store, new Date(now.getTime() - DELIVERED_KEPT_MS), signal),
    },
    {
      name: 'remove_unfinished_files',
      everyMs: 24 * HOUR,
      run: ({ now }) => removeUnfinished(join(settings.dataFolder, 'blobs'), new Date(now.getTime() - HOUR)),
    },
  ];
}
