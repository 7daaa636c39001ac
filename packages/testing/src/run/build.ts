/**
 * Builds what is missing or older than its sources, and nothing else.
 * `npm run build` builds all that is published; with the argument `demo`, what the demo needs (`npm start` runs that first).
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from './command.ts';
import { packages, withAllBelow } from './house.ts';
import { root } from './root.ts';

interface Step {
  name: string;
  /** Globs from the root: a change in any of these files makes the step stale. */
  inputs: readonly string[];
  /** Files from the root that have to be there. */
  outputs: readonly string[];
  run(): Promise<void>;
}

/** A step that failed. What its tool said is in the message. */
export class BuildError extends Error {}

/** Everything in the packages that a step could read, but what was built. */
const sourcesOf = (names: readonly string[]): string[] => names.flatMap((name) => [`packages/${name}/src/**`, `packages/${name}/*.*`]);

const references: Step = {
  name: 'project references',
  inputs: ['packages/*/package.json', 'packages/*/tsconfig.json', 'packages/testing/floors.js'],
  outputs: [],
  run: async () => (await import('./references.ts')).writeReferences(),
};

const tokens: Step = {
  name: 'design tokens',
  inputs: sourcesOf(['tokens']),
  outputs: ['packages/tokens/dist/council.css', 'packages/tokens/dist/tokens.js'],
  run: () => packageScript('tokens', 'build'),
};

const compile: Step = {
  name: 'packages (TypeScript)',
  inputs: [...sourcesOf(packages), 'packages/testing/src/run/minify-literals.ts'],
  outputs: packages
    .filter((name) => existsSync(join(root, 'packages', name, 'src/index.ts')))
    .map((name) => `packages/${name}/dist/index.js`),
  async run() {
    await shell(`tsc -b ${packages.map((name) => `packages/${name}`).join(' ')}`, root);
    await shortenLiterals();
  },
};

/** What no bundler does for a council: the indentation of templates and style sheets stays out of what is published. */
async function shortenLiterals(): Promise<void> {
  // It brings a TypeScript and an esbuild: loaded only when there is something to do.
  const { minifyLiterals } = await import('./minify-literals.ts');
  for await (const file of glob('packages/*/dist/**/*.js', { cwd: root })) {
    const path = join(root, file);
    const map = await readFile(`${path}.map`, 'utf8').catch(() => undefined);
    // Without a source map it is none of the compiler's.
    const shorter = map === undefined ? undefined : await minifyLiterals(await readFile(path, 'utf8'), map);
    if (!shorter) continue;
    await writeFile(path, shorter.code);
    await writeFile(`${path}.map`, shorter.map ?? '');
  }
}

const stylesheet: Step = {
  name: 'stylesheet',
  inputs: sourcesOf(withAllBelow('elements')),
  outputs: ['packages/elements/dist/council.css'],
  async run() {
    const built = pathToFileURL(join(root, 'packages/elements/dist/stylesheet.js')).href;
    const { stylesheet } = (await import(built)) as { stylesheet: readonly { cssText: string }[] };
    const css = stylesheet.map(({ cssText }) => cssText).join('\n');
    const { transform } = await import('esbuild');
    const { code } = await transform(css, { loader: 'css', minify: true, target: 'esnext', sourcefile: 'council.css' });
    await writeFile(join(root, 'packages/elements/dist/council.css'), code);
  },
};

const embed: Step = {
  name: 'embed script',
  inputs: sourcesOf(withAllBelow('embed')),
  outputs: ['packages/embed/dist/report-issue.js', 'packages/embed/dist/council-tax.js'],
  run: () => packageScript('embed', 'build'),
};

const demo: Step = {
  name: 'demo council’s pages',
  inputs: sourcesOf(withAllBelow('demo')),
  outputs: [],
  run: () => packageScript('demo', 'build'),
};

const manifests: Step = {
  name: 'custom elements manifests',
  inputs: [...sourcesOf(packages), 'packages/testing/src/run/manifests.ts'],
  outputs: ['packages/elements/dist/custom-elements.json'],
  // The analyser brings a TypeScript of its own: loaded only when it has something to do.
  run: async () => (await import('./manifests.ts')).writeManifests(),
};

const everything = [references, tokens, compile, stylesheet, embed, demo, manifests];
/** What is needed for less than everything. */
const parts = { demo: [references, tokens, compile, stylesheet, embed, demo], tokens: [tokens] };
export type Part = keyof typeof parts;

/**
 * Brings everything up to date, in order. A few milliseconds where nothing changed.
 * @throws BuildError when a step fails; the steps after it have not run.
 */
export async function build({ only, print = console.log }: { only?: Part; print?: (line: string) => void } = {}): Promise<void> {
  const cache = join(root, 'node_modules/.cache/council-kit/build');
  await mkdir(cache, { recursive: true });
  for (const step of only ? parts[only] : everything) {
    const stamp = join(cache, `${step.name.replaceAll(/\W+/g, '-')}.txt`);
    const signature = await signatureOf(step);
    const fresh =
      step.outputs.every((file) => existsSync(join(root, file))) && (await readFile(stamp, 'utf8').catch(() => '')) === signature;
    if (fresh) continue;
    const started = performance.now();
    await step.run();
    await writeFile(stamp, signature);
    print(`Built ${step.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
}

/** Names, sizes and times of a step's sources, and of what all steps depend on: reading the sources themselves takes ten times as long. */
async function signatureOf(step: Step): Promise<string> {
  const hash = createHash('sha256');
  const files = await Array.fromAsync(
    glob([...step.inputs, 'packages/testing/src/run/build.ts', 'tsconfig.json', 'package-lock.json'], { cwd: root }),
  );
  const facts = await Promise.all(
    files.sort().map(async (file) => {
      const found = await stat(join(root, file));
      return found.isFile() && !isTest(file) ? `${file} ${found.size} ${found.mtimeMs}\n` : '';
    }),
  );
  for (const fact of facts) hash.update(fact);
  return hash.digest('hex');
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.endsWith('.stories.ts');
}

/** Runs a package's own script as npm would, without starting npm; nothing where the package has no such script. */
async function packageScript(name: string, script: string): Promise<void> {
  const folder = join(root, 'packages', name);
  const { scripts = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { scripts?: Record<string, string> };
  if (scripts[script]) await shell(scripts[script], folder);
}

async function shell(command: string, cwd: string): Promise<void> {
  const { code, output } = await runCommand(command, cwd);
  if (code !== 0) throw new BuildError(`${command} failed:\n${output.trim()}`);
}

if (import.meta.main) {
  const [what] = process.argv.slice(2);
  try {
    await build(what !== undefined && what in parts ? { only: what as Part } : {});
  } catch (error) {
    console.error(error instanceof BuildError ? error.message : error);
    process.exitCode = 1;
  }
}
