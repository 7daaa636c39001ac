import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { hostileBodies as bodies, hostileTexts, message, raw } from './hostile.fixture.ts';
import { createGazetteer, createOpen311, createOsPlaces, createPostcodesIo, startSandbox } from './index.ts';
import { escapeXml, toXml } from './open311/xml.ts';

const open311 = createOpen311({ maximumBody: 2_000_000 });
const gazetteer = createGazetteer({ size: 500 });
const sandbox = await startSandbox({
  platforms: { open311, 'os-places': createOsPlaces({ gazetteer }), 'postcodes-io': createPostcodesIo({ gazetteer }) },
});
after(() => sandbox.stop());
const { baseUrl } = sandbox.platforms.open311;

test('hostile bodies get an answer that is not a 5xx', async () => {
  for (const path of ['/requests.json', '/requests.xml', '/servicerequestupdates.json', '/sandbox/faults', '/sandbox/requests/SBX-1']) {
    for (const [type, body] of bodies) {
      const answer = await raw(message('POST', path, type, body), baseUrl);
      assert.match(answer, /^HTTP\/1\.1 [234]\d\d /, `${path} ${type} ${String(body).slice(0, 60)}`);
      assert.doesNotMatch(answer, /node_modules|at file:|\.ts:\d/);
    }
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
});

test('hostile values in every parameter get an answer that is not a 5xx, and readable XML and pages afterwards', async () => {
  const names = [
    'api_key',
    'jurisdiction_id',
    'service_code',
    'lat',
    'long',
    'address_string',
    'address_id',
    'description',
    'email',
    'media_url',
    'attribute[depth]',
    'attribute[x]',
  ];
  const good = { api_key: 'sandbox-key', service_code: 'pothole', address_string: 'Mill Lane' };
  for (const name of names) {
    for (const value of hostileTexts) {
      const answer = await fetch(`${baseUrl}/requests.xml`, { method: 'POST', body: new URLSearchParams({ ...good, [name]: value }) });
      assert.ok(answer.status < 500, `${name} ${value.slice(0, 40)}`);
      assertWellFormed(await answer.text());
    }
  }
  assertWellFormed(await (await fetch(`${baseUrl}/requests.xml`)).text());
  JSON.parse(await (await fetch(`${baseUrl}/requests.json`)).text());
  const pages = ['/', '/sandbox/received/1', ...open311.requests.map((request) => `/sandbox/requests/${request.service_request_id}`)];
  for (const path of pages) {
    const answer = await fetch(baseUrl + path, { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.doesNotMatch(await answer.text(), /<script|<img src=x/);
  }
});

test('hostile paths and queries get an answer that is not a 5xx', async () => {
  for (const text of hostileTexts) {
    const safe = encodeURIComponent(text.slice(0, 4000));
    for (const path of [
      `/services/${safe}.json`,
      `/requests/${safe}.xml`,
      `/tokens/${safe}.json`,
      `/${safe}`,
      `/requests.json?service_request_id=${safe}&service_code=${safe}&start_date=${safe}&status=${safe}`,
      `/servicerequestupdates.xml?start_date=${safe}&end_date=${safe}`,
      `/sandbox/requests/${safe}`,
      `/sandbox/files/${safe}`,
      `/sandbox/received/${safe}`,
    ]) {
      const answer = await fetch(baseUrl + path);
      assert.ok(answer.status < 500, path.slice(0, 80));
      if (answer.headers.get('content-type')?.startsWith('text/xml')) assertWellFormed(await answer.text());
      else await answer.arrayBuffer();
    }
  }
});

test('broken HTTP gets an answer or a closed connection', async () => {
  for (const bytes of [
    'GET /%ZZ.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET //evil.example/services.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET http://evil.example/services.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET /services.json HTTP/1.1\r\nHost: a b<>\r\nConnection: close\r\n\r\n',
    'GET /services.json HTTP/1.0\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'TRACE /services.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'PATCH /requests.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'POST /requests.json HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nshort',
    'POST /requests.json HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
    `GET /services.json HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`,
    'nonsense\r\n\r\n',
  ]) {
    for (const { address } of Object.values(sandbox.platforms))
      assert.match(await raw(bytes, address), /^$|^HTTP\/1\.1 [234]\d\d /, `${address} ${bytes.slice(0, 60)}`);
  }
});

test('hostile addresses, questions and bodies get an answer of its own from OS Places and postcodes.io', async () => {
  const os = sandbox.platforms['os-places'];
  const io = sandbox.platforms['postcodes-io'];
  for (const text of hostileTexts) {
    const safe = encodeURIComponent(text.slice(0, 1000));
    for (const address of [
      ...[
        'postcode?postcode=',
        'find?query=',
        'uprn?uprn=',
        'nearest?point=',
        'bbox?bbox=',
        'find?query=a&fq=',
        'find?query=a&maxresults=',
      ].map((question) => `${os.baseUrl}/${question}${safe}&key=sandbox-key`),
      `${os.baseUrl}/${safe}?key=sandbox-key`,
      `${os.baseUrl}/find?query=a&key=${safe}`,
      `${os.baseUrl}/find?${safe}=a&key=sandbox-key`,
      ...['', 'validate', 'nearest', 'autocomplete'].map((part) => `${io.baseUrl}/postcodes/${safe}/${part}`),
      `${io.baseUrl}/postcodes?q=${safe}`,
      `${io.baseUrl}/postcodes?lon=${safe}&lat=${safe}`,
      `${io.baseUrl}/terminated_postcodes/${safe}`,
      `${io.baseUrl}/outcodes/${safe}`,
    ]) {
      const answer = await fetch(address);
      assert.ok(answer.status < 500, `${address.slice(0, 120)}: ${answer.status}`);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/, `${answer.status} ${address.slice(0, 120)}`);
      JSON.parse(await answer.text());
    }
  }
  for (const [type, body] of [
    ...bodies,
    ...hostileTexts.map((text) => ['application/json', JSON.stringify({ postcodes: [text] })] as const),
  ]) {
    const answer = await raw(message('POST', '/postcodes', type, body), io.address);
    assert.match(answer, /^HTTP\/1\.1 [24]\d\d /, `${type} ${String(body).slice(0, 60)}`);
    assert.doesNotMatch(answer, /node_modules|at file:|\.ts:\d/);
  }
  for (const body of [
    '[]',
    '7',
    '"x"',
    '{"geolocations":[null,[],{"latitude":{}}]}',
    `${'['.repeat(50_000)}`,
    '{"postcodes":{"length":1e9}}',
  ])
    assert.match(
      await raw(message('POST', '/postcodes', 'application/json', body), io.address),
      /^HTTP\/1\.1 [24]\d\d /,
      body.slice(0, 40),
    );
  const pages = [`${os.address}/`, `${io.address}/`];
  for (const page of pages)
    assert.doesNotMatch(await (await fetch(page, { headers: { accept: 'text/html' } })).text(), /<script|<img src=x/);
});

test('a body over the limit is refused with 413 and written down as such', async () => {
  const answer = await fetch(`${baseUrl}/requests.json`, {
    method: 'POST',
    body: new URLSearchParams({ description: 'x'.repeat(3_000_000) }),
  });
  assert.equal(answer.status, 413);
  assert.equal(open311.received.at(-1)?.answer.status, 413);
});

describe('XML', () => {
  test('what XML 1.0 forbids is left out and the rest is escaped', () => {
    assert.equal(escapeXml('a\0\u0008b<&>"\'\r\n\t\ud800\ufffe🦡'), 'ab&#60;&#38;&#62;&#34;&#39;&#13;\n\t🦡');
  });
  test('a name from data becomes a name that XML allows', () => {
    assert.equal(
      toXml('extras', { 'a b><': '1', '9': '2' }),
      '<?xml version="1.0" encoding="utf-8"?>\n<extras><_9>2</_9><a_b__>1</a_b__></extras>\n',
    );
  });
});

/** Balanced tags, no forbidden character, no bare `&` or `<`. */
function assertWellFormed(xml: string): void {
  assert.match(xml, /^<\?xml version="1\.0" encoding="utf-8"\?>\n/);
  assert.doesNotMatch(xml, /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
  const open: string[] = [];
  const rest = xml
    .slice(xml.indexOf('\n'))
    .replace(/&#\d+;/g, '')
    .replace(/<(\/?)([A-Za-z_][\w.-]*)(\/?)>/g, (_, closing: string, name: string, empty: string) => {
      if (closing) assert.equal(open.pop(), name);
      else if (!empty) open.push(name);
      return '';
    });
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest, /[<&]/);
}
