import type { Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';

/**
 * Brings one service's tables up to date. Each service keeps its own list, so a service that is taken out of the settings
 * (or put back) disturbs no other. Safe when several processes start at once: PostgreSQL by an advisory lock, SQLite because
 * the list is read and the tables are made in one immediate transaction.
 * @throws Error naming the service and the migration.
 */
export async function migrate(db: Kysely<unknown>, service: string, migrations: Readonly<Record<string, Migration>>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: `${service}_migration`,
    migrationLockTableName: 'gateway_migration_lock',
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const which = results?.find((result) => result.status === 'Error')?.migrationName;
  const why = error instanceof Error ? error.message : String(error);
  throw new Error(`The tables of "${service}" could not be brought up to date${which ? ` (${which})` : ''}: ${why}`, { cause: error });
}
