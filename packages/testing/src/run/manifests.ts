import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import type { ClassMember, CustomElement, CustomElementDeclaration, Module, Package } from 'custom-elements-manifest/schema.d.ts';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
import { packages } from './house.ts';
import { root } from './root.ts';

type Element = CustomElementDeclaration & CustomElement;

/**
 * Writes what editors and frameworks read about the elements of each package, from the sources:
 * `custom-elements.json`, `vscode.html-custom-data.json` and `jsx.d.ts` in its `dist`.
 * @throws an Error that names every element without a `@summary`, and every tag that its documentation does not name.
 */
export async function writeManifests(): Promise<void> {
  const manifest = await analyze();
  const missing: string[] = [];
  for (const name of packages) {
    const modules = manifest.modules.filter(({ path }) => path.startsWith(`packages/${name}/`));
    const elements = modules.flatMap(elementsOf);
    missing.push(...elements.filter(({ summary }) => !summary).map(({ tagName }) => `<${tagName}> has no @summary`));
    missing.push(...(await undocumentedTags(name, elements)));
    if (elements.length > 0) await writePackage(name, modules);
  }
  if (missing.length > 0) throw new Error(`The documentation of some elements is not complete:\n  ${missing.join('\n  ')}`);
}

async function analyze(): Promise<Package> {
  const globs = packages.map((name) => `packages/${name}/src/**/*.ts`);
  const left = ['test', 'stories', 'd'].map((kind) => `!**/*.${kind}.ts`);
  const argv = [
    'analyze',
    '--config',
    'packages/testing/custom-elements-manifest.config.mjs',
    '--litelement',
    '--quiet',
    '--globs',
    ...globs,
    ...left,
    '!packages/*/src/server/**',
  ];
  const manifest = await cli({ argv, cwd: root, noWrite: true });
  if (!manifest) throw new Error('the custom elements analyser gave no manifest');
  return manifest;
}

/** The analyser knows a tag from the class's `@tag`; what is defined and not told there would be missing everywhere. */
async function undocumentedTags(name: string, elements: readonly Element[]): Promise<string[]> {
  const told = new Set(elements.map(({ tagName }) => tagName));
  const missing: string[] = [];
  for await (const file of glob(`packages/${name}/src/**/*.ts`, { cwd: root })) {
    if (file.includes('.test.') || file.includes('.stories.')) continue;
    const source = await readFile(join(root, file), 'utf8');
    for (const [, tag] of source.matchAll(/^\s*define\(\s*['"]([a-z][\w-]*)['"]/gm)) {
      if (tag && !told.has(tag)) missing.push(`<${tag}>, defined in ${file}, has no class with “@tag ${tag}”`);
    }
  }
  return missing;
}

async function writePackage(name: string, modules: readonly Module[]): Promise<void> {
  const outdir = join(root, 'packages', name, 'dist');
  await mkdir(outdir, { recursive: true });
  const published: Package = { schemaVersion: '1.0.0', readme: '', modules: modules.map((module) => publishedModule(name, module)) };
  await writeFile(join(outdir, 'custom-elements.json'), `${JSON.stringify(published, null, 2)}\n`);
  generateVsCodeCustomElementData(published as never, { outdir, cssFileName: null, hideLogs: true });
  generateJsxTypes(published as never, {
    outdir,
    fileName: 'jsx.d.ts',
    componentTypePath: (_name, _tag, path) => `./${path?.replace('dist/', '')}`,
  });
}

/** Paths as the package is published, and only what is public: it is what Storybook's tables and editors show. */
export function publishedModule(name: string, module: Module): Module {
  const published = structuredClone(module);
  const inPackage = (path: string): string => path.replace(`packages/${name}/src/`, 'dist/').replace(/\.ts$/, '.js');
  published.path = inPackage(published.path);
  for (const exported of published.exports ?? [])
    if (exported.declaration.module) exported.declaration.module = inPackage(exported.declaration.module);
  for (const declaration of published.declarations ?? []) {
    // The analyser cannot read `[...super.observedAttributes]` and writes an attribute without a name for it.
    if ('attributes' in declaration) declaration.attributes = declaration.attributes?.filter(({ name }) => name !== undefined);
    if (declaration.kind === 'class') declaration.members = declaration.members?.filter(isPublic);
  }
  return published;
}

/** What a page may use of an element: not its insides, and not what Lit and the kit's own base classes keep at the class or call themselves. */
function isPublic({ name, privacy, static: ofTheClass }: ClassMember): boolean {
  return privacy !== 'private' && privacy !== 'protected' && !/^[#_]/.test(name) && !ofTheClass && !internal.has(name);
}

const internal: ReadonlySet<string> = new Set([
  ...['adoptedCallback', 'attributeChangedCallback', 'connectedCallback', 'disconnectedCallback'],
  ...['render', 'renderRoot', 'renderOptions', 'isUpdatePending', 'hasUpdated', 'adoptFurtherStyles'],
]);

function elementsOf(module: Module): Element[] {
  return (module.declarations ?? []).filter(
    (declaration): declaration is Element => declaration.kind === 'class' && 'tagName' in declaration && Boolean(declaration.tagName),
  );
}
