/** The demo as a person starts it: a process of its own, on free ports, in a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from '@council-kit/testing/run/build.js';

export interface DemoProcess extends AsyncDisposable {
  /** The council's site. */
  readonly address: string;
  readonly gateway: string;
  /** The desk of the back office: what it received, and its faults. */
  readonly backOffice: string;
  /** Its data folder. */
  readonly folder: string;
  /** Everything it wrote to standard output and standard error, every start. */
  output(): string;
  /** Ends it without warning, as a power cut does, and starts it again where it was. */
  restart(): Promise<void>;
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** Builds what is stale (nothing, in a whole run of the tests) and starts the demo with a log that tells all it can tell. */
export async function startDemoProcess(): Promise<DemoProcess> {
  await build({ only: 'demo' });
  const folder = await mkdtemp(join(tmpdir(), 'council-demo-'));
  const port = await freePorts(3);
  const address = `http://127.0.0.1:${String(port)}`;
  let output = '';
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    // Without the condition that resolves packages to their sources, which this process may run under: residents get what was built.
    const started = spawn(process.execPath, [fileURLToPath(new URL('../../start.ts', import.meta.url)), '--empty'], {
      env: { ...process.env, NODE_OPTIONS: '', PORT: String(port), DATA_FOLDER: folder, LOG_LEVEL: 'debug' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    await new Promise<void>((open, refuse) => {
      const from = output.length;
      for (const stream of [started.stdout, started.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          output += text;
          if (output.includes(`is open: ${address}`, from)) open();
        });
      }
      started.once('error', refuse);
      started.once('exit', (code) => refuse(new Error(`The demo ended with ${String(code)} before it was open:\n${output.slice(from)}`)));
    });
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  const endWithThis = (): void => void child?.kill('SIGKILL');
  process.once('exit', endWithThis);

  await start();
  return {
    address,
    gateway: `${address}/gateway`,
    backOffice: `http://127.0.0.1:${String(port + 1)}/open311`,
    folder,
    output: () => output,
    async restart() {
      await end('SIGKILL');
      await start();
    },
    fetch: (path, init) => fetch(address + path, init),
    async [Symbol.asyncDispose]() {
      await end('SIGTERM');
      process.off('exit', endWithThis);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Another resident's report, by the gateway's own API; gives the reference. */
export async function reportOverApi(demo: Pick<DemoProcess, 'fetch'>, change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await demo.fetch('/gateway/reports', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      service_code: 'fly-tipping',
      address_string: 'behind the old mill',
      description: 'Two sofas beside the gate.',
      attributes: { waste: ['furniture'], amount: 'small-van', blocking: 'no', hazardous: 'no', witnessed: 'no', 'private-land': 'no' },
      ...change,
    }),
  });
  const body = (await answer.json()) as { readonly reference: string };
  if (answer.status !== 201) throw new Error(`The report was not taken: ${JSON.stringify(body)}`);
  return body.reference;
}

/** Gives the first of so many in a row; below those that the system gives to whoever asks for any (Linux: from 32768). */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((tell) => {
    const server = createServer();
    server.once('error', () => tell(false));
    server.listen(port, '127.0.0.1', () => server.close(() => tell(true)));
  });
}
