import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { suite, test } from 'node:test';
import { propertyName } from './build/resolve.ts';
import { readDefaultTheme } from './build/source.ts';

const packages = fileURLToPath(new URL('../../', import.meta.url));

/** Custom properties that are no tokens: set by the page or by a component itself. */
const others = new Set(['--council-rem', '--council-tokens']);

suite('the custom properties that components use', () => {
  test('are all tokens: a misspelt one would quietly fall back to nothing', async () => {
    const names = new Set(
      [...(await readDefaultTheme()).values()].filter(({ layer }) => layer !== 'base').map(({ path }) => propertyName(path)),
    );
    const unknown: string[] = [];
    let uses = 0;
    for await (const file of glob('{core,elements,journeys,map,reports,payments,embed,demo}/src/**/*.{ts,css}', { cwd: packages })) {
      if (/\.(test|stories)\.ts$/.test(file)) continue;
      const text = await readFile(`${packages}${file}`, 'utf8');
      const ownProperties = new Set(Array.from(text.matchAll(/(--council-[a-z0-9-]+)\s*:/g), ([, name]) => name));
      // A name that goes on in a template, such as --council-tag-${colour}, is not whole.
      for (const [, name = ''] of text.matchAll(/var\(\s*(--council-[a-z0-9-]*[a-z0-9])(?![a-z0-9-]|\$)/g)) {
        uses += 1;
        if (!names.has(name) && !others.has(name) && !ownProperties.has(name)) unknown.push(`${name} in ${file}`);
      }
    }
    assert.ok(uses > 0, 'no component was found');
    assert.deepEqual([...new Set(unknown)], []);
  });
});
