import { chromeLauncher } from '@web/test-runner-chrome';
import { startTestRunner } from '@web/test-runner';
import type { BrowserLauncher, Logger, TestSession, TestSuiteResult, TestResultError } from '@web/test-runner-core';
import * as puppeteer from 'puppeteer-core';
import { bundleTests, type Bundled } from '../browsers/bundle.ts';
import { commands } from '../browsers/commands.ts';
import { find, isInstalled, type Engine, type Installed } from '../browsers/engines.ts';
import { serverWritten } from '../browsers/server-written.ts';
import { underStrictPolicy } from '../browsers/strict-policy.ts';
import { WebKitLauncher } from '../browsers/webkit-launcher.ts';
import { outcome, type Outcome } from './outcome.ts';

/** Runs browser test files in the given engines, each file in a page of its own. An engine that is not installed is skipped, visibly. */
export async function runBrowserTests(
  stage: string,
  files: readonly string[],
  { engines, look = find, print = console.log }: { engines: readonly Engine[]; look?: typeof find; print?: (line: string) => void },
): Promise<Outcome> {
  const result = outcome(stage);
  if (files.length === 0) return result;
  const started = performance.now();
  const launchers: BrowserLauncher[] = [];
  for (const engine of engines) {
    const found = await look(engine);
    if (isInstalled(found)) launchers.push(launcherOf(found));
    else {
      result.skipped += files.length;
      result.skips.push(`${engine}, ${files.length} files: ${found.reason}`);
    }
  }
  const bundled = await bundleTests(files);
  for (const [file, message] of bundled.broken) {
    result.failed++;
    result.failures.push(`${file}: does not compile`);
    print(`✘ ${file}\n${indent(message)}`);
  }
  try {
    // One engine after the other: together they would report a file only when the last of them has run it.
    for (const launcher of bundled.tests.size > 0 ? launchers : []) await runIn(launcher, bundled, result, print);
  } finally {
    await bundled.remove();
  }
  result.seconds = (performance.now() - started) / 1000;
  return result;
}

async function runIn(launcher: BrowserLauncher, bundled: Bundled, result: Outcome, print: (line: string) => void): Promise<void> {
  const runner = await startTestRunner({
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
    config: {
      rootDir: bundled.folder,
      files: [...bundled.tests.keys()].map((file) => `${bundled.folder}/${file}`),
      browsers: [launcher],
      concurrency: 2,
      concurrentBrowsers: 1,
      browserStartTimeout: 60_000,
      testsStartTimeout: 60_000,
      testsFinishTimeout: 300_000,
      staticLogging: true,
      logger: quiet,
      nodeResolve: false,
      hostname: '127.0.0.1',
      testFramework: { config: { timeout: '10000' } },
      filterBrowserLogs: ({ args }) => !/Lit is in dev mode/.test(String(args[0])),
      middleware: [underStrictPolicy, serverWritten],
      plugins: [commands()],
      reporters: [
        {
          reportTestFileResults({ sessionsForTestFile }) {
            for (const session of sessionsForTestFile) print(tally(session, bundled, result));
          },
        },
      ],
    },
  });
  if (!runner) throw new Error('the browser test runner did not start');
  await new Promise<void>((stopped) => runner.on('stopped', () => stopped()));
}

/** The runner's own words are left out: the lines printed here say the results. Errors in its workings are not. */
const nothing = (): void => undefined;
const quiet: Logger = {
  log: nothing,
  debug: nothing,
  warn: nothing,
  group: nothing,
  groupEnd: nothing,
  error: console.error,
  logSyntaxError: console.error,
};

/** Counts a file's results in one engine, and says them in a line, failures in full. */
function tally(session: TestSession, bundled: Bundled, result: Outcome): string {
  const path = session.testFile.slice(bundled.folder.length + 1);
  const where = `${session.browser.name}: ${bundled.tests.get(path) ?? path}`;
  const failures: string[] = [];
  let tests = 0;
  const walk = (suite: TestSuiteResult, names: readonly string[]) => {
    for (const test of suite.tests) {
      const name = [...names, test.name].join(' › ');
      tests++;
      if (test.skipped) {
        result.skipped++;
        result.skips.push(`${where}: ${name}`);
      } else if (test.passed) result.passed++;
      else {
        result.failed++;
        result.failures.push(`${where}: ${name}`);
        failures.push(`  ✘ ${name}\n${indent(words(test.error))}`);
      }
    }
    for (const inner of suite.suites) walk(inner, inner.name ? [...names, inner.name] : names);
  };
  if (session.testResults) walk(session.testResults, []);
  const errors = [...session.errors.map(words), ...session.request404s.map((url) => `not found: ${url}`)];
  if (tests === 0 && errors.length === 0) errors.push('holds no test');
  // A page that broke counts once more than its failed tests: an error beside them must not pass unseen.
  if (session.errors.length > 0 || tests === 0) {
    result.failed++;
    result.failures.push(`${where}: ${errors[0]?.split('\n')[0]}`);
  }
  const broken = failures.length > 0 || session.errors.length > 0 || tests === 0;
  const logs = broken ? session.logs.map((args) => `  log: ${args.map(String).join(' ')}`) : [];
  const head = `${broken ? '✘' : '✔'} ${where} (${tests} tests)`;
  return broken ? [head, ...failures, ...errors.map((error) => indent(error)), ...logs].join('\n') : head;
}

function launcherOf(installed: Installed): BrowserLauncher {
  const { engine, browser } = installed;
  if (engine === 'webkit') return new WebKitLauncher(installed);
  if (engine === 'firefox') {
    const launchOptions = { browser: 'firefox' as const, executablePath: browser, headless: true };
    // Two Firefox windows share one focus: keyboard tests need the only one.
    return Object.assign(chromeLauncher({ puppeteer: puppeteer as never, launchOptions }), { name: 'Firefox', concurrency: 1 });
  }
  const chromium = chromeLauncher({
    // A second tab of one window is in the background, where requestAnimationFrame stops; a context of its own has its own window.
    createPage: async ({ browser }) => {
      const page = await (await browser.createBrowserContext()).newPage();
      // Two pages run at a time, and only one window has the focus: :focus and blur must work in both.
      await page.emulateFocusedPage(true);
      // The page goes on to the next file by way of about:blank, and keeps its history. Chromium keeps 50 entries: past those it drops what a
      // script has pushed before what was navigated to, so that Back in a late file would leave the file.
      const session = await page.createCDPSession();
      page.on('framenavigated', (frame) => {
        if (frame !== page.mainFrame() || frame.url() !== 'about:blank') return;
        // A page that is closing has no history to forget.
        session.send('Page.resetNavigationHistory').catch(() => undefined);
      });
      return page;
    },
    launchOptions: { executablePath: browser, args: ['--no-sandbox', '--disable-dev-shm-usage'] },
  });
  return Object.assign(chromium, { name: 'Chromium' });
}

function words(error: TestResultError | undefined): string {
  if (!error) return 'failed without an error';
  const comparison = error.expected !== undefined ? `\nexpected: ${error.expected}\nactual:   ${error.actual}` : '';
  return `${error.message}${comparison}${error.stack ? `\n${error.stack}` : ''}`;
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}
