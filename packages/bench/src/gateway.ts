import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BareAnswers } from './bare-server.ts';
import { load, percentile } from './load.ts';
import { residentsOf } from './residents.ts';

/** A hundred requests a second, as a council's busiest hour: 70 look-ups, 20 pages, 10 reports. */
const perSecond = 100;

/** The servers that are measured beside each other. `bare` keeps a row on disk for each report, `bareMemory` keeps nothing. */
export type Measured = 'bare' | 'bareMemory' | 'gateway';

/** One kind of request, over all rounds. Times are milliseconds from when it was due to the last byte of its answer. */
export interface GatewayFigures {
  readonly kind: string;
  readonly p50: Readonly<Record<Measured, number>>;
  readonly p99: Readonly<Record<Measured, number>>;
  /** p99 of the gateway for each of the others', within a round: the median of the rounds. What else the machine did in a round met both. */
  readonly timesBare: number;
  readonly timesBareMemory: number;
  /** Requests to the gateway in all rounds. */
  readonly requests: number;
}

export interface GatewayOptions {
  /** How often each server is measured: in short turns, so that all see the same machine. */
  readonly rounds?: number;
  readonly seconds?: number;
  /** What the gateway's Node is started with besides, to look into it: `--cpu-prof`. */
  readonly execArgv?: readonly string[];
}

/** The gateway against bare Hono under the same load. */
export async function measureGateway({ rounds = 40, seconds = 3, execArgv = [] }: GatewayOptions = {}): Promise<{
  figures: GatewayFigures[];
  errors: number;
  rounds: number;
  seconds: number;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'council-bench-'));
  const processes: ChildProcess[] = [];
  const start = async (script: string, args: readonly string[], flags: readonly string[] = []): Promise<string> => {
    const child = spawn(
      process.execPath,
      ['--conditions=council-kit-source', '--no-warnings', ...flags, join(import.meta.dirname, script), ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    processes.push(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return line;
  };
  try {
    const gateway = await start('gateway-server.ts', [join(folder, 'gateway')], execArgv);
    const residents = await residentsOf(gateway);
    const answers: BareAnswers = {};
    for (const { path, headers } of residents.reads) {
      const answer = await fetch(gateway + path, { headers: { ...headers }, redirect: 'manual' });
      if (answer.status !== 200) throw new Error(`${path} answers ${String(answer.status)}`);
      answers[`${path} ${headers?.['cookie'] ?? ''}`] = { type: answer.headers.get('content-type') ?? '', body: await answer.text() };
    }
    const answersFile = join(folder, 'answers.json');
    await writeFile(answersFile, JSON.stringify(answers));
    const origins: Record<Measured, string> = {
      bare: await start('bare-server.ts', [answersFile, folder, 'disk']),
      bareMemory: await start('bare-server.ts', [answersFile, folder, 'memory']),
      gateway,
    };

    const measured: Record<Measured, ReadonlyMap<string, readonly number[]>[]> = { bare: [], bareMemory: [], gateway: [] };
    const names = Object.keys(origins) as Measured[];
    let errors = 0;
    // The first round warms the servers up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      // Not always the same one first.
      for (const name of round % 2 ? names : names.toReversed()) {
        const result = await load(origins[name], perSecond, round === 0 ? Math.min(5, seconds) : seconds, residents.next);
        errors += result.errors;
        if (round > 0) measured[name].push(result.latencies);
      }
    }

    const figures = ['look-up', 'page', 'report kept (write)'].map((kind): GatewayFigures => {
      const inRounds = (name: Measured): (readonly number[])[] => measured[name].map((of) => of.get(kind) ?? []);
      const over = (share: number): Record<Measured, number> => ({
        bare: percentile(inRounds('bare').flat(), share),
        bareMemory: percentile(inRounds('bareMemory').flat(), share),
        gateway: percentile(inRounds('gateway').flat(), share),
      });
      const times = (yardstick: Measured): number => {
        const others = inRounds(yardstick);
        const ratios = inRounds('gateway').map((own, round) => percentile(own, 0.99) / percentile(others[round] ?? [], 0.99));
        return percentile(ratios, 0.5);
      };
      return {
        kind,
        p50: over(0.5),
        p99: over(0.99),
        timesBare: times('bare'),
        timesBareMemory: times('bareMemory'),
        requests: inRounds('gateway').flat().length,
      };
    });
    return { figures, errors, rounds, seconds };
  } finally {
    await Promise.all(
      processes.map(async (child) => {
        child.kill();
        await once(child, 'exit');
      }),
    );
    await rm(folder, { recursive: true, force: true });
  }
}
