/** Connections over their lives: kept, drained, closed, and never with somebody's answer on them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bodyLimit, readBytes, Routes, type GatewaySettingsInput, type Service } from './index.ts';
import { Connection } from './testing/connection.ts';
import { start, type Started } from './testing/start.ts';

interface Slow {
  readonly service: Service;
  /** Resolves when a request to `/slow` is being answered. */
  readonly begun: Promise<void>;
  /** Lets it be answered. */
  finish(): void;
}

function slow(): Slow {
  let begin = (): void => undefined;
  let finish = (): void => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const service: Service = {
    name: 'slow',
    setUp() {
      const routes = new Routes();
      routes.hono.get('/slow', async (context) => {
        begin();
        await finished;
        return context.text('done');
      });
      routes.hono.post('/refuse', (context) => context.text('no', 403));
      routes.hono.post('/small', bodyLimit(1_000_000), async (context) => context.text(String((await readBytes(context)).byteLength)));
      return { routes };
    },
  };
  return { service, begun, finish };
}

const startSlow = (settings: GatewaySettingsInput = {}, { service }: Slow = slow()): Promise<Started> =>
  start({ services: [service], settings });
const health = 'GET /health HTTP/1.1\r\nHost: a\r\n\r\n';

/** Keeps this process from doing anything else, as a busy machine does. */
const stall = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

test('a request that waits while the process is busy is answered, though its connection was idle for too long meanwhile', async () => {
  await using gateway = await startSlow({ keepAliveSeconds: 1 });
  const connection = await Connection.open(gateway.url);
  connection.write(health);
  const { headers } = await connection.answer();
  assert.equal(headers.get('keep-alive'), 'timeout=1');
  // The bytes are with the kernel when this returns; the server reads them after its timers.
  connection.write(health);
  stall(2_500);
  assert.equal((await connection.answer()).status, 200);
  connection.close();
});

test('an idle connection is kept as long as the setting says, and then closed', async () => {
  await using gateway = await startSlow({ keepAliveSeconds: 1 });
  const connection = await Connection.open(gateway.url);
  connection.write(health);
  await connection.answer();
  await connection.closed;
  await using other = await startSlow();
  assert.equal((await other.fetch('/health')).headers.get('keep-alive'), 'timeout=75');
});

test('while it drains: readiness is 503, kept connections are answered with Connection: close, and so is what was under way', async () => {
  const work = slow();
  await using gateway = await startSlow({}, work);
  const [kept, idle, underWay] = [
    await Connection.open(gateway.url),
    await Connection.open(gateway.url),
    await Connection.open(gateway.url),
  ];
  for (const connection of [kept, idle]) {
    connection.write(health);
    assert.equal((await connection.answer()).headers.get('connection'), 'keep-alive');
  }
  underWay.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n');
  await work.begun;
  const stopped = gateway.stop();

  idle.write('GET /ready HTTP/1.1\r\nHost: a\r\n\r\n');
  const ready = await idle.answer();
  assert.deepEqual([ready.status, ready.headers.get('connection')], [503, 'close']);
  kept.write(health);
  const answer = await kept.answer();
  assert.deepEqual([answer.status, answer.headers.get('connection')], [200, 'close']);
  await kept.closed;

  work.finish();
  const last = await underWay.answer();
  assert.deepEqual([last.status, last.body, last.headers.get('connection')], [200, 'done', 'close']);
  await stopped;
  await assert.rejects(gateway.fetch('/health'));
});

test('a request that had arrived when it was told to stop is answered', async () => {
  await using gateway = await startSlow();
  const connection = await Connection.open(gateway.url);
  connection.write(health);
  await connection.answer();
  connection.write(health);
  const stopped = gateway.stop();
  const { status, headers } = await connection.answer();
  assert.deepEqual([status, headers.get('connection')], [200, 'close']);
  await stopped;
});

test('an answer before the body is at its end reaches a client that goes on sending, and the connection serves the next request', async () => {
  await using gateway = await startSlow();
  const bytes = 3_000_000;
  for (const path of ['/refuse', '/small', '/nowhere']) {
    const connection = await Connection.open(gateway.url);
    connection.write(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${bytes}\r\n\r\n`);
    if (path !== '/small') assert.equal((await connection.answer()).status, path === '/refuse' ? 403 : 404);
    // Longer than a server usually waits for the rest.
    stall(700);
    for (let sent = 0; sent < bytes; sent += 100_000) connection.write('x'.repeat(100_000));
    if (path === '/small') assert.equal((await connection.answer()).status, 413);
    connection.write(health);
    assert.equal((await connection.answer()).status, 200, path);
    connection.close();
  }
});

test('a body that nobody reads is not waited for without end', async () => {
  await using gateway = await startSlow({ bodySeconds: 1 });
  const connection = await Connection.open(gateway.url);
  connection.write('POST /refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n');
  assert.equal((await connection.answer()).status, 403);
  await connection.closed;
});
