/** A real gateway with the address service on a free port, in a folder of its own that goes with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createGateway, createLog, listen, type Clock } from '@council-kit/gateway';
import { addresses, type AddressSettingsInput } from '../index.ts';

export interface StartedGateway extends AsyncDisposable {
  readonly url: string;
  /** Every line that was logged. */
  readonly logged: () => string;
  get(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; text: string; json: () => Record<string, unknown> }>;
}

export async function startGateway(
  settings: AddressSettingsInput,
  options: { readonly folder?: string; readonly databaseUrl?: string; readonly clock?: Clock } = {},
): Promise<StartedGateway> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'council-address-')));
  let lines = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  const gateway = createGateway({
    services: [addresses(settings)],
    settings: { port: 0, dataFolder: folder, ...(options.databaseUrl !== undefined && { databaseUrl: options.databaseUrl }) },
    log: createLog('debug', destination),
    ...(options.clock && { clock: options.clock }),
  });
  const listening = await listen(gateway);
  return {
    url: listening.url,
    logged: () => lines,
    async get(path, headers = {}) {
      const response = await fetch(new URL(path, listening.url), { headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) as Record<string, unknown> };
    },
    async [Symbol.asyncDispose]() {
      await listening.stop();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
