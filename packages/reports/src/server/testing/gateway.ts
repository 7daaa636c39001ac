/** A real gateway with this service, on a free port, in a folder of its own that goes with it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createGateway, createLog, listen, type Clock, type Gateway, type GatewaySettingsInput, type Service } from '@council-kit/gateway';
import { reports, type ReportsSettingsInput } from '../index.ts';
import { testMap } from './map.ts';

export interface StartOptions {
  readonly reports?: ReportsSettingsInput;
  readonly gateway?: GatewaySettingsInput;
  readonly clock?: Clock;
  /** Kept when the gateway stops, for one that is started again where it was. */
  readonly folder?: string;
  readonly also?: readonly Service[];
}

export interface Started extends AsyncDisposable {
  readonly url: string;
  readonly gateway: Gateway;
  readonly folder: string;
  /** Every line logged so far. */
  readonly logged: () => string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  json(path: string, init?: RequestInit): Promise<unknown>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  form(path: string, fields: readonly (readonly [string, string])[] | FormData, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export async function start(options: StartOptions = {}): Promise<Started> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'council-reports-')));
  let lines = '';
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines += chunk.toString();
      done();
    },
  });
  const gateway = createGateway({
    services: [reports({ map: testMap, ...options.reports }), ...(options.also ?? [])],
    log: createLog('debug', destination),
    ...(options.clock ? { clock: options.clock } : {}),
    settings: { port: 0, dataFolder: folder, ...options.gateway },
  });
  const listening = await listen(gateway);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= listening.stop());
  const request = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(new URL(path, listening.url), { redirect: 'manual', ...init });
  return {
    url: listening.url,
    gateway,
    folder,
    logged: () => lines,
    fetch: request,
    json: async (path, init) => (await request(path, init)).json(),
    post: (path, body, headers = {}) =>
      request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }),
    form: (path, fields, headers = {}) =>
      request(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields.map(([name, value]) => [name, value])),
        headers,
      }),
    stop,
    async [Symbol.asyncDispose]() {
      await stop();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
