import { createAdaptorServer } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Gateway } from './gateway.ts';
import { SettingsError } from './settings.ts';

export interface Listening {
  /** Where it can be reached on this machine: `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly port: number;
  /** Takes no new connection, answers what has begun (for `stopSeconds`), then stops the gateway. */
  stop(): Promise<void>;
}

/**
 * Starts a gateway in a server of its own, on the settings' host and port (0: a free one).
 * @throws SettingsError where the port is taken or may not be used
 */
export async function listen(gateway: Gateway): Promise<Listening> {
  const { host, port, stopSeconds } = gateway.settings;
  const server = createAdaptorServer({ fetch: gateway.fetch, overrideGlobalObjects: false }) as Server;
  // Listening first: a port in use is said before the store is touched. Until started it answers 503.
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(inWords(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const url = `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`;
  try {
    await gateway.start(url);
  } catch (error) {
    server.close();
    throw error;
  }
  return {
    url,
    port: address.port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), stopSeconds * 1000);
      await closed;
      clearTimeout(timer);
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
