/**
 * `npm test`: everything, in an order that shows the cheapest mistakes first. No stage stops the next.
 * Ends with `N passed, N failed`, and fails when anything failed or when nothing ran.
 */
import { build } from './build.ts';
import { runBrowserTests } from './browser-tests.ts';
import { runCommand } from './command.ts';
import { findTests } from './find-tests.ts';
import { runNodeTests } from './node-tests.ts';
import { exitCode, outcome, report, type Outcome } from './outcome.ts';
import { engines } from '../browsers/engines.ts';

const outcomes: Outcome[] = [];
// Leaving by `exit` takes along the browsers and servers that were started.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.once(signal, () => process.exit(code));

await stage('system packages', async () => {
  const { output } = await runCommand('bash packages/testing/set-up-system.sh');
  if (output) console.log(output.trimEnd());
  return outcome('system packages');
});
await stage('build', () => step('build', () => build()));
await stage('code', () =>
  together(
    () => command('type check', 'tsc -b'),
    async () => [
      await command(
        'lint',
        'eslint --config packages/testing/eslint.config.js --cache --cache-location node_modules/.cache/eslint/ packages .storybook',
      ),
      await command('format', 'prettier --check --log-level warn .'),
    ],
  ),
);

const files = await findTests();
/** Tests that start whole browsers and servers of their own: one at a time, or they slow each other into failing. */
const alone = [
  { name: 'journeys', holds: (file: string) => file.startsWith('packages/demo/') },
  { name: 'GOV.UK oracle', holds: (file: string) => file.startsWith('packages/testing/src/oracle/') },
  { name: 'published packages', holds: (file: string) => file.startsWith('packages/testing/src/published/') },
];
const several = files.node.filter((file) => !alone.some(({ holds }) => holds(file)));
await stage('node tests', () => runNodeTests('node tests', several));
await stage('browser tests', () => runBrowserTests('browser tests', files.browser, { engines }));
for (const { name, holds } of alone) {
  await stage(name, () => runNodeTests(name, files.node.filter(holds), { concurrency: 1 }));
}

console.log(report(outcomes));
process.exit(exitCode(outcomes));

/** Runs one stage. Whatever goes wrong in it is a failure of that stage, and the next one follows. */
async function stage(name: string, run: () => Promise<Outcome | Outcome[]>): Promise<void> {
  console.log(`\n── ${name}`);
  try {
    const result = await run();
    outcomes.push(...[result].flat().filter(({ passed, failed, skipped }) => passed + failed + skipped > 0));
  } catch (error) {
    console.log(error);
    outcomes.push(outcome(name, { failed: 1, failures: [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)] }));
  }
}

async function together(...runs: (() => Promise<Outcome | Outcome[]>)[]): Promise<Outcome[]> {
  return (await Promise.all(runs.map((run) => run()))).flat();
}

/** A stage that is one command: passed when it ends with 0; all it said when it does not. */
function command(name: string, line: string): Promise<Outcome> {
  return step(name, async () => {
    const { code, output } = await runCommand(line);
    if (code !== 0) throw new Error(output.trim() || `${line} ended with ${code}`);
  });
}

/** A stage that counts as one test. */
async function step(name: string, run: () => Promise<void>): Promise<Outcome> {
  const started = performance.now();
  const result = outcome(name);
  try {
    await run();
    result.passed = 1;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    console.log(`✘ ${name}\n${message.replace(/^/gm, '    ')}`);
    result.failed = 1;
    result.failures.push(message.split('\n').find((line) => /error|failed/i.test(line)) ?? message.split('\n')[0] ?? '');
  }
  result.seconds = (performance.now() - started) / 1000;
  if (result.passed) console.log(`✔ ${name} (${result.seconds.toFixed(1)} s)`);
  return result;
}
