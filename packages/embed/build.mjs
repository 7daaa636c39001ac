/**
 * Builds each entry as a script for pages that have no build of their own. What a page does not need at first (the map) becomes a
 * file of its own beside it, and Lit is one for all of them: a page may have two of them, and under Trusted Types there can be one
 * policy named `lit-html` and no second. `dist/sri.json` holds the integrity hash of every file.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'vite';
import { plainImports } from '../testing/src/run/plain-imports.ts';

const here = new URL('.', import.meta.url).pathname;

/** @param {string} name @param {string} file @param {import('vite').Plugin} [plugin] */
const bundle = (name, file, plugin) =>
  build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    // Relative, so that the folder can be served from anywhere.
    base: './',
    plugins: [plainImports, plugin],
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [name]: `${here}src/${name}.ts` },
        // Nobody imports from a widget's script; everybody from Lit.
        preserveEntrySignatures: plugin ? false : 'strict',
        // Each entry has files of its own: two of the same content may export different names of it, and have the same hash.
        output: { format: 'es', entryFileNames: file, chunkFileNames: `${name}-[name]-[hash].js` },
      },
    },
  });

await rm(`${here}dist`, { recursive: true, force: true });
await bundle('lit', 'lit-[hash].js');
const [lit] = await readdir(`${here}dist`);
const shared = new Set([...(await readFile(`${here}src/lit.ts`, 'utf8')).matchAll(/from '([^']+)'/g)].map(([, specifier]) => specifier));

/** @type {import('vite').Plugin} */
const oneLit = {
  name: 'one-lit',
  enforce: 'pre',
  resolveId(specifier) {
    if (!/^(lit|lit-html|lit-element|@lit\/[^/]+)(\/|$)/.test(specifier)) return null;
    if (!shared.has(specifier)) throw new Error(`src/lit.ts has no "export * from '${specifier}'".`);
    return { id: `./${lit}`, external: true };
  },
};

const entries = (await readdir(`${here}src`)).map((file) => file.replace('.ts', '')).filter((name) => name !== 'mount' && name !== 'lit');
// One by one: each file that two had in common would be one more to wait for.
for (const entry of entries) await bundle(entry, '[name].js', oneLit);

const files = (await readdir(`${here}dist`)).filter((file) => file.endsWith('.js')).sort();
const hashes = await Promise.all(
  files.map(async (file) => [
    file,
    `sha384-${createHash('sha384')
      .update(await readFile(`${here}dist/${file}`))
      .digest('base64')}`,
  ]),
);
await writeFile(`${here}dist/sri.json`, `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
