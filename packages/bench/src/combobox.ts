/** How long from a key to its options, of 100 and of 10,000, side by side in one run, each in a fresh page; and how long 10,000 take to hand over. */
import { chromium, type Browser } from 'playwright-core';
import { median, pageScript } from './measured-page.ts';
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

/** Measures in Chromium at the path `CHROMIUM`, or where Debian puts it. */
export async function measureCombobox({ rounds = 9 } = {}): Promise<ComboboxFigures> {
  const script = await pageScript('combobox');
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

if (process.argv[1] === import.meta.filename) {
  const { fewKey, manyKey, ratio, handOver } = await measureCombobox();
  console.log(`key to options: ${fewKey.toFixed(1)} ms of 100, ${manyKey.toFixed(1)} ms of 10,000: ${ratio.toFixed(2)}× (at most 1.5×)`);
  console.log(`handing over 10,000: ${handOver.toFixed(1)} ms (at most 30 ms)`);
}
