/** A council's page with the widget, under the strict policy, with a real gateway beside it: what a browser is sent to. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { createGateway, createLog } from '@council-kit/gateway';
import { getRequestListener } from '@hono/node-server';
import { build } from 'esbuild';
import { reports, type ReportsSettingsInput } from '../index.ts';
import { testMap } from './map.ts';

const policy = "default-src 'self'; img-src 'self' blob:; require-trusted-types-for 'script'; trusted-types lit-html";

export interface Site extends AsyncDisposable {
  readonly url: string;
  readonly logged: () => string;
  fetch(path: string): Promise<Response>;
}

const page = (lang: string, attributes: string): string => `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Testborough</title>
<script type="module" src="/script/report-issue.js"></script></head>
<body><main><council-report-issue gateway="/gateway" ${attributes}><a href="/gateway/report">Report a problem</a></council-report-issue></main></body></html>`;

export async function startSite(settings: ReportsSettingsInput = {}): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'council-site-'));
  await build({
    entryPoints: [fileURLToPath(new URL('../../define/report-issue.ts', import.meta.url))],
    outdir: join(folder, 'script'),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    conditions: ['council-kit-source', 'browser'],
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
  let lines = '';
  const log = createLog('debug', new Writable({ write: (chunk: Buffer, _encoding, done) => ((lines += chunk.toString()), done()) }));
  const answer = async (request: Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/gateway')) return gateway.fetch(request);
    if (/^\/script\/[\w.-]+$/.test(pathname))
      return new Response(await readFile(join(folder, pathname)), { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    if (pathname !== '/') return new Response(null, { status: 404 });
    const html = page(searchParams.get('lang') === 'cy' ? 'cy' : 'en', `drafts="${searchParams.get('drafts') ?? 'tab'}"`);
    return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy } });
  };
  const server: Server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gateway = createGateway({
    services: [reports({ map: testMap, ...settings })],
    log,
    settings: { publicUrl: `${url}/gateway`, dataFolder: join(folder, 'data') },
  });
  await gateway.start();
  return {
    url,
    logged: () => lines,
    fetch: (path) => fetch(url + path),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await gateway.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
