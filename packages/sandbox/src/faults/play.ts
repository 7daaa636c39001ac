import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Platform } from '../platform.ts';
import { faults, type Fault } from './faults.ts';

/** The wire of one request, as Node has it. */
export interface Wire {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** The default of `huge-body`. */
const hugeBytes = 256 * 1024 * 1024;

const proxyPage = (status: string): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n</body>\r\n</html>\r\n`;

/**
 * Plays a fault on the wire of a request. `answer` gives the platform's real answer, and is called only where the platform acts.
 * It resolves when the wire is finished with, and `letGo` ends it early.
 */
export async function playFault(
  fault: Fault,
  wire: Wire,
  platform: Pick<Platform, 'problem'>,
  answer: () => Promise<Response>,
  letGo: AbortSignal,
): Promise<void> {
  const { incoming, outgoing } = wire;
  const acts = fault.acts ?? faults[fault.fault].acts;
  const real = acts ? await answer() : undefined;
  if (!real) incoming.resume();
  const type =
    real?.headers.get('content-type') ??
    (/\.xml(\?|$)/.test(incoming.url ?? '') ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8');
  const xml = type.startsWith('text/xml');
  const body = Buffer.from(real ? await real.arrayBuffer() : new ArrayBuffer(0));
  const status = real?.status ?? 200;
  const seconds = fault.seconds ?? 30;
  const send = (code: number, headers: Record<string, string>, content: Buffer | string): void => {
    outgoing.writeHead(code, { ...headers, 'content-length': String(Buffer.byteLength(content)) }).end(content);
  };

  switch (fault.fault) {
    case 'refuse':
      return; // Played by the port itself: see ../sandbox.ts.
    case 'reset':
      incoming.socket.resetAndDestroy();
      return;
    case 'lost-answer':
      incoming.socket.destroy();
      return;
    case 'hang':
      await closedOr(outgoing, letGo);
      outgoing.destroy();
      return;
    case 'slow-headers':
      await pause(seconds * 1000, outgoing, letGo);
      return send(status, { 'content-type': type }, body);
    case 'slow-body':
      return drip(outgoing, status, type, body, seconds, letGo);
    case 'truncated-body':
      outgoing.writeHead(status, { 'content-type': type, 'content-length': String(Math.max(body.length, 2)) });
      await new Promise<void>((written) => outgoing.write(body.subarray(0, Math.max(1, body.length >> 1)), () => written()));
      incoming.socket.destroy();
      return;
    case 'server-error':
      return send(500, { 'content-type': type }, ownError(platform, xml));
    case 'ok-error':
      return send(200, { 'content-type': type }, ownError(platform, xml));
    case 'bad-gateway-html':
      return send(502, { 'content-type': 'text/html' }, proxyPage('502 Bad Gateway'));
    case 'unavailable':
      return send(
        503,
        { 'content-type': 'text/html', 'retry-after': fault.retryAfter ?? '2' },
        proxyPage('503 Service Temporarily Unavailable'),
      );
    case 'too-many-requests': {
      const problem = platform.problem?.(429);
      const headers = {
        'content-type': problem ? 'application/json; charset=utf-8' : 'text/plain',
        'retry-after': fault.retryAfter ?? '2',
      };
      return send(429, headers, problem ? JSON.stringify(problem) : 'Too many requests\n');
    }
    case 'ok-html':
      return send(200, { 'content-type': 'text/html; charset=utf-8' }, '<!DOCTYPE html><title>Sign in</title><h1>Sign in to continue</h1>');
    case 'malformed-body':
      return send(
        200,
        { 'content-type': type },
        xml ? '<?xml version="1.0"?><service_requests><request><service_req' : '[{"service_request_id": "1234", "serv',
      );
    case 'wrong-shape':
      return send(
        200,
        { 'content-type': type },
        xml ? '<?xml version="1.0"?><ok><result>17</result></ok>' : '{"ok":true,"result":[17,null,{"id":{}}]}',
      );
    case 'empty':
      return send(200, { 'content-type': type }, '');
    case 'huge-body':
      return pour(outgoing, type, xml, fault.bytes ?? hugeBytes);
    case 'redirect-link-local':
      return send(302, { location: 'http://169.254.169.254/latest/meta-data/' }, '');
    case 'wrong-charset':
      return send(status, { 'content-type': `${type.split(';')[0]}; charset=utf-8` }, Buffer.from(body.toString('utf8'), 'utf16le'));
  }
}

/** An error as the platform writes it. */
function ownError(platform: Pick<Platform, 'problem'>, xml: boolean): string {
  const description = 'The server could not complete the request';
  return xml
    ? `<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>500</code><description>${description}</description></error></errors>`
    : JSON.stringify(platform.problem?.(500) ?? [{ code: 500, description }]);
}

/** Until the other side has gone, or it is let go. */
async function closedOr(outgoing: ServerResponse, letGo: AbortSignal): Promise<void> {
  if (outgoing.closed) return;
  await once(outgoing, 'close', { signal: letGo }).catch(() => undefined);
}

async function pause(milliseconds: number, outgoing: ServerResponse, letGo: AbortSignal): Promise<void> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  outgoing.once('close', leave);
  await wait(milliseconds, undefined, { signal: AbortSignal.any([letGo, gone.signal]) }).catch(() => undefined);
  outgoing.off('close', leave);
}

async function drip(
  outgoing: ServerResponse,
  status: number,
  type: string,
  body: Buffer,
  seconds: number,
  letGo: AbortSignal,
): Promise<void> {
  outgoing.writeHead(status, { 'content-type': type, 'content-length': String(body.length) }).flushHeaders();
  const pieces = Math.max(1, Math.min(body.length, 20));
  const size = Math.ceil(body.length / pieces);
  for (let start = 0; start < body.length && !outgoing.closed; start += size) {
    await pause((seconds * 1000) / pieces, outgoing, letGo);
    outgoing.write(body.subarray(start, start + size));
  }
  outgoing.end();
}

async function pour(outgoing: ServerResponse, type: string, xml: boolean, bytes: number): Promise<void> {
  // Well formed as far as it goes: only a limit on size protects the reader.
  const start = xml ? '<?xml version="1.0"?>\n<service_requests>' : '[';
  const end = xml ? '</service_requests>' : ']';
  const chunk = Buffer.alloc(64 * 1024, 0x20);
  outgoing.writeHead(200, { 'content-type': type });
  outgoing.write(start);
  for (let sent = 0; sent < bytes && !outgoing.closed; sent += chunk.length) {
    if (!outgoing.write(chunk.subarray(0, Math.min(chunk.length, bytes - sent)))) {
      const turn = new AbortController();
      await Promise.race([once(outgoing, 'drain', { signal: turn.signal }), once(outgoing, 'close', { signal: turn.signal })]).catch(
        () => undefined,
      );
      turn.abort();
    }
  }
  outgoing.end(end);
}
