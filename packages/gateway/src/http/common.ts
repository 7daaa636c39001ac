/** What every request passes through. It is on the way of every answer, so it does little. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { GatewayContext, GatewayEnv } from '../service.ts';
import type { GatewaySettings } from '../settings.ts';
import { countBody } from './body.ts';
import { clientAddress, clientTokens } from './client.ts';
import { chosenLanguage } from './language.ts';
import { EXPOSED_HEADERS, originPolicy, type OriginPolicy } from './origin.ts';
import { problems } from './problems.ts';
import { RateLimit } from './rate-limit.ts';
import { securityHeaders } from './security-headers.ts';

/** A client may name its request, in the shape of a UUID or hash: nothing that could be a person's name reaches the logs. */
const REQUEST_ID = /^[0-9a-f-]{16,64}$/i;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Outermost: what is known of each request, the headers of each answer, its line in the log. */
export function aroundEveryRequest(settings: GatewaySettings, log: Logger, origins: OriginPolicy): MiddlewareHandler<GatewayEnv> {
  const headers = Object.entries(securityHeaders(settings));
  const tokenOf = clientTokens();
  return async (context, next) => {
    const started = performance.now();
    const { req } = context;
    const given = req.header('X-Request-Id');
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    context.set('requestId', requestId);
    context.set('log', log.child({ requestId }));
    context.set('language', chosenLanguage(req.query('lang'), req.header('Accept-Language'), settings.languages));
    context.set('bodyLimit', settings.bodyLimit);
    context.set('client', tokenOf(clientAddress(context, settings.trustedProxies)));

    await next();

    const answer = context.res.headers;
    for (const [name, value] of headers) if (!answer.has(name)) answer.set(name, value);
    answer.set('X-Request-Id', requestId);
    answer.append('Vary', 'Origin, Accept-Language');
    const reader = origins.readableBy(context);
    if (reader !== undefined) {
      answer.set('Access-Control-Allow-Origin', reader);
      answer.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
    }
    const { status } = context.res;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    log[status >= 500 ? 'error' : 'info']({ requestId, method: req.method, route: routePath(context, -1), status, ms }, 'request');
  };
}

/** Inside it: what may go on to a service. What it throws is answered like any other problem. */
export function guards(settings: GatewaySettings, origins: OriginPolicy, now: () => number): MiddlewareHandler<GatewayEnv> {
  const reads = new RateLimit(settings.rateLimit.readsPerMinute);
  const writes = new RateLimit(settings.rateLimit.writesPerMinute);
  let atWork = 0;
  return async (context, next) => {
    const { req } = context;
    const reading = READS.has(req.method);
    const seconds = (reading ? reads : writes).take(context.get('client'), now());
    if (seconds > 0) throw problems.tooManyRequests(seconds);
    if (atWork >= settings.maxConcurrentRequests) throw problems.unavailable('busy');
    // PostgreSQL refuses NUL in a text; nothing of ours has one in its address.
    if (req.url.includes('%00')) throw problems.malformed('address');
    const preflight = origins.preflight(context);
    if (preflight) return preflight;
    if (!reading) {
      origins.guardWrite(context);
      countBody(context);
    }
    atWork++;
    try {
      await next();
    } finally {
      atWork--;
    }
    return undefined;
  };
}

/** The settings' lists, with our own origin: the public URL's, else what the request was sent to. */
export function originsOf(settings: GatewaySettings): OriginPolicy {
  const known = settings.publicUrl === undefined ? undefined : new URL(settings.publicUrl).origin;
  return originPolicy(settings.allowedOrigins, (context) => known ?? addressedOrigin(context, settings.trustedProxies));
}

function addressedOrigin(context: GatewayContext, trustedProxies: number): string {
  const url = new URL(context.req.url);
  if (trustedProxies === 0) return url.origin;
  const protocol = context.req.header('X-Forwarded-Proto') === 'https' ? 'https' : url.protocol.replace(':', '');
  return `${protocol}://${context.req.header('X-Forwarded-Host') ?? url.host}`;
}
