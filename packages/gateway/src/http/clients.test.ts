/** Clients as the gateway meets them: who shares a limit with whom, and what one of them can take from the others. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as v from 'valibot';
import { Routes, type GatewaySettingsInput, type Service } from '../index.ts';
import { Connection } from '../testing/connection.ts';
import { start, type Started } from '../testing/start.ts';

/** What `/held` waits for while it keeps a body. */
const held = { arrived: (): void => undefined, released: Promise.resolve() };

/** Says which client asks, and reads bodies. */
const mirror: Service = {
  name: 'mirror',
  setUp() {
    const routes = new Routes();
    routes.hono.get('/client', (context) => context.text(context.get('client')));
    for (const [path, bodyLimit] of [
      ['/body', 262_144],
      ['/large', 1_500_000],
    ] as const)
      routes.operation({ method: 'post', path, summary: 'A body', body: v.looseObject({}), bodyLimit, responses: {} }, ({ context }) =>
        context.json({ taken: true }),
      );
    routes.operation(
      { method: 'post', path: '/held', summary: 'A body', body: v.looseObject({}), bodyLimit: 1_500_000, responses: {} },
      async ({ context }) => {
        held.arrived();
        await held.released;
        return context.json({ taken: true });
      },
    );
    routes.hono.get('/cookie', (context) => {
      context.header('Set-Cookie', 'a=b; Path=/; HttpOnly');
      context.header('Set-Cookie', 'c=d; Path=/; Secure', { append: true });
      return context.text('');
    });
    return { routes };
  },
};

const running: Started[] = [];
after(async () => {
  for (const each of running) await each[Symbol.asyncDispose]();
});
async function behind(trustedProxies: number, settings: GatewaySettingsInput = {}, folder?: string): Promise<Started> {
  const started = await start({ services: [mirror], settings: { trustedProxies, ...settings } }, folder);
  running.push(started);
  return started;
}

test('a client is told apart by what our own proxies saw: another port is the same client, a made-up entry changes nothing', async () => {
  const gateway = await behind(1);
  const clientOf = async (forwarded: string): Promise<string> =>
    (await gateway.fetch('/client', { headers: { 'X-Forwarded-For': forwarded } })).text();
  const one = await clientOf('192.0.2.1');
  for (const same of ['192.0.2.1:1', '192.0.2.1:65535', '::ffff:192.0.2.1', '6.6.6.6, 192.0.2.1', `${'1.1.1.1,'.repeat(1_000)}192.0.2.1`])
    assert.equal(await clientOf(same), one, same.slice(0, 60));
  assert.notEqual(await clientOf('192.0.2.2'), one);
  const household = await clientOf('2001:db8:1:2::1');
  for (const same of ['2001:db8:1:2:3:4:5:6', '[2001:0db8:1:2::ffff]:443', '2001:DB8:1:2::9%eth0'])
    assert.equal(await clientOf(same), household, same);
  assert.notEqual(await clientOf('2001:db8:1:3::1'), household);
  // What cannot be read is the connection's own address.
  const socket = await (await gateway.fetch('/client')).text();
  for (const same of ['unknown', '', '192.0.2.1, ', 'a'.repeat(5_000)]) assert.equal(await clientOf(same), socket, same.slice(0, 60));
});

test('without trusted proxies nobody can name himself; with two, the entry before the last counts', async () => {
  const [none, two] = [await behind(0), await behind(2)];
  const clientOf = async (gateway: Started, forwarded: string): Promise<string> =>
    (await gateway.fetch('/client', { headers: { 'X-Forwarded-For': forwarded } })).text();
  assert.equal(await clientOf(none, '192.0.2.1'), await clientOf(none, '192.0.2.2'));
  assert.equal(await clientOf(two, '192.0.2.1, 198.51.100.1'), await clientOf(two, '6.6.6.6, 192.0.2.1:99, 198.51.100.2'));
  assert.notEqual(await clientOf(two, '192.0.2.1, 198.51.100.1'), await clientOf(two, '192.0.2.2, 198.51.100.1'));
});

test('two processes with one secret give a client one token', async () => {
  const secret = 'a secret of thirty-two characters';
  const [one, other, third] = [await behind(1, { secret }), await behind(1, { secret }), await behind(1)];
  const clientOf = async (gateway: Started): Promise<string> =>
    (await gateway.fetch('/client', { headers: { 'X-Forwarded-For': '192.0.2.1' } })).text();
  assert.equal(await clientOf(one), await clientOf(other));
  assert.notEqual(await clientOf(one), await clientOf(third));
});

test('600 half-sent requests of one client: others are served, and health and readiness answer even that one', async () => {
  const gateway = await behind(0, { rateLimit: { writesPerMinute: 1_000_000 } });
  const head = 'POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{';
  const half: Connection[] = [];
  try {
    for (let sent = 0; sent < 600; sent++) {
      const connection = await Connection.open(gateway.url, '127.0.0.9');
      connection.write(head);
      half.push(connection);
    }
    // All have been read when the last has been answered that it is too many.
    const last = half.at(-1);
    assert.ok(last);
    assert.equal((await last.answer()).status, 429);
    for (const path of ['/health', '/ready']) {
      const own = await Connection.open(gateway.url, '127.0.0.9');
      own.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
      assert.equal((await own.answer()).status, 200, path);
      own.close();
      assert.equal((await gateway.fetch(path)).status, 200, path);
    }
    assert.equal((await gateway.post('/body', {})).status, 200);
    assert.equal((await gateway.fetch('/client')).status, 200);
  } finally {
    for (const connection of half) connection.close();
  }
});

test('half-sent requests of many clients take no place from those that are whole', async () => {
  const gateway = await behind(1, { maxConcurrentRequests: 10, maxConcurrentRequestsPerClient: 10 });
  const half: Connection[] = [];
  try {
    for (let sent = 0; sent < 100; sent++) {
      const connection = await Connection.open(gateway.url);
      connection.write(
        `POST /body HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: 192.0.2.${sent}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
      );
      half.push(connection);
      // Answered after the one before was read.
      assert.equal((await gateway.post('/body', {})).status, 200);
    }
  } finally {
    for (const connection of half) connection.close();
  }
});

test('bodies of one client may take so much memory and no more', async () => {
  const gateway = await behind(0, { bodyMemoryPerClient: 1_000_000 });
  const answer = await gateway.post('/large', { text: 'x'.repeat(1_200_000) });
  assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [429, '10']);
  assert.equal((await gateway.post('/large', { text: 'x'.repeat(900_000) })).status, 200);
  // What an earlier request held is free again.
  assert.equal((await gateway.post('/large', { text: 'x'.repeat(900_000) })).status, 200);
});

test('bodies of all clients together may take so much memory and no more', async () => {
  const gateway = await behind(1, { bodyMemory: 1_500_000, bodyMemoryPerClient: 1_000_000 });
  const text = 'x'.repeat(900_000);
  const from = (client: string) => ({ 'X-Forwarded-For': client });
  const { promise: arrived, resolve: hasArrived } = Promise.withResolvers<undefined>();
  const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
  Object.assign(held, { arrived: hasArrived, released });
  const first = gateway.post('/held', { text }, from('192.0.2.1'));
  await arrived;
  const second = await gateway.post('/large', { text }, from('192.0.2.2'));
  release(undefined);
  assert.equal(second.status, 503);
  assert.ok(Number(second.headers.get('Retry-After')) > 0);
  assert.equal((await first).status, 200);
  assert.equal((await gateway.post('/large', { text }, from('192.0.2.2'))).status, 200);
});

test('a body that does not arrive is answered 408 and its connection closed; so is one that trickles', async () => {
  const gateway = await behind(0, { bodySeconds: 1 });
  for (const trickle of [false, true]) {
    const connection = await Connection.open(gateway.url);
    connection.write('POST /body HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{');
    const timer = trickle ? setInterval(() => connection.write(' '), 50) : undefined;
    const { status, headers, body } = await connection.answer();
    clearInterval(timer);
    assert.equal(status, 408);
    assert.match(body, /"code":"request_too_slow"/);
    assert.equal(headers.get('connection'), 'close');
    await connection.closed;
  }
});

test('headers that do not end are answered 408 and their connection closed', async () => {
  const gateway = await behind(0, { headerSeconds: 1 });
  const connection = await Connection.open(gateway.url);
  connection.write('GET /client HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  const timer = setInterval(() => connection.write('a'), 50);
  await connection.closed;
  clearInterval(timer);
});

test('a client with too many connections loses the one that it has left idle longest; others lose none', async () => {
  const gateway = await behind(0, { maxConnectionsPerClient: 10 });
  const others = await Connection.open(gateway.url, '127.0.0.8');
  const many: Connection[] = [];
  for (let opened = 0; opened < 11; opened++) many.push(await Connection.open(gateway.url, '127.0.0.9'));
  await many[0]?.closed;
  for (const connection of [others, ...many.slice(1)]) {
    connection.write('GET /health HTTP/1.1\r\nHost: a\r\n\r\n');
    assert.equal((await connection.answer()).status, 200);
    connection.close();
  }
});

test('a cookie is Secure where our proxy says that the resident came by https, and only there', async () => {
  const [proxied, open] = [await behind(1), await behind(0)];
  const cookiesOf = async (gateway: Started): Promise<string[]> =>
    (await gateway.fetch('/cookie', { headers: { 'X-Forwarded-Proto': 'https' } })).headers.getSetCookie();
  assert.deepEqual(await cookiesOf(proxied), ['a=b; Path=/; HttpOnly; Secure', 'c=d; Path=/; Secure']);
  assert.deepEqual(await cookiesOf(open), ['a=b; Path=/; HttpOnly', 'c=d; Path=/; Secure']);
});
