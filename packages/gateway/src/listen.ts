import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import { Server as NetServer, type AddressInfo } from 'node:net';
import type { Gateway } from './gateway.ts';
import { Connections } from './http/connections.ts';
import { paceOf } from './http/receive.ts';
import { isEveryAddress } from './public-url.ts';
import { SettingsError } from './settings.ts';
import { within } from './within.ts';

export interface Listening {
  /** Where it can be reached on this machine: `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /**
   * Answers what has begun (for `stopSeconds`), each answer with `Connection: close`, and `/ready` with 503; then closes its
   * connections and stops the gateway.
   * @param options.drain whether it takes new requests for `drainSeconds` before, until load balancers have noticed
   */
  stop(options?: { readonly drain?: boolean }): Promise<void>;
}

/** The longest that one whole request may take to arrive: a photo over a slow line. */
const REQUEST_MS = 600_000;
/** A connection with an answer under way on which nothing moves is closed: its client reads no more. */
const STUCK_MS = 120_000;

/**
 * Starts a gateway in a server of its own, on the settings' host and port (0: a free one). Until it has started, which needs the
 * database, `/health` is 200 and all else 503.
 * @param signal aborted to stop a gateway that is still starting
 * @throws SettingsError where the port is taken or may not be used, or the store cannot be used; Error where `signal` was aborted first
 */
export async function listen(gateway: Gateway, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Listening> {
  signal?.throwIfAborted();
  const { settings } = gateway;
  const { host, port, stopSeconds, drainSeconds } = settings;
  const server = createAdaptorServer({
    fetch: gateway.fetch,
    overrideGlobalObjects: false,
    // Its own way of discarding a body closes the connection after half a second: see Connections.
    autoCleanupIncoming: false,
    serverOptions: {
      headersTimeout: settings.headerSeconds * 1000,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: settings.keepAliveSeconds * 1000,
      connectionsCheckingInterval: Math.min(5_000, settings.headerSeconds * 500),
    },
  }) as Server;
  server.timeout = STUCK_MS;
  server.maxConnections = settings.maxConnections;
  const connections = new Connections(server, {
    perClient: settings.trustedProxies === 0 ? settings.maxConnectionsPerClient : undefined,
    pace: paceOf(settings.bodySeconds),
  });
  // Listening first: a port in use is said before the store is touched. Until started it answers 503.
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const name = isEveryAddress(address.address) ? 'localhost' : address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${name}:${address.port}`;
  const stopStart = (): void => void gateway.stop();
  signal?.addEventListener('abort', stopStart, { once: true });
  try {
    signal?.throwIfAborted();
    await gateway.start(url);
  } catch (error) {
    server.close();
    server.closeAllConnections();
    throw error;
  } finally {
    signal?.removeEventListener('abort', stopStart);
  }
  return {
    url,
    port: address.port,
    async stop({ drain = false } = {}) {
      gateway.drain();
      connections.drain();
      if (drain && drainSeconds > 0) await new Promise((resolve) => setTimeout(resolve, drainSeconds * 1000));
      // Not http.Server's close(), which closes idle connections at once, with any request that is on its way to them.
      const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      await within(stopSeconds * 1000, connections.quiet());
      server.closeAllConnections();
      await closed;
      // Ends the server's own timer too.
      server.close();
      await gateway.stop();
    },
  };
}

function inWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const cause = { cause: error };
  switch (error.code) {
    case 'EADDRINUSE':
      return new SettingsError(
        `Port ${port} on ${host} is in use by another program: stop that one, or set another with PORT=${port === 65535 ? 8081 : port + 1}.`,
        cause,
      );
    case 'EACCES':
      return new SettingsError(
        `This user may not listen on port ${port}: set one above 1023, such as PORT=8080, and put a proxy in front.`,
        cause,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new SettingsError(
        `The setting "host" (${host}) is not an address of this machine: use "127.0.0.1", or "0.0.0.0" for every address.`,
        cause,
      );
    default:
      return error;
  }
}
