import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildFailure, type Message } from 'esbuild';
import { root } from '../run/root.ts';

export interface Bundled {
  /** The folder the test pages are served from. */
  folder: string;
  /** Bundled test file (path within the folder) → its source (path within the repository). */
  tests: Map<string, string>;
  /** Test files that do not compile → the compiler's words. */
  broken: Map<string, string>;
  remove(): Promise<void>;
}

/**
 * Compiles test files from source, with what they import, into a few scripts a page: a browser that fetches three hundred modules
 * for each test file spends its time fetching.
 */
export async function bundleTests(files: readonly string[]): Promise<Bundled> {
  const folder = join(root, 'node_modules/.cache/council-kit/browser-tests', String(process.pid));
  const entries = join(folder, 'entries');
  const broken = new Map<string, string>();
  let sound = [...files];
  for (const file of files) {
    const entry = join(entries, file);
    await mkdir(join(entry, '..'), { recursive: true });
    await writeFile(entry, entryOf(file));
  }
  while (sound.length > 0) {
    try {
      await compile(sound, entries, folder);
      break;
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      // One broken file must not hide the results of the others: find the culprits, go on without them.
      const before = sound.length;
      for (const file of sound) {
        const message = await compile([file], entries, folder, false).then(
          () => undefined,
          (reason: unknown) => (isBuildFailure(reason) ? reason.errors.map(wordsOf).join('\n') : String(reason)),
        );
        if (message) broken.set(file, message);
      }
      sound = sound.filter((file) => !broken.has(file));
      if (sound.length === before) throw error;
    }
  }
  return {
    folder,
    tests: new Map(sound.map((file) => [file.replace(/\.ts$/, '.js'), file])),
    broken,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a page of tests consists of: the checks that run in every page, the styles of a council's page, then the tests. */
function entryOf(file: string): string {
  const lines = [`import ${path('packages/testing/src/browsers/in-page.ts')};`];
  // The lowest floor has no styles, and tests what stands in pages of every kind.
  if (!/^packages\/(core|tokens)\/.*\.test\.ts$/.test(file)) {
    lines.push(
      `import { dress } from ${path('packages/testing/src/browsers/council-page.ts')};`,
      `import { stylesheet } from ${path('packages/elements/src/stylesheet.ts')};`,
      `import tokens from ${path('packages/tokens/dist/council.css')};`,
      'dress(tokens, stylesheet);',
    );
  }
  if (file.endsWith('.stories.ts')) {
    lines.push(
      `import { testStories } from ${path('packages/testing/src/stories.ts')};`,
      `import * as stories from ${path(file)};`,
      `testStories(${JSON.stringify(file)}, stories);`,
    );
  } else lines.push(`import ${path(file)};`);
  return lines.join('\n');
}

function path(file: string): string {
  return JSON.stringify(join(root, file));
}

async function compile(files: readonly string[], entries: string, folder: string, write = true): Promise<void> {
  await build({
    entryPoints: files.map((file) => ({ in: join(entries, file), out: file.replace(/\.ts$/, '') })),
    outdir: folder,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    write,
    format: 'esm',
    target: 'es2022',
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'inline',
    ignoreAnnotations: true, // a package’s `sideEffects: false` would drop its test files, whose import is all effect
    conditions: ['council-kit-source', 'development'],
    external: ['/__web-dev-server__*', '/__web-test-runner__*'],
    tsconfig: join(root, 'tsconfig.json'),
    keepNames: true, // templates are found on the server by their function's name
    loader: { '.css': 'text', '.html': 'text', '.geojson': 'json' },
    logLevel: 'silent',
  });
}

function wordsOf({ text, location }: Message): string {
  return location ? `${location.file}:${location.line}: ${text}` : text;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error;
}
