import { columnTypes, type Service } from '@council-kit/gateway';
import { sql, type ColumnDefinitionBuilder } from 'kysely';
import { laterMigrations } from './later-migrations.ts';

export const migrations: NonNullable<Service['migrations']> = {
  '0001_payments': {
    async up(db) {
      const { time, counter } = columnTypes(db);
      await db.schema
        .createTable('payments_payment')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('intention', 'text', (column) => column.notNull().unique())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('fund', 'text', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('amount', 'integer', (column) => column.notNull())
        .addColumn('language', 'text', (column) => column.notNull())
        .addColumn('email', 'text')
        .addColumn('return_to', 'text')
        .addColumn('reference', 'text', (column) => column.notNull().unique())
        .addColumn('pay_id', 'text', (column) => column.unique())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('code', 'text')
        .addColumn('turn', 'integer', (column) => column.notNull())
        .addColumn('rank', 'integer', (column) => column.notNull())
        .addColumn('sends', 'integer', (column) => column.notNull())
        .addColumn('sent_at', time, (column) => column.notNull())
        .addColumn('claimed_until', time, (column) => column.notNull())
        .addColumn('asked_at', time, (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('paid_at', time)
        .addColumn('refunded', 'integer', (column) => column.notNull())
        .execute();
      // What is unfinished is what the mop-up looks for: few rows of many.
      await db.schema.createIndex('payments_payment_open').on('payments_payment').columns(['rank', 'created_at']).execute();
      await db.schema.createIndex('payments_payment_subject').on('payments_payment').columns(['account', 'fund', 'amount']).execute();
      await db.schema.createIndex('payments_payment_created').on('payments_payment').columns(['created_at']).execute();
      await db.schema
        .createTable('payments_entry')
        .addColumn('position', counter, (column) => column.primaryKey())
        .addColumn('payment', 'text', (column) => column.notNull())
        .addColumn('at', time, (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('amount', 'integer', (column) => column.notNull())
        .addColumn('status', 'text')
        .addColumn('code', 'text')
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('note', 'text')
        .addColumn('once', 'text')
        .execute();
      await db.schema.createIndex('payments_entry_once').on('payments_entry').columns(['payment', 'once']).unique().execute();
      await db.schema.createIndex('payments_entry_at').on('payments_entry').columns(['at']).execute();
      await db.schema
        .createTable('payments_subject')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('turns', 'integer', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('payments_webhook')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('pay_id', 'text', (column) => column.notNull())
        .addColumn('event', 'text', (column) => column.notNull())
        .addColumn('received_at', time, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('payments_refund')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('payment', 'text', (column) => column.notNull())
        .addColumn('amount', 'integer', (column) => column.notNull())
        .addColumn('status', 'text', (column) => column.notNull())
        .addColumn('seen_at', time, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('payments_try')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('count', 'integer', (column) => column.notNull())
        .addColumn('until', time, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('payments_load')
        .addColumn('id', counter, (column) => column.primaryKey())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('accounts', 'integer', (column) => column.notNull())
        .addColumn('at', time, (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('payments_account')
        .addColumn('load', 'integer', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('postcode', 'text', (column) => column.notNull())
        .addColumn('document', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('payments_account_key', ['load', 'account'])
        .execute();
      await db.schema
        .createTable('payments_mandate')
        .addColumn('reference', 'text', (column) => column.primaryKey())
        .addColumn('intention', 'text', (column) => column.notNull().unique())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('account', 'text', (column) => column.notNull())
        .addColumn('sealed', 'text')
        .addColumn('number_ending', 'text', (column) => column.notNull())
        .addColumn('sort_ending', 'text', (column) => column.notNull())
        .addColumn('answer', 'text', (column) => column.notNull())
        .addColumn('day', 'integer', (column) => column.notNull())
        .addColumn('first_collection', 'text', (column) => column.notNull())
        .addColumn('created_at', time, (column) => column.notNull())
        .addColumn('handed_on_at', time)
        .execute();
    },
  },
  '0002_receipt': {
    async up(db) {
      await db.schema.alterTable('payments_payment').addColumn('receipt', 'text').execute();
      // Few rows of many: those whose receipt is not sent yet.
      await db.schema
        .createIndex('payments_payment_email')
        .on('payments_payment')
        .columns(['paid_at'])
        .where(sql.ref('email'), 'is not', null)
        .execute();
    },
  },
  ...laterMigrations,
  // After 0004_refunds_open: the migrator refuses a name that sorts before one that has run.
  '0005_lock_out': {
    async up(db) {
      const { time } = columnTypes(db);
      const zero = (column: ColumnDefinitionBuilder) => column.notNull().defaultTo(0);
      // One column a statement: SQLite adds no more at once. https://www.sqlite.org/lang_altertable.html
      await db.schema.alterTable('payments_try').addColumn('failed', 'integer', zero).execute();
      await db.schema.alterTable('payments_try').addColumn('period', time, zero).execute();
      await db.schema.alterTable('payments_try').addColumn('open_until', time, zero).execute();
      await db
        .updateTable('payments_try')
        .set({ failed: sql.ref('count') })
        .execute();
    },
  },
};
