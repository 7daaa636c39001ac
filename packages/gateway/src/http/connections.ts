/** The server's connections: how many a client may have, and how each of them ends without losing a request or an answer. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './client.ts';
import type { Pace } from './receive.ts';

export interface ConnectionLimits {
  /** Connections of one client; undefined where the connections are a proxy's. */
  readonly perClient: number | undefined;
  /** How long the rest of a body may take that nobody reads. */
  readonly pace: Pace;
}

/** Bytes of a body that are discarded after its answer: as many as any route takes. */
const MOST_DISCARDED_BYTES = 100_000_000;

export class Connections {
  readonly #limits: ConnectionLimits;
  /** By client, the one used longest ago first. */
  readonly #ofClient = new Map<string, Set<Socket>>();
  readonly #underWay = new Map<ServerResponse, IncomingMessage>();
  readonly #requestOf = new Map<Socket, IncomingMessage>();
  #draining = false;
  #quiet: (() => void) | undefined;

  constructor(server: Server, limits: ConnectionLimits) {
    this.#limits = limits;
    if (limits.perClient !== undefined) server.on('connection', (socket) => this.#opened(socket));
    // Before the server's own listener, which may answer at once.
    server.prependListener('request', (incoming, outgoing) => this.#begun(incoming, outgoing));
    server.on('timeout', closeUnlessUsed);
  }

  /** From now on each answer says `Connection: close`, so that the client's next request goes elsewhere. */
  drain(): void {
    this.#draining = true;
    for (const outgoing of this.#underWay.keys()) if (!outgoing.headersSent) outgoing.shouldKeepAlive = false;
  }

  /** Resolves when no request is under way, and none that had arrived is left unread. */
  async quiet(): Promise<void> {
    do {
      if (this.#underWay.size > 0) await new Promise<void>((resolve) => (this.#quiet = resolve));
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.#underWay.size > 0);
  }

  #begun(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { socket } = incoming;
    if (this.#draining) outgoing.shouldKeepAlive = false;
    this.#underWay.set(outgoing, incoming);
    this.#requestOf.set(socket, incoming);
    outgoing.once('finish', () => {
      if (!incoming.complete && outgoing.shouldKeepAlive) this.#discardRest(incoming);
    });
    outgoing.once('close', () => {
      this.#underWay.delete(outgoing);
      if (this.#requestOf.get(socket) === incoming) this.#requestOf.delete(socket);
      if (this.#underWay.size === 0) this.#quiet?.();
    });
  }

  /**
   * The answer came before the whole body did. Closing now would take the answer from a browser that still sends, so the rest is
   * read and discarded, for as long as its size allows.
   */
  #discardRest(incoming: IncomingMessage): void {
    const { allowanceMs, bytesPerMs } = this.#limits.pace;
    const { socket } = incoming;
    const started = performance.now();
    const before = socket.bytesRead;
    const left = (): number => allowanceMs + (socket.bytesRead - before) / bytesPerMs - (performance.now() - started);
    const check = (): void => {
      if (left() > 0 && socket.bytesRead - before < MOST_DISCARDED_BYTES) timer = setTimeout(check, Math.min(1_000, left())).unref();
      else socket.destroy();
    };
    let timer = setTimeout(check, Math.min(1_000, allowanceMs)).unref();
    const done = (): void => clearTimeout(timer);
    incoming.once('end', done).once('close', done).once('error', done);
    incoming.removeAllListeners('readable');
    incoming.resume();
  }

  /** Where a client has too many connections, closes the one that waits longest for it to send something. */
  #opened(socket: Socket): void {
    const client = networkOf(socket.remoteAddress ?? '') ?? '';
    const sockets = this.#ofClient.get(client) ?? new Set();
    this.#ofClient.set(client, sockets);
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.#ofClient.delete(client);
    });
    if (sockets.size <= (this.#limits.perClient ?? Infinity)) return;
    const waiting =
      [...sockets].find((each) => !this.#requestOf.has(each)) ?? [...sockets].find((each) => !this.#requestOf.get(each)?.complete);
    (waiting ?? socket).destroy();
  }
}

/**
 * A connection was idle for too long. A busy process runs its timers before it reads what has arrived: a request that lies there is
 * read first, and the connection goes on.
 */
function closeUnlessUsed(socket: Socket): void {
  const before = socket.bytesRead;
  setImmediate(() => {
    if (socket.bytesRead === before) socket.destroy();
  });
}
