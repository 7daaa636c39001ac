/** Both databases, for tests of what must hold on each. */
import { test } from 'node:test';
import type { GatewaySettingsInput } from '../index.ts';

export interface StoreUnderTest {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** Settings for an empty store. */
  fresh(): Promise<GatewaySettingsInput>;
  stop(): Promise<void>;
}

interface Postgres {
  readonly url: string;
  stop(): Promise<void>;
}

/** SQLite, and PostgreSQL where it is installed; a skipped test says so where it is not. */
export async function storesUnderTest(): Promise<readonly StoreUnderTest[]> {
  const sqlite: StoreUnderTest = { name: 'SQLite', fresh: async () => ({}), stop: async () => undefined };
  const server = await startedPostgres();
  if (!server) {
    test('PostgreSQL', { skip: 'PostgreSQL is not installed here: only SQLite is tested' });
    return [sqlite];
  }
  const { default: pg } = await import('pg');
  let made = 0;
  return [
    sqlite,
    {
      name: 'PostgreSQL',
      async fresh() {
        const client = new pg.Client({ connectionString: server.url });
        await client.connect();
        const name = `gateway_${++made}`;
        await client.query(`create database ${name}`);
        await client.end();
        const url = new URL(server.url);
        url.pathname = `/${name}`;
        return { databaseUrl: url.href, databaseConnections: 8 };
      },
      stop: () => server.stop(),
    },
  ];
}

async function startedPostgres(): Promise<Postgres | undefined> {
  const { startPostgres } = (await import('@council-kit/testing/postgres.js')) as { startPostgres: () => Promise<Postgres | undefined> };
  return await startPostgres();
}
