/** What comes from upstream with status 200 and is not an answer, and what comes back to elements that a council has already. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { Problem, type Clock } from '@council-kit/gateway';
import { OsPlaces } from './os-places.ts';
import { startGateway, type StartedGateway } from '../testing/start-gateway.fixture.ts';

interface Played extends AsyncDisposable {
  readonly gateway: StartedGateway;
  readonly asked: URL[];
}

/** A gateway whose OS Places answers as told. */
async function play(
  answer: (url: URL, number: number) => { status?: number; body?: unknown; headers?: Record<string, string> },
): Promise<Played> {
  const asked: URL[] = [];
  const listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://os.test');
    asked.push(url);
    const { status = 200, body = '', headers = {} } = answer(url, asked.length);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
  };
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const gateway = await startGateway({
    source: 'os-places',
    osPlaces: {
      url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1`,
      key: 'secret-os-key',
      cacheSeconds: 0,
      requestsPerSecond: 1000,
      timeoutMs: 2_000,
    },
  });
  return {
    gateway,
    asked,
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const record = (number: number): object => ({
  LPI: {
    UPRN: String(number),
    ADDRESS: `${String(number)} MILL LANE, ALDERMERE, AM1 1AA`,
    PAO_START_NUMBER: String(number),
    STREET_DESCRIPTION: 'MILL LANE',
    TOWN_NAME: 'ALDERMERE',
    ADMINISTRATIVE_AREA: 'ALDERMERE',
    POSTCODE_LOCATOR: 'AM1 1AA',
    LOGICAL_STATUS_CODE: '1',
    LPI_LOGICAL_STATUS_CODE: '1',
    LANGUAGE: 'EN',
  },
});
const page = (url: URL, total: number, numbers: readonly number[]): object => ({
  header: { totalresults: total, offset: Number(url.searchParams.get('offset')), maxresults: 100 },
  results: numbers.map(record),
});

describe('200, and no answer', () => {
  const bodies: readonly (readonly [string, unknown])[] = [
    ['an error', { error: { statuscode: 500, message: 'Internal server error.' } }],
    ['a fault', { fault: { faultstring: 'Invalid ApiKey', detail: { errorcode: 'oauth.v2.InvalidApiKey' } } }],
    ['null', 'null'],
    ['a list', '[]'],
    ['a header that counts in words', { header: { totalresults: 'many' }, results: [] }],
    ['results of another kind', { header: { totalresults: 1 }, results: [{ GAZETTEER_ENTRY: {} }] }],
    ['records without a UPRN', { header: { totalresults: 1 }, results: [{ LPI: { ADDRESS: 'X' } }] }],
    ['JSON of another encoding', Buffer.from(JSON.stringify({ header: { totalresults: 0 } }), 'utf16le')],
    ['a depth that breaks parsers', '['.repeat(500_000)],
    ['fewer than it counts', { header: { totalresults: 7 } }],
  ];
  for (const [name, body] of bodies) {
    test(`${name}: the resident is told that the service fails`, async () => {
      await using played = await play(() => ({ body }));
      const { status, json, text } = await played.gateway.get('/addresses?postcode=AM11AA');
      assert.deepEqual([status, json()['code']], [502, 'upstream_failed'], text);
      assert.doesNotMatch(text + played.gateway.logged(), /secret-os-key|AM1 ?1AA/);
    });
  }

  test('pages that stop before the end are no whole list', async () => {
    await using played = await play((url, number) => ({
      body: page(url, 150, number === 1 ? Array.from({ length: 100 }, (_, at) => at + 1) : []),
    }));
    const { status, json } = await played.gateway.get('/addresses?postcode=AM11AA');
    assert.deepEqual([status, json()['code']], [502, 'upstream_failed']);
    assert.equal(played.asked.length, 2);
  });

  test('a million addresses of one postcode are not asked for', async () => {
    await using played = await play((url, number) => ({ body: page(url, 1_000_000, [number]) }));
    const { status } = await played.gateway.get('/addresses?postcode=AM11AA');
    assert.deepEqual([status, played.asked.length], [502, 1]);
  });
});

describe('too many requests', () => {
  for (const [name, retryAfter, expected] of [
    ['seconds', () => '9', /^9$/],
    ['a date', () => new Date(Date.now() + 20_000).toUTCString(), /^(19|20)$/],
    ['nothing', () => undefined, /^1$/],
    ['nonsense', () => 'soon', /^1$/],
    ['a year', () => '31536000', /^300$/],
  ] as const) {
    test(`Retry-After with ${name} is what the client is told`, async () => {
      await using played = await play(() => {
        const value = retryAfter();
        const headers: Record<string, string> = value === undefined ? {} : { 'retry-after': value };
        return { status: 429, body: '{}', headers };
      });
      const own = await played.gateway.get('/addresses?postcode=AM11AA');
      assert.equal(own.status, 429);
      assert.match(own.headers.get('Retry-After') ?? '', expected);
      const passed = await played.gateway.get('/os/search/places/v1/postcode?postcode=AM11AA');
      assert.equal(passed.status, 429);
      assert.match(passed.headers.get('Retry-After') ?? '', /^\d+$/);
      assert.ok((passed.json()['fault'] as { faultstring: string }).faultstring, passed.text);
    });
  }
});

describe('for elements that a council has already', () => {
  test('what there is not, and what is not allowed, in the original’s shape', async () => {
    await using played = await play((url) => ({ body: page(url, 0, []) }));
    for (const [method, path, status] of [
      ['GET', 'polygon', 404],
      ['GET', '', 404],
      ['GET', 'postcode/x', 404],
      ['POST', 'postcode', 405],
      ['DELETE', 'find', 405],
    ] as const) {
      const response = await fetch(`${played.gateway.url}/os/search/places/v1/${path}`, { method });
      const { error } = (await response.json()) as { error?: { statuscode: number; message: string } };
      assert.deepEqual([response.status, error?.statuscode], [status, status], `${method} ${path}`);
      assert.ok(error?.message);
    }
    assert.equal(played.asked.length, 0);
  });

  test('names of parameters in any case reach OS Places in one, and a key of the page’s does not', async () => {
    await using played = await play((url) => ({ body: page(url, 0, []) }));
    await played.gateway.get(
      '/os/search/places/v1/find?QUERY=mill&MaxResults=5&dataSet=LPI&Output_SRS=EPSG:4326&LR=CY&FQ=a:1&fq=b:2&Key=theirs&callback=x',
    );
    const [asked] = played.asked;
    assert.deepEqual(
      [...(asked?.searchParams ?? [])],
      [
        ['query', 'mill'],
        ['maxresults', '5'],
        ['dataset', 'LPI'],
        ['output_srs', 'EPSG:4326'],
        ['lr', 'CY'],
        ['fq', 'a:1'],
        ['fq', 'b:2'],
      ],
    );
  });
});

test('who joins the question of somebody who has used up their share gets the answer', async () => {
  const clock: Clock = { now: () => new Date(0), after: () => () => undefined };
  const asked: string[] = [];
  const upstream = {
    async fetch(path: string) {
      asked.push(path);
      return Response.json({ header: { totalresults: 0 } });
    },
  };
  const osPlaces = new OsPlaces(
    upstream,
    { url: 'http://os.test', key: 'k', requestsPerSecond: 10, clientPerMinute: 3, cacheSeconds: 0, cacheAnswers: 0, timeoutMs: 1_000 },
    clock,
  );
  assert.equal((await osPlaces.ask('find', { query: 'mill' }, 'greedy')).status, 200);
  const [greedy, other] = await Promise.allSettled([
    osPlaces.ask('find', { query: 'oak' }, 'greedy'),
    osPlaces.ask('find', { query: 'oak' }, 'other'),
  ]);
  assert.ok(greedy.status === 'rejected' && greedy.reason instanceof Problem && greedy.reason.status === 429);
  assert.equal(other.status, 'fulfilled');
  assert.deepEqual(asked, ['find?query=mill', 'find?query=oak']);
});
