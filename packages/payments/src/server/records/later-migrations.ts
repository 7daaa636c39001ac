/** Migrations from 0003 on. */
import { columnTypes, type Service } from '@council-kit/gateway';
import { sql } from 'kysely';
import { isOpen, isRefunded, isUnpaid } from './outcomes.ts';

export const laterMigrations: NonNullable<Service['migrations']> = {
  '0003_finance': {
    async up(db) {
      const { time } = columnTypes(db);
      // The list and its totals are read from it alone, in its order.
      await db.schema
        .createIndex('payments_payment_list')
        .on('payments_payment')
        .columns(['created_at', 'id', 'status', 'rank', 'fund', 'amount', 'refunded'])
        .execute();
      await db.schema.dropIndex('payments_payment_created').execute();
      await db.schema
        .createTable('payments_refund_request')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('payment', 'text', (column) => column.notNull())
        .addColumn('amount', 'integer', (column) => column.notNull())
        .addColumn('available', 'integer', (column) => column.notNull())
        .addColumn('officer', 'text', (column) => column.notNull())
        .addColumn('asked_at', time, (column) => column.notNull())
        .addColumn('before', 'text', (column) => column.notNull())
        .addColumn('outcome', 'text', (column) => column.notNull())
        .addColumn('code', 'text')
        .addColumn('refund', 'text', (column) => column.unique())
        .execute();
      await db.schema.createIndex('payments_refund_request_payment').on('payments_refund_request').columns(['payment']).execute();
      await db.schema.createIndex('payments_refund_payment').on('payments_refund').columns(['payment']).execute();
      await db.schema
        .createTable('payments_reconciliation')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('officer', 'text', (column) => column.notNull())
        .addColumn('first', 'text', (column) => column.notNull())
        .addColumn('last', 'text', (column) => column.notNull())
        .addColumn('begun_at', time, (column) => column.notNull())
        .addColumn('seen_at', time, (column) => column.notNull())
        .addColumn('read', 'integer', (column) => column.notNull())
        .addColumn('of', 'integer', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('result', 'text')
        .execute();
      await db.schema.createIndex('payments_reconciliation_begun').on('payments_reconciliation').columns(['begun_at']).execute();
    },
  },
  '0004_refunds_open': {
    async up(db) {
      // What is on its way is followed: few rows of many.
      await db.schema.createIndex('payments_refund_open').on('payments_refund').columns(['status', 'seen_at']).execute();
    },
  },
  '0006_lists': {
    async up(db) {
      // What a list shows and adds up stands in its index: of one fund, and of each state that few payments are in.
      const listed = ['created_at', 'id', 'fund', 'status', 'rank', 'amount', 'refunded'] as const;
      await db.schema
        .createIndex('payments_payment_of_fund')
        .on('payments_payment')
        .columns(['fund', 'created_at', 'id', 'status', 'rank', 'amount', 'refunded'])
        .execute();
      for (const [name, condition] of Object.entries({ unfinished: isOpen, unpaid: isUnpaid, refunded: isRefunded })) {
        await db.schema
          .createIndex(`payments_payment_${name}`)
          .on('payments_payment')
          .columns([...listed])
          .where(condition)
          .execute();
      }
      // What is unfinished has its own now.
      await db.schema.dropIndex('payments_payment_open').execute();
      // The few entries of a payment that are money, for the file that a spreadsheet opens.
      await db.schema
        .createIndex('payments_entry_money')
        .on('payments_entry')
        .columns(['at', 'position'])
        .where(sql<boolean>`amount <> 0`)
        .execute();
      // What is cleared away by its age.
      await db.schema.createIndex('payments_webhook_received').on('payments_webhook').columns(['received_at']).execute();
      await db.schema.createIndex('payments_try_until').on('payments_try').columns(['until']).execute();
    },
  },
  '0007_comparisons_moved': {
    async up(db) {
      // The package finance keeps comparisons of the books now, in a table of its own. They are kept for 30 days at most and can be made again.
      await db.schema.dropTable('payments_reconciliation').execute();
    },
  },
};
