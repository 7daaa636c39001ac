/** What every request passes through. It is on the way of every answer, so it does little. */
import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Logger } from 'pino';
import type { GatewayContext, GatewayEnv } from '../service.ts';
import type { GatewaySettings } from '../settings.ts';
import { clientNetwork } from './client.ts';
import { chosenLanguage } from './language.ts';
import { longestAddress } from './limits.ts';
import { EXPOSED_HEADERS, originPolicy, type OriginPolicy } from './origin.ts';
import { problems } from './problems.ts';
import { RateLimit } from './rate-limit.ts';
import { paceOf, receiveBody } from './receive.ts';
import { securityHeaders } from './security-headers.ts';
import { Traffic } from './traffic.ts';

/** A client may name its request, in the shape of a UUID or hash: nothing that could be a person's name reaches the logs. */
const REQUEST_ID = /^[0-9a-f-]{16,64}$/i;

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whatever is at work: a supervisor that gets no answer here restarts the process, and a load balancer sends nobody to it. */
const PROBES = new Set(['/health', '/ready']);

/**
 * Outermost: what is known of each request, the headers of each answer, its line in the log.
 * @param tokenOf the token of a client's network
 */
export function aroundEveryRequest(
  settings: GatewaySettings,
  log: Logger,
  origins: OriginPolicy,
  tokenOf: (network: string) => string,
): MiddlewareHandler<GatewayEnv> {
  const headers = Object.entries(securityHeaders(settings));
  return async (context, next) => {
    const started = performance.now();
    const { req } = context;
    const given = req.header('X-Request-Id');
    const requestId = given !== undefined && REQUEST_ID.test(given) ? given : randomUUID();
    context.set('requestId', requestId);
    context.set('log', log.child({ requestId }));
    context.set('language', chosenLanguage(req.query('lang'), req.header('Accept-Language'), settings.languages));
    context.set('bodyLimit', settings.bodyLimit);
    context.set('filesLimit', settings.bodyLimit);
    context.set('client', tokenOf(clientNetwork(context, settings.trustedProxies)));

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
    if (overHttps(context, settings)) secureCookies(answer);
    const { status } = context.res;
    const ms = Math.round((performance.now() - started) * 10) / 10;
    log[status >= 500 ? 'error' : 'info']({ requestId, method: req.method, route: routePath(context, -1), status, ms }, 'request');
  };
}

/** Inside it: what may go on to a service. What it throws is answered like any other problem. */
export function guards(settings: GatewaySettings, origins: OriginPolicy, now: () => number): MiddlewareHandler<GatewayEnv> {
  const reads = new RateLimit(settings.rateLimit.readsPerMinute);
  const writes = new RateLimit(settings.rateLimit.writesPerMinute);
  const traffic = new Traffic({
    requests: settings.maxConcurrentRequests,
    requestsPerClient: settings.maxConcurrentRequestsPerClient,
    bytes: settings.bodyMemory,
    bytesPerClient: settings.bodyMemoryPerClient,
  });
  const pace = paceOf(settings.bodySeconds);
  return async (context, next) => {
    const { req } = context;
    const reading = READS.has(req.method);
    if (reading && req.method !== 'OPTIONS' && PROBES.has(req.path)) return await next();
    const client = context.get('client');
    const spend = (cost: number): void => {
      const seconds = (reading ? reads : writes).take(client, now(), cost);
      if (seconds > 0) throw problems.tooManyRequests(seconds);
    };
    spend(1);
    context.set('spend', spend);
    if (req.url.length > longestAddress) throw problems.addressTooLong(longestAddress);
    // PostgreSQL refuses NUL in a text; nothing of ours has one in its address.
    if (req.url.includes('%00')) throw problems.malformed('address');
    const preflight = origins.preflight(context);
    if (preflight) return preflight;
    if (!reading) origins.guardWrite(context);
    const visit = traffic.enter(client);
    try {
      if (!reading) receiveBody(context, visit, pace);
      await next();
    } finally {
      visit.leaves();
    }
    return undefined;
  };
}

/** The settings' lists, with our own origin: the public URL's, else what the request was sent to. */
export function originsOf(settings: GatewaySettings): OriginPolicy {
  const known = settings.publicUrl === undefined ? undefined : new URL(settings.publicUrl).origin;
  return originPolicy(settings.allowedOrigins, (context) => known ?? addressedOrigin(context, settings.trustedProxies));
}

/** Whether the resident's own connection is encrypted, as far as our proxies say so. */
function overHttps(context: GatewayContext, { trustedProxies }: GatewaySettings): boolean {
  return trustedProxies > 0 && context.req.header('X-Forwarded-Proto') === 'https';
}

/** Without a `publicUrl` nobody who writes a cookie knows that residents come by https. */
function secureCookies(answer: Headers): void {
  const cookies = answer.getSetCookie();
  if (cookies.every((cookie) => /;\s*Secure\b/i.test(cookie))) return;
  answer.delete('Set-Cookie');
  for (const cookie of cookies) answer.append('Set-Cookie', /;\s*Secure\b/i.test(cookie) ? cookie : `${cookie}; Secure`);
}

function addressedOrigin(context: GatewayContext, trustedProxies: number): string {
  const url = new URL(context.req.url);
  if (trustedProxies === 0) return url.origin;
  const protocol = context.req.header('X-Forwarded-Proto') === 'https' ? 'https' : url.protocol.replace(':', '');
  return `${protocol}://${context.req.header('X-Forwarded-Host') ?? url.host}`;
}
