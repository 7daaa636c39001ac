/**
 * Reports through `kill -9`: four residents' browsers send reports and send again what was not answered, with the same key, while
 * the gateway is killed in the middle of it. Five kills; `KILLS=20 npm run test:fast -- reports/src/server/crash` for twenty.
 */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testedStores } from '@council-kit/testing/stores.js';
import { flyTippingReport } from './testing/back-office.ts';

const kills = Number(process.env['KILLS'] ?? 5);
const writers = 4;

interface Running {
  readonly process: ChildProcess;
  readonly url: string;
  readonly ended: Promise<unknown>;
}

async function startGateway(settingsFile: string): Promise<Running> {
  const program = fileURLToPath(new URL('../../../gateway/bin/council-gateway.js', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=council-kit-source', '--no-warnings', program, '--settings', settingsFile], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  let said = '';
  for await (const line of createInterface({ input: child.stderr })) {
    said += `${line}\n`;
    const url = /answers on (\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      child.stderr.resume();
      return { process: child, url, ended };
    }
  }
  throw new Error(`The gateway did not start: ${said}`);
}

/** No digits: those of a description may be blotted out as a telephone number's. */
const name = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => String.fromCharCode(97 + (byte % 26))).join('');

interface Listed {
  readonly service_request_id: string;
  readonly description: string;
}

async function everyReport(url: string): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let page = 1; ; page++) {
    const answer = await fetch(`${url}/open311/v2/requests.json?page_size=1000&page=${page}`);
    all.push(...((await answer.json()) as Listed[]));
    if (!answer.headers.get('link')?.includes('next')) return all;
  }
}

for (const store of await testedStores()) {
  test(`${store.name}: killed ${kills} times under ${writers} writers: no acknowledged report is lost, none is doubled`, async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'council-crash-'));
    const { databaseUrl } = await store.fresh();
    const settingsFile = join(folder, 'council-gateway.json');
    const service = fileURLToPath(new URL('./index.ts', import.meta.url));
    await writeFile(
      settingsFile,
      JSON.stringify({
        port: 0,
        logLevel: 'silent',
        dataFolder: folder,
        databaseUrl,
        rateLimit: { readsPerMinute: 1_000_000, writesPerMinute: 1_000_000 },
        services: { [service]: {} },
      }),
    );
    let gateway = await startGateway(settingsFile);
    let finished = false;
    let sinceStart = 0;
    let wakeKiller = (): void => undefined;
    let sentAgain = 0;
    let answeredBefore = 0;
    const acknowledged = new Map<string, string>();

    const writer = async (): Promise<void> => {
      while (!finished) {
        const description = name();
        const body = JSON.stringify({
          ...flyTippingReport,
          description,
          contact: { name: 'Ann Jones', email: 'ann@example.org' },
        });
        for (;;) {
          let answer: Response;
          let text: string;
          try {
            answer = await fetch(`${gateway.url}/reports`, {
              method: 'POST',
              body,
              headers: { 'content-type': 'application/json', 'idempotency-key': description },
            });
            text = await answer.text();
          } catch {
            // Whether it arrived is not known: as the widget does, again with the same key.
            sentAgain += 1;
            await new Promise((resolve) => setTimeout(resolve, 20));
            continue;
          }
          assert.equal(answer.status, 201, text);
          if (answer.headers.has('idempotency-replayed')) answeredBefore += 1;
          acknowledged.set(description, (JSON.parse(text) as { reference: string }).reference);
          break;
        }
        sinceStart += 1;
        wakeKiller();
      }
    };
    const all = Promise.all(Array.from({ length: writers }, writer));
    for (let kill = 0; kill < kills; kill += 1) {
      // After a number of writes that differs each time, while others are on their way.
      const writes = 3 + kill * 2;
      sinceStart = 0;
      await Promise.race([all, new Promise<void>((resolve) => (wakeKiller = () => void (sinceStart >= writes && resolve())))]);
      gateway.process.kill('SIGKILL');
      await gateway.ended;
      gateway = await startGateway(settingsFile);
    }
    finished = true;
    await all;

    const kept = await everyReport(gateway.url);
    const byDescription = Map.groupBy(kept, ({ description }) => description);
    assert.deepEqual(
      [...acknowledged].filter(([description, reference]) => byDescription.get(description)?.[0]?.service_request_id !== reference),
      [],
      'lost, or not what was answered',
    );
    assert.deepEqual(
      [...byDescription].filter(([, reports]) => reports.length > 1),
      [],
      'doubled',
    );
    assert.equal(kept.length, acknowledged.size);
    assert.ok(sentAgain > 0, 'the kills fell between writes only: they prove nothing');
    context.diagnostic(
      `${kills} kills, ${acknowledged.size} reports acknowledged, ${sentAgain} times sent again, ${answeredBefore} of them kept before the kill; 0 lost, 0 doubled`,
    );
    gateway.process.kill('SIGTERM');
    await gateway.ended;
    await rm(folder, { recursive: true, force: true });
  });
}
