/** How long from a key to its options, of 100 and of 10,000, side by side in one run, each in a fresh page; and how long 10,000 take to hand over. */
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import type { ComboboxTimes } from './combobox.page.ts';

/** Milliseconds, medians of all rounds. */
export interface ComboboxFigures {
  readonly fewKey: number;
  readonly manyKey: number;
  readonly ratio: number;
  readonly handOver: number;
  readonly rounds: number;
}

const few = 100;
const many = 10_000;
const root = join(import.meta.dirname, '../../..');
const entry = join(root, 'packages/bench/src/combobox.page.ts');

/** Measures in Chromium at the path `CHROMIUM`, or where Debian puts it. */
export async function measureCombobox({ rounds = 9 } = {}): Promise<ComboboxFigures> {
  const script = await bundle();
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const samples: Record<number, ComboboxTimes[]> = { [few]: [], [many]: [] };
    // The first round warms the disk and the browser; it is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const count of [few, many]) {
        const times = await measureOnce(browser, script, count);
        if (round > 0) samples[count]?.push(times);
      }
    }
    const keyOf = (count: number): number => median((samples[count] ?? []).map(({ keys }) => median(keys)));
    const [fewKey, manyKey] = [keyOf(few), keyOf(many)];
    return { fewKey, manyKey, ratio: manyKey / fewKey, handOver: median((samples[many] ?? []).map(({ handOver }) => handOver)), rounds };
  } finally {
    await browser.close();
  }
}

async function measureOnce(browser: Browser, script: string, count: number): Promise<ComboboxTimes> {
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><html lang="en"><title>Combobox</title><body class="council-body">');
    await page.addScriptTag({ content: script });
    return await page.evaluate((options) => window.measureCombobox(options), count);
  } finally {
    await page.close();
  }
}

async function bundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: { conditions: ['council-kit-source'] },
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'comboboxBench' } },
  })) as Rolldown.RolldownOutput[];
  const [chunk] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk') throw new Error('the page of the combobox measurement did not build');
  return chunk.code;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

if (process.argv[1] === import.meta.filename) {
  const { fewKey, manyKey, ratio, handOver } = await measureCombobox();
  console.log(`key to options: ${fewKey.toFixed(1)} ms of 100, ${manyKey.toFixed(1)} ms of 10,000: ${ratio.toFixed(2)}× (at most 1.5×)`);
  console.log(`handing over 10,000: ${handOver.toFixed(1)} ms (at most 30 ms)`);
}
