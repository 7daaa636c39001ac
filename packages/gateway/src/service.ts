/**
 * The contract between the gateway and a service's server half: everything that a service gives, and everything it may
 * stand on. The gateway knows no service; a service knows no other service.
 *
 * A package's `…/server` entry exports a {@link ServiceModule}. That is all the program needs to load it by name.
 */
import type { Language } from '@council-kit/core';
import type { Context, Hono } from 'hono';
import type { Kysely, Transaction } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { TemplateResult } from 'lit';
import type { Logger } from 'pino';
import type { GenericSchema } from 'valibot';
import type { Drafts } from './drafts/drafts.ts';
import type { Problem } from './http/problem.ts';
import type { ArrivingBody } from './http/receive.ts';
import type { Routes } from './http/routes.ts';
import type { Offered, Ports } from './ports/ports.ts';
import type { GatewaySettings } from './settings.ts';
import type { Authorise } from './staff/officer.ts';
import type { Staff } from './staff/staff.ts';
import type { Upstream, UpstreamOptions } from './upstream/upstream.ts';

// ---- What a service gives -----------------------------------------------------------------------------------------

/** What a package's `…/server` entry exports, so that `{"services": {"@council-kit/reports/server": {…}}}` loads it. */
export interface ServiceModule<Settings = unknown> {
  /** What this service's part of the settings file may hold. A wrong or unknown setting stops the program with its name. */
  readonly settingsSchema: GenericSchema<unknown, Settings>;
  /**
   * Makes the service, and reads and checks what the schema cannot: `--check` stops after this.
   *
   * @throws SettingsError naming the setting and what is allowed
   */
  createService(settings: Settings, place?: SettingsPlace): Service;
}

/** Where settings stand. */
export interface SettingsPlace {
  /** Paths in the settings are relative to this folder: the settings file's own; the working directory for a program. */
  readonly folder: string;
}

/** The server half of one service. */
export interface Service {
  /** Lower-case letters, digits and `_`. Its key in logs, outbox and secrets, and the prefix of its tables: `reports`. */
  readonly name: string;
  /**
   * Its own tables, in the order of the names (`0001_reports`, `0002_…`): Kysely migrations that run on SQLite and on
   * PostgreSQL. They run in one transaction when the gateway starts; several processes may start at once.
   * Every table's name starts with the service's name and `_`.
   */
  readonly migrations?: Readonly<Record<string, Migration>>;
  /**
   * Compares its own settings with the gateway's, before anything starts: `--check` stops after this.
   *
   * @returns what is doubtful about them, in sentences for the person who runs the gateway
   * @throws SettingsError where they cannot both be kept
   */
  check?(gateway: GatewaySettings, now: Date): readonly string[];
  /** The names of services that this one cannot do without: a gateway without one of them does not start. */
  readonly needs?: readonly string[];
  /** Its setting `staff.authorise`, for {@link Ground.staff}. */
  readonly authorise?: Authorise | undefined;
  /** Called once, after the migrations of all services. What it throws stops the start. */
  setUp(ground: Ground): ServiceParts | Promise<ServiceParts>;
}

/** What a service adds to the gateway. */
export interface ServiceParts {
  /**
   * Mounted at the root of the gateway's own path, so that it may serve `/open311/v2/…` and `/reports/…`.
   * Two services that answer on one method and path stop the start.
   */
  readonly routes?: Routes;
  /** The kinds of delivery this service puts in the outbox: its own names, unique within the service. */
  readonly deliveries?: Readonly<Record<string, Delivery>>;
  /** Work done from time to time, by one process only. */
  readonly jobs?: readonly Job[];
  /** What it offers to other services. Make each with `offer()`. */
  readonly offers?: readonly Offered[];
  /** Called after the last request was answered and the last delivery finished, before the store closes. */
  stop?(): void | Promise<void>;
}

/** How one kind of outbox row is sent. Make one with {@link delivery}, which keeps payload and schema in step. */
export interface Delivery<Payload = unknown> {
  /** Parses what the row holds: it may have been written by an older version of the service. */
  readonly payload: GenericSchema<unknown, Payload>;
  /**
   * Sends once. Throwing counts as `retry`. Called at least once a row; never by two processes at the same time while
   * the lease holds, so hand `attempt.reference` to a receiver that can tell a repeat.
   */
  send(payload: Payload, attempt: DeliveryAttempt): Promise<DeliveryOutcome>;
  /** Called in the transaction that marks the row as failed: refused by the receiver, or not delivered within `outbox.giveUpAfterHours`. */
  failed?(trx: AnyTransaction, payload: Payload, reason: string): Promise<void>;
}

export interface DeliveryAttempt {
  /** The same for every attempt at this row, unique to it: the idempotency key to give the receiver. A UUID. */
  readonly reference: string;
  /** 1 at the first attempt. */
  readonly number: number;
  readonly enqueuedAt: Date;
  /** Aborted when the lease is about to run out and when the gateway stops. Pass it to `fetch`. */
  readonly signal: AbortSignal;
}

export type DeliveryOutcome =
  /** `record` runs in the transaction that marks the row delivered: keep the receiver's own reference there. */
  | { readonly result: 'delivered'; readonly record?: (trx: AnyTransaction) => Promise<void> }
  /** Later. `afterSeconds` (the receiver's `Retry-After`) can only make the wait longer. `reason`: no personal data, staff read it. */
  | { readonly result: 'retry'; readonly reason: string; readonly afterSeconds?: number }
  /** Never: the receiver refused it. Shown to a person. `reason`: no personal data. */
  | { readonly result: 'failed'; readonly reason: string };

/** Work done from time to time. A lease in the store keeps it to one process, however many run. */
export interface Job {
  /** Unique within the service. */
  readonly name: string;
  /** Milliseconds from the start of one run to the start of the next. */
  readonly everyMs: number;
  /** Milliseconds the lease lasts: longer than any run takes. 60,000 unless given. */
  readonly leaseMs?: number;
  run(context: { readonly now: Date; readonly signal: AbortSignal }): Promise<void>;
}

// ---- What a service stands on -------------------------------------------------------------------------------------

/** The ground under one service. Outbox kinds, secrets, blobs, leases and log lines are this service's own. */
export interface Ground {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly idempotency: Idempotency;
  readonly blobs: BlobStore;
  /** Answers of residents without JavaScript, encrypted with a key that only their cookie holds. */
  readonly drafts: Drafts;
  readonly secrets: Secrets;
  readonly site: Site;
  /** Adds staff pages and operations. Undefined where nobody can sign in as an officer: the service adds none. */
  readonly staff: Staff | undefined;
  readonly log: Logger;
  readonly clock: Clock;
  /** What other services offer. Ask when you need it, not in {@link Service.setUp}. */
  readonly ports: Ports;
  /** A client for one upstream, whose address comes from settings: timeouts, retries, circuit breaker, no redirect off its host. */
  upstream(options: UpstreamOptions): Upstream;
}

/** Where this gateway lives and what its pages look like. */
export interface Site {
  /** A path of this gateway as a link for its own pages: `/council` + `/report/where`. */
  path(path: string): string;
  /** The same as a whole URL, for e-mails and upstream platforms. */
  url(path: string): string;
  readonly origin: string;
  /** The languages offered, the first is the default. */
  readonly languages: readonly Language[];
  /** The council's page around a content; answered with `htmlResponse()`. */
  page: PageLayout;
}

/** What goes into a page. */
export interface PageContent {
  readonly language: Language;
  /** Without the council's name: the layout adds it. "Error: " is already in front where the page shows one. */
  readonly title: string;
  /** What goes into `<main>`. */
  readonly body: TemplateResult;
  /** Goes between header and `<main>`: a back link. */
  readonly beforeContent?: TemplateResult;
  /** The same page in another language: the target of the language switch. Left out: no switch. */
  readonly languageLinks?: Readonly<Partial<Record<Language, string>>>;
  /** Scripts of our own origin that enhance the page (`type=module`). */
  readonly scripts?: readonly string[];
}

/** Lays the council's page (head, header, footer) around a content. Given by whoever mounts the gateway. */
export type PageLayout = (content: PageContent) => TemplateResult;

/** A transaction of whatever tables: what crosses from a service into the gateway. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Kysely is invariant in its tables; a service's transaction must be accepted whatever its tables are
export type AnyTransaction = Transaction<any>;

/** The one store of a gateway: SQLite in a folder, or PostgreSQL. */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  /** Queries outside a transaction, typed by the service's own tables. On SQLite they read the last committed state. */
  db<Tables>(): Kysely<Tables>;
  /**
   * Runs `work` in one transaction that is on disk when the promise resolves; rolled back when it rejects.
   * Where the database gives up for the sake of another (deadlock, serialization, busy), it is run again: keep effects
   * other than queries out of it, and never call an upstream inside it.
   */
  transaction<Tables, Result>(work: (trx: Transaction<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * A store of the service's own for data that is loaded in bulk and replaced as a whole. On SQLite it is a file beside this store's, so
   * that a long write there keeps nobody waiting here; on PostgreSQL it is this database. Close it when it is no longer needed.
   * @param name lower-case letters, digits and hyphens, beginning with the service's name
   */
  aside(name: string): Promise<AsideStore>;
  /** Whether {@link aside} has been called with this name, by whatever process. True on PostgreSQL. */
  hasAside(name: string): boolean;
  /** Deletes the file of {@link aside}, which nobody may have open. Does nothing on PostgreSQL: drop the tables. */
  deleteAside(name: string): Promise<void>;
}

/** See {@link Store.aside}. */
export interface AsideStore extends Pick<Store, 'dialect' | 'db' | 'transaction'> {
  close(): Promise<void>;
}

/** Deliveries to other systems, written with what caused them and sent afterwards. */
export interface Outbox {
  /** Adds a row in the caller's transaction; it is sent as soon as that commits. Equal `dedupeKey`s of one kind give one row. */
  enqueue(trx: AnyTransaction, message: OutboxMessage): Promise<void>;
  /**
   * Rows of this service that were given up or wait, newest first: what staff look at. `attempted`: of those that wait, only those whose last
   * attempt did not deliver, among however many that wait for their first. At most 100 unless `limit` says otherwise.
   */
  list(
    filter:
      | { readonly state: OutboxState; readonly attempted?: never; readonly limit?: number }
      | { readonly state: 'waiting'; readonly attempted: true; readonly limit?: number },
  ): Promise<readonly OutboxRow[]>;
  /** Tries a failed or waiting row again now. Returns whether there was such a row. */
  retryNow(id: string): Promise<boolean>;
}

export interface OutboxMessage {
  /** A key of the service's `deliveries`. */
  readonly kind: string;
  /** JSON. Prefer an id over a copy of personal data: the delivery can read the record when it sends. */
  readonly payload: unknown;
  readonly dedupeKey?: string;
  /** Not before then. */
  readonly notBefore?: Date;
}

export type OutboxState = 'waiting' | 'delivered' | 'failed';

export interface OutboxRow {
  readonly id: string;
  readonly kind: string;
  readonly state: OutboxState;
  readonly attempts: number;
  /** Why the last attempt did not deliver. */
  readonly reason: string | null;
  readonly enqueuedAt: Date;
  readonly nextAttemptAt: Date;
  readonly payload: unknown;
}

/** Writes that are done once, however often they are sent. */
export interface Idempotency {
  /**
   * Runs `work` in a transaction and keeps its answer there with the key, for 24 hours: the same key and fingerprint get
   * the kept answer, even when they arrive at once. The `once` of an operation (see `Routes`) fills in the request.
   * Without a key it is a plain transaction.
   * @throws Problem 409 `idempotency_conflict` when the key came with another fingerprint.
   */
  once<Tables>(request: IdempotentRequest, work: (trx: Transaction<Tables>) => Promise<KeptAnswer>): Promise<KeptAnswer>;
  /**
   * The answer that is kept for a request; undefined where it has not been answered. Ask before work that is costly and done outside the
   * transaction of {@link once}, which is still what decides between two equal requests at the same time.
   * @throws Problem 409 `idempotency_conflict` when the key came with another fingerprint.
   */
  kept(request: IdempotentRequest): Promise<KeptAnswer | undefined>;
}

export interface IdempotentRequest {
  /** The client's `Idempotency-Key`, a form's hidden token … Undefined: no guard. */
  readonly key: string | undefined;
  /** What the key guards: method and route pattern. One key may be used in two scopes. */
  readonly scope: string;
  /** Whatever must be equal for two requests to be the same: JSON, text or bytes of it. */
  readonly fingerprint: string | Uint8Array;
}

/** An answer that can be kept and given again. */
export interface KeptAnswer {
  readonly status: number;
  /** JSON. Undefined for an empty answer. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Files: a folder by default. Names are the service's own, never a client's: `[A-Za-z0-9._/-]`, no `..`. */
export interface BlobStore {
  /** On disk when the promise resolves. Replaces what was there. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is none. */
  get(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Undefined where there is none. */
  stream(name: string): Promise<{ readonly size: number; readonly body: ReadableStream<Uint8Array> } | undefined>;
  delete(name: string): Promise<void>;
  /** Bytes that can still be put. Undefined where the store has no such limit. */
  free(): Promise<number | undefined>;
  /** Names that start with `prefix`, in any order, with their age: for jobs that clear away what nothing refers to. */
  list(prefix?: string): AsyncIterable<{ readonly name: string; readonly modifiedAt: Date }>;
}

/** Keys derived from the gateway's one secret; different for each service and purpose, equal in all processes. */
export interface Secrets {
  /** 32 bytes. */
  key(purpose: string): Buffer;
  /**
   * A text that nobody but this service can read or change, base64url: for an address, a cookie, or a row at rest.
   * @param about what it belongs to, such as a row's id: it opens nowhere else
   */
  seal(purpose: string, text: string, about: string): string;
  /** What {@link Secrets.seal} sealed; undefined where it is none of ours, belongs to something else, or was changed. */
  unseal(purpose: string, sealed: string, about: string): string | undefined;
  /** HMAC-SHA256, base64url. Compare with {@link Secrets.matches}. */
  sign(purpose: string, data: string): string;
  /** In constant time. */
  matches(purpose: string, data: string, signature: string): boolean;
}

/** The time, and waiting for it: replaced in tests. */
export interface Clock {
  now(): Date;
  /** Calls back once after `ms`; never keeps the process alive. The answer cancels it. */
  after(ms: number, callback: () => void): () => void;
}

/** What middleware has put beside each request: `context.get('language')`. Write `new Hono<GatewayEnv>()`. */
export interface GatewayEnv {
  Variables: {
    /** From `Accept-Language`, or `?lang=`. */
    language: Language;
    requestId: string;
    log: Logger;
    /** The most bytes of a body without files. Set another with `bodyLimit()` on a route. */
    bodyLimit: number;
    /** The most bytes of a multipart body, files too. */
    filesLimit: number;
    /** The body while it arrives; undefined where there is none. Read it with `readBytes()`, `readJson()` or `readForm()`. */
    body: ArrivingBody | undefined;
    /** Set where the body could not be read to its end: the answer, whatever its reader made of that. */
    bodyProblem: Problem | undefined;
    /** Set by the matched operation: a platform's own error format. */
    presentProblem: ((problem: Problem, context: GatewayContext) => Response) | undefined;
    /**
     * A token for the client's network that does not name it: for limits and lock-outs. The same in all processes of one gateway,
     * another each day (UTC). Never logged; delete it within 48 hours where it is stored.
     */
    client: string;
    /**
     * Takes more of the client's rate limit, for an answer that costs more than a small one. Each request has paid 1.
     * @throws Problem 429 where the client has not so much left
     */
    spend: (cost: number) => void;
  };
}

export type GatewayContext = Context<GatewayEnv>;
export type GatewayApp = Hono<GatewayEnv>;

/** Keeps a delivery's schema and the type of what it sends in step. */
export function delivery<Payload>(definition: Delivery<Payload>): Delivery {
  // The payload is parsed by `definition.payload` before `send` sees it, so the narrower parameter is safe.
  return definition as unknown as Delivery;
}
