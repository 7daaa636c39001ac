/** A gateway that starts before its database, stops while it waits, or cannot use its store at all. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { after, before, describe, test } from 'node:test';
import { startPostgres } from '@council-kit/testing/postgres.js';
import { until } from '@council-kit/testing/until.js';
import { createGateway, createLog, listen, SettingsError, withStore } from '../index.ts';
import { noticesModule, programOf, runProgram } from '../testing/child.ts';
import { notices } from '../testing/notices.ts';

const services = { [noticesModule]: {} };

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'council-away-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A port where nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('it starts without its database: /health 200, all else 503, the log says what it waits for, and a signal stops it', async () => {
  const own = await mkdtemp(join(folder, 'wait-'));
  const [port, database] = [await freePort(), await freePort()];
  const child = await programOf(own, {
    port,
    databaseUrl: `postgres://gateway:open-sesame@127.0.0.1:${database}/council`,
    services,
  });
  const url = `http://127.0.0.1:${port}`;
  await child.saying(/the gateway waits for its store/);
  const statusOf = (path: string): Promise<number> => fetch(`${url}${path}`).then(({ status }) => status);
  assert.equal(await statusOf('/health'), 200);
  const ready = await fetch(`${url}/ready`);
  assert.equal(ready.status, 503);
  assert.ok(ready.headers.get('Retry-After'));
  assert.equal(await statusOf('/notices'), 503);
  assert.match(child.said(), /"the gateway waits for its store: The database cannot be reached \(ECONNREFUSED\)\."/);
  assert.match(child.said(), new RegExp(`"store":"the database 127\\.0\\.0\\.1:${database}/council"`));
  assert.doesNotMatch(child.said(), /open-sesame/);
  child.process.kill('SIGTERM');
  const { code, stderr } = await child.ended;
  assert.equal(code, 0);
  assert.equal(stderr, '');
});

test('once the database is there the gateway migrates and serves', async (context) => {
  const server = await startPostgres();
  if (!server) return context.skip('PostgreSQL is not installed here');
  const url = new URL(server.url);
  url.pathname = '/council';
  const own = await mkdtemp(join(folder, 'later-'));
  let said = '';
  const log = createLog('info', { write: (line) => void (said += line) });
  const gateway = createGateway({
    services: [notices()],
    settings: { port: 0, dataFolder: own, databaseUrl: url.href },
    log,
  });
  const listening = listen(gateway);
  await until(() => said.includes('There is no database of that name (3D000)'), 'it says that there is no such database');
  assert.equal((await gateway.fetch(new Request('http://localhost/ready'))).status, 503);
  assert.equal((await gateway.fetch(new Request('http://localhost/health'))).status, 200);
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query('create database council');
  await admin.end();
  const { stop } = await listening;
  assert.equal((await gateway.fetch(new Request('http://localhost/ready'))).status, 200);
  assert.equal((await gateway.fetch(new Request('http://localhost/notices'))).status, 200);
  await stop();
  await server.stop();
});

test('a gateway that is stopped while it waits says so to the caller of listen()', async () => {
  const gateway = createGateway({
    services: [],
    settings: {
      port: 0,
      dataFolder: await mkdtemp(join(folder, 'stop-')),
      databaseUrl: `postgres://127.0.0.1:${await freePort()}/council`,
    },
    log: createLog('silent'),
  });
  const stop = new AbortController();
  const listening = listen(gateway, { signal: stop.signal });
  setImmediate(() => stop.abort());
  await assert.rejects(listening, /stopped before it had started/);
});

test('a command fails at once where the database is away, with one sentence', async () => {
  const port = await freePort();
  await assert.rejects(
    withStore(
      { databaseUrl: `postgres://gateway:open-sesame@127.0.0.1:${port}/council`, dataFolder: await mkdtemp(join(folder, 'command-')) },
      { name: 'probe', migrations: {} },
      async () => undefined,
    ),
    (error: unknown) => {
      assert.ok(error instanceof SettingsError);
      assert.equal(error.message, `The database cannot be reached (ECONNREFUSED). The store is the database 127.0.0.1:${port}/council.`);
      return true;
    },
  );
});

test('a database is named where "pg" is not installed: the command to install it is said', async () => {
  const own = await mkdtemp(join(folder, 'no-pg-'));
  // As on a machine where it was never installed.
  const without = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name === 'pg') throw Object.assign(new Error("Cannot find package 'pg'"), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    } });`;
  const { code, stderr } = await runProgram(own, { port: 0, databaseUrl: 'postgres://127.0.0.1/council', services: {} }, [], {
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(without)}`,
  });
  assert.equal(stderr.trim(), 'DATABASE_URL names a PostgreSQL database, which needs the package "pg": npm install pg');
  assert.equal(code, 1);
});

describe('what cannot become better by waiting is said in one sentence, and it ends', { concurrency: 2 }, () => {
  const cases: Readonly<Record<string, (own: string) => Promise<{ readonly settings: object; readonly said: RegExp }>>> = {
    'a data folder that is a file': async (own) => {
      await writeFile(join(own, 'data'), '');
      return {
        settings: { dataFolder: 'data' },
        said: /^The data folder \S+data is a file, not a folder\. Set another with "dataFolder" \(DATA_FOLDER\)\.$/,
      };
    },
    'a data folder inside a file': async (own) => {
      await writeFile(join(own, 'data'), '');
      return { settings: { dataFolder: 'data/council' }, said: /^The data folder \S+council is inside a file, not a folder\./ };
    },
    'a data folder that cannot be made': async () => ({
      settings: { dataFolder: '/proc/council-data' },
      said: /^The data folder \/proc\/council-data cannot be made/,
    }),
    'a database file that is no database': async (own) => {
      await writeFile(join(own, 'gateway.sqlite'), 'not a database, but long enough to be read as one '.repeat(100));
      return {
        settings: { dataFolder: '.' },
        said: /^The database file is damaged, or is not a SQLite database\. The store is in the folder /,
      };
    },
    'a database address that cannot be read': async () => ({
      settings: { databaseUrl: 'postgres://gateway:open-sesame@[::1/council' },
      said: /^The setting "databaseUrl" in the settings is not allowed: it must be a PostgreSQL address, such as/,
    }),
    'a page module that is not there': async () => ({
      settings: { page: './no-such-page.js' },
      said: /^The page layout "\.\/no-such-page\.js" could not be loaded: there is no such file\.$/,
    }),
    'a page module that throws': async (own) => {
      await writeFile(join(own, 'page.js'), 'throw new Error("The logo is missing");');
      return { settings: { page: './page.js' }, said: /^The page layout "\.\/page\.js" could not be loaded: The logo is missing$/ };
    },
    'a page module that is not JavaScript': async (own) => {
      await writeFile(join(own, 'page.js'), 'export const page = (');
      return { settings: { page: './page.js' }, said: /^The page layout "\.\/page\.js" could not be loaded: .*Unexpected/ };
    },
    'a page module that exports nothing': async (own) => {
      await writeFile(join(own, 'page.js'), 'export {};');
      return {
        settings: { page: './page.js' },
        said: /^The module "\.\/page\.js" must export a function "page" to be the setting "page"\.$/,
      };
    },
    'a service module that throws': async (own) => {
      await writeFile(join(own, 'bins.js'), 'throw new Error("There are no bins");');
      return { settings: { services: { './bins.js': {} } }, said: /^The service "\.\/bins\.js" could not be loaded: There are no bins$/ };
    },
  };
  for (const [name, arrange] of Object.entries(cases)) {
    test(name, async () => {
      const own = await mkdtemp(join(folder, 'bad-'));
      const { settings, said } = await arrange(own);
      const { code, stderr } = await runProgram(own, { port: 0, logLevel: 'silent', services, ...settings });
      assert.match(stderr.trim(), said);
      assert.doesNotMatch(stderr, /^\s+at |open-sesame/m);
      assert.equal(code, 1);
    });
  }
});
