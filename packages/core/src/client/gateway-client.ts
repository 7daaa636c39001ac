import type * as v from 'valibot';
import { problemSchema, type Problem } from '../errors/problem.ts';
import { parseBy, toJson } from '../values/strange-page.ts';
import { patience } from './in-time.ts';

/** How a request ended: the answer, a problem that the gateway told, or no answer at all. */
export type Outcome<Value, Code extends string = never> =
  | { readonly kind: 'answer'; readonly value: Value; readonly status: number }
  | { readonly kind: 'problem'; readonly problem: Problem<Code>; /** Seconds. */ readonly retryAfter?: number }
  /** No connection, no answer in time, or an answer that was not the gateway's. Whether it arrived is not known. */
  | { readonly kind: 'unreachable' };

/** How a request is made. */
export interface RequestOptions<Value> {
  /** Parses the body; what does not fit is treated as unreachable, because it was not the gateway that answered. */
  readonly schema: v.GenericSchema<unknown, Value>;
  readonly signal?: AbortSignal;
  readonly language?: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** A value that is sent as JSON, or a form. */
  readonly body?: unknown;
  /** Sent as `Idempotency-Key`, so that a write can be repeated without being done twice. */
  readonly idempotencyKey?: string;
  /** Milliseconds after which the request counts as unreachable. */
  readonly timeout?: number;
}

/**
 * Asks the gateway. Never throws but for the caller's own abort: a problem or a lost connection is a value,
 * because the page must show a way on.
 *
 * @throws the signal's reason, when the caller aborts
 */
export async function requestGateway<Value, Code extends string = never>(
  url: string | URL,
  options: RequestOptions<Value>,
): Promise<Outcome<Value, Code>> {
  const { signal, body } = options;
  const timeout = AbortSignal.timeout(options.timeout ?? patience);
  const headers = new Headers({ accept: 'application/json, application/problem+json' });
  if (options.language) headers.set('accept-language', options.language);
  if (options.idempotencyKey) headers.set('idempotency-key', options.idempotencyKey);
  const asIs = body === undefined || body instanceof FormData || body instanceof URLSearchParams || body instanceof Blob;
  if (!asIs) headers.set('content-type', 'application/json');
  try {
    const response = await fetch(url, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      headers,
      body: asIs ? body : toJson(body),
      signal: signal ? anySignal(signal, timeout) : timeout,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const value: unknown = response.status === 204 ? undefined : await response.json();
    if (response.ok) {
      const parsed = parseBy(options.schema, value);
      return parsed.success ? { kind: 'answer', value: parsed.output, status: response.status } : { kind: 'unreachable' };
    }
    const problem = parseBy(problemSchema, value);
    if (!problem.success) return { kind: 'unreachable' };
    const retryAfter = Number(response.headers.get('retry-after') ?? NaN);
    return { kind: 'problem', problem: problem.output as Problem<Code>, ...(Number.isFinite(retryAfter) ? { retryAfter } : {}) };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { kind: 'unreachable' };
  }
}

/** `AbortSignal.any` where the browser has it (Safari from 17.4): https://caniuse.com/mdn-api_abortsignal_any_static */
function anySignal(...signals: AbortSignal[]): AbortSignal {
  if (typeof AbortSignal.any === 'function') return AbortSignal.any(signals);
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
}
