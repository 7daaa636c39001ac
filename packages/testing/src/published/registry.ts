import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile, glob } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runServer } from 'verdaccio';
import { root } from '../run/root.ts';

const execute = promisify(execFile);

export interface Registry {
  /** Its address, on the loopback interface. */
  url: string;
  /** An npm configuration file that takes our packages from here and everything else from where this machine takes it. */
  npmrc: string;
  close(): Promise<void>;
}

/** A package registry of our own, that knows nothing until something is published to it. */
export async function startRegistry(folder: string): Promise<Registry> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  await mkdir(join(folder, 'storage'), { recursive: true });
  const server = (await runServer({
    self_path: join(folder, 'config.yaml'),
    configPath: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    uplinks: {},
    packages: { '**': { access: '$all', publish: '$all' } },
    auth: { htpasswd: { file: join(folder, 'htpasswd') } },
    web: { enable: false },
    max_body_size: '100mb',
    log: { type: 'stdout', format: 'json', level: 'fatal' },
  } as never)) as Server;
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  const npmrc = `@council-kit:registry=${url}\n//127.0.0.1:${port}/:_authToken=local\nfund=false\naudit=false\nprefer-offline=true\n`;
  return {
    url,
    npmrc,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** What its `package.json` says. */
export interface Manifest {
  exports?: Record<string, unknown>;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  repository?: { readonly directory?: string };
  homepage?: string;
  bugs?: string;
  keywords?: readonly string[];
  description?: string;
  customElements?: string;
}

export interface PublishedPackage {
  name: string;
  /** Its folder in the repository. */
  folder: string;
  /** What npm packed: this is what a council installs. */
  tarball: string;
  /** The files in it. */
  files: string[];
  manifest: Manifest;
}

/** Packs every public package of the house, as publishing would. */
export async function packAll(destination: string): Promise<PublishedPackage[]> {
  await mkdir(destination, { recursive: true });
  const packed: PublishedPackage[] = [];
  for await (const file of glob('packages/*/package.json', { cwd: root })) {
    const manifest = JSON.parse(await readFile(join(root, file), 'utf8')) as PublishedPackage['manifest'] & { private?: boolean };
    if (manifest.private) continue;
    const folder = join(root, dirname(file));
    const { stdout } = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', destination], folder);
    const [entry] = JSON.parse(stdout) as { name: string; filename: string; files: { path: string }[] }[];
    if (!entry) throw new Error(`npm packed nothing in ${folder}`);
    packed.push({
      name: entry.name,
      folder,
      tarball: join(destination, entry.filename),
      files: entry.files.map(({ path }) => path),
      manifest,
    });
  }
  return packed.sort((one, other) => one.name.localeCompare(other.name));
}

export async function publish(packages: readonly PublishedPackage[], registry: Registry, folder: string): Promise<void> {
  await writeFile(join(folder, '.npmrc'), registry.npmrc);
  for (const { tarball } of packages) await npm(['publish', tarball, '--registry', registry.url, '--ignore-scripts'], folder);
}

/** npm, without what the npm that runs these tests would hand down to it. */
export function npm(args: readonly string[], cwd: string): Promise<{ stdout: string; stderr: string }> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config_(?!cache|registry|cafile|https?_proxy|noproxy)|package_|lifecycle_|command)/i.test(name),
  );
  return execute('npm', args, { cwd, env: Object.fromEntries(inherited), maxBuffer: 64 << 20 });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
