/** Kysely on PostgreSQL. `pg` is an optional peer: a gateway on SQLite does not install it. */
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Dialect,
  type PostgresDialectConfig,
  type TransactionSettings,
} from 'kysely';
import { SettingsError } from '../settings.ts';
import { CommitUnknown, isConnectionLost } from './failures.ts';
import { AnsweringPool, SESSION_LIMITS } from './postgres-pool.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly connections: number;
  /** `request`: a resident waits for each statement. `command`: an import or a migration, whose statements may take long. */
  readonly work: 'request' | 'command';
  /** Told of each connection that broke; the pool replaces it. */
  readonly connectionLost: (error: Error) => void;
}

/** PostgreSQL's number for `int8`, from pg_type.dat. */
const INT8 = 20;

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Milliseconds. A silent fail-over is noticed within `answer`, so requests are served again well within ten seconds. */
const LIMITS = {
  request: { statement: 5 * SECOND, lock: 4 * SECOND, answer: 7 * SECOND },
  command: { statement: 30 * MINUTE, lock: 10 * SECOND, answer: 31 * MINUTE },
} as const;
/** A forgotten transaction must not hold its rows for ever. */
const IDLE_IN_TRANSACTION = 30 * SECOND;

/** @throws SettingsError where `pg` is not installed */
export async function loadPg(): Promise<typeof import('pg')> {
  return await import('pg').catch((error: unknown) => {
    throw new SettingsError('DATABASE_URL names a PostgreSQL database, which needs the package "pg": npm install pg', { cause: error });
  });
}

/** @throws SettingsError where `pg` is not installed, or the address cannot be read */
export async function postgresDialect({ url, connections, work, connectionLost }: PostgresOptions): Promise<Dialect> {
  const { default: pg } = await loadPg();
  const limits = LIMITS[work];
  const types = {
    // Times are milliseconds in int8 columns: far below 2^53, so a number is exact. pg gives a string unless told.
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 && format !== 'binary' ? Number : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    application_name: 'council-gateway',
    connectionTimeoutMillis: 5 * SECOND,
    idleTimeoutMillis: 30 * SECOND,
    // The system asks an idle peer whether it is still there, and closes the socket when it is not.
    keepAlive: true,
    keepAliveInitialDelayMillis: 5 * SECOND,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
  });
  try {
    new pg.Client({ connectionString: url });
  } catch (error) {
    throw new SettingsError(`DATABASE_URL cannot be read: ${(error as Error).message}.`, { cause: error });
  }
  const begin = (): string =>
    pool.options.statement_timeout === undefined
      ? `begin; ${SESSION_LIMITS.map((name) => `set local ${name} = ${limitOf(name, limits)}`).join('; ')}`
      : 'begin';
  return new GatewayPostgresDialect({ pool: new AnsweringPool(pool, { answerMs: limits.answer, connectionLost }) }, begin);
}

function limitOf(name: (typeof SESSION_LIMITS)[number], limits: { readonly statement: number; readonly lock: number }): number {
  return { statement_timeout: limits.statement, lock_timeout: limits.lock, idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION }[name];
}

class GatewayPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #begin: () => string;

  constructor(config: PostgresDialectConfig, begin: () => string) {
    super(config);
    this.#config = config;
    this.#begin = begin;
  }

  override createDriver(): PostgresDriver {
    return new GatewayPostgresDriver(this.#config, this.#begin);
  }

  override createAdapter(): PostgresAdapter {
    return new GatewayPostgresAdapter();
  }
}

/** What Kysely takes as a connection of its own driver. */
type OwnConnection = Parameters<PostgresDriver['rollbackTransaction']>[0];

class GatewayPostgresDriver extends PostgresDriver {
  readonly #begin: () => string;

  constructor(config: PostgresDialectConfig, begin: () => string) {
    super(config);
    this.#begin = begin;
  }

  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.isolationLevel || settings.accessMode) return await super.beginTransaction(connection, settings);
    await connection.executeQuery(CompiledQuery.raw(this.#begin()));
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.commitTransaction(connection);
    } catch (error) {
      throw isConnectionLost(error) ? new CommitUnknown(error) : error;
    }
  }

  override async rollbackTransaction(connection: OwnConnection): Promise<void> {
    // Where the connection is gone the server rolls back by itself, and the first error says more than this one.
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

/** `migrate()` holds a lock of its own, in its transaction: one of the session is lost on its way through PgBouncer. */
class GatewayPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {
    // Held already.
  }

  override async releaseMigrationLock(): Promise<void> {
    // Released by commit or rollback.
  }
}
