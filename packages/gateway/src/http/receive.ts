/** Receives a request's body: counts its bytes while they arrive, and stops waiting for a client that sends too slowly. */
import type { IncomingMessage } from 'node:http';
import type { GatewayContext } from '../service.ts';
import { mediaType } from './media-type.ts';
import type { Problem } from './problem.ts';
import { problems } from './problems.ts';
import type { Visit } from './traffic.ts';

/**
 * If a body is too large, keep reading and discarding up to this many times the limit. A browser whose connection closes while it
 * still sends shows "connection lost", never the page that explains the limit.
 */
const DISCARDED_TIMES = 2;
/** Bytes. Discarding costs less than keeping, but not nothing. */
const MOST_DISCARDED = 64_000_000;

/** How long a client may take. */
export interface Pace {
  /** Milliseconds that any body may take to arrive. */
  readonly allowanceMs: number;
  /** Each of these bytes that has arrived earns a thousandth of a second more. */
  readonly bytesPerMs: number;
}

/** A phone on a slow line sends 4 kB in a second. */
export function paceOf(bodySeconds: number): Pace {
  return { allowanceMs: bodySeconds * 1000, bytesPerMs: 4 };
}

/** A request's body while it arrives. */
export interface ArrivingBody {
  /**
   * The next bytes; undefined at the end.
   * @throws Problem where it is too large, too slow or ends too early. Kept as `bodyProblem` too: a reader may replace the error
   */
  next(): Promise<Uint8Array | undefined>;
}

/**
 * Puts a counter on the body, for every way of reading it. The limits are looked up while reading, because the route that sets them
 * is not known yet. The counter ignores `Content-Length`, which a client can set to anything.
 */
export function receiveBody(context: GatewayContext, visit: Visit, pace: Pace): void {
  const { raw } = context.req;
  const source = sourceOf(context);
  if (!source) return;
  const patience = new Patience(pace);
  let seen = 0;
  const fail = (problem: Problem): never => {
    context.set('bodyProblem', problem);
    patience.end();
    void source.leave?.();
    throw problem;
  };
  const body: ArrivingBody = {
    async next() {
      const next = await receive(source, patience, visit);
      if ('problem' in next) return fail(next.problem);
      if (next.done) {
        patience.end();
        return undefined;
      }
      seen += next.value.byteLength;
      const limit = limitOf(context);
      if (seen > limit) {
        await discard(source, patience, visit, Math.min(DISCARDED_TIMES * limit, MOST_DISCARDED));
        return fail(problems.contentTooLarge(limit));
      }
      const refused = visit.holds(next.value.byteLength);
      return refused ? fail(refused) : next.value;
    },
  };
  context.set('body', body);
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const bytes = await body.next();
        if (bytes) controller.enqueue(bytes);
        else controller.close();
      },
      cancel: () => patience.end(),
    },
    // Nothing is read before a route asks for it: the route says how much it takes.
    { highWaterMark: 0 },
  );
  // From its parts: a server's own kind of Request need not be one that the platform's constructor can copy.
  context.req.raw = new Request(raw.url, {
    method: raw.method,
    headers: raw.headers,
    body: stream,
    duplex: 'half',
    signal: raw.signal,
  } as RequestInit);
}

function limitOf(context: GatewayContext): number {
  const limit = context.get('bodyLimit');
  return mediaType(context) === 'multipart/form-data' ? Math.max(limit, context.get('filesLimit')) : limit;
}

type Next = IteratorResult<Uint8Array, undefined>;

/** Where a body comes from. */
interface Source {
  next(): Promise<Next>;
  /** Whether far more than the body was sent to say where its chunks begin, where the server tells. */
  chopped?(): boolean;
  /** Nothing more is read from it. */
  leave?(): Promise<unknown>;
}

/** A client may wrap each byte of a body in a chunk of its own, at several microseconds each. Chunks of 1 kB stay well below this. */
const mostOverhead = (bytes: number): number => 65_536 + bytes / 64;

async function receive(source: Source, patience: Patience, visit: Visit): Promise<Next | { readonly problem: Problem }> {
  visit.waits();
  try {
    const next = await patience.wait(source.next());
    if (next === 'too-slow') return { problem: problems.bodyTooSlow() };
    if (!next.done) patience.earn(next.value.byteLength);
    return source.chopped?.() ? { problem: problems.bodyChopped() } : next;
  } catch (error) {
    // The client has disconnected, so nobody is waiting for a response.
    return { problem: problems.bodyIncomplete({ cause: error }) };
  } finally {
    visit.works();
  }
}

/** Reads and discards the rest, or as much as `most` bytes of it. */
async function discard(source: Source, patience: Patience, visit: Visit, most: number): Promise<void> {
  for (let discarded = 0; discarded <= most;) {
    const next = await receive(source, patience, visit);
    if ('problem' in next || next.done) return;
    discarded += next.value.byteLength;
  }
}

/** Undefined where there is no body. */
function sourceOf(context: GatewayContext): Source | undefined {
  const incoming = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming;
  if (incoming && typeof incoming.iterator === 'function' && !incoming.readableDidRead) return sourceOfNode(incoming);
  const body = context.req.raw.body as ReadableStream<Uint8Array> | null;
  if (!body) return undefined;
  const reader = body.getReader();
  return { next: async () => (await reader.read()) as Next, leave: () => reader.cancel().catch(() => undefined) };
}

/** Node's own request: reading it as it is joins tiny chunks, which a web stream would hand on one by one. */
function sourceOfNode(incoming: IncomingMessage): Source | undefined {
  const { headers, socket } = incoming;
  const chunked = headers['transfer-encoding'] !== undefined;
  if (!chunked && (headers['content-length'] ?? '0') === '0') return undefined;
  // Leaving early must not destroy the connection that carries the answer.
  const iterator = incoming.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]() as AsyncIterator<Uint8Array, undefined>;
  const before = socket.bytesRead - incoming.readableLength;
  let seen = 0;
  return {
    async next() {
      const next = await iterator.next();
      if (!next.done) seen += next.value.byteLength;
      return next;
    },
    chopped: () => chunked && socket.bytesRead - before - seen - incoming.readableLength > mostOverhead(seen),
    leave: () => iterator.return?.().catch(() => undefined) ?? Promise.resolve(),
  };
}

/** Waits for a body as long as its pace allows. One timer for the whole body. */
class Patience {
  readonly #pace: Pace;
  readonly #started = performance.now();
  #received = 0;
  #timer: NodeJS.Timeout | undefined;
  #giveUp: ((given: 'too-slow') => void) | undefined;

  constructor(pace: Pace) {
    this.#pace = pace;
  }

  async wait<Value>(next: Promise<Value>): Promise<Value | 'too-slow'> {
    // A route may stop reading: the timer must not keep a process that ends.
    this.#timer ??= setTimeout(this.#check, this.#left()).unref();
    const given = new Promise<'too-slow'>((resolve) => (this.#giveUp = resolve));
    // Rejects when the connection is closed, long after nobody waits for it.
    next.catch(() => undefined);
    try {
      return await Promise.race([next, given]);
    } finally {
      this.#giveUp = undefined;
    }
  }

  earn(bytes: number): void {
    this.#received += bytes;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #left(): number {
    return this.#pace.allowanceMs + this.#received / this.#pace.bytesPerMs - (performance.now() - this.#started);
  }

  readonly #check = (): void => {
    const left = this.#left();
    if (left > 0) this.#timer = setTimeout(this.#check, left).unref();
    // A busy process runs late timers before it reads what has arrived: read first.
    else setImmediate(() => (this.#left() > 0 ? this.#check() : this.#giveUp?.('too-slow')));
  };
}
