/** Both databases, for tests of what must hold on each. */
import { after, test } from 'node:test';
import pg from 'pg';
import { startPostgres } from './postgres.ts';

export interface TestedStore {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** What a gateway's settings say of an empty one; SQLite is in the gateway's own data folder. */
  fresh(): Promise<{ readonly databaseUrl?: string; readonly databaseConnections?: number }>;
}

/** SQLite, and PostgreSQL where it is installed; a skipped test says so where it is not. It ends with the tests around the call. */
export async function testedStores(): Promise<readonly TestedStore[]> {
  const sqlite: TestedStore = { name: 'SQLite', fresh: async () => ({}) };
  const server = await startPostgres();
  if (!server) {
    test('PostgreSQL', { skip: 'PostgreSQL is not installed here: only SQLite is tested' });
    return [sqlite];
  }
  after(() => server.stop());
  let made = 0;
  return [
    sqlite,
    {
      name: 'PostgreSQL',
      async fresh() {
        const client = new pg.Client({ connectionString: server.url });
        await client.connect();
        const name = `council_${++made}`;
        await client.query(`create database ${name}`);
        await client.end();
        const url = new URL(server.url);
        url.pathname = `/${name}`;
        return { databaseUrl: url.href, databaseConnections: 8 };
      },
    },
  ];
}
