/**
 * The gazetteer's tables. Each import loads a set of its own, without indexes, and makes it the current one in one step when it is whole: until then
 * the set before answers, and a failed import leaves nothing behind. The set before is kept until the next import, for questions that began with
 * it. Where a set is: see load-stores.ts.
 */
import { columnTypes } from '@council-kit/gateway';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An import, and the set of tables that it made. */
export interface LoadTable {
  id: number;
  state: 'loading' | 'current' | 'replaced';
  /** Tells one file from another, for going on where an import stopped. */
  fingerprint: string;
  file: string;
  skip_broken: number;
  /** How far it has come: the next byte of the file, and the number of its line. */
  byte: number;
  line: number;
  rows: number;
  broken: number;
  /** The first broken rows, as JSON: what to tell when it is finished. */
  said: string;
  started_at: number;
  /** When its import last wrote; 0 once it has stopped. */
  touched_at: number;
  finished_at: number | null;
}

export interface GazetteerTables {
  address_load: LoadTable;
}

export const migrations: Readonly<Record<string, Migration>> = {
  '0001_address': {
    async up(db) {
      const { time } = columnTypes(db);
      await db.schema
        .createTable('address_load')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('file', 'text', (column) => column.notNull())
        .addColumn('skip_broken', 'integer', (column) => column.notNull())
        // Larger than an integer of PostgreSQL.
        .addColumn('byte', time, (column) => column.notNull())
        .addColumn('line', 'integer', (column) => column.notNull())
        .addColumn('rows', 'integer', (column) => column.notNull())
        .addColumn('broken', 'integer', (column) => column.notNull())
        .addColumn('said', 'text', (column) => column.notNull())
        .addColumn('started_at', time, (column) => column.notNull())
        .addColumn('touched_at', time, (column) => column.notNull())
        .addColumn('finished_at', time)
        .execute();
    },
  },
};

/** The names of one set. */
export interface TableNames {
  readonly street: string;
  readonly place: string;
  readonly property: string;
}

export const tableNames = (load: number): TableNames => ({
  street: `address_street_${load}`,
  place: `address_place_${load}`,
  property: `address_property_${load}`,
});

/** The columns of `address_property_…`, in the order of its rows. */
export const propertyFields = [
  'line',
  'uprn',
  'postcode',
  'street',
  'place',
  'number_start',
  'number_end',
  'unit_number',
  'cell',
  'listed',
  'record',
] as const;

export async function createTables(db: Kysely<unknown>, names: TableNames): Promise<void> {
  const { time: large } = columnTypes(db);
  await db.schema
    .createTable(names.street)
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    // What it has in common, as JSON.
    .addColumn('record', 'text', (column) => column.notNull())
    .execute();
  // A name on a street that people may look for: of a building, a business.
  await db.schema
    .createTable(names.place)
    .ifNotExists()
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('street', 'integer', (column) => column.notNull())
    .addColumn('names', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable(names.property)
    .ifNotExists()
    .addColumn('line', 'integer', (column) => column.notNull())
    .addColumn('uprn', large, (column) => column.notNull())
    // Without its space; '' where there is none.
    .addColumn('postcode', 'text', (column) => column.notNull())
    .addColumn('street', 'integer', (column) => column.notNull())
    .addColumn('place', 'integer')
    .addColumn('number_start', 'integer')
    .addColumn('number_end', 'integer')
    .addColumn('unit_number', 'integer')
    .addColumn('cell', large)
    // 1 for an address that people may choose; the others are for whoever asks by UPRN, as OS Places.
    .addColumn('listed', 'integer', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .execute();
}

/** Made when the rows are in: ten times faster than keeping them in order meanwhile. */
export async function createIndexes(db: Kysely<unknown>, names: TableNames): Promise<void> {
  const index = async (of: string, ...columns: string[]): Promise<void> => {
    await db.schema.createIndex(`${names.property}_${of}`).on(names.property).columns(columns).ifNotExists().execute();
  };
  await index('postcode', 'postcode');
  await index('street', 'street', 'number_start', 'number_end', 'unit_number');
  await index('place', 'place', 'unit_number', 'number_start', 'number_end');
  await index('cell', 'cell');
  await sql`analyze ${sql.table(names.property)}`.execute(db);
}

export async function dropTables(db: Kysely<unknown>, names: TableNames): Promise<void> {
  for (const name of Object.values(names) as string[]) await db.schema.dropTable(name).ifExists().execute();
}
