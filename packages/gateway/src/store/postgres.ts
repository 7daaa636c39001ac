/** Kysely on PostgreSQL. `pg` is an optional peer: a gateway on SQLite does not install it. */
import { PostgresDialect, type Dialect } from 'kysely';

export interface PostgresOptions {
  readonly url: string;
  readonly connections: number;
  /** Told of connections that broke while nobody used them; the pool replaces them. */
  readonly connectionLost: (error: Error) => void;
}

/** PostgreSQL's number for `int8`, from pg_type.dat. */
const INT8 = 20;

export async function postgresDialect(options: PostgresOptions): Promise<Dialect> {
  const { default: pg } = await import('pg').catch((error: unknown) => {
    throw new Error('DATABASE_URL names a PostgreSQL database, which needs the package "pg": npm install pg', { cause: error });
  });
  const types = {
    // Times are milliseconds in int8 columns: far below 2^53, so a number is exact. pg gives a string unless told.
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 && format !== 'binary' ? Number : (pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown),
  };
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    types,
    application_name: 'council-gateway',
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // A forgotten transaction must not hold its rows for ever.
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
  });
  pool.on('error', options.connectionLost);
  return new PostgresDialect({ pool });
}
