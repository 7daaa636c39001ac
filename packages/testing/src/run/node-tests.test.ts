import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Runs planted files in a process of its own: Node's runner does nothing inside another. */
async function runPlanted(...names: string[]): Promise<unknown> {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const script = fileURLToPath(new URL('../../planted/run-node-tests.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...names], { env });
  return JSON.parse(stdout);
}

test('a skipped suite is counted as skipped, with its reason, and is not an empty file', async () => {
  assert.deepEqual(await runPlanted('skipped-suite'), {
    passed: 0,
    failed: 0,
    skipped: 1,
    skips: ['a suite whose data is absent (the data is absent)'],
  });
});
