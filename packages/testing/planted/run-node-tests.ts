/** Runs the planted files that its arguments name and prints the outcome: `node-tests.test.ts` starts it. */
import { runNodeTests } from '../src/run/node-tests.ts';

const files = process.argv.slice(2).map((name) => `packages/testing/planted/${name}.test.ts`);
const { passed, failed, skipped, skips } = await runNodeTests('planted', files, { print: () => undefined });
console.log(JSON.stringify({ passed, failed, skipped, skips }));
