import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exitCode, outcome, report, summaryLine } from './outcome.ts';

const good = outcome('one', { passed: 3 });
const skipped = outcome('two', { passed: 1, skipped: 2, skips: ['firefox is not installed'] });
const bad = outcome('three', { passed: 4, failed: 1, failures: ['a.test.ts: adds'] });

test('the summary adds up all stages', () => {
  assert.equal(summaryLine([good, bad]), '7 passed, 1 failed');
});

test('the summary counts what was skipped', () => {
  assert.equal(summaryLine([good, skipped]), '4 passed, 0 failed, 2 skipped');
});

test('a run fails when anything failed, and when nothing ran', () => {
  assert.equal(exitCode([good, skipped]), 0);
  assert.equal(exitCode([good, bad]), 1);
  assert.equal(exitCode([]), 1);
  assert.equal(exitCode([outcome('all skipped', { skipped: 5 })]), 1);
});

test('the report names failures and skips, and ends with the summary', () => {
  const lines = report([good, skipped, bad]).split('\n');
  assert.ok(lines.includes('✘ three: a.test.ts: adds'));
  assert.ok(lines.includes('– two: firefox is not installed'));
  assert.equal(lines.at(-1), '8 passed, 1 failed, 2 skipped');
});
