/** `npx council-gateway`, as who runs it meets it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
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
    ['{nonsense', /^The settings file .* is not JSON: line 1, column 2: .*Look for a comma or quotation mark/m],
    ['', /^The settings file .* is empty\. It must hold an object/m],
    ['[]', /^The settings file .* must hold an object \{ … \}\.$/m],
    ['{"port":1,"port":2}', /^The setting "port" is in the settings file .* twice\. Remove one of them\.$/m],
    [
      { services: { '': {} } },
      /^The setting "services" in the settings is not allowed: it must be an object whose keys are packages or files/m,
    ],
    [{ page: '', services }, /^The setting "page" \(""\) in the settings is not allowed: it must be a module whose "page" export/m],
    [{ bodyLimit: 20_000_000, bodyMemory: 10_000_000, services }, /^The setting "bodyLimit" \(20000000\) .* is more than "bodyMemory"/m],
    [
      { services: { [noticesModule]: {}, [pathToFileURL(noticesModule).href]: {} } },
      /^Two services are named "notices"\. Remove one of them\.$/m,
    ],
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

test('a settings file that is a folder is said to be one', async () => {
  const { code, stderr } = await runProgram(folder, { services }, ['--settings', tmpdir()]);
  assert.match(stderr, /^The settings file \S+ is a folder\. Name the file in it, such as --settings \S+council-gateway\.json\.$/m);
  assert.equal(code, 1);
});

test('--check tries the data folder and leaves nothing behind', async () => {
  const own = await mkdtemp(join(folder, 'data-'));
  await writeFile(join(own, 'file'), '');
  for (const [dataFolder, said] of [
    ['file', /^The data folder \S+file is a file, not a folder\. Set another with "dataFolder" \(DATA_FOLDER\)\.$/m],
    ['file/data', /^The data folder \S+ is inside a file, not a folder\./m],
    ...(process.platform === 'linux'
      ? ([['/proc/council-data', /^The data folder \/proc\/council-data cannot be made there\./m]] as const)
      : []),
  ] as const) {
    const { code, stderr } = await runProgram(own, { dataFolder, services }, ['--check']);
    assert.match(stderr, said);
    assert.equal(code, 1, dataFolder);
  }
  const there = join(own, 'there');
  await mkdir(there);
  for (const dataFolder of ['deep/er/data', 'there']) {
    const { code, stdout, stderr } = await runProgram(own, { dataFolder, services }, ['--check']);
    assert.deepEqual([code, stdout], [0, 'The settings are in order.\n'], stderr);
  }
  assert.deepEqual((await readdir(own)).sort(), ['council-gateway.json', 'file', 'there']);
  assert.deepEqual(await readdir(there), []);
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
