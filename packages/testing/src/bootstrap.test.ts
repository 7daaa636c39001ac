/** The first command after a clone, tried in a tree of its own with an npm that only writes down what it is asked. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { root } from './run/root.ts';

interface Tree {
  folder: string;
  run(what: string): Promise<{ code: number; said: string; installs: number }>;
}

const lock = (version: string) => ({
  packages: {
    '': {},
    'packages/one': {},
    'node_modules/lit': { version },
    'node_modules/for-another-platform': { version: '1.0.0', optional: true },
  },
});

/** A repository with one package, whose lock file says one version and whose `node_modules` holds another, or nothing. */
async function tree(context: TestContext, { installed, npm = 'exit 0' }: { installed?: string; npm?: string }): Promise<Tree> {
  const folder = await mkdtemp(join(tmpdir(), 'council-bootstrap-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'packages/testing'), { recursive: true });
  await cp(join(root, 'packages/testing/bootstrap.mjs'), join(folder, 'packages/testing/bootstrap.mjs'));
  const scripts = { 'run:demo': 'echo started', 'run:fails': 'node -e "process.exit(7)"', 'run:waits': 'echo waiting && sleep 60' };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ scripts }));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock('3.3.3')));
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin/npm'), `#!/bin/sh\necho "$@" >> "${folder}/asked"\n${npm}\n`);
  await chmod(join(folder, 'bin/npm'), 0o755);
  if (installed) {
    await mkdir(join(folder, 'node_modules/.bin'), { recursive: true });
    await writeFile(join(folder, 'node_modules/.bin/node'), '');
    await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify(lock(installed)));
  }
  return {
    folder,
    async run(what) {
      const child = start(folder, what);
      let said = '';
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
      const [code] = (await once(child, 'close')) as [number];
      const asked = await readFile(join(folder, 'asked'), 'utf8').catch(() => '');
      return { code, said, installs: asked.split('\n').filter((line) => line.startsWith('ci')).length };
    },
  };
}

function start(folder: string, what: string) {
  const env = { ...process.env, PATH: `${folder}/bin:${process.env['PATH']}` };
  return spawn(process.execPath, [join(folder, 'packages/testing/bootstrap.mjs'), what], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

test('installs on the first run, and says so', async (context) => {
  const { code, said, installs } = await (await tree(context, {})).run('demo');
  assert.deepEqual({ code, installs }, { code: 0, installs: 1 });
  assert.match(said, /Installing dependencies \(first run\)/);
  assert.match(said, /started/);
});

test('does not install when what is there is what the lock file says', async (context) => {
  const { code, said, installs } = await (await tree(context, { installed: '3.3.3' })).run('demo');
  assert.deepEqual({ code, said, installs }, { code: 0, said: 'started\n', installs: 0 });
});

test('installs again when the lock file has moved on', async (context) => {
  const { said, installs } = await (await tree(context, { installed: '3.3.2' })).run('demo');
  assert.equal(installs, 1);
  assert.match(said, /lit is 3\.3\.2, 3\.3\.3 is wanted/);
});

test('starts nothing when installing fails', async (context) => {
  const { code, said } = await (await tree(context, { npm: 'exit 3' })).run('demo');
  assert.equal(code, 3);
  assert.doesNotMatch(said, /^started/m);
});

test('passes on how what it started ended', async (context) => {
  assert.equal((await (await tree(context, { installed: '3.3.3' })).run('fails')).code, 7);
});

test('passes on a signal', async (context) => {
  const { folder } = await tree(context, { installed: '3.3.3' });
  const child = start(folder, 'waits');
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 143);
});

test('says what it knows when asked for something else', async (context) => {
  const { code, said } = await (await tree(context, { installed: '3.3.3' })).run('nothing');
  assert.equal(code, 1);
  assert.match(said, /“nothing” is not something to run\. Known: demo, fails, waits\./);
});
