import { columnTypes } from '@council-kit/gateway';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { writeEveryPublicText } from './public-texts.ts';
import type { ReportsTables } from './tables.ts';
import { searchMigrations } from './search-tables.ts';

/** The service's tables, on SQLite and PostgreSQL. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_reports': {
    async up(db) {
      const { time, counter } = columnTypes(db);
      await db.schema
        .createTable('reports_report')
        .addColumn('reference', 'text', (column) => column.primaryKey())
        .addColumn('service_code', 'text', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('closed', 'integer', (column) => column.notNull())
        .addColumn('description', 'text', (column) => column.notNull())
        .addColumn('address', 'text', (column) => column.notNull())
        .addColumn('lat', 'double precision')
        .addColumn('long', 'double precision')
        .addColumn('accuracy', 'double precision')
        // Grid numbers pass 2^31: the same 64 bits as a time.
        .addColumn('cell', time)
        .addColumn('place_en', 'text', (column) => column.notNull())
        .addColumn('place_cy', 'text', (column) => column.notNull())
        .addColumn('ward', 'text')
        .addColumn('street', 'text')
        .addColumn('attributes', 'text', (column) => column.notNull())
        .addColumn('media_urls', 'text', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('requested_at', time, (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .execute();
      // What is near. Only open reports are offered; a partial index would do, but SQLite cannot tell that a bound value fits it.
      await db.schema.createIndex('reports_report_near').on('reports_report').columns(['closed', 'cell', 'requested_at']).execute();
      await db.schema.createIndex('reports_report_in_street').on('reports_report').columns(['closed', 'street', 'requested_at']).execute();
      // Lists, newest first, of everything and by each filter.
      await db.schema.createIndex('reports_report_newest').on('reports_report').columns(['requested_at', 'reference']).execute();
      await db.schema.createIndex('reports_report_updated').on('reports_report').columns(['updated_at', 'reference']).execute();
      for (const filter of ['service_code', 'status', 'ward', 'closed'] as const) {
        await db.schema
          .createIndex(`reports_report_by_${filter}`)
          .on('reports_report')
          .columns([filter, 'requested_at', 'reference'])
          .execute();
      }

      await db.schema
        .createTable('reports_contact')
        .addColumn('reference', 'text', (column) => column.primaryKey().references('reports_report.reference'))
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('email', 'text', (column) => column.notNull())
        .addColumn('phone', 'text', (column) => column.notNull())
        .addColumn('delete_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('reports_contact_over').on('reports_contact').column('delete_at').execute();

      await db.schema
        .createTable('reports_photo')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('reference', 'text', (column) => column.references('reports_report.reference'))
        .addColumn('position', 'integer', (column) => column.notNull())
        .addColumn('type', 'text', (column) => column.notNull())
        .addColumn('size', 'integer', (column) => column.notNull())
        .addColumn('width', 'integer', (column) => column.notNull())
        .addColumn('height', 'integer', (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('reports_photo_of').on('reports_photo').columns(['reference', 'position']).execute();
      await db.schema
        .createIndex('reports_photo_loose')
        .on('reports_photo')
        .column('created_at')
        .where(sql.ref('reference'), 'is', null)
        .execute();

      await db.schema
        .createTable('reports_update')
        .addColumn('position', counter, (column) => column.primaryKey())
        .addColumn('update_id', 'text', (column) => column.notNull().unique())
        .addColumn('reference', 'text', (column) => column.notNull().references('reports_report.reference'))
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('description', 'text', (column) => column.notNull())
        .addColumn('updated_at', time, (column) => column.notNull())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('external_id', 'text', (column) => column.unique())
        .execute();
      await db.schema.createIndex('reports_update_of').on('reports_update').columns(['reference', 'updated_at', 'position']).execute();
      await db.schema.createIndex('reports_update_newest').on('reports_update').columns(['updated_at', 'position']).execute();

      await db.schema
        .createTable('reports_forwarding')
        .addColumn('reference', 'text', (column) => column.primaryKey().references('reports_report.reference'))
        .addColumn('upstream', 'text', (column) => column.notNull())
        .addColumn('external_id', 'text')
        .addColumn('token', 'text')
        .addColumn('sent_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('reports_forwarding_theirs').on('reports_forwarding').columns(['upstream', 'external_id']).execute();

      await db.schema
        .createTable('reports_upstream')
        .addColumn('upstream', 'text', (column) => column.primaryKey())
        .addColumn('updates_read_to', time, (column) => column.notNull())
        .execute();
    },
  },
  '0002_public_text': {
    async up(db) {
      const { time, counter } = columnTypes(db);
      // Held, unless something is known: a process of the version before may still be adding reports.
      for (const [name, start] of [
        ['public_description', ''],
        ['public_address', ''],
        ['publication', 'held'],
      ] as const)
        await db.schema
          .alterTable('reports_report')
          .addColumn(name, 'text', (column) => column.notNull().defaultTo(start))
          .execute();
      await db.schema
        .alterTable('reports_report')
        .addColumn('public_version', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      // What officers have to read, newest first, and what was written by an older rule.
      await db.schema
        .createIndex('reports_report_by_publication')
        .on('reports_report')
        .columns(['publication', 'requested_at', 'reference'])
        .execute();
      await db.schema
        .createIndex('reports_report_by_public_version')
        .on('reports_report')
        .columns(['public_version', 'reference'])
        .execute();
      await db.schema
        .createTable('reports_decision')
        .addColumn('position', counter, (column) => column.primaryKey())
        .addColumn('reference', 'text', (column) => column.notNull().references('reports_report.reference'))
        .addColumn('decision', 'text', (column) => column.notNull())
        .addColumn('officer', 'text', (column) => column.notNull())
        .addColumn('officer_name', 'text', (column) => column.notNull())
        .addColumn('decided_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('reports_decision_of').on('reports_decision').columns(['reference', 'position']).execute();
      await writeEveryPublicText(db as Kysely<ReportsTables>);
    },
  },
  ...searchMigrations,
  '0004_photos': {
    async up(db) {
      const { time } = columnTypes(db);
      await db.schema
        .createTable('reports_photo_claim')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('client', 'text', (column) => column.notNull())
        .addColumn('bytes', 'integer', (column) => column.notNull())
        .addColumn('used', 'integer', (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('reports_photo_claim_of').on('reports_photo_claim').columns(['client', 'created_at']).execute();
      await db.schema.createIndex('reports_photo_claim_unused').on('reports_photo_claim').columns(['used', 'created_at']).execute();
      await db.schema
        .createTable('reports_photo_turn')
        .addColumn('id', 'integer', (column) => column.primaryKey())
        .addColumn('turns', time, (column) => column.notNull())
        .execute();
      await sql`insert into reports_photo_turn (id, turns) values (1, 0)`.execute(db);
    },
  },
};
