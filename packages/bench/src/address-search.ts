/**
 * Addresses from a gazetteer at the gateway: how long an import takes and how much memory, how soon a postcode and a text are answered, and how often the address that was
 * meant is the first, or among the first five.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gazetteerCsv, generateGazetteer } from '@council-kit/sandbox';
import { startPostgres } from '@council-kit/testing/postgres.js';
import { addressQuestions, type Spoilt } from './address-questions.ts';
import { Client } from './client.ts';
import { percentile } from './load.ts';

export type AddressDatabase = 'SQLite' | 'PostgreSQL';

/** How one gazetteer fared on one database. Times are milliseconds at a client on the same machine, one request after another, warm. */
export interface AddressFigures {
  readonly database: AddressDatabase;
  readonly addresses: number;
  readonly importSeconds: number;
  /** The most memory that the import had, in MB. */
  readonly importMegabytes: number;
  readonly postcodeP50: number;
  readonly postcodeP99: number;
  readonly textP50: number;
  readonly textP99: number;
  readonly questions: number;
  /** Shares, 0 to 1. */
  readonly first: number;
  readonly firstFive: number;
  /** The same by what was done to the question. */
  readonly bySpoilt: Readonly<Partial<Record<Spoilt, { readonly questions: number; readonly first: number; readonly firstFive: number }>>>;
}

export interface AddressSearchOptions {
  readonly sizes?: readonly number[];
  readonly databases?: readonly AddressDatabase[];
  readonly questions?: number;
  readonly seed?: number;
}

/** Measures each size on each database; a database that is not installed is left out. */
export async function measureAddressSearch({
  sizes = [100_000, 1_000_000],
  databases = ['SQLite', 'PostgreSQL'],
  questions = 1_000,
  seed = 1,
}: AddressSearchOptions = {}): Promise<AddressFigures[]> {
  const figures: AddressFigures[] = [];
  for (const size of sizes) {
    const folder = await mkdtemp(join(tmpdir(), 'council-address-bench-'));
    try {
      const file = join(folder, 'gazetteer.csv');
      await pipeline(Readable.from(gazetteerCsv({ size })), createWriteStream(file));
      const asked = addressQuestions(size, questions, seed);
      const postcodes = somePostcodes(size, questions);
      for (const database of databases) {
        const postgres = database === 'PostgreSQL' ? await startPostgres() : undefined;
        if (database === 'PostgreSQL' && !postgres) continue;
        const processes: ChildProcess[] = [];
        try {
          figures.push(await measure({ database, size, file, folder, databaseUrl: postgres?.url, asked, postcodes, processes }));
        } finally {
          for (const child of processes) child.kill();
          await postgres?.stop();
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return figures;
}

interface Measuring {
  readonly database: AddressDatabase;
  readonly size: number;
  readonly file: string;
  readonly folder: string;
  readonly databaseUrl: string | undefined;
  readonly asked: ReturnType<typeof addressQuestions>;
  readonly postcodes: readonly string[];
  readonly processes: ChildProcess[];
}

async function measure({ database, size, file, folder, databaseUrl, asked, postcodes, processes }: Measuring): Promise<AddressFigures> {
  const dataFolder = join(folder, database);
  const imported = await runImport(file, dataFolder, databaseUrl);
  const url = await startGateway(dataFolder, databaseUrl, processes);
  const client = new Client(url);
  // Warm: the index is made, the pages of the database are in memory.
  for (const { text } of asked.slice(0, 100)) await client.get(`/addresses?q=${encodeURIComponent(text)}&limit=5`);
  for (const postcode of postcodes) await client.get(`/addresses?postcode=${postcode}`);

  const postcodeTimes: number[] = [];
  for (const postcode of postcodes) postcodeTimes.push((await client.get(`/addresses?postcode=${postcode}`)).ms);
  const textTimes: number[] = [];
  const tally = { questions: 0, first: 0, firstFive: 0 };
  const bySpoilt = new Map<Spoilt, typeof tally>();
  for (const { text, uprns, spoilt } of asked) {
    const { ms, body } = await client.get(`/addresses?q=${encodeURIComponent(text)}&limit=5`);
    textTimes.push(ms);
    const place = (JSON.parse(body) as { addresses: { uprn: string }[] }).addresses.findIndex(({ uprn }) => uprns.includes(uprn));
    for (const one of [
      tally,
      ...spoilt.map((way) => bySpoilt.get(way) ?? bySpoilt.set(way, { questions: 0, first: 0, firstFive: 0 }).get(way)),
    ]) {
      if (!one) continue;
      one.questions += 1;
      if (place === 0) one.first += 1;
      if (place >= 0) one.firstFive += 1;
    }
  }
  client.close();
  const share = ({ questions, first, firstFive }: typeof tally): typeof tally => ({
    questions,
    first: first / questions,
    firstFive: firstFive / questions,
  });
  return {
    database,
    addresses: size,
    ...imported,
    postcodeP50: percentile(postcodeTimes, 0.5),
    postcodeP99: percentile(postcodeTimes, 0.99),
    textP50: percentile(textTimes, 0.5),
    textP99: percentile(textTimes, 0.99),
    ...share(tally),
    bySpoilt: Object.fromEntries([...bySpoilt].map(([way, one]) => [way, share(one)])),
  };
}

/** Of all over the borough. */
function somePostcodes(size: number, count: number): string[] {
  const all = new Set<string>();
  for (const { postcode } of generateGazetteer({ size }))
    if (postcode !== '' && !postcode.startsWith('BF')) all.add(postcode.replace(' ', ''));
  const list = [...all];
  return Array.from(
    { length: Math.min(count, list.length) },
    (_, index) => list[Math.floor((index * list.length) / Math.min(count, list.length))] ?? '',
  );
}

const source = ['--conditions=council-kit-source', '--no-warnings'];

async function runImport(
  file: string,
  dataFolder: string,
  databaseUrl: string | undefined,
): Promise<{ importSeconds: number; importMegabytes: number }> {
  const command = join(import.meta.dirname, '../../address/bin/council-addresses.js');
  const started = performance.now();
  const child = spawn(process.execPath, [...source, command, 'import', file], {
    env: { ...process.env, DATA_FOLDER: dataFolder, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  let most = 0;
  const look = setInterval(() => {
    void readFile(`/proc/${String(child.pid)}/status`, 'utf8').then(
      (status) => (most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000)),
      () => undefined,
    );
  }, 200);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${String(code)}: ${said}`);
  return { importSeconds: (performance.now() - started) / 1000, importMegabytes: most };
}

async function startGateway(dataFolder: string, databaseUrl: string | undefined, processes: ChildProcess[]): Promise<string> {
  const script = join(import.meta.dirname, 'address-gateway-server.ts');
  const child = spawn(process.execPath, [...source, script, dataFolder, ...(databaseUrl === undefined ? [] : [databaseUrl])], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return line;
}
