/**
 * How long a page's main thread works to show a thousand text inputs: as native HTML, from our tags, and with our tags
 * around HTML that the server wrote. Side by side in one run, each in a fresh page, because only the ratio says something.
 */
import { chromium, type Browser, type CDPSession } from 'playwright-core';
import { median, pageScript } from './measured-page.ts';

const count = 1000;
const ways = ['native', 'tags', 'enhance'] as const;
type Way = (typeof ways)[number];

/** Milliseconds of main-thread CPU, the median of all rounds, and how often the native HTML's. */
export interface Mounting {
  readonly native: number;
  readonly tags: number;
  readonly enhance: number;
  readonly tagsRatio: number;
  readonly enhanceRatio: number;
  readonly rounds: number;
}

/** Measures in Chromium at the path `CHROMIUM`, or where Debian puts it. */
export async function measureMount({ rounds = 15 } = {}): Promise<Mounting> {
  const script = await pageScript('mount');
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const samples: Record<Way, number[]> = { native: [], tags: [], enhance: [] };
    // The first round warms the disk and the browser; it is not counted.
    for (let round = 0; round <= rounds; round += 1) {
      for (const way of ways) {
        const time = await measureOnce(browser, script, way);
        if (round > 0) samples[way].push(time);
      }
    }
    const [native, tags, enhance] = ways.map((way) => median(samples[way])) as [number, number, number];
    return { native, tags, enhance, tagsRatio: tags / native, enhanceRatio: enhance / native, rounds };
  } finally {
    await browser.close();
  }
}

async function measureOnce(browser: Browser, script: string, way: Way): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><html lang="en"><title>Mounting</title><body class="council-body"><form id="place"></form>');
    await page.addScriptTag({ content: script });
    await page.evaluate(([n]) => window.prepareMount(n), [count] as const);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await taskTime(session);
    const inputs = await page.evaluate((chosen) => window.mount(chosen), way);
    const after = await taskTime(session);
    if (inputs !== count) throw new Error(`${way}: ${String(inputs)} labelled inputs in the page instead of ${String(count)}`);
    return after - before;
  } finally {
    await page.close();
  }
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

if (process.argv[1] === import.meta.filename) {
  const { native, tags, enhance, tagsRatio, enhanceRatio } = await measureMount();
  console.log(`1,000 text inputs, main-thread CPU: native HTML ${native.toFixed(1)} ms`);
  console.log(`  from tags ${tags.toFixed(1)} ms: ${tagsRatio.toFixed(2)}× (at most 2.0×)`);
  console.log(`  enhancing ${enhance.toFixed(1)} ms: ${enhanceRatio.toFixed(2)}× (at most 1.5×)`);
}
