/** A real gateway on a free port, in a folder of its own that goes with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createGateway, createLog, listen, type GatewayOptions, type Gateway } from '../index.ts';

export interface Started extends AsyncDisposable {
  readonly url: string;
  readonly gateway: Gateway;
  readonly folder: string;
  /** Every line logged so far. */
  readonly logged: () => string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export async function start(options: GatewayOptions, folder?: string): Promise<Started> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'council-gateway-')));
  let lines = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  const gateway = createGateway({
    log: createLog('debug', destination),
    ...options,
    settings: { port: 0, dataFolder: own, ...options.settings },
  });
  const listening = await listen(gateway);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= listening.stop());
  const request = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(new URL(path, listening.url), { redirect: 'manual', ...init });
  return {
    url: listening.url,
    gateway,
    folder: own,
    logged: () => lines,
    fetch: request,
    post: (path, body, headers = {}) =>
      request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } }),
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      if (folder === undefined) await rm(own, { recursive: true, force: true });
    },
  };
}
