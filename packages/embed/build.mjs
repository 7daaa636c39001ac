/**
 * Builds each entry as one script for pages that have no build of their own. What a page does not need at first (the map)
 * becomes a file of its own beside it. `dist/sri.json` holds the integrity hash of every file.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'vite';

const here = new URL('.', import.meta.url).pathname;

const entries = (await readdir(`${here}src`)).filter((file) => file !== 'mount.ts').map((file) => file.replace('.ts', ''));

await rm(`${here}dist`, { recursive: true, force: true });
for (const entry of entries) {
  // One by one: a file that two had in common would be one more to wait for.
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    // Relative, so that the folder can be served from anywhere.
    base: './',
    build: {
      target: 'es2022',
      outDir: 'dist',
      emptyOutDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: { [entry]: `${here}src/${entry}.ts` },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

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
