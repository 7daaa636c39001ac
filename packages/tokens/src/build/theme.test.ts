import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildTheme, ThemeError } from './index.ts';

let folder: string;
let count = 0;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'council-tokens-'))));
after(() => rm(folder, { recursive: true }));

const out = () => join(folder, `theme-${String(count)}.css`);

async function write(brand: unknown): Promise<string> {
  count += 1;
  const source = join(folder, `theme-${String(count)}.tokens.json`);
  await writeFile(source, typeof brand === 'string' ? brand : JSON.stringify(brand));
  return source;
}

const build = async (brand: unknown) => buildTheme({ source: await write(brand), out: out() });

/** The sentences a brand fails with. Nothing may have been written. */
async function problems(brand: unknown): Promise<readonly string[]> {
  const error: unknown = await build(brand).then(
    () => assert.fail('the theme was built'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof ThemeError, String(error));
  await assert.rejects(stat(out()), { code: 'ENOENT' });
  return error.problems;
}

const colours = (tokens: Record<string, unknown>) => ({ $description: 'Testborough', colour: tokens });

suite('a brand', () => {
  test('sets what it changes, and nothing else', async () => {
    const { css, name, properties } = await build(colours({ brand: { $value: '#7a1d50' } }));
    assert.equal(name, 'Testborough');
    assert.deepEqual(properties, ['--council-colour-brand']);
    assert.equal(await readFile(out(), 'utf8'), css);
    assert.doesNotMatch(css, /--council-(?!colour-brand:)/);
  });

  test('sets what follows from the palette it changes', async () => {
    const { properties } = await build({ palette: { 'slate-80': { $value: '#2b2250' } } });
    assert.ok(properties.includes('--council-colour-brand'), properties.join());
    assert.ok(properties.includes('--council-tag-grey-text'), properties.join());
    assert.ok(!properties.some((property) => property.startsWith('--council-palette')), properties.join());
  });

  test('adds its own palette and refers to it', async () => {
    const { css } = await build({
      palette: { moss: { $value: '#2f5d1e' } },
      colour: { brand: { $value: '{palette.moss}', $extensions: { mode: { dark: '#3c6e29' } } } },
    });
    assert.match(css, /--council-colour-brand: #2f5d1e;/);
    assert.match(css, /--council-colour-brand: #3c6e29;/);
  });

  test('keeps the default’s print value: paper is white whatever the council’s colours are', async () => {
    const { css } = await build(colours({ brand: { $value: '#7a1d50' } }));
    assert.match(css, /@media print \{[^@]*--council-colour-brand: #ffffff;/);
  });

  test('may write a colour in any notation of CSS or as a DTCG object', async () => {
    const { css } = await build(
      colours({
        brand: { $value: 'oklch(0.4 0.1 150)' },
        link: { $value: { colorSpace: 'srgb', components: [0, 0, 0.5] }, $extensions: { mode: { dark: '#c3d8f5' } } },
      }),
    );
    assert.match(css, /--council-colour-link: #000080;/);
    assert.match(css, /--council-colour-brand: #[0-9a-f]{6};/);
  });
});

suite('the contrast gate', () => {
  test('stops a pairing that fails on a light page, naming theme, mode, pair, ratio and what is needed', async () => {
    const found = await problems(colours({ link: { $value: '#8a9bb0', $extensions: { mode: { dark: '#c3d8f5', contrast: '#132d57' } } } }));
    assert.ok(
      found[0]?.startsWith(
        'Testborough, light: colour.link (#8a9bb0) on colour.background (#ffffff): the contrast is 2.83:1; text needs 4.5:1 (WCAG 2.2, 1.4.3). ',
      ),
      found.join('\n'),
    );
  });

  test('names a colour of the same hue that would pass, and it does', async () => {
    const link = (light: string) => colours({ link: { $value: light, $extensions: { mode: { dark: '#c3d8f5' } } } });
    const found = await problems(link('#8a9bb0'));
    // The darkest ground is the last to be satisfied.
    const suggested = found.flatMap((sentence) => /(#[0-9a-f]{6}) would pass/.exec(sentence)?.[1] ?? []).sort()[0];
    assert.ok(suggested, found.join('\n'));
    await build(link(suggested));
  });

  test('stops a pairing that fails on a dark page only', async () => {
    const found = await problems(colours({ link: { $value: '#1f4f9e' } }));
    assert.ok(found.length > 0);
    for (const sentence of found) assert.match(sentence, /^Testborough, dark( with more contrast)?: /);
  });

  test('stops a pairing that fails only where the reader asked for more contrast', async () => {
    const found = await problems(colours({ brand: { $value: '#7a1d50', $extensions: { mode: { contrast: '#ffffff' } } } }));
    assert.ok(found.length > 0);
    for (const sentence of found) assert.match(sentence, /^Testborough, light with more contrast: /);
  });

  test('stops a line that cannot be seen', async () => {
    const found = await problems(colours({ 'input-border': { $value: '#c9cfd6' } }));
    assert.ok(
      found.some((sentence) => /colour\.input-border .* needs 3:1 \(WCAG 2\.2, 1\.4\.11\)/.test(sentence)),
      found.join('\n'),
    );
  });

  test('stops a focus ring of which neither colour stands out', async () => {
    const found = await problems(colours({ focus: { $value: '#f2f4f6' }, 'focus-text': { $value: '#767676' } }));
    assert.ok(
      found.some((sentence) => /neither colour\.focus \(#f2f4f6\) nor colour\.focus-text \(#767676\) stands out/.test(sentence)),
      found.join('\n'),
    );
  });

  test('does not round a failing ratio up', async () => {
    // 4.478:1 on white.
    const found = await problems(colours({ error: { $value: '#777777' } }));
    assert.ok(
      found.some((sentence) => sentence.includes('colour.error (#777777) on colour.background (#ffffff): the contrast is 4.47:1')),
      found.join('\n'),
    );
  });

  for (const seeThrough of ['#1f4f9e80', 'rgb(31 79 158 / 0.5)', 'transparent']) {
    test(`refuses “${seeThrough}”, whose contrast depends on what lies behind`, async () => {
      assert.deepEqual(await problems(colours({ link: { $value: seeThrough } })), [
        '“colour.link” has to be opaque: the contrast of a see-through colour cannot be checked.',
      ]);
    });
  }
});

suite('a mistake in a brand’s file', () => {
  const cases: [string, unknown, RegExp][] = [
    [
      'a misspelt token',
      colours({ 'link-hovr': { $value: '#000' } }),
      /There is no token “colour\.link-hovr”: did you mean “colour\.link-hover”\?/,
    ],
    [
      'an unknown token',
      colours({ 'something-else-entirely': { $value: '#000' } }),
      /There is no token “colour\.something-else-entirely”\. New tokens go in/,
    ],
    ['a colour that is none', colours({ link: { $value: 'leaf' } }), /“colour\.link” has “leaf”, which is not a colour/],
    [
      'a reference to nothing',
      colours({ link: { $value: '{palette.leaf}' } }),
      /“colour\.link” refers to “palette\.leaf”, which does not exist/,
    ],
    ['a circle', colours({ link: { $value: '{colour.text}' }, text: { $value: '{colour.link}' } }), /that is a circle/],
    [
      'a reference to another type',
      colours({ link: { $value: '{space.1}' } }),
      /“colour\.link” is a color and refers to “space\.1”, which is a dimension/,
    ],
    ['another type', { space: { 1: { $type: 'color', $value: '#000' } } }, /“space\.1” is a dimension, not a color/],
    ['a size without unit', { space: { 1: { $value: 5 } } }, /“space\.1” needs a value and a unit/],
    [
      'an unknown mode',
      colours({ link: { $value: '#000', $extensions: { mode: { night: '#fff' } } } }),
      /“colour\.link” has a value for “night”: the modes are dark,/,
    ],
    ['a value where a group belongs', { colour: { link: '#000' } }, /“colour\.link” has to be a group or a token with a \$value/],
    ['a name that would break out of the group', '{"palette":{"__proto__":{"x":{"$value":"#000"}}}}', /names are small letters and digits/],
    ['no JSON', '{', /is not JSON/],
    ['a list', [], /has to hold one JSON object/],
  ];
  for (const [name, brand, sentence] of cases) {
    test(name, async () => {
      const found = await problems(brand);
      assert.ok(
        found.some((problem) => sentence.test(problem)),
        found.join('\n'),
      );
    });
  }

  test('a file that is not there', async () => {
    await assert.rejects(buildTheme({ source: join(folder, 'nowhere.json'), out: join(folder, 'nowhere.css') }), /cannot be read/);
  });
});

suite('council-tokens', () => {
  const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
  const run = (...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      execFile(process.execPath, [cli, ...args], (error, stdout, stderr) => {
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
      });
    });

  test('writes the brand’s CSS and says so', async () => {
    const source = await write(colours({ brand: { $value: '#7a1d50' } }));
    const { code, stdout } = await run(source, '--out', out());
    assert.equal(code, 0);
    assert.match(stdout, /^Testborough: 1 custom properties/);
    assert.match(await readFile(out(), 'utf8'), /--council-colour-brand: #7a1d50;/);
  });

  test('stops with the sentences, without a stack, when the gate does not pass', async () => {
    const { code, stderr } = await run(await write(colours({ link: { $value: '#8a9bb0' } })), '--out', out());
    assert.equal(code, 1);
    assert.match(stderr, /the contrast is 2\.83:1/);
    assert.doesNotMatch(stderr, /\n\s+at /);
    await assert.rejects(stat(out()), { code: 'ENOENT' });
  });

  for (const args of [[], ['a.json'], ['a.json', 'b.json', '--out', 'x.css'], ['--nonsense']]) {
    test(`says how it is used when told “${args.join(' ')}”`, async () => {
      const { code, stderr } = await run(...args);
      assert.equal(code, 2);
      assert.match(stderr, /council-tokens <brand\.tokens\.json> --out <brand\.css>/);
    });
  }
});
