/**
 * What is published, as a council gets it: packed by npm, taken from a registry into a fresh app outside this repository,
 * type-checked, built, and run in a browser under the strict policy.
 */
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../browsers/engines.ts';
import { strictPolicy } from '../browsers/strict-policy.ts';
import { build } from '../run/build.ts';
import { runCommand } from '../run/command.ts';
import { root } from '../run/root.ts';
import { npm, packAll, publish, startRegistry, type PublishedPackage, type Registry } from './registry.ts';

const execute = promisify(execFile);

describe('the published packages', () => {
  let folder: string;
  let registry: Registry | undefined;
  let packages: PublishedPackage[] = [];

  before(async () => {
    await build({ print: () => undefined });
    folder = await mkdtemp(join(tmpdir(), 'council-published-'));
    packages = await packAll(join(folder, 'packed'));
  });
  after(async () => {
    await registry?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('hold no test, no story, no build information and no script that runs when they are installed', () => {
    assert.ok(packages.length >= 8, `only ${packages.map(({ name }) => name).join(', ')}`);
    for (const { name, files, manifest } of packages) {
      assert.deepEqual(
        files.filter((file) => /\.(test|stories|fixture)\.|tsbuildinfo/.test(file)),
        [],
        name,
      );
      assert.deepEqual(
        Object.keys(manifest.scripts ?? {}).filter((script) => /^(pre|post)?install$|^prepare$/.test(script)),
        [],
        name,
      );
    }
  });

  test('say where they come from, under which licence, and which elements they bring', async () => {
    const licence = await readFile(join(root, 'LICENSE'), 'utf8');
    for (const { name, files, manifest } of packages) {
      const folder = name.replace('@council-kit', 'packages');
      assert.equal(await readFile(join(root, folder, 'LICENSE'), 'utf8'), licence, name);
      assert.ok(files.includes('LICENSE') && files.includes('README.md'), `${name}: ${files.slice(0, 5).join()}`);
      assert.equal(manifest.repository?.directory, folder, name);
      for (const field of ['homepage', 'bugs', 'keywords', 'description'] as const) assert.ok(manifest[field], `${name} has no ${field}`);
      const elements = files.includes('dist/custom-elements.json') ? 'dist/custom-elements.json' : undefined;
      assert.equal(manifest.customElements, elements, name);
    }
  });

  test('let an app choose the version of what it shares with them, such as Lit', () => {
    for (const { name, manifest } of packages)
      for (const [other, range] of Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies }))
        assert.ok(range.startsWith('^') || range.includes('-'), `${name} pins ${other} ${range}`);
  });

  test('satisfy publint', async () => {
    const complaints: string[] = [];
    for (const { tarball } of packages) {
      const { code, output } = await runCommand(`publint run ${tarball} --strict`, folder);
      if (code !== 0) complaints.push(output);
    }
    assert.equal(complaints.join('\n'), '');
  });

  test('have types that every way of resolving modules finds', async () => {
    const complaints: string[] = [];
    for (const { name, tarball, manifest } of packages) {
      const withoutTypes = Object.keys(manifest.exports ?? {}).filter((entry) => /\.(css|json)$/.test(entry));
      if (name === '@council-kit/embed') continue; // one script for a script tag: nothing imports it
      const exclude =
        withoutTypes.length > 0 ? `--exclude-entrypoints ${withoutTypes.map((entry) => entry.replace('./', '')).join(' ')}` : '';
      const { code, output } = await runCommand(`attw ${tarball} --profile esm-only --no-color --no-emoji ${exclude}`, folder);
      if (code !== 0) complaints.push(output);
    }
    assert.equal(complaints.join('\n'), '');
  });

  test('serve a fresh app', async (context) => {
    const app = join(folder, 'app');
    await cp(join(root, 'packages/testing/consumer'), app, { recursive: true });

    await context.test('install from a registry', async () => {
      registry = await startRegistry(join(folder, 'registry'));
      await publish(packages, registry, folder);
      await writeFile(join(app, '.npmrc'), registry.npmrc);
      await npm(['install', '--loglevel=error'], app);
      const { stdout } = await npm(['ls', '--all', '--parseable', '--omit=dev'], app);
      context.diagnostic(`a front end installs ${stdout.trim().split('\n').length - 1} packages beside its own tools`);
      assert.doesNotMatch(stdout, /node_modules\/(sharp|kysely|hono|pg|pino)$/m, 'a front end installs no server');
    });

    await context.test('type-check, strictly, libraries included', async () => {
      await execute(process.execPath, ['node_modules/typescript/bin/tsc', '-p', '.'], { cwd: app }).catch(
        ({ stdout }: { stdout: string }) => assert.fail(stdout),
      );
    });

    await context.test('build with Vite', async () => {
      await execute(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { cwd: app }).catch(({ stderr }: { stderr: string }) =>
        assert.fail(stderr),
      );
    });

    await context.test('run in a browser, under the strict policy', async (inBrowser) => {
      const executablePath = await chromiumPath();
      if (!executablePath) return inBrowser.skip('Chromium is not installed: packages/testing/set-up-system.sh installs it on Debian');
      const posted: string[] = [];
      const server = await serve(join(app, 'dist'), posted);
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
      try {
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('pageerror', (error) => complaints.push(String(error)));
        page.on('console', (message) => {
          if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
        });
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
        await page.waitForFunction(() => customElements.get('council-report-issue') !== undefined);
        assert.equal(await page.getByLabel('Full name').inputValue(), 'Ann Jones');
        await page.getByLabel('Full name').fill('Siân Jones');
        await page.getByRole('button', { name: 'Send', exact: true }).click();
        await page.waitForURL('**/answer');
        assert.deepEqual(posted, ['full-name=Si%C3%A2n+Jones']);
        assert.deepEqual(complaints, []);
      } finally {
        await browser.close();
        server.close();
      }
    });
  });

  test('run a gateway alone, from a settings file that names its services', async (context) => {
    const app = join(folder, 'gateway');
    await mkdir(app);
    const reports = packages.find(({ name }) => name === '@council-kit/reports')?.manifest.peerDependencies ?? {};
    await writeFile(join(app, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    await writeFile(join(app, 'council-gateway.json'), JSON.stringify({ port: 0, services: { '@council-kit/reports/server': {} } }));

    await context.test('install from a registry, with what the reports service needs besides', async () => {
      if (!registry) {
        registry = await startRegistry(join(folder, 'registry'));
        await publish(packages, registry, folder);
      }
      await writeFile(join(app, '.npmrc'), registry.npmrc);
      const besides = ['sharp', 'fast-xml-parser'].map((name) => `${name}@${reports[name]}`);
      await npm(['install', '--ignore-scripts', '--loglevel=error', '@council-kit/gateway', '@council-kit/reports', ...besides], app);
    });

    await context.test('take a report by Open311, and stop when asked', async () => {
      const gateway = spawn(process.execPath, ['node_modules/@council-kit/gateway/bin/council-gateway.js'], {
        cwd: app,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const ended = once(gateway, 'exit');
      let said = '';
      let url: string | undefined;
      for await (const line of createInterface({ input: gateway.stderr })) {
        said += `${line}\n`;
        url = /answers on (\S+)/.exec(line)?.[1];
        if (url !== undefined) break;
      }
      assert.ok(url, said);
      const services = (await (await fetch(`${url}/open311/v2/services.json`)).json()) as { service_code: string }[];
      assert.ok(services.some(({ service_code }) => service_code === 'fly-tipping'));
      const kept = await fetch(`${url}/open311/v2/requests.json`, {
        method: 'POST',
        body: new URLSearchParams({
          service_code: 'graffiti',
          address_string: 'opposite 12 Mill Lane',
          'attribute[offensive]': 'no',
          'attribute[surface]': 'public',
        }),
      });
      assert.equal(kept.status, 200, await kept.clone().text());
      const page = await fetch(`${url}/reports/follow`, { headers: { accept: 'text/html' } });
      assert.match(await page.text(), /<h1/);
      gateway.kill('SIGINT');
      assert.deepEqual(await ended, [0, null]);
    });
  });
});

/** A council's web server, with the strict policy, that remembers what is posted to it. */
async function serve(folder: string, posted: string[]): Promise<Server> {
  const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
  const server = createServer(async (request, response) => {
    response.setHeader('Content-Security-Policy', strictPolicy);
    if (request.method === 'POST') posted.push(await bodyOf(request));
    const path = request.url === '/' || request.url === '/answer' ? '/index.html' : (request.url ?? '');
    try {
      const content = await readFile(join(folder, path));
      response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return server;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
