/** Reads what a client sent, and parses it so that nothing hostile goes on to a service. */
import { cleanText } from '@council-kit/core';
import type { Next } from 'hono';
import type { GatewayContext } from '../service.ts';
import type { BodyType } from './routes.ts';
import { parseMultipart, parseUrlencoded } from './form.ts';
import { deepestJson, mostJsonValues } from './limits.ts';
import { mediaType } from './media-type.ts';
import { problems } from './problems.ts';

/** A form's fields: texts and files; a name that came several times is a list. */
export type FormFields = Record<string, FormValue | FormValue[]>;
export type FormValue = string | File;

/**
 * Middleware for a plain route with other limits than the gateway's own: `routes.hono.post('/photos', bodyLimit(100_000, { files: 20e6 }), …)`.
 * @param bytes of JSON, of an urlencoded form, and of a multipart form's fields that are not files
 * @param options.files bytes of a whole multipart form, files too. The same as `bytes` unless given
 */
export function bodyLimit(
  bytes: number,
  { files = bytes }: { readonly files?: number } = {},
): (context: GatewayContext, next: Next) => Promise<void> {
  return async (context, next) => {
    setBodyLimit(context, bytes, files);
    await next();
  };
}

/** Sets the limits of a body that nobody has begun to read: for a route that knows them only when it has looked at the request. */
export function setBodyLimit(context: GatewayContext, bytes: number, files = bytes): void {
  context.set('bodyLimit', bytes);
  context.set('filesLimit', files);
}

/**
 * The body's bytes, as they were sent.
 * @throws Problem 400, 408, 413, 429, 503
 */
export async function readBytes(context: GatewayContext): Promise<Uint8Array<ArrayBuffer>> {
  const body = context.get('body');
  if (!body) return new Uint8Array();
  // Not through the web's Request, which copies the bytes once more.
  const chunks: Uint8Array[] = [];
  for (let bytes = await body.next(); bytes; bytes = await body.next()) chunks.push(bytes);
  return Buffer.concat(chunks);
}

/**
 * The type of the body, when it is one of those.
 * @throws Problem 415
 */
export function bodyType(context: GatewayContext, types: readonly BodyType[]): BodyType {
  const type = mediaType(context);
  const [, charset] = /;\s*charset="?([^\s";]+)/i.exec(context.req.header('Content-Type') ?? '') ?? [];
  const encoding = context.req.header('Content-Encoding') ?? 'identity';
  const found = types.find((known) => known === type);
  if (!found || (charset !== undefined && !/^utf-?8$/i.test(charset)) || encoding !== 'identity') {
    throw problems.unsupportedMediaType(types);
  }
  return found;
}

/** @throws Problem as {@link readBytes}, and 415 */
export async function readJson(context: GatewayContext): Promise<{ readonly value: unknown; readonly text: string }> {
  bodyType(context, ['application/json']);
  const text = new TextDecoder().decode(await readBytes(context));
  return { value: parseJson(text), text };
}

/**
 * A form, urlencoded or multipart, as it was sent: names in their order, texts not cleaned. Where {@link readForm} will do, use that.
 * @throws Problem as {@link readBytes}, and 415
 */
export async function readFormData(context: GatewayContext): Promise<FormData> {
  const entries = await readEntries(context);
  if (entries instanceof FormData) return entries;
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

/**
 * A form, urlencoded or multipart.
 * @throws Problem as {@link readBytes}, and 415
 */
export async function readForm(context: GatewayContext): Promise<FormFields> {
  return fields(await readEntries(context));
}

async function readEntries(context: GatewayContext): Promise<URLSearchParams | FormData> {
  const type = bodyType(context, ['application/x-www-form-urlencoded', 'multipart/form-data']);
  const bytes = await readBytes(context);
  return type === 'multipart/form-data'
    ? await parseMultipart(bytes, context.req.header('Content-Type') ?? '', context.get('bodyLimit'))
    : parseUrlencoded(bytes);
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
 * JSON from outside: leaves out keys that could reach a prototype, removes control characters, and limits depth and number of values.
 * @throws Problem 400, 413
 */
export function parseJson(text: string): unknown {
  const { depth, values } = measured(text);
  if (depth > deepestJson) throw problems.malformed('json');
  if (values > mostJsonValues) throw problems.tooManyValues(mostJsonValues);
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

/** How deep a JSON text is, and how many values it may hold: each comma and each bracket brings one. Not parsed: that would cost more. */
function measured(text: string): { readonly depth: number; readonly values: number } {
  let deepest = 0;
  let depth = 0;
  let values = 1;
  for (let at = 0, inText = false; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (inText) {
      if (character === 0x5c) at++;
      else if (character === 0x22) inText = false;
    } else if (character === 0x22) inText = true;
    else if (character === 0x2c) values++;
    else if (character === 0x5b || character === 0x7b) {
      values++;
      deepest = Math.max(deepest, ++depth);
    } else if (character === 0x5d || character === 0x7d) depth--;
  }
  return { depth: deepest, values };
}
