/** Whether questions take longer among 10,000 reports than among 100: the same questions, over HTTP, on both databases. */
import { createGateway, createLog, listen, type Listening, type Store } from '@council-kit/gateway';
import { reports } from '@council-kit/reports/server';
import { startPostgres } from '@council-kit/testing/postgres.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cellOf } from '../../reports/src/server/records/cell.ts';
import type { ReportsTables } from '../../reports/src/server/records/tables.ts';
import { middle, spreadReports } from '../../reports/src/server/testing/spread-reports.ts';
import { Client } from './client.ts';
import { percentile } from './load.ts';

/** Milliseconds at a client on the same machine, one request after another: medians. */
export interface StoreFigures {
  readonly database: 'SQLite' | 'PostgreSQL';
  readonly question: string;
  readonly few: number;
  readonly many: number;
}

/** The answers have the same length in both: more of them would rightly take longer. */
const questions: Readonly<Record<string, string>> = {
  'nearby, within 100 m': `/reports/nearby?lat=${String(middle.lat)}&long=${String(middle.long)}&radius=100`,
  'nearby of one kind': `/reports/nearby?lat=${String(middle.lat)}&long=${String(middle.long)}&radius=100&service_code=pothole`,
  'list, newest 20': '/open311/v2/requests.json?page_size=20&start_date=2024-01-01T00:00:00Z',
  'list, newest 20 open': '/open311/v2/requests.json?page_size=20&status=open&start_date=2024-01-01T00:00:00Z',
};

/** @param times how often each question is asked of each store */
export async function measureStore({ few = 100, many = 10_000, times = 400 } = {}): Promise<StoreFigures[]> {
  const figures: StoreFigures[] = [];
  for (const database of ['SQLite', 'PostgreSQL'] as const) {
    const servers = database === 'SQLite' ? undefined : [await startPostgres(), await startPostgres()];
    if (servers?.includes(undefined)) continue;
    const folder = await mkdtemp(join(tmpdir(), 'council-bench-store-'));
    const gateways: Listening[] = [];
    const clients: Client[] = [];
    try {
      for (const [index, count] of [few, many].entries()) {
        const { listening } = await filled(join(folder, String(count)), count, servers?.[index]?.url);
        gateways.push(listening);
        clients.push(new Client(listening.url));
      }
      for (const [question, path] of Object.entries(questions)) {
        const taken: [number[], number[]] = [[], []];
        // In turns, so that both see the same machine; the first tenth warms up.
        for (let turn = -times / 10; turn < times; turn += 1) {
          for (const [index, client] of clients.entries()) {
            const { ms, body } = await client.get(path);
            if (!body.includes('pothole')) throw new Error(`${path} is answered ${body.slice(0, 200)}`);
            if (turn >= 0) taken[index as 0 | 1].push(ms);
          }
        }
        figures.push({ database, question, few: percentile(taken[0], 0.5), many: percentile(taken[1], 0.5) });
      }
    } finally {
      for (const client of clients) client.close();
      for (const gateway of gateways) await gateway.stop();
      for (const server of servers ?? []) await server?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

async function filled(dataFolder: string, count: number, databaseUrl: string | undefined): Promise<{ listening: Listening }> {
  let store: Store | undefined;
  const gateway = createGateway({
    log: createLog('silent'),
    settings: {
      port: 0,
      dataFolder,
      ...(databaseUrl !== undefined && { databaseUrl }),
      rateLimit: { readsPerMinute: 10_000_000, writesPerMinute: 10_000_000 },
    },
    services: [reports(), { name: 'filler', setUp: (ground) => ((store = ground.store), {}) }],
  });
  const listening = await listen(gateway);
  // Ten at the place that is asked about: an answer without any would say nothing.
  const rows = spreadReports(count).map((row, index) => {
    const position = { lat: middle.lat + index * 0.00005, long: middle.long };
    return index < 10 ? { ...row, ...position, cell: cellOf(position), closed: 0, status: 'open' as const, service_code: 'pothole' } : row;
  });
  for (let from = 0; from < rows.length; from += 500) {
    await store
      ?.db<ReportsTables>()
      .insertInto('reports_report')
      .values(rows.slice(from, from + 500))
      .execute();
  }
  return { listening };
}
