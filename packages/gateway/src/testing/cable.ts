/** A TCP connection to a database that a test can cut, reset or leave dead, as networks and fail-overs do. */
import { once } from 'node:events';
import { createConnection, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Cable extends AsyncDisposable {
  /** The database's address, through the cable. */
  readonly url: string;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Closes all that are open, in order or (`reset`) as a crashed machine does. New ones work. */
  cut(how?: 'end' | 'reset'): void;
  /** All that are open stay open, and nothing passes in either direction. New ones work: a silent fail-over. */
  freeze(): void;
  /** New connections are accepted, and nothing passes: a machine that is stopped. `true` until set to `false`. */
  swallowNew(on: boolean): void;
  /** The next time a client sends `text`, it reaches the database, and no answer comes back. */
  afterNext(text: string, then: 'cut' | 'freeze'): Promise<void>;
  /** The next time a client sends `text`, the connection is cut before it reaches the database. */
  beforeNext(text: string, then: 'cut' | 'freeze'): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket | undefined;
  frozen: boolean;
}

interface Trap {
  readonly text: string;
  readonly then: 'cut' | 'freeze';
  readonly reaches: boolean;
  readonly sprung: () => void;
}

export async function cableTo(databaseUrl: string): Promise<Cable> {
  const target = new URL(databaseUrl);
  const pairs = new Set<Pair>();
  let swallowing = false;
  let trap: Trap | undefined;
  const end = ({ client, server }: Pair): void => {
    client.destroy();
    server?.destroy();
  };
  const cable = createServer((client) => {
    const server = swallowing ? undefined : createConnection(Number(target.port), target.hostname);
    const pair: Pair = { client, server, frozen: swallowing };
    pairs.add(pair);
    const spring = ({ then, sprung }: Trap): void => {
      trap = undefined;
      if (then === 'freeze') pair.frozen = true;
      else setImmediate(end, pair);
      sprung();
    };
    client.on('data', (chunk) => {
      if (pair.frozen) return;
      const set = trap;
      if (set && chunk.includes(set.text)) {
        if (set.reaches) server?.write(chunk);
        pair.frozen = true;
        // What it was sent is done before its connection breaks.
        if (set.reaches && set.then === 'cut') server?.once('data', () => spring(set));
        else spring(set);
      } else server?.write(chunk);
    });
    server?.on('data', (chunk) => void (pair.frozen || client.write(chunk)));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one?.on('error', () => undefined);
      one?.on('close', () => {
        pairs.delete(pair);
        if (!pair.frozen || one === client) other?.destroy();
      });
    }
  });
  cable.listen(0, '127.0.0.1');
  await once(cable, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((cable.address() as AddressInfo).port);
  const trapAt = (text: string, then: 'cut' | 'freeze', reaches: boolean): Promise<void> =>
    new Promise((sprung) => (trap = { text, then, reaches, sprung }));
  return {
    url: url.href,
    open: () => pairs.size,
    cut(how = 'end') {
      for (const pair of pairs) {
        if (how === 'reset') pair.client.resetAndDestroy();
        end(pair);
      }
    },
    freeze() {
      for (const pair of pairs) pair.frozen = true;
    },
    swallowNew(on) {
      swallowing = on;
    },
    afterNext: (text, then) => trapAt(text, then, true),
    beforeNext: (text, then) => trapAt(text, then, false),
    async [Symbol.asyncDispose]() {
      for (const pair of pairs) end(pair);
      cable.close();
      await once(cable, 'close');
    },
  };
}
