/** Reading what a client sent: counted while it streams, parsed so that nothing hostile gets further. */
import type { Next } from 'hono';
import type { GatewayContext } from '../service.ts';
import type { BodyType } from './routes.ts';
import { problems } from './problems.ts';

/** Deeper than any record of ours, shallower than what makes code that follows it overflow. */
const DEEPEST = 64;

/**
 * What is too large is read on and dropped up to so many times the limit. A browser whose connection is closed while it sends shows
 * that the connection was lost, and never the page that says why.
 */
const DROPPED_TIMES = 2;

/** A form's fields: texts and files; a name that came several times is a list. */
export type FormFields = Record<string, FormValue | FormValue[]>;
export type FormValue = string | File;

/** Middleware for a plain route that takes more than the gateway's own limit: `routes.hono.post('/photos', bodyLimit(20e6), …)`. */
export function bodyLimit(bytes: number): (context: GatewayContext, next: Next) => Promise<void> {
  return async (context, next) => {
    context.set('bodyLimit', bytes);
    await next();
  };
}

/**
 * Puts a counter on the body, whoever reads it. The limit is looked up while reading, because the route that sets it is
 * not known yet. `Content-Length` is not believed in either direction.
 */
export function countBody(context: GatewayContext): void {
  const { raw } = context.req;
  if (!raw.body) return;
  const reader = (raw.body as ReadableStream<Uint8Array>).getReader();
  let seen = 0;
  const counted = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      seen += value.byteLength;
      const limit = context.get('bodyLimit');
      if (seen <= limit) return controller.enqueue(value);
      // Kept beside: what reads the stream may replace the error with its own.
      const tooLarge = problems.contentTooLarge(limit);
      context.set('bodyProblem', tooLarge);
      await drop(reader, DROPPED_TIMES * limit);
      controller.error(tooLarge);
      await reader.cancel(tooLarge);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  // From its parts: a server's own kind of Request need not be one that the platform's constructor can copy.
  context.req.raw = new Request(raw.url, {
    method: raw.method,
    headers: raw.headers,
    body: counted,
    duplex: 'half',
    signal: raw.signal,
  } as RequestInit);
}

/** Reads to the end, or until more than `most` bytes were dropped. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>, most: number): Promise<void> {
  try {
    for (let dropped = 0; dropped <= most;) {
      const { done, value } = await reader.read();
      if (done) return;
      dropped += value.byteLength;
    }
  } catch {
    // Who sent it is gone: nobody waits for the answer.
  }
}

/**
 * The type of the body, when it is one of those.
 * @throws Problem 415
 */
export function bodyType(context: GatewayContext, types: readonly BodyType[]): BodyType {
  const header = context.req.header('Content-Type') ?? '';
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice(8)
    .replaceAll('"', '');
  const encoding = context.req.header('Content-Encoding') ?? 'identity';
  const found = types.find((known) => known === type);
  if (!found || (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') || encoding !== 'identity') {
    throw problems.unsupportedMediaType(types);
  }
  return found;
}

/** @throws Problem 400, 413, 415 */
export async function readJson(context: GatewayContext): Promise<{ readonly value: unknown; readonly text: string }> {
  bodyType(context, ['application/json']);
  const text = await context.req.text();
  return { value: parseJson(text), text };
}

/**
 * A form, urlencoded or multipart.
 * @throws Problem 400, 413, 415
 */
export async function readForm(context: GatewayContext): Promise<FormFields> {
  const type = bodyType(context, ['application/x-www-form-urlencoded', 'multipart/form-data']);
  if (type === 'application/x-www-form-urlencoded') return fields(new URLSearchParams(await context.req.text()));
  try {
    return fields(await context.req.raw.formData());
  } catch (error) {
    throw context.get('bodyProblem') ?? Object.assign(problems.malformed('form'), { cause: error });
  }
}

function fields(entries: Iterable<[string, FormValue]>): FormFields {
  // Without a prototype, so that a field named __proto__ is a field.
  const read = Object.create(null) as FormFields;
  for (const [rawName, value] of entries) {
    const name = cleanText(rawName);
    if (name === '__proto__') continue;
    const clean = typeof value === 'string' ? cleanText(value) : value;
    const before = read[name];
    if (before === undefined) read[name] = clean;
    else if (Array.isArray(before)) before.push(clean);
    else read[name] = [before, clean];
  }
  return read;
}

/**
 * JSON from outside: keys that could reach a prototype are left out, control characters are taken away, nesting is bounded.
 * @throws Problem 400
 */
export function parseJson(text: string): unknown {
  if (deeperThan(text, DEEPEST)) throw problems.malformed('json');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw Object.assign(problems.malformed('json'), { cause: error });
  }
  return cleaned(value);
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key !== '__proto__' && key !== 'constructor' && key !== 'prototype') copy[cleanText(key)] = cleaned(inner);
  }
  return copy;
}

function deeperThan(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0, inText = false; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (inText) {
      if (character === 0x5c) at++;
      else if (character === 0x22) inText = false;
    } else if (character === 0x22) inText = true;
    else if (character === 0x5b || character === 0x7b) {
      if (++depth > most) return true;
    } else if (character === 0x5d || character === 0x7d) depth--;
  }
  return false;
}

// eslint-disable-next-line no-control-regex -- these are what is taken out
const unwanted = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** With the u flag only halves without their other half match. */
const halfPairs = /[\uD800-\uDFFF]/gu;

/**
 * Text without control characters (PostgreSQL refuses NUL, XML refuses most others; nobody can type or see them) and with
 * halves of surrogate pairs replaced. Line ends become `\n`, as a browser counts them.
 */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwanted, '').replace(halfPairs, '\uFFFD');
}
