import { glob, readFile } from 'node:fs/promises';
import { root } from './root.ts';

export interface TestFiles {
  /** Run by Node's own test runner: they import `node:test`. */
  node: string[];
  /** Run in the browsers: the other tests, and the stories, which are tests too (../stories.ts). */
  browser: string[];
}

/**
 * Every test file of the house, as paths from the repository's root, in order.
 * @param words Keeps the files whose path contains any of these; all when empty.
 */
export async function findTests(words: readonly string[] = []): Promise<TestFiles> {
  const found: TestFiles = { node: [], browser: [] };
  const patterns = ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'packages/*/src/**/*.stories.ts'];
  for await (const file of glob(patterns, { cwd: root, exclude: (name) => name === 'node_modules' || name === 'dist' })) {
    if (words.length > 0 && !words.some((word) => file.includes(word))) continue;
    const source = await readFile(`${root}/${file}`, 'utf8');
    const kind = /^import\s[^;]*['"]node:test['"]/m.test(source) ? 'node' : 'browser';
    found[kind].push(file);
  }
  found.node.sort();
  found.browser.sort();
  return found;
}
