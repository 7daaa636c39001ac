/** The databases that everything about the store is tried on: SQLite in a folder, and PostgreSQL where it is installed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

export interface Database {
  readonly name: 'SQLite' | 'PostgreSQL';
  /** A reason to skip, where it is not installed. */
  readonly skip: string | false;
  readonly settings: { readonly dataFolder: string; readonly databaseUrl?: string };
}

/** Both, each empty; they end with the tests of the file. @param startPostgres of the package of tests, which only tests may import */
export async function databases(
  startPostgres: () => Promise<{ readonly url: string; stop(): Promise<void> } | undefined>,
): Promise<readonly Database[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'council-gazetteer-'));
  const postgres = await startPostgres();
  after(async () => {
    await postgres?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  });
  return [
    { name: 'SQLite', skip: false, settings: { dataFolder } },
    {
      name: 'PostgreSQL',
      skip: postgres ? false : 'PostgreSQL is not installed',
      settings: { dataFolder, ...(postgres && { databaseUrl: postgres.url }) },
    },
  ];
}
