/** GeoReport v2 in JSON and XML: one value, written in the format that the address ends with. */
import { XMLBuilder } from 'fast-xml-parser';

export type Format = 'json' | 'xml';
export const formats: readonly Format[] = ['json', 'xml'];

/** What can be written: what JSON can hold. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value };

const contentTypes: Readonly<Record<Format, string>> = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' };

/** What one item of a list is called in XML. */
const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

const builder = new XMLBuilder({ format: true, ignoreAttributes: true, suppressEmptyNode: true, processEntities: true });

/** The format an address asks for; JSON where it says nothing. */
export function formatOf(path: string): Format {
  return path.endsWith('.xml') ? 'xml' : 'json';
}

/** An answer. `root` is the name of the XML document and of the list in it; JSON is written bare. */
export function open311Response(
  format: Format,
  root: string,
  content: Value,
  options: { readonly status?: number; readonly headers?: HeadersInit } = {},
): Response {
  const headers = new Headers(options.headers);
  headers.set('content-type', contentTypes[format]);
  return new Response(open311Document(format, root, content), { status: options.status ?? 200, headers });
}

/** A long list, written as its slices come: the whole of it is never in memory, and what was written is on its way. */
export function open311List(
  format: Format,
  root: string,
  slices: AsyncGenerator<readonly Value[]>,
  options: { readonly headers?: HeadersInit } = {},
): Response {
  const headers = new Headers(options.headers);
  headers.set('content-type', contentTypes[format]);
  const parts = partsOf(format, root, slices);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  return new Response(body, { headers });
}

async function* partsOf(format: Format, root: string, slices: AsyncGenerator<readonly Value[]>): AsyncGenerator<string> {
  let first = true;
  for await (const items of slices) {
    if (items.length === 0) continue;
    const whole = open311Document(format, root, items);
    // The first with what begins the document, none with what ends it.
    const [start, end] = format === 'json' ? [1, -1] : [whole.indexOf(`<${root}>`) + root.length + 2, whole.lastIndexOf(`</${root}>`)];
    yield first ? whole.slice(0, end) : `${format === 'json' ? ',' : ''}${whole.slice(start, end).replace(/^\n/, '')}`;
    first = false;
  }
  if (first) yield open311Document(format, root, []);
  else yield format === 'json' ? ']' : `</${root}>\n`;
}

/** The same as text. */
export function open311Document(format: Format, root: string, content: Value): string {
  if (format === 'json') return JSON.stringify(content);
  return `<?xml version="1.0" encoding="utf-8"?>\n${String(builder.build({ [root]: asElements(root, content) }))}`;
}

/** Lists become an element for each item; what XML 1.0 cannot hold, nobody can see either. */
function asElements(name: string, value: Value): unknown {
  if (isList(value)) return { [itemNames[name] ?? 'item']: value.map((item) => asElements('', item)) };
  if (typeof value === 'string') return withoutForbidden(value);
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, asElements(key, inner)]),
  );
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** https://www.w3.org/TR/xml/#charsets */
const withoutForbidden = (text: string): string =>
  text.replace(
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '',
  );
