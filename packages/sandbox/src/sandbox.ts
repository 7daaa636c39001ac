import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { html } from 'hono/html';
import { faultControl } from './faults/control.ts';
import { FaultSchedule, type Fault } from './faults/faults.ts';
import { playFault } from './faults/play.ts';
import { json, page, styleSheet, wantsPage } from './page.ts';
import { isDeskPath, type Platform } from './platform.ts';

/** A platform that is running. */
export interface RunningPlatform {
  /** Where it answers, without a final slash: `http://127.0.0.1:4301`. */
  readonly address: string;
  /** The base URL of its protocol, to give to a client. */
  readonly baseUrl: string;
  /** The faults it plays. */
  readonly faults: FaultSchedule;
}

/** A sandbox that is running. */
export interface Sandbox<Names extends string = string> {
  /** Where its desk answers: every platform's pages and control under `/{name}/`, also while that platform refuses connections. */
  readonly address: string;
  readonly platforms: { readonly [Name in Names]: RunningPlatform };
  /** Closes every port, drops every connection, and closes the platforms. */
  stop(): Promise<void>;
}

/** What to start. */
export interface SandboxOptions<Names extends string> {
  /** The platforms by name. */
  platforms: { [Name in Names]: Platform };
  /** The desk's port; the platforms take those that follow, in order. 0, the default: free ones. */
  port?: number;
  /** A port for a platform where it must be another, for one that is started again where it was. */
  ports?: { [Name in Names]?: number };
  /** The interface, 127.0.0.1 unless told. */
  hostname?: string;
}

/**
 * Starts platforms, each on a port of its own (so that one can refuse connections as a dead server does), and the desk.
 *
 * @throws the error of Node's `listen`, `EADDRINUSE` for a port in use.
 */
export async function startSandbox<Names extends string>(options: SandboxOptions<Names>): Promise<Sandbox<Names>> {
  const hostname = options.hostname ?? '127.0.0.1';
  const port = options.port ?? 0;
  const names = Object.keys(options.platforms) as Names[];
  const running = new Map<string, Serving>();
  let desk: Server | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].map((one) => one.stop()));
    if (desk) await close(desk);
    for (const name of names) options.platforms[name].close();
  };
  try {
    // First, so that a port in use is the one that was asked for and not one of those that follow.
    desk = harden(createServer(getRequestListener((request) => answerDesk(options.platforms, running, request), listenerOptions)));
    await listen(desk, hostname, port);
    for (const [index, name] of names.entries()) {
      const own = options.ports?.[name] ?? (port === 0 ? 0 : port + 1 + index);
      running.set(name, await servePlatform(options.platforms[name], hostname, own));
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    address: addressOf(desk, hostname),
    platforms: Object.fromEntries(running) as unknown as Record<Names, RunningPlatform>,
    stop,
  };
}

interface Serving extends RunningPlatform {
  stop(): Promise<void>;
  desk(request: Request): Promise<Response>;
}

/** Node's own globals stay what they are: the sandbox may share a process with a gateway under test. */
const listenerOptions = { overrideGlobalObjects: false };

async function servePlatform(platform: Platform, hostname: string, wantedPort: number): Promise<Serving> {
  let letGo = new AbortController();
  let refused: Fault | undefined;
  let reopening: NodeJS.Timeout | undefined;

  const schedule = new FaultSchedule(async (refusing) => {
    if (schedule.waiting.length === 0) {
      letGo.abort();
      letGo = new AbortController();
    }
    if (refusing === refused) return;
    refused = refusing;
    clearTimeout(reopening);
    if (!refusing) return listen(server, hostname, port);
    if (refusing.seconds !== undefined) {
      reopening = setTimeout(() => void schedule.remove(refusing), refusing.seconds * 1000);
      reopening.unref();
    }
    // The port closes at once. A connection in the middle of an answer ends below, at its next request.
    server.close();
    server.closeIdleConnections();
  });

  const desk = (request: Request): Promise<Response> =>
    new URL(request.url).pathname === '/sandbox/faults' ? faultControl(schedule, request) : platform.fetch(request);

  const listener = getRequestListener(async (request, env) => {
    const wire = { incoming: env.incoming as IncomingMessage, outgoing: env.outgoing as ServerResponse };
    const path = new URL(request.url).pathname;
    if (isDeskPath(path)) return desk(request);
    const fault = refused ? ({ fault: 'reset' } as const) : schedule.take(request.method, path);
    if (!fault) return platform.fetch(request);
    await playFault(fault, wire, platform, () => platform.fetch(request), letGo.signal);
    return RESPONSE_ALREADY_SENT;
  }, listenerOptions);

  const server = harden(createServer(listener));
  await listen(server, hostname, wantedPort);
  const port = (server.address() as AddressInfo).port;
  const address = addressOf(server, hostname);
  return {
    address,
    baseUrl: address + platform.basePath,
    faults: schedule,
    desk,
    async stop() {
      clearTimeout(reopening);
      letGo.abort();
      await close(server);
    },
  };
}

/** The desk: the platforms in a list at `/`, and each one's own desk under `/{name}/`, which answers while its port refuses connections. */
async function answerDesk(platforms: Record<string, Platform>, running: ReadonlyMap<string, Serving>, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === '/sandbox/style.css') return styleSheet();
  // Browsers ask for one by themselves.
  if (url.pathname === '/favicon.ico') return new Response(null, { status: 204 });
  if (url.pathname === '/') {
    return page(
      'The sandbox',
      '',
      html`<ul>
        ${[...running].map(
          ([name, one]) =>
            html`<li>
              <a href="${name}/">${platforms[name]?.title ?? name}</a>: ${one.baseUrl} (<a href="${name}/sandbox/faults">faults</a>)
            </li>`,
        )}
      </ul>`,
    );
  }
  const [, name = '', rest] = /^\/([^/]+)(\/.*)?$/.exec(url.pathname) ?? [];
  const one = running.get(name);
  if (!one) return json({ problem: `There is ${[...running.keys()].join(', ')}, each under its own name.` }, 404);
  if (rest === undefined) return new Response(null, { status: 308, headers: { location: `/${name}/` } });
  if (!isDeskPath(rest)) {
    // The pages link to the protocol; a client that was given the wrong base URL is told so.
    if (wantsPage(request)) return new Response(null, { status: 302, headers: { location: one.baseUrl + rest + url.search } });
    return json({ problem: `The protocol is at ${one.baseUrl}.` }, 404);
  }
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : await request.arrayBuffer();
  return one.desk(new Request(new URL(rest + url.search, url), { method: request.method, headers: request.headers, body }));
}

/** A client that sends its request a byte at a time does not keep a connection for ever. */
function harden(server: Server): Server {
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  return server;
}

function listen(server: Server, hostname: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An error here means that it was not listening, which is what is wanted.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function addressOf(server: Server, hostname: string): string {
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
