/** The tables of finance: comparisons of the books. Payments themselves are in the ledger. */
import { columnTypes, type Service } from '@council-kit/gateway';

/** One comparison of the books that an officer asked for, and how far it is. */
export interface ReconciliationRow {
  id: string;
  officer: string;
  /** ISO dates. */
  first: string;
  last: string;
  begun_at: number;
  /** When it last gave a sign of life: what is silent for long was cut off. */
  seen_at: number;
  /** Payments of Pay's book read so far, and how many there are. */
  read: number;
  of: number;
  state: 'asking' | 'done' | 'failed';
  /** JSON of a `Reconciliation`; where it failed, Pay's code. */
  result: string | null;
}

export interface FinanceTables {
  finance_reconciliation: ReconciliationRow;
}

export const migrations: NonNullable<Service['migrations']> = {
  '0001_finance': {
    async up(db) {
      const { time } = columnTypes(db);
      await db.schema
        .createTable('finance_reconciliation')
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
      await db.schema.createIndex('finance_reconciliation_begun').on('finance_reconciliation').columns(['begun_at']).execute();
    },
  },
};
