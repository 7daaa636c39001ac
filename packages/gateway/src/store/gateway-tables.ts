/** The gateway's own tables: what every service shares. */
import { sql, type Generated } from 'kysely';
import type { Migration } from 'kysely/migration';
import { columnTypes } from './columns.ts';

export interface GatewayTables {
  gateway_idempotency: {
    /** SHA-256 of scope and key: a client's key may be anything, even personal. */
    id: string;
    fingerprint: string;
    /** Null while the transaction that guards the write runs: never seen from outside it. */
    status: number | null;
    headers: string | null;
    body: string | null;
    expires_at: number;
  };
  gateway_outbox: {
    id: string;
    /** Order of arrival within the store. */
    position: Generated<number>;
    service: string;
    kind: string;
    dedupe_key: string | null;
    payload: string;
    state: 'waiting' | 'delivered' | 'failed';
    attempts: number;
    reason: string | null;
    enqueued_at: number;
    next_attempt_at: number;
    give_up_at: number;
    claimed_by: string | null;
    claimed_until: number | null;
    settled_at: number | null;
  };
  gateway_lease: {
    name: string;
    holder: string;
    held_until: number;
    /** The start of the last run. */
    ran_at: number;
  };
  gateway_draft: {
    id: string;
    service: string;
    name: string;
    sealed: Uint8Array;
    expires_at: number;
  };
  gateway_secret: {
    name: string;
    value: string;
  };
}

/**
 * Waits, after an attempt that did not deliver. Written out and not bound: a partial index is taken only for the condition that it was made with.
 * Not by `state`: SQLite would take the index that begins with it, and read every row that waits.
 */
export const isRetried = sql<boolean>`reason is not null and settled_at is null`;

export const gatewayMigrations: Readonly<Record<string, Migration>> = {
  '0001_ground': {
    async up(db) {
      const { time, bytes, counter } = columnTypes(db);
      await db.schema
        .createTable('gateway_idempotency')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('fingerprint', 'text', (column) => column.notNull())
        .addColumn('status', 'integer')
        .addColumn('headers', 'text')
        .addColumn('body', 'text')
        .addColumn('expires_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('gateway_idempotency_expiry').on('gateway_idempotency').column('expires_at').execute();

      await db.schema
        .createTable('gateway_outbox')
        .addColumn('position', counter, (column) => column.primaryKey())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('service', 'text', (column) => column.notNull())
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('dedupe_key', 'text')
        .addColumn('payload', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('reason', 'text')
        .addColumn('enqueued_at', time, (column) => column.notNull())
        .addColumn('next_attempt_at', time, (column) => column.notNull())
        .addColumn('give_up_at', time, (column) => column.notNull())
        .addColumn('claimed_by', 'text')
        .addColumn('claimed_until', time)
        .addColumn('settled_at', time)
        .addUniqueConstraint('gateway_outbox_dedupe', ['service', 'kind', 'dedupe_key'])
        .execute();
      // What the worker asks every few seconds, and what staff look at. Partial: delivered rows are the many.
      await db.schema
        .createIndex('gateway_outbox_due')
        .on('gateway_outbox')
        .columns(['next_attempt_at', 'position'])
        .where(sql.ref('state'), '=', 'waiting')
        .execute();
      await db.schema.createIndex('gateway_outbox_state').on('gateway_outbox').columns(['service', 'state', 'position']).execute();

      await db.schema
        .createTable('gateway_lease')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('held_until', time, (column) => column.notNull())
        .addColumn('ran_at', time, (column) => column.notNull())
        .execute();

      await db.schema
        .createTable('gateway_draft')
        .addColumn('id', 'text', (column) => column.primaryKey())
        .addColumn('service', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('sealed', bytes, (column) => column.notNull())
        .addColumn('expires_at', time, (column) => column.notNull())
        .execute();
      await db.schema.createIndex('gateway_draft_expiry').on('gateway_draft').column('expires_at').execute();

      await db.schema
        .createTable('gateway_secret')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
    },
  },
  '0002_claims': {
    async up(db) {
      // A worker claims one kind at a time, and finds what is due at the front. Others' kinds and what waits for later cost it nothing.
      await db.schema
        .createIndex('gateway_outbox_claim')
        .on('gateway_outbox')
        .columns(['service', 'kind', 'next_attempt_at', 'position'])
        .where(sql.ref('state'), '=', 'waiting')
        .execute();
      await db.schema.dropIndex('gateway_outbox_due').execute();
      // What was delivered is cleared away by its age.
      await db.schema
        .createIndex('gateway_outbox_settled')
        .on('gateway_outbox')
        .column('settled_at')
        .where(sql.ref('state'), '=', 'delivered')
        .execute();
    },
  },
  '0002_outbox_attempted': {
    async up(db) {
      // What is being retried: few of the many that may wait.
      await db.schema
        .createIndex('gateway_outbox_attempted')
        .on('gateway_outbox')
        .columns(['service', 'position'])
        .where(isRetried)
        .execute();
    },
  },
};
