/**
 * `npm run test:fast -- <words>`: the node tests, and in Chromium the browser tests and stories, whose path contains one of the words.
 * `--all-engines` runs Firefox and WebKit too.
 */
import { engines } from '../browsers/engines.ts';
import { runBrowserTests } from './browser-tests.ts';
import { build } from './build.ts';
import { findTests } from './find-tests.ts';
import { runNodeTests } from './node-tests.ts';
import { exitCode, report } from './outcome.ts';

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith('--'));
const files = await findTests(words);
if (files.browser.length > 0) await build({ only: 'tokens' });
const outcomes = [
  await runNodeTests('node', files.node),
  await runBrowserTests('browsers', files.browser, { engines: args.includes('--all-engines') ? engines : ['chromium'] }),
];
console.log(report(outcomes.filter(({ passed, failed, skipped }) => passed + failed + skipped > 0)));
if (files.node.length + files.browser.length === 0)
  console.log(`No test file’s path contains ${words.map((word) => `“${word}”`).join(' or ')}.`);
process.exit(exitCode(outcomes));
