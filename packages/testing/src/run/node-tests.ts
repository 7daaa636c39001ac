import { run } from 'node:test';
import { inspect } from 'node:util';
import { relative } from 'node:path';
import { outcome, type Outcome } from './outcome.ts';
import { root } from './root.ts';

interface FileReport {
  tests: number;
  output: string[];
  /** What tests say of themselves with `context.diagnostic()`: shown whether they pass or not. */
  notes: string[];
  failures: string[];
}

/** No single test may hold the run for longer than this many milliseconds. */
const timeout = 5 * 60_000;

/** The counts that Node's runner adds itself. */
const ownWords = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/**
 * Runs Node test files, each in a process of its own, and prints a line for each file (all it printed, when something failed).
 * A file that holds no test counts as a failure.
 */
export async function runNodeTests(
  stage: string,
  files: readonly string[],
  { concurrency = 2, print = console.log }: { concurrency?: number; print?: (line: string) => void } = {},
): Promise<Outcome> {
  const result = outcome(stage);
  if (files.length === 0) return result;
  const started = performance.now();
  const reports = new Map<string, FileReport>();
  const reportOf = (file: string | undefined): FileReport => {
    const path = file ? relative(root, file) : '';
    let report = reports.get(path);
    if (!report) reports.set(path, (report = { tests: 0, output: [], notes: [], failures: [] }));
    return report;
  };
  const stream = run({
    files: files.map((file) => `${root}/${file}`),
    concurrency,
    timeout,
    execArgv: ['--conditions=council-kit-source'],
  });

  for await (const { type, data } of stream) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      reportOf(data.file).output.push(data.message.trimEnd());
    } else if (type === 'test:diagnostic') {
      if (!ownWords.test(data.message)) reportOf(data.file).notes.push(data.message);
    } else if (type === 'test:pass' || type === 'test:fail') {
      const isSkipped = data.skip !== undefined && data.skip !== false;
      // The tests of a suite are counted one by one. Those of a skipped suite are never reported, so the suite counts for them.
      if (data.details.type === 'suite' && type === 'test:pass' && !isSkipped) continue;
      const report = reportOf(data.file);
      if (isSkipped) {
        report.tests++;
        result.skipped++;
        result.skips.push(`${data.name}${typeof data.skip === 'string' && data.skip ? ` (${data.skip})` : ''}`);
      } else if (type === 'test:pass') {
        report.tests++;
        result.passed++;
      } else if (!isOnlyAboutItsParts(data.details.error)) {
        report.tests++;
        result.failed++;
        const where = data.file ? relative(root, data.file) : '';
        result.failures.push(`${where}: ${data.name}`);
        report.failures.push(`  ✘ ${data.name}\n${indent(describe(data.details.error))}`);
      }
    } else if (type === 'test:summary' && data.file) {
      const path = relative(root, data.file);
      const report = reportOf(data.file);
      if (report.tests === 0) {
        result.failed++;
        result.failures.push(`${path}: holds no test`);
        report.failures.push('  ✘ holds no test');
      }
      const mark = report.failures.length > 0 ? '✘' : '✔';
      print(`${mark} ${path} (${report.tests} tests, ${(data.duration_ms / 1000).toFixed(1)} s)`);
      for (const note of report.notes) print(`    ${note}`);
      if (report.failures.length > 0) print([...report.output.map(indent), ...report.failures].join('\n'));
    }
  }
  result.seconds = (performance.now() - started) / 1000;
  return result;
}

/** A suite that failed because a test in it failed is not a second failure. */
function isOnlyAboutItsParts(error: unknown): boolean {
  return error instanceof Error && 'failureType' in error && error.failureType === 'subtestsFailed';
}

function describe(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof Error) return cause.stack ?? cause.message;
  return typeof cause === 'string' ? cause : inspect(cause);
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
