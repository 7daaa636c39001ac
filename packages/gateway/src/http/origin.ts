/**
 * Which pages may write, and which may read the answers (CSRF and CORS). Both are an exact list of origins from the settings,
 * besides our own.
 */
import type { GatewayContext } from '../service.ts';
import { problems } from './problems.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
  'Access-Control-Allow-Headers': 'Content-Type, Idempotency-Key, Accept-Language, X-Request-Id, If-Match, If-None-Match',
  'Access-Control-Max-Age': '600',
};

/** Answer headers a script of another origin may read. */
export const EXPOSED_HEADERS = 'ETag, Location, Retry-After, X-Request-Id, Idempotency-Replayed, Content-Language';

export interface OriginPolicy {
  /** The answer to a preflight; undefined where the request is none. */
  preflight(context: GatewayContext): Response | undefined;
  /** @throws Problem 403 where a write comes from a page that may not. */
  guardWrite(context: GatewayContext): void;
  /** The origin that may read the answer, or undefined. */
  readableBy(context: GatewayContext): string | undefined;
}

/**
 * @param ownOrigin of a request: the settings' public URL, or what the request itself was sent to
 */
export function originPolicy(allowed: readonly string[], ownOrigin: (context: GatewayContext) => string): OriginPolicy {
  const list = new Set(allowed);
  const known = (context: GatewayContext, origin: string): boolean => list.has(origin) || origin === ownOrigin(context);
  return {
    preflight(context) {
      const { req } = context;
      if (req.method !== 'OPTIONS' || req.header('Access-Control-Request-Method') === undefined) return undefined;
      const origin = req.header('Origin');
      if (origin === undefined || !known(context, origin)) throw problems.originNotAllowed();
      return new Response(null, { status: 204, headers: PREFLIGHT });
    },

    guardWrite(context) {
      const { req } = context;
      if (READS.has(req.method)) return;
      const site = req.header('Sec-Fetch-Site');
      // Browsers set it themselves; a page cannot. "none": the resident's own doing.
      if (site === 'same-origin' || site === 'none') return;
      const origin = req.header('Origin');
      if (origin !== undefined) {
        if (known(context, origin)) return;
        throw problems.originNotAllowed();
      }
      if (site !== undefined) throw problems.originNotAllowed();
      // Neither header: no browser of the last years, but another council's server, or an old phone. What it could be made
      // to misuse is a cookie, so with one the page it comes from must be known.
      if (req.header('Cookie') === undefined) return;
      const referer = req.header('Referer');
      if (referer !== undefined && URL.canParse(referer) && known(context, new URL(referer).origin)) return;
      throw problems.originNotAllowed();
    },

    readableBy(context) {
      const origin = context.req.header('Origin');
      return origin !== undefined && list.has(origin) ? origin : undefined;
    },
  };
}
