import assert from 'node:assert/strict';
import { test } from 'node:test';
import { find, isInstalled } from '../browsers/engines.ts';
import { runBrowserTests } from './browser-tests.ts';

const planted = (name: string): string => `packages/testing/planted/${name}.test.ts`;
const lines: string[] = [];
const run = (...names: string[]) =>
  runBrowserTests('planted', names.map(planted), { engines: ['chromium'], print: (line) => lines.push(line) });

test('what is planted in browser tests is found', { concurrency: false }, async (context) => {
  const chromium = await find('chromium');
  if (!isInstalled(chromium)) return context.skip(chromium.reason);

  await context.test('a page that breaks the policy fails the test that did, and only that', async () => {
    const { passed, failed, failures } = await run('policy');
    assert.equal(passed, 1);
    assert.deepEqual(
      failures.map((failure) => failure.split(' › ').at(-1)),
      ['inline style', 'a string of HTML', 'another origin', 'code from a string'],
    );
    assert.equal(failed, 4);
  });

  await context.test('a file that throws, one without a test and one that does not compile are each a failure', async () => {
    const { passed, failed, failures } = await run('throws', 'empty', 'does-not-compile');
    assert.deepEqual({ passed, failed }, { passed: 0, failed: 3 });
    assert.match(failures.join('\n'), /does-not-compile\.test\.ts: does not compile/);
    assert.match(failures.join('\n'), /empty\.test\.ts: holds no test/);
    assert.match(lines.join('\n'), /thrown while the module is evaluated/);
  });
});

test('an engine that is not there is skipped, and counted', async () => {
  const missing = { engine: 'webkit', reason: 'not installed' } as const;
  const { passed, failed, skipped, skips } = await runBrowserTests('planted', [planted('empty'), planted('policy')], {
    engines: ['webkit'],
    look: async () => missing,
    print: () => undefined,
  });
  assert.deepEqual({ passed, failed, skipped }, { passed: 0, failed: 0, skipped: 2 });
  assert.match(skips.join(), /webkit, 2 files: not installed/);
});
