/** `npx council-gateway`, as who runs it meets it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { noticesModule, runProgram, startProgram } from './testing/child.ts';
import { Connection } from './testing/connection.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'council-program-'));
});
after(() => rm(folder, { recursive: true, force: true }));

const services = { [noticesModule]: {} };

test('what is wrong in the settings is named, with what is allowed, and nothing starts', { concurrency: true }, async (context) => {
  for (const [settings, said] of [
    [
      { port: 'eighty', services },
      /^The setting "port" \("eighty"\) in the settings is not allowed: it must be a whole number from 0 to 65535\.$/m,
    ],
    [
      { prot: 8080, services },
      /^Unknown setting "prot" in the settings\. Did you mean "port"\? There are: host, port, .*services, page\.$/m,
    ],
    [
      { services: { [noticesModule]: { anounceTo: '' } } },
      /^Unknown setting "anounceTo" in the settings of ".*notices\.ts"\. Did you mean "announceTo"\? There are: announceTo\.$/m,
    ],
    [
      { services: { '@council-kit/none/server': {} } },
      /^The service "@council-kit\/none\/server" is not installed: npm install @council-kit\/none$/m,
    ],
    [
      { host: '0.0.0.0', services },
      /^The setting "publicUrl" is missing from the settings: "host" is 0\.0\.0\.0, so .* Set "publicUrl" \(PUBLIC_URL\)/m,
    ],
    ['{nonsense', /^The settings file .* is not JSON: /m],
    ['[]', /^The settings file .* must hold an object \{ … \}\.$/m],
  ] as const) {
    await context.test(JSON.stringify(settings), async () => {
      const own = await mkdtemp(join(folder, 'wrong-'));
      const { code, stderr } = await runProgram(own, settings);
      assert.match(stderr, said);
      assert.doesNotMatch(stderr, /^\s+at /m);
      assert.equal(code, 1);
    });
  }
});

test('a package that a service needs and that is not there is named, with its version', async () => {
  const own = await mkdtemp(join(folder, 'peer-'));
  const service = join(own, 'node_modules', 'our-bins');
  await mkdir(service, { recursive: true });
  await writeFile(
    join(service, 'package.json'),
    JSON.stringify({
      name: 'our-bins',
      type: 'module',
      exports: { './server': './server.js', './package.json': './package.json' },
      peerDependencies: { 'bin-days': '1.2.3' },
    }),
  );
  await writeFile(join(service, 'server.js'), `import 'bin-days';`);
  const { code, stderr } = await runProgram(own, { services: { 'our-bins/server': {} } });
  assert.equal(stderr.trim(), 'The service "our-bins/server" needs the package "bin-days": npm install bin-days@1.2.3');
  assert.equal(code, 1);
});

test('settings in order are said to be, without a start, and what is doubtful about them too', async () => {
  const own = await mkdtemp(join(folder, 'check-'));
  const { code, stdout, stderr } = await runProgram(own, { services }, ['--check']);
  assert.equal(stdout, 'The settings are in order.\n');
  assert.match(stderr, /^The setting "publicUrl" is missing: links in emails and pages lead to 127\.0\.0\.1\. /);
  assert.equal(code, 0);
});

test('SIGTERM: it goes on answering, on new connections too, but is not ready, until load balancers have had time to notice', async () => {
  const own = await mkdtemp(join(folder, 'drain-'));
  const child = await startProgram(own, { port: 0, drainSeconds: 5, services });
  const kept = await Connection.open(child.url);
  const ask = async (connection: Connection, path: string): Promise<readonly [number, string | null]> => {
    connection.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
    const { status, headers } = await connection.answer();
    return [status, headers.get('connection')];
  };
  assert.deepEqual(await ask(kept, '/ready'), [200, 'keep-alive']);
  child.process.kill('SIGTERM');
  // The signal is on its way: asked until it has arrived.
  for (let ready = true; ready;) {
    const connection = await Connection.open(child.url);
    ready = (await ask(connection, '/ready'))[0] === 200;
    connection.close();
  }
  assert.deepEqual(await ask(kept, '/notices'), [200, 'close']);
  const other = await Connection.open(child.url);
  assert.deepEqual(await ask(other, '/health'), [200, 'close']);
  const { code, stdout } = await child.ended;
  assert.equal(code, 0);
  assert.match(stdout, /"level":"warn".*The setting \\"publicUrl\\" is missing/);
});

test('a port in use is said in a sentence, with the way round it', async () => {
  const own = await mkdtemp(join(folder, 'port-'));
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, stderr } = await runProgram(own, { port, services });
  taken.close();
  assert.match(stderr, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use by another program: .*PORT=\\d+\\.$`, 'm'));
  assert.equal(code, 1);
});

test('Ctrl-C stops it; what is logged of a request is its method, route, status, time and id', async () => {
  const own = await mkdtemp(join(folder, 'stop-'));
  const child = await startProgram(own, { port: 0, services });
  const answer = await fetch(`${child.url}/notices/0b9e3c1e-8d5f-4d2c-9a51-2f6f7a1d9c10?name=Jane&lat=51.5007`);
  assert.equal(answer.status, 404);
  child.process.kill('SIGINT');
  const { code, stdout } = await child.ended;
  assert.equal(code, 0);
  const line = stdout
    .split('\n')
    .filter(Boolean)
    .map((text) => JSON.parse(text) as Record<string, unknown>)
    .find(({ msg }) => msg === 'request');
  assert.ok(line);
  const { time, ms, ...rest } = line;
  assert.ok(typeof time === 'string' && typeof ms === 'number');
  assert.deepEqual(rest, {
    level: 'info',
    requestId: answer.headers.get('X-Request-Id'),
    method: 'GET',
    route: '/notices/:id',
    status: 404,
    msg: 'request',
  });
});
