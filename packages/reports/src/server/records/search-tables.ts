/** The tables of the full-text index, and the indexes that lists are read from. */
import { columnTypes, dialectOf } from '@council-kit/gateway';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Migration } from 'kysely/migration';
import { indexedColumns, indexReports } from './search-index.ts';
import type { ReportsTables } from './tables.ts';

/** Reports written into the index at a time. */
const slice = 500;

export const searchMigrations: Readonly<Record<string, Migration>> = {
  '0003_search': {
    async up(db) {
      await createIndexOfWords(db);
      await widenIndexesOfLists(db);
      // 200,000 reports take some twenty seconds of one core. Nobody is answered before it is done: a search that misses half would not say so.
      const reports = db as unknown as Transaction<ReportsTables>;
      for (let last = { requested_at: 0, reference: '' }; ;) {
        const rows = await reports
          .selectFrom('reports_report')
          .select([...indexedColumns, 'requested_at'])
          .where((eb) => eb(eb.refTuple('requested_at', 'reference'), '>', eb.tuple(last.requested_at, last.reference)))
          .orderBy('requested_at')
          .orderBy('reference')
          .limit(slice)
          .execute();
        await indexReports(reports, rows);
        const end = rows.at(-1);
        if (end === undefined || rows.length < slice) return;
        last = end;
      }
    },
  },
};

async function createIndexOfWords(db: Kysely<unknown>): Promise<void> {
  const { counter } = columnTypes(db);
  const postgres = dialectOf(db) === 'postgres';
  let table = db.schema
    .createTable('reports_search')
    // The order in which reports came in. Beside it, since SQLite may change the row ids of a table whose key is text.
    .addColumn('position', counter, (column) => column.primaryKey())
    .addColumn('reference', 'text', (column) => column.notNull().unique())
    // As it was indexed.
    .addColumn('status', 'text', (column) => column.notNull());
  if (postgres) table = table.addColumn('words', sql`tsvector`, (column) => column.notNull());
  await table.execute();
  if (postgres) {
    // A list of what is yet to be sorted in would be read by every search.
    await sql`create index reports_search_by_words on reports_search using gin (words) with (fastupdate = off)`.execute(db);
    return;
  }
  // `ascii` cuts at spaces and changes no letter: the words are made already. Beginnings up to ten letters are words of the index
  // themselves, so that "re" is found as fast as "recycling". It keeps no text.
  await sql`create virtual table reports_search_words using fts5
    (words, facets, content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '1 2 3 4 5 6 7 8 9 10')`.execute(
    db,
  );
}

/** Whatever else a list is filtered by stands in the index as well: a report that does not fit is passed over without reading it. */
async function widenIndexesOfLists(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, columns: readonly string[]): Promise<void> =>
    db.schema
      .createIndex(`reports_report_${name}`)
      .on('reports_report')
      .columns([...columns])
      .execute();
  for (const name of ['newest', 'updated', 'by_service_code', 'by_status', 'by_ward', 'by_closed'])
    await db.schema.dropIndex(`reports_report_${name}`).execute();
  await index('newest', ['requested_at', 'reference', 'service_code', 'status', 'closed', 'ward', 'updated_at']);
  await index('updated', ['updated_at', 'reference', 'requested_at', 'service_code', 'status', 'closed', 'ward']);
  await index('by_service_code', ['service_code', 'requested_at', 'reference', 'status', 'closed', 'ward', 'updated_at']);
  await index('by_status', ['status', 'requested_at', 'reference', 'service_code', 'ward', 'updated_at']);
  await index('by_ward', ['ward', 'requested_at', 'reference', 'service_code', 'status', 'closed', 'updated_at']);
  await index('by_closed', ['closed', 'requested_at', 'reference', 'service_code', 'ward', 'updated_at']);
  // What other systems are asked about: the open reports that changed last, and those whose id is not known yet.
  await index('open_updated', ['closed', 'updated_at', 'reference']);
  await db.schema
    .createIndex('reports_forwarding_tokens')
    .on('reports_forwarding')
    .columns(['upstream', 'sent_at'])
    .where(sql.ref('external_id'), 'is', null)
    .execute();
}
