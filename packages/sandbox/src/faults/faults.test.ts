import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { after, describe, test } from 'node:test';
import { createOpen311, faultKinds, startSandbox, type FaultKind } from '../index.ts';

const report = new URLSearchParams({ api_key: 'sandbox-key', service_code: 'pothole', lat: '51.5', long: '-0.1' });

async function begin() {
  const open311 = createOpen311();
  const sandbox = await startSandbox({ platforms: { open311 } });
  after(() => sandbox.stop());
  const { baseUrl, faults } = sandbox.platforms.open311;
  const post = (signal?: AbortSignal) => fetch(`${baseUrl}/requests.json`, { method: 'POST', body: report, redirect: 'manual', signal });
  return { open311, sandbox, baseUrl, faults, post };
}

/** The code of the network error that a fetch ends in. */
async function failure(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
    return cause?.code ?? String(error);
  }
  return 'none';
}

describe('faults on the wire', async () => {
  const { open311, sandbox, baseUrl, faults, post } = await begin();
  const held = () => open311.requests.length;

  test('a reset connection stores nothing, and the next request is served', async () => {
    const before = held();
    await faults.add({ fault: 'reset', times: 2 });
    assert.match(await failure(post()), /ECONNRESET|UND_ERR_SOCKET/);
    assert.match(await failure(post()), /ECONNRESET|UND_ERR_SOCKET/);
    assert.equal((await post()).status, 200);
    assert.equal(held(), before + 1);
    assert.deepEqual(
      faults.played.map(({ fault, method, path }) => ({ fault, method, path })),
      [1, 2].map(() => ({ fault: 'reset', method: 'POST', path: '/requests.json' })),
    );
    await faults.clear();
  });

  test('a lost answer was stored: trying again makes a double that shows', async () => {
    const before = held();
    const received = open311.received.length;
    await faults.add({ fault: 'lost-answer', times: 1 });
    assert.match(await failure(post()), /ECONNRESET|UND_ERR_SOCKET/);
    assert.equal(held(), before + 1);
    assert.equal((await post()).status, 200);
    assert.equal(held(), before + 2);
    assert.deepEqual(open311.received[received]?.parameters, open311.received[received + 1]?.parameters);
  });

  test('a refused port refuses, also on a connection that was open, until it is cleared; the desk still answers', async () => {
    assert.equal((await post()).status, 200); // leaves a connection open
    await faults.add({ fault: 'refuse' });
    assert.match(await failure(post()), /ECONNREFUSED|ECONNRESET|UND_ERR_SOCKET/);
    assert.equal(await failure(post()), 'ECONNREFUSED');
    const control = `${sandbox.address}/open311/sandbox/faults`;
    assert.deepEqual(((await (await fetch(control)).json()) as { waiting: unknown }).waiting, [{ fault: 'refuse' }]);
    assert.equal((await fetch(control, { method: 'DELETE' })).status, 200);
    assert.equal((await post()).status, 200);
  });

  test('a port refused for a time over its own address answers that it will, and opens again', async () => {
    const answer = await fetch(`${baseUrl}/sandbox/faults`, { method: 'POST', body: JSON.stringify({ fault: 'refuse', seconds: 0 }) });
    assert.equal(answer.status, 201);
    // It opens by its own timer; each try is a real one and the loop ends only when it does.
    while ((await failure(post())) !== 'none');
    assert.equal((await post()).status, 200);
  });

  test('a request that hangs stays unanswered until the caller leaves or the fault is cleared', async () => {
    const before = held();
    await faults.add({ fault: 'hang', times: 2 });
    const leaving = new AbortController();
    const left = failure(post(leaving.signal));
    const kept = failure(post());
    await untilPlayed(2);
    leaving.abort();
    assert.match(await left, /AbortError|20/);
    await faults.clear();
    assert.match(await kept, /ECONNRESET|UND_ERR_SOCKET/);
    assert.equal(held(), before);
  });

  async function untilPlayed(count: number): Promise<void> {
    while (faults.played.length < count) await fetch(`${baseUrl}/sandbox/faults`);
  }

  test('slow headers are stored at once and answered late', async () => {
    const before = held();
    await faults.add({ fault: 'slow-headers', times: 1, seconds: 3600 });
    const answer = post();
    while (held() === before) await fetch(`${baseUrl}/sandbox/faults`);
    await faults.clear(); // what is late is let go
    assert.equal((await answer).status, 200);
  });

  test('a slow body sends its headers first', async () => {
    await faults.add({ fault: 'slow-body', times: 1, seconds: 3600 });
    const answer = await post();
    assert.equal(answer.status, 200);
    await faults.clear();
    assert.match(await answer.text(), /^\[\{"service_request_id":"SBX-\d+".*\}\]$/);
  });

  test('a truncated body breaks off after half of it', async () => {
    await faults.add({ fault: 'truncated-body', times: 1 });
    const answer = await post();
    assert.equal(answer.status, 200);
    assert.match(await failure(answer.text()), /UND_ERR_SOCKET|ECONNRESET|terminated/);
  });

  const answers: [FaultKind, number, (answer: Response, body: string) => void][] = [
    [
      'server-error',
      500,
      (_, body) => assert.deepEqual(JSON.parse(body), [{ code: 500, description: 'The server could not complete the request' }]),
    ],
    [
      'bad-gateway-html',
      502,
      (answer, body) => assert.match(body + answer.headers.get('content-type'), /<h1>502 Bad Gateway[^]*text\/html/),
    ],
    ['unavailable', 503, (answer) => assert.equal(answer.headers.get('retry-after'), '7')],
    ['too-many-requests', 429, (answer) => assert.equal(answer.headers.get('retry-after'), '7')],
    ['ok-html', 200, (answer) => assert.match(answer.headers.get('content-type') ?? '', /text\/html/)],
    ['ok-error', 200, (_, body) => assert.match(body, /"code":500/)],
    ['malformed-body', 200, (_, body) => assert.throws(() => JSON.parse(body))],
    ['wrong-shape', 200, (_, body) => assert.equal(Array.isArray(JSON.parse(body)), false)],
    ['empty', 200, (_, body) => assert.equal(body, '')],
    ['redirect-link-local', 302, (answer) => assert.match(answer.headers.get('location') ?? '', /^http:\/\/169\.254\.169\.254\//)],
  ];
  for (const [fault, status, check] of answers) {
    test(`${fault} answers ${status} and stores nothing`, async () => {
      const before = held();
      await faults.add({ fault, times: 1, retryAfter: '7' });
      const answer = await post();
      assert.equal(answer.status, status);
      check(answer, await answer.text());
      assert.equal(held(), before);
    });
  }

  test('in XML the faults are XML', async () => {
    for (const [fault, words] of [
      ['server-error', /^<\?xml.*\n<errors><error><code>500/],
      ['wrong-shape', /<ok>/],
      ['malformed-body', /<service_req$/],
    ] as const) {
      await faults.add({ fault, times: 1 });
      const answer = await fetch(`${baseUrl}/services.xml`);
      assert.match(await answer.text(), words);
      assert.match(answer.headers.get('content-type') ?? '', /xml/);
    }
  });

  test('a 500 can come after the report was stored', async () => {
    const before = held();
    await faults.add({ fault: 'server-error', times: 1, acts: true });
    assert.equal((await post()).status, 500);
    assert.equal(held(), before + 1);
  });

  test('the wrong charset stores and cannot be read as UTF-8', async () => {
    const before = held();
    await faults.add({ fault: 'wrong-charset', times: 1 });
    const answer = await post();
    assert.match(answer.headers.get('content-type') ?? '', /charset=utf-8/);
    const text = await answer.text();
    assert.throws(() => JSON.parse(text));
    assert.equal(held(), before + 1);
  });

  test('a huge body goes on until the caller has had enough, without filling the memory', async () => {
    await faults.add({ fault: 'huge-body', times: 1, bytes: 2 ** 32 });
    const leaving = new AbortController();
    const answer = await fetch(`${baseUrl}/services.json`, { signal: leaving.signal });
    let read = 0;
    const before = process.memoryUsage().rss;
    await assert.rejects(async () => {
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        read += chunk.length;
        if (read > 64 * 1024 * 1024) leaving.abort();
      }
    });
    assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
    assert.equal((await post()).status, 200);
  });

  test('a huge body of a given size ends well', async () => {
    await faults.add({ fault: 'huge-body', times: 1, bytes: 300_000 });
    const text = await (await fetch(`${baseUrl}/services.json`)).text();
    assert.equal(text.length, 300_002);
    assert.deepEqual(JSON.parse(text), []);
  });

  test('only what fits a fault meets it, in the order given', async () => {
    await faults.add({ fault: 'unavailable', method: 'post', path: '/requests' });
    await faults.add({ fault: 'too-many-requests', times: 1 });
    assert.equal((await fetch(`${baseUrl}/services.json`)).status, 429);
    assert.equal((await fetch(`${baseUrl}/services.json`)).status, 200);
    assert.equal((await post()).status, 503);
    assert.equal((await post()).status, 503);
    await faults.clear();
    assert.equal((await post()).status, 200);
  });

  test('no fault touches the desk', async () => {
    await faults.add({ fault: 'reset' });
    assert.equal((await fetch(`${baseUrl}/sandbox/received`)).status, 200);
    assert.equal((await fetch(`${baseUrl}/`)).status, 200);
    await faults.clear();
  });
});

describe('the control of faults', async () => {
  const { sandbox, baseUrl, faults } = await begin();
  const control = `${baseUrl}/sandbox/faults`;
  const give = (body: string, headers: Record<string, string> = {}) => fetch(control, { method: 'POST', body, headers });

  test('JSON adds one or several', async () => {
    assert.equal((await give('{"fault":"reset","times":2}')).status, 201);
    assert.equal((await give('[{"fault":"empty"},{"fault":"hang","path":"/requests"}]')).status, 201);
    assert.deepEqual(
      faults.waiting.map((fault) => fault.fault),
      ['reset', 'empty', 'hang'],
    );
    assert.equal((await fetch(control, { method: 'DELETE' })).status, 200);
    assert.deepEqual(faults.waiting, []);
  });

  test('what cannot be played is refused with what is allowed, and nothing of it is added', async () => {
    for (const [body, words] of [
      ['', /A fault is an object/],
      ['null', /A fault is an object/],
      ['{"fault":"__proto__"}', /fault must be one of: refuse, reset/],
      ['[{"fault":"reset"},{"fault":"sulk"}]', /fault must be one of/],
      ['{"fault":"reset","times":-1}', /times must be a number from 1/],
      ['{"fault":"reset","times":"many"}', /times/],
      ['{"fault":"refuse","times":2}', /refuse cannot be counted/],
      ['{"fault":"unavailable","retryAfter":"1\\r\\nSet-Cookie: a=b"}', /retryAfter must be printable/],
    ] as const) {
      const answer = await give(body);
      assert.equal(answer.status, 400, body);
      assert.match(((await answer.json()) as { problem: string }).problem, words);
    }
    assert.deepEqual(faults.waiting, []);
    await assert.rejects(faults.add({ fault: 'refuse', times: 2 }), /refuse cannot be counted/);
  });

  test('a page of another origin may not control it', async () => {
    assert.equal((await give('{"fault":"reset"}', { origin: 'http://evil.example' })).status, 403);
    assert.equal((await fetch(control, { method: 'DELETE', headers: { origin: 'null' } })).status, 403);
    assert.deepEqual(faults.waiting, []);
  });

  test('a person plays and clears them on a page, over either address', async () => {
    for (const address of [control, `${sandbox.address}/open311/sandbox/faults`]) {
      const shown = await (await fetch(address, { headers: { accept: 'text/html' } })).text();
      for (const kind of faultKinds) assert.match(shown, new RegExp(`<option value="${kind}">`));
      const asForm = { method: 'POST', headers: { accept: 'text/html', origin: new URL(address).origin } };
      const fields = new URLSearchParams({ fault: 'slow-body', times: '1', seconds: '2.5', method: '', path: '' });
      assert.match(await (await fetch(address, { ...asForm, body: fields })).text(), /&quot;fault&quot;:&quot;slow-body&quot;/);
      assert.deepEqual(faults.waiting, [{ fault: 'slow-body', times: 1, seconds: 2.5 }]);
      const refused = await fetch(address, { ...asForm, body: new URLSearchParams({ fault: 'refuse', times: '2' }) });
      assert.equal(refused.status, 400);
      assert.match(await refused.text(), /refuse cannot be counted/);
      assert.match(await (await fetch(address, { ...asForm, body: new URLSearchParams({ clear: '1' }) })).text(), /No fault\./);
    }
  });
});

test('stopping ends what hangs', async () => {
  const open311 = createOpen311();
  const sandbox = await startSandbox({ platforms: { open311 } });
  await sandbox.platforms.open311.faults.add({ fault: 'hang' });
  const met = new Promise<string>((resolve) => {
    const call = httpRequest(`${sandbox.platforms.open311.baseUrl}/services.json`);
    call.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    call.on('response', () => resolve('answered'));
    call.end();
  });
  while (sandbox.platforms.open311.faults.played.length === 0) await fetch(sandbox.address);
  await sandbox.stop();
  assert.equal(await met, 'ECONNRESET');
});
