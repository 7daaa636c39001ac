/**
 * A year in Aldermere, so that officers and designers find a council at work and not an empty one. Everything is written by the services
 * themselves: a gateway on a movable clock takes each request as it came that day, and the sandbox's platforms take what the gateway sends
 * on. What is older than the council keeps it has been deleted by the same jobs as ever.
 */
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Gazetteer } from '@council-kit/sandbox';
import { joinParts } from './join-parts.ts';
import { livePart, type Amounts, type Part } from './live-part.ts';

/** What a year holds. */
export const yearly = {
  reports: 600,
  payments: 2_000,
  refunds: 60,
  refusedReports: 4,
  unknownAccounts: 7,
  refusedEmails: 4,
} as const satisfies Amounts;

export interface YearOptions {
  /** The folder that the demo starts from. It must not exist yet, and only appears when the year is whole. */
  readonly dataFolder: string;
  /** The site that will show it: `http://127.0.0.1:3000`. */
  readonly site: string;
  /** The gateway's path in the site. */
  readonly gatewayPath: string;
  readonly gazetteer: Gazetteer;
  /** The day it ends on, milliseconds since 1970. */
  readonly today: number;
  readonly amounts?: Amounts;
}

/** How many of a hundred payments are made beside the reports. Then both threads take about as long. */
const besideReports = 33;

/** Makes the year elsewhere, and puts it in place when it is whole. */
export async function makeYear({ dataFolder, gazetteer, amounts = yearly, ...options }: YearOptions): Promise<void> {
  // In memory where the machine allows: nothing here has to survive a power cut before it is whole.
  const made = await mkdtemp(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'aldermere-'));
  const [earlier, later] = [join(made, 'earlier'), join(made, 'later')];
  const split = Math.floor((amounts.payments * besideReports) / 100);
  const whole = `${dataFolder}.part`;
  try {
    const thread = startThread({ ...options, amounts, dataFolder: later, payments: [split, amounts.payments], reports: false });
    try {
      const here = livePart({ ...options, amounts, dataFolder: earlier, payments: [0, split], reports: true }, gazetteer);
      await Promise.all([here, thread.ended]);
    } finally {
      await thread.stop();
    }
    await joinParts(earlier, later);
    await rm(whole, { recursive: true, force: true });
    await mkdir(dirname(whole), { recursive: true });
    await cp(earlier, whole, { recursive: true });
    await rename(whole, dataFolder);
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/** Lives a part in a thread of its own, on a core of its own. `ended` rejects where the part fails. */
function startThread(part: Part): { readonly ended: Promise<void>; stop(): Promise<unknown> } {
  const thread = new Worker(new URL('./live-beside.ts', import.meta.url), {
    workerData: part,
    // Memory that requests leave behind is cleared less often, which takes less time in all.
    resourceLimits: { maxYoungGenerationSizeMb: 64 },
  });
  const ended = new Promise<void>((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', () => resolve());
  });
  return { ended, stop: () => thread.terminate() };
}
