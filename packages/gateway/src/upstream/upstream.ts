/** Requests to the platforms behind the gateway. */
import type { ProblemCode } from '@council-kit/core';
import type { Clock } from '../service.ts';
import { Problem } from '../http/problem.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

/** One platform behind the gateway. Its address comes from settings, never from a request. */
export interface UpstreamOptions {
  /** In problems and logs: `open311`. */
  readonly system: string;
  /** Requests go to paths under this URL and nowhere else. */
  readonly baseUrl: string;
  /** Milliseconds until there is an answer, all tries together. 10,000 unless given: the longest a resident is left waiting. */
  readonly timeoutMs?: number;
  /** Bytes of an answer's body. 5 MB unless given. */
  readonly bodyLimit?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Upstream {
  /**
   * Like `fetch`, with a path under the base URL (`requests.json?jurisdiction_id=x`). GET and HEAD are tried three times with
   * full jitter; writes once. Any status comes back as an answer, its body already read within the limit.
   * @throws UpstreamError where there is no answer; the signal's own reason where `init.signal` was aborted
   */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

export type UpstreamFailure = 'unreachable' | 'timeout' | 'too_large' | 'redirected' | 'circuit_open';

/** No answer came. Uncaught in a route it is 502, or 504 for a timeout. */
export class UpstreamError extends Problem {
  readonly failure: UpstreamFailure;

  constructor(system: string, failure: UpstreamFailure, options?: ErrorOptions) {
    super(
      {
        status: failure === 'timeout' ? 504 : 502,
        code: 'upstream_failed' satisfies ProblemCode,
        title: { en: 'Another system we need is not answering', cy: 'Nid yw system arall sydd ei hangen arnom yn ateb' },
        detail: { en: 'Try again in a few minutes.', cy: 'Rhowch gynnig arall arni ymhen ychydig funudau.' },
        upstream: { system, code: failure },
      },
      options,
    );
    this.name = 'UpstreamError';
    this.failure = failure;
  }
}

const TRIES = 3;
const REDIRECTS = 3;
/** Full jitter: any time up to this, doubled with each try. https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ */
const FIRST_WAIT_MS = 200;
const WORTH_RETRYING = new Set([502, 503, 504]);

/** @param send how requests are sent: `fetch` unless given */
export function createUpstream(options: UpstreamOptions, clock: Clock, send: typeof fetch = fetch): Upstream {
  const base = new URL(options.baseUrl.endsWith('/') ? options.baseUrl : `${options.baseUrl}/`);
  if (!/^https?:$/.test(base.protocol)) throw new Error(`The address of ${options.system} must be https:// or http://.`);
  const breaker = new CircuitBreaker();
  const now = (): number => clock.now().getTime();
  return {
    async fetch(path, init = {}) {
      const url = under(base, path);
      const safe = init.method === undefined || /^(get|head)$/i.test(init.method);
      const deadline = AbortSignal.timeout(options.timeoutMs ?? 10_000);
      for (let attempt = 1; ; attempt++) {
        if (!breaker.permits(now())) throw new UpstreamError(options.system, 'circuit_open');
        try {
          const response = await once(url, init, options, deadline, send);
          if (response.status < 500) breaker.succeeded();
          else breaker.failed(now());
          if (!safe || attempt >= TRIES || !WORTH_RETRYING.has(response.status)) return response;
        } catch (error) {
          if (init.signal?.aborted) {
            breaker.cancelled();
            throw init.signal.reason;
          }
          breaker.failed(now());
          const failure =
            error instanceof UpstreamError
              ? error
              : new UpstreamError(options.system, deadline.aborted ? 'timeout' : 'unreachable', { cause: error });
          if (!safe || attempt >= TRIES || failure.failure !== 'unreachable') throw failure;
        }
        await new Promise<void>((resolve) => setTimeout(resolve, Math.random() * FIRST_WAIT_MS * 2 ** attempt));
        if (deadline.aborted) throw new UpstreamError(options.system, 'timeout');
      }
    },
  };
}

/** A path that does not leave the base, whatever is in it. */
function under(base: URL, path: string): URL {
  const url = new URL(path.replace(/^\/+/, ''), base);
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname))
    throw new TypeError('The path leads off the upstream’s address.');
  return url;
}

async function once(start: URL, init: RequestInit, options: UpstreamOptions, deadline: AbortSignal, send: typeof fetch): Promise<Response> {
  const { system, bodyLimit = 5_000_000 } = options;
  const signal = init.signal ? AbortSignal.any([deadline, init.signal]) : deadline;
  const headers = new Headers({ 'User-Agent': 'council-kit', ...options.headers });
  new Headers(init.headers).forEach((value, name) => headers.set(name, value));
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const response = await send(url, { ...init, headers, signal, redirect: 'manual' });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get('Location') : null;
    if (location === null) return await readWhole(response, bodyLimit, system);
    await response.body?.cancel();
    const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
    const followed = init.method === undefined || /^(get|head)$/i.test(init.method);
    // Off its host it could point anywhere inside our network (SSRF), and would carry our keys with it.
    if (!target || target.origin !== url.origin || !followed || redirects >= REDIRECTS) throw new UpstreamError(system, 'redirected');
    url = target;
  }
}

async function readWhole(response: Response, limit: number, system: string): Promise<Response> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // A reader's early leave cancels the stream.
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw new UpstreamError(system, 'too_large');
    chunks.push(chunk);
  }
  const headers = new Headers(response.headers);
  // fetch has undone it already.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  return new Response(empty ? null : Buffer.concat(chunks), { status: response.status, statusText: response.statusText, headers });
}
