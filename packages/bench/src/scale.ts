/**
 * Whether a council's years of reports and payments make anybody wait: each list, search and count at 1,000 and at full size; and the longest
 * wait of a new report and of a small read while each long job runs.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { gazetteerCsv } from '@council-kit/sandbox';
import { startPostgres } from '@council-kit/testing/postgres.js';
import { Client } from './client.ts';
import { percentile } from './load.ts';
import { fillStore, spreadMs, type Sizes } from './scale-fill.ts';

type Database = 'SQLite' | 'PostgreSQL';

/** Medians in milliseconds at a client on the same machine, one request after another. */
export interface ScaleAnswer {
  readonly database: Database;
  readonly question: string;
  readonly small: number;
  readonly full: number;
}

/** The longest waits in milliseconds, of what was asked one after another while the job ran. */
export interface ScaleWait {
  readonly database: Database;
  readonly job: string;
  readonly seconds: number;
  readonly write: number;
  readonly read: number;
}

export interface ScaleFigures {
  readonly answers: readonly ScaleAnswer[];
  readonly waits: readonly ScaleWait[];
  /** Seconds that the full store took to fill, and to index. */
  readonly filling: readonly { readonly database: Database; readonly fill: number; readonly index: number }[];
}

export interface ScaleOptions {
  readonly small?: Sizes;
  readonly full?: Sizes;
  readonly addresses?: number;
  readonly times?: number;
  readonly databases?: readonly Database[];
  /** How long each load of many connections lasts. */
  readonly loadSeconds?: number;
  /** Called when the stores of a database are filled: what follows is measured, and should have the machine to itself. */
  readonly filled?: () => Promise<void>;
}

const dayMs = 86_400_000;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Answers of the same length at both sizes: more of them would rightly take longer. */
function questionsAt(now: number, { payments }: Sizes): Readonly<Record<string, string>> {
  const since = 'start_date=2000-01-01T00:00:00Z';
  const csvDays = Math.min(360, Math.ceil((500 * spreadMs) / dayMs / payments));
  return {
    'Open311, newest 100': `/open311/v2/requests.json?${since}`,
    'Open311, newest 1,000': `/open311/v2/requests.json?${since}&page_size=1000`,
    'Open311, 100 open': `/open311/v2/requests.json?${since}&status=open`,
    'Open311, 100 of two kinds': `/open311/v2/requests.json?${since}&service_code=pothole,graffiti`,
    'Open311, 100 changed last, XML': '/open311/v2/requests.xml?updated_after=2000-01-01T00:00:00Z',
    'staff list, open': '/staff/reports',
    'staff list, open, kind and ward': '/staff/reports?kind=pothole&ward=Northgate',
    'staff list, closed and open: none fit': '/staff/reports?status=fixed&kind=pothole&ward=Northgate',
    'staff search, in every report': '/staff/reports?status=&words=mattress',
    'staff search, beginnings of three words': '/staff/reports?status=&words=matt%20rub%20lamp1',
    'staff search, absent word': '/staff/reports?status=&words=zebra',
    'staff search, one absent of two': '/staff/reports?status=&words=mattress%20zebra',
    'deliveries of reports': '/staff/deliveries',
    'finance list': '/staff/finance',
    'finance list, one fund': '/staff/finance?fund=parking',
    'finance list, refunded': '/staff/finance?outcome=refunded',
    'finance list, not finished, one fund': '/staff/finance?outcome=open&fund=parking',
    'finance list, not paid': '/staff/finance?outcome=unpaid',
    'finance CSV, some 500 entries': `/staff/payments.csv?from=${day(now - csvDays * dayMs)}&to=${day(now)}`,
  };
}

export async function measureScale({
  small = { reports: 1_000, payments: 1_000, waiting: 1_000 },
  full = { reports: 200_000, payments: 100_000, waiting: 100_000 },
  addresses = 1_000_000,
  times = 15,
  databases = ['SQLite', 'PostgreSQL'],
  loadSeconds = 8,
  filled,
}: ScaleOptions = {}): Promise<ScaleFigures> {
  const figures = { answers: [] as ScaleAnswer[], waits: [] as ScaleWait[], filling: [] as ScaleFigures['filling'][number][] };
  for (const database of databases) {
    const servers = database === 'PostgreSQL' ? [await startPostgres(), await startPostgres()] : [];
    if (servers.includes(undefined)) continue;
    const folder = await mkdtemp(join(tmpdir(), 'council-scale-'));
    const processes: ChildProcess[] = [];
    try {
      const now = Date.now();
      const urls: string[] = [];
      for (const [index, sizes] of [small, full].entries()) {
        const databaseUrl = servers[index]?.url;
        const settings = { dataFolder: join(folder, String(index)), ...(databaseUrl === undefined ? {} : { databaseUrl }) };
        const started = performance.now();
        const indexing = await fillStore(settings, sizes, now);
        if (sizes === full)
          figures.filling.push({ database, fill: (performance.now() - started - indexing) / 1000, index: indexing / 1000 });
        urls.push(await startServer(settings, processes));
      }
      await filled?.();
      const [smallUrl = '', fullUrl = ''] = urls;
      figures.answers.push(...(await compare(database, [smallUrl, fullUrl], [questionsAt(now, small), questionsAt(now, full)], times)));
      const page = `${fullUrl}/open311/v2/requests.json?start_date=2000-01-01T00:00:00Z&page_size=1000`;
      const pages = Math.max(2, Math.floor(full.reports / 1_000) - 10);
      figures.answers.push(...(await comparePages(database, page, pages, Math.ceil(times / 3))));

      const watch = async (job: string, work: () => Promise<unknown>): Promise<void> => {
        figures.waits.push({ database, job, ...(await longestWaits(fullUrl, work)) });
      };
      await watch('nothing else', () => wait(loadSeconds * 500));
      await watch('40 connections, Open311 pages of 1,000', () => loaded(page, 40, loadSeconds));
      await watch(`8 connections, Open311 page ${String(pages)} of 1,000`, () => loaded(`${page}&page=${String(pages)}`, 8, loadSeconds));
      await watch('8 connections, staff search, absent word', () => loaded(`${fullUrl}/staff/reports?status=&words=zebra`, 8, loadSeconds));
      await watch('8 connections, finance list', () => loaded(`${fullUrl}/staff/finance`, 8, loadSeconds));
      await watch('finance CSV of a year', async () => {
        for (let count = 0; count < 3; count += 1)
          await drained(`${fullUrl}/staff/payments.csv?from=${day(now - 360 * dayMs)}&to=${day(now)}`);
      });
      if (addresses > 0) {
        const file = join(folder, 'gazetteer.csv');
        await pipeline(Readable.from(gazetteerCsv({ size: addresses })), createWriteStream(file));
        const databaseUrl = servers[1]?.url;
        await watch(`an import of ${addresses.toLocaleString('en-GB')} addresses`, () => imported(file, join(folder, '1'), databaseUrl));
        await watch('the first search after it', () => drained(`${fullUrl}/addresses?q=mill%20lane`));
      }
    } finally {
      for (const child of processes) {
        child.kill();
        if (child.exitCode === null) await once(child, 'exit');
      }
      for (const server of servers) await server?.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

/** In turns, so that both sizes see the same machine; the first two warm up. */
async function compare(
  database: Database,
  urls: readonly [string, string],
  questions: readonly [Readonly<Record<string, string>>, Readonly<Record<string, string>>],
  times: number,
): Promise<ScaleAnswer[]> {
  const clients = urls.map((url) => new Client(url));
  const answers: ScaleAnswer[] = [];
  for (const question of Object.keys(questions[0])) {
    const taken: [number[], number[]] = [[], []];
    for (let turn = -2; turn < times; turn += 1) {
      for (const index of [0, 1] as const) {
        const { ms } = (await clients[index]?.get(questions[index][question] ?? '')) ?? { ms: NaN };
        if (turn >= 0) taken[index].push(ms);
      }
    }
    answers.push({ database, question, small: percentile(taken[0], 0.5), full: percentile(taken[1], 0.5) });
  }
  for (const client of clients) client.close();
  return answers;
}

/** A page far down beside the first one, of the same store. */
async function comparePages(database: Database, page: string, number: number, times: number): Promise<ScaleAnswer[]> {
  const taken: [number[], number[]] = [[], []];
  for (let turn = -1; turn < times; turn += 1) {
    for (const [index, url] of [page, `${page}&page=${String(number)}`].entries()) {
      const ms = await drained(url);
      if (turn >= 0) taken[index as 0 | 1].push(ms);
    }
  }
  return [
    {
      database,
      question: `Open311, page ${String(number)} of 1,000 beside page 1`,
      small: percentile(taken[0], 0.5),
      full: percentile(taken[1], 0.5),
    },
  ];
}

async function longestWaits(url: string, work: () => Promise<unknown>): Promise<{ seconds: number; write: number; read: number }> {
  const agents = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })];
  let running = true;
  const longest = { write: 0, read: 0 };
  const again = async (which: keyof typeof longest, ask: () => Promise<number>): Promise<void> => {
    while (running) {
      longest[which] = Math.max(longest[which], await ask());
      await wait(20);
    }
  };
  const report = JSON.stringify({
    service_code: 'pothole',
    address_string: 'Mill Lane',
    description: 'A hole in the road',
    attributes: { where: 'road', size: 'football', depth: 'shallow' },
  });
  const write = () => asked(`${url}/reports`, agents[0], { method: 'POST', body: report, type: 'application/json' });
  const read = () => asked(`${url}/reports/00000-00000`, agents[1]);
  for (const ask of [write, read]) await ask();
  const started = performance.now();
  const probes = [again('write', write), again('read', read)];
  try {
    await work();
  } finally {
    running = false;
    await Promise.all(probes);
    for (const agent of agents) agent.destroy();
  }
  return { seconds: (performance.now() - started) / 1000, ...longest };
}

/** Milliseconds to the last byte. */
function asked(
  url: string,
  agent?: Agent,
  { method = 'GET', body, type }: { readonly method?: string; readonly body?: string; readonly type?: string } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    request(url, { method, ...(agent ? { agent } : {}), headers: type === undefined ? {} : { 'content-type': type } }, (answer) => {
      answer.resume().on('end', () => {
        if ((answer.statusCode ?? 500) >= 500) reject(new Error(`${method} ${url}: ${String(answer.statusCode)}`));
        else resolve(performance.now() - started);
      });
    })
      .on('error', reject)
      .end(body);
  });
}

const drained = (url: string): Promise<number> => asked(url);

/** In a thread of its own, so that what it reads does not delay who measures. */
async function loaded(url: string, connections: number, seconds: number): Promise<void> {
  const worker = new Worker(new URL('scale-load.ts', import.meta.url), { workerData: { url, connections } });
  await wait(seconds * 1000);
  worker.postMessage('stop');
  await once(worker, 'message');
  await worker.terminate();
}

const source = ['--conditions=council-kit-source', '--no-warnings'];

async function startServer(settings: { dataFolder: string; databaseUrl?: string }, processes: ChildProcess[]): Promise<string> {
  const args = [settings.dataFolder, ...(settings.databaseUrl === undefined ? [] : [settings.databaseUrl])];
  const child = spawn(process.execPath, [...source, join(import.meta.dirname, 'scale-server.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return line;
}

async function imported(file: string, dataFolder: string, databaseUrl: string | undefined): Promise<void> {
  const command = join(import.meta.dirname, '../../address/bin/council-addresses.js');
  const child = spawn(process.execPath, [...source, command, 'import', file], {
    env: { ...process.env, DATA_FOLDER: dataFolder, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The import ended with ${String(code)}: ${said}`);
}
