import { PostgresAdapter, sql, type Kysely, type RawBuilder } from 'kysely';
import type { Store } from '../service.ts';

/**
 * Column types for migrations that run on both databases. Beside these use `text`, `integer` and `double precision`;
 * JSON is `text`, a yes or no is `integer` 0 or 1.
 */
export interface ColumnTypes {
  /** A time: milliseconds since 1970, a number in both. */
  readonly time: RawBuilder<unknown>;
  /** Bytes: give and get a `Uint8Array`. */
  readonly bytes: RawBuilder<unknown>;
  /** `primaryKey()` column that counts up by itself. For order within the store, never for references shown to people. */
  readonly counter: RawBuilder<unknown>;
}

/**
 * @example
 * async up(db) {
 *   const { time } = columnTypes(db);
 *   await db.schema.createTable('reports_report').addColumn('reported_at', time, (column) => column.notNull()).execute();
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what Kysely gives a migration
export function columnTypes(db: Kysely<any>): ColumnTypes {
  const postgres = dialectOf(db) === 'postgres';
  return {
    time: postgres ? sql`bigint` : sql`integer`,
    bytes: postgres ? sql`bytea` : sql`blob`,
    counter: postgres ? sql`bigint generated always as identity` : sql`integer`,
  };
}

/** Which database is behind it, for what the two write differently: a full-text index, a limit of a write. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- as above
export function dialectOf(db: Kysely<any>): Store['dialect'] {
  return db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
}
