import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { SettingsError } from '../settings.ts';
import { storeFailure } from './failures.ts';
import type { OpenStore } from './store.ts';

/** Kysely's own number: a process of an older version that migrates at the same time is waited for too. */
const MIGRATION_LOCK = '3853314791062309107';

/**
 * Brings one service's tables up to date, all or nothing. Each service keeps its own list, so a service that is taken out of the
 * settings (or put back) disturbs no other. Safe when several processes start at once: PostgreSQL by an advisory lock of the
 * transaction, which PgBouncer keeps too; SQLite because the transaction excludes every other.
 * @throws SettingsError naming the service and the migration; the store's own error where it cannot answer just now
 */
export async function migrate(store: OpenStore, service: string, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  await store
    .db()
    .transaction()
    .execute(async (trx) => {
      if (store.dialect === 'postgres') await sql`select pg_advisory_xact_lock(${sql.raw(MIGRATION_LOCK)})`.execute(trx);
      await migrateInside(trx, service, migrations);
    });
}

async function migrateInside(trx: Kysely<unknown>, service: string, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({
    db: trx,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: `${service}_migration`,
    migrationLockTableName: 'gateway_migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  if (storeFailure(error)) throw error;
  const which = results?.find((result) => result.status === 'Error')?.migrationName;
  const why = error instanceof Error ? error.message : String(error);
  throw new SettingsError(`The tables of "${service}" could not be brought up to date${which ? ` (${which})` : ''}: ${why}`, {
    cause: error,
  });
}
