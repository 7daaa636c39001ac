/** What is measured in a page: its script, built as a council's own build does, and the middle of what was measured. */
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const root = join(import.meta.dirname, '../../..');

/** The script of `<name>.page.ts`, minified. */
export async function pageScript(name: string): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { conditions: ['council-kit-source'] },
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, `${name}.page.ts`), formats: ['iife'], name: 'measured' },
    },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error(`${name}.page.ts did not build`);
  return chunk.code;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
