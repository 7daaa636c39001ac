import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '@jridgewell/sourcemap-codec';
import ts from 'typescript';
import { minifyLiterals } from './minify-literals.ts';

const module = (literal: string): string => `import { css, html } from 'lit';\nexport const made = (a, b) => ${literal};\n`;
const minified = async (literal: string): Promise<string | undefined> => {
  const result = await minifyLiterals(module(literal));
  return result?.code.slice(module('').length - 2, -2);
};

test('white space between elements becomes one space, and is never taken away', async () => {
  assert.equal(
    await minified('html`<p\n    class="a"\n  >\n    one <b>two</b>\n    <i>three</i>${a}\n  </p>\n  `'),
    'html`<p class="a"> one <b>two</b> <i>three</i>${a} </p> `',
  );
  assert.equal(
    await minified('html`<button>\n    ${a}<span class="council-visually-hidden"> ${b}</span>\n  </button>`'),
    'html`<button> ${a}<span class="council-visually-hidden"> ${b}</span> </button>`',
    'a space that makes “Remove photo.jpg” two words',
  );
});

test('white space that is content or a value stays', async () => {
  assert.equal(await minified('html`<pre>\n  a\n    b ${a}\n  c</pre>  <b>x</b>`'), 'html`<pre>\n  a\n    b ${a}\n  c</pre> <b>x</b>`');
  assert.equal(await minified('html`<textarea\n  name="a">\n  ${a}\n</textarea>`'), 'html`<textarea name="a">\n  ${a}\n</textarea>`');
  assert.equal(await minified('html`<p title="one\n  two ${a}\n  three">  x</p>`'), 'html`<p title="one\n  two ${a}\n  three"> x</p>`');
});

test('a value without quotes is not lengthened by what follows it', async () => {
  assert.equal(await minified('html`<input value=${a}\n  />`'), 'html`<input value=${a} />`');
  assert.equal(await minified('html`<a href=${a}\n  >${b}</a>`'), 'html`<a href=${a}>${b}</a>`');
});

test('templates within expressions are shortened too', async () => {
  assert.equal(
    await minified('html`<ul>\n  ${a.map((b) => html`<li>\n    ${b}\n  </li>`)}\n</ul>`'),
    'html`<ul> ${a.map((b) => html`<li> ${b} </li>`)} </ul>`',
  );
});

test('style sheets lose what only people read', async () => {
  assert.equal(
    await minified("css`\n  /* why */\n  .a > .b::before {\n    ${a}\n    margin: calc(1px + 2px) 0;\n    content: '\\\\2013';\n  }\n`"),
    'css`.a>.b::before{${a}margin:calc(1px + 2px) 0;content:"–"}`',
  );
  assert.equal(await minified('css`\n  color: red;\n  margin: 0;\n`'), 'css`color:red;margin:0;`', 'declarations that others go on after');
  assert.equal(await minified('css`\n  .a-${a} {\n    color: ${b};\n  }\n`'), undefined, 'an expression that is no declaration');
  await assert.rejects(minifyLiterals(module('css`.a { color red }`')), /Expected ":"/);
});

test('a source map still leads to what it led to', async () => {
  const source =
    "import { html } from 'lit';\nexport const made = (a: string) =>\n  html`<p>\n    one\n    ${a.trim()}\n  </p>`;\nexport const after = made('x');\n";
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, sourceMap: true },
  });
  const result = await minifyLiterals(outputText, sourceMapText);
  assert.ok(result?.map);
  for (const words of ['a.trim', 'after', "'x'"]) {
    const at = (text: string): { line: number; column: number } => {
      const before = text.slice(0, text.lastIndexOf(words)).split('\n');
      return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
    };
    const { line, column } = at(result.code);
    const { mappings } = JSON.parse(result.map) as { mappings: string };
    const segment = decode(mappings)[line]?.findLast(([from]) => from <= column);
    assert.deepEqual({ line: segment?.[2], column: segment?.[3] }, at(source), words);
  }
});

test('what is short already stays as it is', async () => {
  const once = await minifyLiterals(module('html`<p>\n  a</p>`'));
  assert.equal(await minifyLiterals(once?.code ?? ''), undefined);
  assert.equal(await minifyLiterals('export const html = (a) => a; html`\n  x`;'), undefined, 'another html than Lit’s');
});
