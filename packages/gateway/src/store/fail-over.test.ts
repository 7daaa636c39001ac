/** What a gateway does when its PostgreSQL breaks off, stands still or is replaced. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { startPostgres, type Postgres } from '@council-kit/testing/postgres.js';
import { until } from '@council-kit/testing/until.js';
import pg from 'pg';
import type { DeliveryOutcome, Ground, Service } from '../index.ts';
import { cableTo, type Cable } from '../testing/cable.ts';
import { notices } from '../testing/notices.ts';
import { start, type Started } from '../testing/start.ts';

const postgres = await startPostgres();

describe('PostgreSQL that breaks', { skip: postgres ? false : 'PostgreSQL is not installed here', timeout: 120_000 }, () => {
  const server = postgres as Postgres;
  let admin: pg.Client;
  let made = 0;
  before(async () => {
    admin = new pg.Client({ connectionString: server.url });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await server.stop();
  });

  async function freshDatabase(): Promise<string> {
    const name = `breaks_${++made}`;
    await admin.query(`create database ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** Ends every connection to a database, as a restart of the server or a fail-over does. */
  const terminate = (url: string): Promise<unknown> =>
    admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [new URL(url).pathname.slice(1)]);

  interface Broken extends AsyncDisposable {
    readonly gateway: Started;
    readonly cable: Cable;
    readonly databaseUrl: string;
    readonly ground: Ground;
  }

  /** A gateway whose only way to its database is a cable. */
  async function gatewayOnCable(settings: Record<string, unknown> = {}): Promise<Broken> {
    const databaseUrl = await freshDatabase();
    const cable = await cableTo(databaseUrl);
    let ground: Ground | undefined;
    const probe: Service = {
      name: 'probe',
      setUp(given) {
        ground = given;
        return {};
      },
    };
    const gateway = await start({
      services: [notices(), probe],
      settings: { databaseUrl: cable.url, databaseConnections: 4, ...settings },
    });
    return {
      gateway,
      cable,
      databaseUrl,
      ground: ground ?? assert.fail('The service was not set up.'),
      async [Symbol.asyncDispose]() {
        await gateway[Symbol.asyncDispose]();
        await cable[Symbol.asyncDispose]();
      },
    };
  }

  const publish = (gateway: Started, title: string, key: string = randomUUID()): Promise<Response> =>
    gateway.post('/notices', { title }, { 'Idempotency-Key': key });

  async function query<Row extends pg.QueryResultRow>(databaseUrl: string, text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query<Row>(text);
    await client.end();
    return rows;
  }

  async function titles(databaseUrl: string): Promise<string[]> {
    const rows = await query<{ title: string }>(databaseUrl, 'select title from notices_notice order by title');
    return rows.map(({ title }) => title);
  }

  for (const [when, fault] of [
    ['the server ends every connection', ({ databaseUrl }: Broken) => terminate(databaseUrl)],
    ['the network closes every connection', ({ cable }: Broken) => cable.cut('end')],
    ['the network resets every connection', ({ cable }: Broken) => cable.cut('reset')],
  ] as const) {
    test(`${when} while requests hold them: each transaction ends whole or not at all, and the process lives`, async () => {
      await using broken = await gatewayOnCable();
      const { gateway, ground, databaseUrl } = broken;
      interface Tables {
        notices_notice: { id: string; title: string; body: string; made_at: number };
      }
      const held = Promise.withResolvers<undefined>();
      let inside = 0;
      // Three hold a connection between two statements, one has just begun.
      const writers = Array.from({ length: 4 }, (_unused, writer) =>
        ground.store.transaction<Tables, undefined>(async (trx) => {
          for (const half of ['a', 'b']) {
            await trx
              .insertInto('notices_notice')
              .values({ id: randomUUID(), title: `${writer}${half}`, body: '', made_at: 1 })
              .execute();
            if (half === 'b') return;
            inside++;
            await held.promise;
          }
        }),
      );
      await until(() => inside === 4, 'all hold a connection');
      await fault(broken);
      held.resolve(undefined);
      // Run again on a new connection: nothing of them had been kept.
      await Promise.all(writers);
      assert.deepEqual(await titles(databaseUrl), ['0a', '0b', '1a', '1b', '2a', '2b', '3a', '3b']);
      assert.equal((await gateway.fetch('/health')).status, 200);
      assert.equal((await publish(gateway, 'Road closed')).status, 201);
    });
  }

  test('the connection breaks while a statement runs: 503 with Retry-After, and the next request is served', async () => {
    await using broken = await gatewayOnCable();
    const { gateway, cable } = broken;
    const sprung = cable.afterNext('from "notices_notice"', 'cut');
    const answer = await gateway.fetch('/notices');
    await sprung;
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('Retry-After'), '10');
    assert.equal(((await answer.json()) as { code: string }).code, 'store_unavailable');
    assert.match(gateway.logged(), /"the store could not answer: The database cannot be reached/);
    assert.equal((await gateway.fetch('/notices')).status, 200);
  });

  test('the answer to a commit is lost: with a key the first answer is found; without one nobody is told it was not kept', async () => {
    await using broken = await gatewayOnCable();
    const { gateway, cable, databaseUrl } = broken;
    let sprung = cable.afterNext('commit', 'cut');
    const answer = await publish(gateway, 'With a key', 'one');
    await sprung;
    assert.equal(answer.status, 201);
    const again = await publish(gateway, 'With a key', 'one');
    assert.deepEqual(await again.json(), await answer.json());

    sprung = cable.afterNext('commit', 'cut');
    const unknown = await gateway.post('/notices', { title: 'Without a key' });
    await sprung;
    assert.equal(unknown.status, 503);
    assert.ok(unknown.headers.get('Retry-After'));
    const { code, detail } = (await unknown.json()) as { code: string; detail: string };
    assert.equal(code, 'outcome_unknown');
    assert.doesNotMatch(detail, /Nothing/);
    assert.deepEqual(await titles(databaseUrl), ['With a key', 'Without a key']);
  });

  test('the commit itself is lost: with a key the work is done again, once', async () => {
    await using broken = await gatewayOnCable();
    const { gateway, cable, databaseUrl } = broken;
    const sprung = cable.beforeNext('commit', 'cut');
    const answer = await publish(gateway, 'Road closed');
    await sprung;
    assert.equal(answer.status, 201);
    assert.deepEqual(await titles(databaseUrl), ['Road closed']);
  });

  test('a silent fail-over: idle connections that went dead are noticed before a resident meets them', async () => {
    await using broken = await gatewayOnCable();
    const { gateway, cable } = broken;
    await Promise.all(Array.from({ length: 8 }, (_unused, index) => publish(gateway, `before ${index}`)));
    assert.ok(cable.open() >= 2, 'several are idle');
    cable.freeze();
    // Old enough that their last answer proves nothing.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const answers = await Promise.all(Array.from({ length: 8 }, (_unused, index) => publish(gateway, `after ${index}`)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array.from({ length: 8 }, () => 201),
    );
    assert.equal((await gateway.fetch('/ready')).status, 200);
  });

  test('a silent fail-over while every connection is in use: 503, then all is well within ten seconds', async () => {
    await using broken = await gatewayOnCable();
    const { gateway, cable, ground, databaseUrl } = broken;
    const gate = Promise.withResolvers<undefined>();
    let inside = 0;
    const stuck = Array.from({ length: 4 }, () =>
      ground.store.transaction<Record<string, never>, undefined>(async (trx) => {
        inside++;
        await gate.promise;
        await trx.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
      }),
    );
    await until(() => inside === 4, 'all connections are in use');
    cable.freeze();
    gate.resolve(undefined);
    const [refused] = await Promise.all([publish(gateway, 'meanwhile'), ...stuck.map((one) => assert.rejects(one))]);
    assert.equal(refused.status, 503);
    assert.ok(refused.headers.get('Retry-After'));
    assert.equal((await gateway.fetch('/health')).status, 200);
    assert.equal((await publish(gateway, 'afterwards')).status, 201);
    assert.deepEqual(await titles(databaseUrl), ['afterwards']);
  });

  test('what was delivered during a silent fail-over is written down afterwards, not sent again', async () => {
    const databaseUrl = await freshDatabase();
    await using cable = await cableTo(databaseUrl);
    let sent = 0;
    const announce = async (): Promise<DeliveryOutcome> => {
      sent++;
      cable.freeze();
      return { result: 'delivered' };
    };
    await using gateway = await start({ services: [notices({ announce })], settings: { databaseUrl: cable.url, databaseConnections: 4 } });
    assert.equal((await publish(gateway, 'Road closed')).status, 201);
    const state = async (): Promise<string | undefined> =>
      (await query<{ state: string }>(databaseUrl, 'select state from gateway_outbox')).at(0)?.state;
    for (const end = Date.now() + 40_000; (await state()) !== 'delivered';) assert.ok(Date.now() < end, 'it was written down');
    assert.equal(sent, 1);
  });

  test('a database that stands still: /ready says 503 and /health 200; a stop does not wait for it', async () => {
    await using broken = await gatewayOnCable({ stopSeconds: 1 });
    const { gateway, cable } = broken;
    assert.equal((await gateway.fetch('/ready')).status, 200);
    cable.swallowNew(true);
    cable.freeze();
    // Old enough that their last answer proves nothing.
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.equal((await gateway.fetch('/ready')).status, 503);
    assert.equal((await gateway.fetch('/health')).status, 200);
    await gateway.stop();
  });

  test('a database that takes no writes, as during a promotion: 503 with Retry-After, and /ready says so', async () => {
    await using broken = await gatewayOnCable();
    const { gateway, cable, databaseUrl } = broken;
    const name = new URL(databaseUrl).pathname.slice(1);
    await admin.query(`alter database ${name} set default_transaction_read_only = on`);
    cable.cut();
    const answer = await publish(gateway, 'Road closed');
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('Retry-After'), '10');
    assert.equal((await gateway.fetch('/ready')).status, 503);
    assert.match(gateway.logged(), /takes no writes at the moment \(25006\)/);
    assert.equal((await gateway.fetch('/notices')).status, 200, 'reads are served');
    await admin.query(`alter database ${name} reset default_transaction_read_only`);
    cable.cut();
    await until(async () => (await gateway.fetch('/ready')).status === 200, 'it is ready again');
    assert.equal((await publish(gateway, 'Road closed')).status, 201);
  });
});
