import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { load, percentile, type LoadRequest } from './load.ts';

/** A hundred requests a second, as a council's busiest hour: 70 look-ups, 20 pages, 10 durable writes. */
const perSecond = 100;

/** Corners of the borough: look-ups that ask for different places. */
const places = Array.from({ length: 40 }, (_, index) => ({
  lat: (52.412 + (index % 8) * 0.002).toFixed(4),
  long: (-4.63 + Math.floor(index / 8) * 0.004).toFixed(4),
}));
const lookups = [
  ...places.map(({ lat, long }) => `/reports/place?lat=${lat}&long=${long}`),
  ...places.map(({ lat, long }) => `/reports/nearby?lat=${lat}&long=${long}`),
  '/open311/v2/services.json',
];
const pages = ['/report?lang=en', '/report?lang=cy'];

function requestFor(index: number): LoadRequest {
  const place = index % 10;
  if (place === 9) {
    const { lat, long } = places[index % places.length] ?? { lat: '52.42', long: '-4.62' };
    return {
      kind: 'write',
      method: 'POST',
      path: '/reports',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': `bench-${String(process.pid)}-${String(performance.now())}-${String(index)}`,
      },
      body: JSON.stringify({
        service_code: 'graffiti',
        lat,
        long,
        address_string: 'The wall by the bridge',
        description: `Paint on the wall, number ${String(index)}`,
        attributes: {},
      }),
    };
  }
  const path = place < 7 ? lookups[index % lookups.length] : pages[index % pages.length];
  return {
    kind: place < 7 ? 'look-up' : 'page',
    method: 'GET',
    path: path ?? '/',
    headers: { accept: place < 7 ? 'application/json' : 'text/html' },
  };
}

export interface GatewayFigures {
  readonly kind: string;
  readonly bareP50: number;
  readonly bareP99: number;
  readonly gatewayP50: number;
  readonly gatewayP99: number;
  readonly requests: number;
}

/**
 * Gateway against bare Hono under the same load, in turns of some seconds so that both see the same machine.
 *
 * @param turns how often each of the two is measured
 * @param seconds how long a turn is
 */
export async function measureGateway({ turns = 3, seconds = 20 } = {}): Promise<{ figures: GatewayFigures[]; errors: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'council-bench-'));
  const processes: ChildProcess[] = [];
  const start = async (script: string, ...args: string[]): Promise<string> => {
    const child = spawn(
      process.execPath,
      ['--conditions=council-kit-source', '--no-warnings', join(import.meta.dirname, script), ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    processes.push(child);
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return line;
  };
  try {
    const gateway = await start('gateway-server.ts', join(folder, 'gateway'));
    const answers: Record<string, { type: string; body: string }> = {};
    for (const path of [...lookups, ...pages]) {
      const answer = await fetch(gateway + path, { headers: { accept: path.startsWith('/report?') ? 'text/html' : 'application/json' } });
      if (!answer.ok) throw new Error(`${path} answers ${String(answer.status)}`);
      answers[path] = { type: answer.headers.get('content-type') ?? '', body: await answer.text() };
    }
    await writeFile(join(folder, 'answers.json'), JSON.stringify(answers));
    const bare = await start('bare-server.ts', join(folder, 'answers.json'), folder);

    const all = { bare: new Map<string, number[]>(), gateway: new Map<string, number[]>() };
    let errors = 0;
    // The first turns warm both servers up and do not count.
    for (let turn = 0; turn <= turns; turn += 1) {
      for (const [name, origin] of [
        ['bare', bare],
        ['gateway', gateway],
      ] as const) {
        const { latencies, errors: failed } = await load(origin, perSecond, turn === 0 ? 5 : seconds, requestFor);
        errors += failed;
        if (turn > 0) for (const [kind, values] of latencies) all[name].set(kind, [...(all[name].get(kind) ?? []), ...values]);
      }
    }
    const figures = [...all.bare.keys()].sort().map((kind) => {
      const [own, yardstick] = [all.gateway.get(kind) ?? [], all.bare.get(kind) ?? []];
      return {
        kind,
        bareP50: percentile(yardstick, 0.5),
        bareP99: percentile(yardstick, 0.99),
        gatewayP50: percentile(own, 0.5),
        gatewayP99: percentile(own, 0.99),
        requests: own.length,
      };
    });
    return { figures, errors };
  } finally {
    for (const child of processes) child.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
