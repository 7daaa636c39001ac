import { createHash } from 'node:crypto';
import type { GatewayContext } from '../service.ts';

export interface CacheOptions {
  /** Seconds an answer may be used without asking again. 0 unless given: ask every time, get 304 where nothing changed. */
  readonly maxAge?: number;
  /** Answers that depend on nobody: may also be kept by a proxy. */
  readonly public?: boolean;
  readonly contentType?: string;
}

/** JSON (or a text of another `contentType`) with an `ETag`; 304 where the client has it already. For GET. */
export function cacheable(context: GatewayContext, value: unknown, options: CacheOptions = {}): Response {
  const text = typeof value === 'string' && options.contentType !== undefined ? value : JSON.stringify(value);
  // Weak: a proxy may compress it.
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  const headers = {
    ETag: tag,
    'Cache-Control': `${options.public ? 'public' : 'private'}, ${options.maxAge ? `max-age=${options.maxAge}` : 'no-cache'}`,
  };
  const known = context.req.header('If-None-Match');
  if (known !== undefined && (known.trim() === '*' || known.split(',').some((one) => one.trim() === tag))) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { ...headers, 'Content-Type': options.contentType ?? 'application/json' } });
}
