/** The project references that `tsc -b` needs, written from what each `package.json` says. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { floors } from '../../floors.js';
import { packages } from './house.ts';
import { root } from './root.ts';

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What each `tsconfig.json` should hold, by its path from the root. */
export async function tsconfigs(): Promise<ReadonlyMap<string, string>> {
  const all = new Map([
    ['tsconfig.json', [...packages, 'testing'].map((name) => `packages/${name}`)],
    // Tests may import from every package.
    ['packages/testing/tsconfig.json', packages.map((name) => `../${name}`)],
  ]);
  for (const name of packages)
    all.set(
      `packages/${name}/tsconfig.json`,
      (await imported(name)).map((other) => `../${other}`),
    );
  return new Map(await Promise.all([...all].map(async ([file, paths]) => [file, await withReferences(file, paths)] as const)));
}

/** Writes those that differ. */
export async function writeReferences(): Promise<void> {
  for (const [file, text] of await tsconfigs()) {
    const path = join(root, file);
    if ((await readFile(path, 'utf8')) !== text) await writeFile(path, text);
  }
}

/** The packages of ours that a package's sources import. What only its tests import is on no floor below it. */
async function imported(name: string): Promise<readonly string[]> {
  const manifest = JSON.parse(await readFile(join(root, 'packages', name, 'package.json'), 'utf8')) as Manifest;
  const named = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.devDependencies };
  return packages.filter((other) => `@council-kit/${other}` in named && floors[name]?.includes(other));
}

async function withReferences(file: string, paths: readonly string[]): Promise<string> {
  const path = join(root, file);
  const { references: _old, ...rest } = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  const config = paths.length > 0 ? { ...rest, references: paths.map((reference) => ({ path: reference })) } : rest;
  return await format(JSON.stringify(config, null, 2), { filepath: path, printWidth: 140 });
}
