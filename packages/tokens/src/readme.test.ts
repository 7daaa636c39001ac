import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { buildTheme, ThemeError } from './build/index.ts';
import { withNames } from './build/names.ts';
import { defaultTheme } from './build/theme.ts';

let folder: string;
let readme: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'council-readme-'));
  readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
});
after(() => rm(folder, { recursive: true }));

suite('the README', () => {
  const example = () => /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

  test('has an example that builds', async () => {
    const source = join(folder, 'brand.tokens.json');
    await writeFile(source, example());
    const { name, properties } = await buildTheme({ source, out: join(folder, 'brand.css') });
    assert.equal(name, 'Anytown Borough Council');
    assert.deepEqual(properties, ['--council-colour-brand', '--council-colour-link', '--council-border-radius']);
  });

  test('quotes the sentence of the gate as it is', async () => {
    const source = join(folder, 'brand.tokens.json');
    const brand = JSON.parse(example()) as { colour: { link: { $extensions?: unknown } } };
    delete brand.colour.link.$extensions;
    await writeFile(source, JSON.stringify(brand));
    const error: unknown = await buildTheme({ source, out: join(folder, 'brand.css') }).catch((reason: unknown) => reason);
    assert.ok(error instanceof ThemeError);
    const quoted = /^Anytown Borough Council, dark: .*$/m.exec(readme)?.[0] ?? '';
    assert.ok(error.problems[0]?.startsWith(quoted) && quoted !== '', error.problems.join('\n'));
  });

  test('lists every token, as the build writes it', async () => {
    assert.equal(withNames(readme, (await defaultTheme()).tokens), readme, 'run npm run build in packages/tokens');
  });
});
