/** Bodies made to cost more to read than to send: refused by what is counted in their bytes, before anything parses them. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { readForm, readFormData, Routes, type Service } from '../index.ts';
import { Connection } from '../testing/connection.ts';
import { start, type Started } from '../testing/start.ts';

const boundary = 'ThisIsTheBoundary';
const multipart = `multipart/form-data; boundary=${boundary}`;
const urlencoded = 'application/x-www-form-urlencoded';
const json = 'application/json';
const files = 3_000_000;

const list = v.object({ items: v.optional(v.array(v.string()), []), record: v.optional(v.record(v.string(), v.string()), {}) });

/** Reads whatever comes, and says how much of it there was. */
const reader: Service = {
  name: 'reader',
  setUp() {
    const routes = new Routes();
    routes.operation(
      {
        method: 'post',
        path: '/form',
        summary: 'A form',
        body: v.looseObject({}),
        bodyTypes: [urlencoded, 'multipart/form-data'],
        filesLimit: files,
        responses: {},
      },
      ({ body, context }) => context.json({ fields: Object.keys(body).length }),
    );
    routes.operation({ method: 'post', path: '/json', summary: 'JSON', body: list, responses: {} }, ({ body, context }) =>
      context.json({ items: body.items.length }),
    );
    routes.operation({ method: 'get', path: '/query', summary: 'A query', query: v.looseObject({}), responses: {} }, ({ query, context }) =>
      context.json({ parameters: Object.keys(query).length }),
    );
    routes.hono.post('/page', async (context) => context.json({ fields: Object.keys(await readForm(context)).length }));
    routes.hono.post('/form-data', async (context) => context.json({ fields: [...(await readFormData(context))].length }));
    // As a service that knows nothing of ours would.
    routes.hono.post('/own', async (context) => context.json({ bytes: (await context.req.arrayBuffer()).byteLength }));
    return { routes };
  },
};

let gateway: Started;
before(async () => (gateway = await start({ services: [reader] })));
after(() => gateway[Symbol.asyncDispose]());

const send = (path: string, type: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Response> =>
  gateway.fetch(path, { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers: { 'Content-Type': type, ...headers } });

const part = (headers: string, content: string): string => `--${boundary}\r\n${headers}\r\n\r\n${content}\r\n`;
const field = (name: string, content: string): string => part(`Content-Disposition: form-data; name="${name}"`, content);
const file = (content: string): string =>
  part('Content-Disposition: form-data; name="photo"; filename="a.jpg"\r\nContent-Type: image/jpeg', content);
const end = `--${boundary}--\r\n`;
const names = (count: number): string => Array.from({ length: count }, (_, at) => `name${at}=x`).join('&');

const forms = ['/form', '/page', '/form-data'];

test('a form may have 1,000 fields and 20 files; one more is 413, in whatever way they are written', async () => {
  for (const path of forms) {
    for (const [name, type, body, status] of [
      ['1,000 names', urlencoded, names(1000), 200],
      ['1,001 names', urlencoded, names(1001), 413],
      ['names without values', urlencoded, 'a&'.repeat(100_000), 413],
      ['only ampersands', urlencoded, '&'.repeat(200_000), 413],
      ['one name often', urlencoded, 'a=b&'.repeat(60_000), 413],
      ['1,000 parts', multipart, field('a', 'b').repeat(1000) + end, 200],
      ['1,001 parts', multipart, field('a', 'b').repeat(1001) + end, 413],
      ['20 files', multipart, file('x').repeat(20) + end, 200],
      ['21 files', multipart, file('x').repeat(21) + end, 413],
      ['the boundary as content', multipart, file(boundary.repeat(10_000)) + end, 413],
    ] as const) {
      const answer = await send(path, type, body);
      assert.equal(answer.status, status, `${path}: ${name}`);
      if (status !== 413) continue;
      const { code, detail } = (await answer.json()) as { code: string; detail: string };
      assert.deepEqual([code, detail], ['too_many_fields', 'Send 1000 fields or fewer, with 20 files or fewer.'], `${path}: ${name}`);
    }
  }
});

test('a body without files may have 256 kB, whatever a route takes for files; so may all texts of a form with files', async () => {
  for (const [name, path, type, body, status] of [
    ['one value', '/form', urlencoded, `a=${'x'.repeat(260_000)}`, 200],
    ['one value too long', '/form', urlencoded, `a=${'x'.repeat(262_143)}`, 413],
    ['encoded', '/form', urlencoded, `a=${'%41'.repeat(87_382)}`, 413],
    ['one text', '/form', multipart, field('a', 'x'.repeat(260_000)) + end, 200],
    ['texts too long', '/form', multipart, field('a', 'x'.repeat(140_000)).repeat(2) + end, 413],
    ['a name too long', '/form', multipart, field('n'.repeat(10_000), 'x') + end, 400],
    ['a file', '/form', multipart, file('x'.repeat(2_000_000)) + end, 200],
    ['a file too large', '/form', multipart, file('x'.repeat(files)) + end, 413],
    ['a file where none is taken', '/page', multipart, file('x'.repeat(300_000)) + end, 413],
    ['JSON', '/json', json, `{"items":["${'x'.repeat(262_144)}"]}`, 413],
    ['a reader of its own', '/own', 'text/plain', 'x'.repeat(262_145), 413],
    ['a multipart reader of its own', '/own', multipart, 'x'.repeat(262_145), 413],
  ] as const) {
    assert.equal((await send(path, type, body)).status, status, name);
  }
});

test('parts whose headers do not end, boundaries that are none and bodies that are something else are 400', async () => {
  for (const [name, type, body] of [
    ['a header without end', multipart, `--${boundary}\r\nContent-Disposition: form-data; name="a`],
    ['endless headers', multipart, `--${boundary}\r\n${'A: b\r\n'.repeat(40_000)}`],
    ['no boundary in the body', multipart, '-'.repeat(200_000)],
    ['nearly the boundary', multipart, `\r\n--${boundary.slice(0, -1)}`.repeat(9_000)],
    ['no boundary in the header', 'multipart/form-data', field('a', 'b') + end],
    ['a boundary too long', `multipart/form-data; boundary=${'b'.repeat(71)}`, `--${'b'.repeat(71)}--`],
    ['no last boundary', multipart, field('a', 'b')],
    ['nothing', multipart, ''],
  ] as const) {
    const answer = await send('/form', type, body);
    assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [400, 'form_malformed'], name);
  }
  assert.equal((await send('/json', json, gzipSync('{}'), { 'Content-Encoding': 'gzip' })).status, 415);
});

test('JSON may hold 10,000 values, 64 levels deep; what is wrong with it is said a hundred times at most', async () => {
  const items = (count: number, item: string): string => `{"items":[${Array.from({ length: count }, () => item).join(',')}]}`;
  for (const [name, body, status] of [
    ['many items', items(9_990, '"x"'), 200],
    ['too many items', items(10_001, '"x"'), 413],
    ['too many lists', `[${'[],'.repeat(60_000)}[]]`, 413],
    ['too many keys', `{${Array.from({ length: 20_000 }, (_, at) => `"k${at}":1`).join(',')}}`, 413],
    ['one key often', `{${'"a":1,'.repeat(40_000)}"a":1}`, 413],
    ['commas in a text', `{"items":["${',[{'.repeat(80_000)}"]}`, 200],
    ['too deep', `{"items":${'['.repeat(100)}${']'.repeat(100)}}`, 400],
    ['only brackets', '['.repeat(200_000), 400],
    ['no end', `{"items":["${'\\"'.repeat(100_000)}`, 400],
  ] as const) {
    assert.equal((await send('/json', json, body)).status, status, name);
  }
  for (const body of [items(9_990, '1'), `{"record":{${Array.from({ length: 9_000 }, (_, at) => `"k${at}":1`).join(',')}}}`]) {
    const answer = await send('/json', json, body);
    assert.equal(answer.status, 422);
    assert.equal(((await answer.json()) as { errors: unknown[] }).errors.length, 100);
  }
});

test('a query has the limit of a form, and an address that of all headers', async () => {
  assert.equal((await gateway.fetch(`/query?${names(900)}`)).status, 200);
  const answer = await gateway.fetch(`/query?${'a&'.repeat(1_001)}`);
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [413, 'too_many_fields']);
  const long = await gateway.gateway.fetch(new Request(`http://council.example/query?a=${'x'.repeat(20_000)}`));
  assert.deepEqual([long.status, ((await long.json()) as { code: string }).code], [414, 'address_too_long']);
});

test('a body in chunks of one byte is refused, and the connection closed', async () => {
  const connection = await Connection.open(gateway.url);
  connection.write(`POST /json HTTP/1.1\r\nHost: a\r\nContent-Type: ${json}\r\nTransfer-Encoding: chunked\r\n\r\n`);
  connection.write('1\r\n \r\n'.repeat(100_000));
  const { status, headers, body } = await connection.answer();
  assert.equal(status, 400);
  assert.match(body, /"code":"chunks_too_small"/);
  assert.equal(headers.get('connection'), 'close');
  connection.close();
  // Of an ordinary size they are read.
  const other = await Connection.open(gateway.url);
  other.write(`POST /own HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n`);
  for (let sent = 0; sent < 200; sent++) other.write(`400\r\n${'x'.repeat(1024)}\r\n`);
  other.write('0\r\n\r\n');
  assert.match((await other.answer()).body, /"bytes":204800/);
  other.close();
});
