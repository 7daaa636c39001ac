import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createOpen311, startSandbox, type Open311Options } from '../index.ts';

type Pairs = [string, string][];

/** Starts a back office on a free port and stops it after the suite. */
async function begin(options: Open311Options = {}) {
  const open311 = createOpen311(options);
  const sandbox = await startSandbox({ platforms: { open311 } });
  after(() => sandbox.stop());
  const { baseUrl, faults } = sandbox.platforms.open311;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(baseUrl + path, { headers });
  const post = (path: string, pairs: Pairs) => fetch(baseUrl + path, { method: 'POST', body: new URLSearchParams(pairs) });
  return { open311, sandbox, baseUrl, faults, get, post };
}

const pothole: Pairs = [
  ['api_key', 'sandbox-key'],
  ['service_code', 'pothole'],
  ['lat', '51.5'],
  ['long', '-0.12'],
];
const flyTipping: Pairs = [
  ['api_key', 'sandbox-key'],
  ['service_code', 'fly-tipping'],
  ['address_string', 'opposite 12 Mill Lane'],
  ['attribute[waste_kind]', 'furniture'],
];
const without = (pairs: Pairs, name: string): Pairs => pairs.filter(([key]) => key !== name);
const asMySociety = (pairs: Pairs): Pairs => [['jurisdiction_id', 'sandbox'], ...pairs];

describe('the open311 dialect', async () => {
  const { open311, get, post, baseUrl } = await begin();

  test('the service list is a bare array with JSON booleans', async () => {
    const answer = await get('/services.json');
    assert.equal(answer.headers.get('content-type'), 'application/json; charset=utf-8');
    const services = (await answer.json()) as Record<string, unknown>[];
    const codes = services.map((service) => service.service_code);
    for (const code of ['fly-tipping', 'pothole', 'street-light']) assert.ok(codes.includes(code), code);
    assert.equal(services[0]?.metadata, true);
    assert.equal(services.find((service) => service.service_code === 'graffiti')?.metadata, false);
  });

  test('a service definition tells its attributes and their values', async () => {
    const definition = (await (await get('/services/fly-tipping.json')).json()) as {
      service_code: string;
      attributes: Record<string, unknown>[];
    };
    assert.equal(definition.service_code, 'fly-tipping');
    assert.deepEqual(
      { ...definition.attributes[0], values: (definition.attributes[0]?.values as unknown[]).slice(0, 1) },
      {
        variable: true,
        code: 'waste_kind',
        datatype: 'multivaluelist',
        required: true,
        datatype_description: '',
        order: 1,
        description: 'What has been dumped?',
        values: [{ key: 'household', name: 'Black bags or household rubbish' }],
      },
    );
  });

  test('XML has the elements of the specification', async () => {
    const answer = await get('/services/street-light.xml');
    assert.equal(answer.headers.get('content-type'), 'text/xml; charset=utf-8');
    const xml = await answer.text();
    assert.match(
      xml,
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<service_definition><service_code>street-light<\/service_code><attributes><attribute><variable>true</,
    );
    assert.match(await (await get('/services.xml')).text(), /<services><service><service_code>fly-tipping</);
  });

  test('a report is acknowledged with its id, held, and shown without who made it', async () => {
    const answer = await post('/requests.json', [
      ...flyTipping,
      ['attribute[waste_kind]', 'tyres'],
      ['attribute[client_reference]', 'R-1'],
      ['description', 'A sofa & two tyres'],
      ['media_url', 'https://council.example/1.jpg'],
      ['media_url', 'https://council.example/2.jpg'],
      ['first_name', 'Planted'],
      ['email', 'planted@example.com'],
    ]);
    assert.equal(answer.status, 200);
    const [given] = (await answer.json()) as [{ service_request_id: string }];
    const shown = await get(`/requests/${given.service_request_id}.json`);
    const text = await shown.text();
    assert.doesNotMatch(text, /planted/i);
    const [request] = JSON.parse(text) as [Record<string, unknown>];
    assert.equal(request.status, 'open');
    assert.equal(request.service_name, 'Fly-tipping');
    assert.equal(request.description, 'A sofa & two tyres');
    assert.equal(request.address, 'opposite 12 Mill Lane');
    assert.equal(request.media_url, 'https://council.example/1.jpg');
    assert.match(String(request.requested_datetime), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

    const held = open311.requests.at(-1);
    assert.deepEqual(held?.attributes, [
      ['waste_kind', 'furniture'],
      ['waste_kind', 'tyres'],
      ['client_reference', 'R-1'],
    ]);
    assert.equal(held?.contact.email, 'planted@example.com');
    assert.deepEqual(open311.received.at(-1)?.parameters.slice(-3), [
      ['media_url', 'https://council.example/2.jpg'],
      ['first_name', 'Planted'],
      ['email', 'planted@example.com'],
    ]);
  });

  test('multipart with files keeps the bytes and the order', async () => {
    const form = new FormData();
    for (const [name, value] of pothole) form.append(name, value);
    form.append('media', new File([new Uint8Array([0xff, 0xd8, 0xff, 0, 1])], 'hole.jpg', { type: 'image/jpeg' }));
    form.append('description', 'Deep');
    const answer = await fetch(`${baseUrl}/requests.xml`, { method: 'POST', body: form });
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /<service_requests><request><service_request_id>SBX-\d+<\/service_request_id>/);
    const received = open311.received.at(-1);
    assert.deepEqual(received?.parameters, [...pothole, ['description', 'Deep']]);
    assert.deepEqual(
      received.files.map(({ name, filename, type, bytes }) => ({ name, filename, type, bytes })),
      [{ name: 'media', filename: 'hole.jpg', type: 'image/jpeg', bytes: 5 }],
    );
    const bytes = await get(`/sandbox/files/${received.files[0]?.sha256}`);
    assert.deepEqual([...new Uint8Array(await bytes.arrayBuffer())], [0xff, 0xd8, 0xff, 0, 1]);
    assert.equal(bytes.headers.get('content-disposition'), 'attachment');
  });

  test("the specification's way of writing several values is read", async () => {
    const answer = await post('/requests.json', [
      ...without(flyTipping, 'attribute[waste_kind]'),
      ['attribute[waste_kind][]', 'tyres'],
      ['attribute[waste_kind][]', 'garden'],
    ]);
    assert.equal(answer.status, 200);
    assert.deepEqual(open311.requests.at(-1)?.attributes, [
      ['waste_kind', 'tyres'],
      ['waste_kind', 'garden'],
    ]);
  });

  const refusals: [string, number, Pairs, RegExp][] = [
    ['no api_key', 403, without(pothole, 'api_key'), /api_key/],
    ['a wrong api_key', 403, [...without(pothole, 'api_key'), ['api_key', 'guess']], /api_key/],
    ['no service_code', 400, without(pothole, 'service_code'), /service_code was not provided/],
    ['an unknown service_code', 404, [...without(pothole, 'service_code'), ['service_code', '__proto__']], /service_code was not found/],
    ['another jurisdiction', 404, [...pothole, ['jurisdiction_id', 'elsewhere']], /jurisdiction_id/],
    ['no place', 400, without(without(pothole, 'lat'), 'long'), /lat and long, address_string or address_id/],
    ['half a position', 400, without(pothole, 'long'), /long was not provided/],
    ['a position that is not one', 400, [...without(pothole, 'lat'), ['lat', '0x33']], /lat must be a number/],
    ['a position off the globe', 400, [...without(pothole, 'lat'), ['lat', '91']], /lat must be a number/],
    ['a required attribute left out', 400, without(flyTipping, 'attribute[waste_kind]'), /attribute\[waste_kind\] was not provided/],
    ['a value that is not in the list', 400, [...flyTipping, ['attribute[amount]', 'mountain']], /attribute\[amount\]/],
    ['two values for one answer', 400, [...flyTipping, ['attribute[amount]', 'bag'], ['attribute[amount]', 'van']], /takes one value/],
    ['a number that is not one', 400, [...pothole, ['attribute[depth]', 'deep']], /attribute\[depth\] must be a number/],
    ['a datetime without its offset', 400, [...flyTipping, ['attribute[seen]', '2026-11-05T08:15:30']], /attribute\[seen\]/],
    ['a description of 4,001 characters', 400, [...pothole, ['description', '𝕏'.repeat(4001)]], /4001 characters/],
  ];
  for (const [what, status, pairs, words] of refusals) {
    test(`${what} is ${status}, in JSON and in XML, and makes no request`, async () => {
      const before = open311.requests.length;
      const answer = await post('/requests.json', pairs);
      assert.equal(answer.status, status);
      const [error] = (await answer.json()) as [{ code: number; description: string }];
      assert.equal(error.code, status);
      assert.match(error.description, words);
      const xml = await post('/requests.xml', pairs);
      assert.equal(xml.status, status);
      assert.match(await xml.text(), new RegExp(`<errors><error><code>${status}</code><description>`));
      assert.equal(open311.requests.length, before);
      assert.equal(open311.received.at(-1)?.answer.status, status);
    });
  }

  test('a description of 4,000 characters outside the first plane is taken', async () => {
    assert.equal((await post('/requests.json', [...pothole, ['description', '𝕏'.repeat(4000)]])).status, 200);
  });

  test("what is not there is 404 and what cannot be done is 405, in Open311's shape", async () => {
    for (const path of ['/services/none.json', '/requests/none.json', '/tokens/none.json', '/nothing.json', '/services/%ff%00.json']) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.equal(((await answer.json()) as [{ code: number }])[0].code, 404);
    }
    const answer = await fetch(`${baseUrl}/services.json`, { method: 'DELETE' });
    assert.equal(answer.status, 405);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
  });

  test('discovery names this address', async () => {
    const discovery = (await (await get('/discovery.json')).json()) as { endpoints: { url: string; type: string }[] };
    assert.deepEqual(
      discovery.endpoints.map(({ url, type }) => ({ url, type })),
      [{ url: baseUrl, type: 'test' }],
    );
    assert.match(await (await get('/discovery')).text(), /<discovery>.*<formats><format>text\/xml<\/format>/);
  });
});

describe('the mysociety dialect', async () => {
  const { open311, get, post } = await begin({ dialect: 'mysociety', now: () => new Date('2026-07-01T12:00:00.123Z') });

  test('lists are inside an object and booleans are strings', async () => {
    const { services } = (await (await get('/services.json?jurisdiction_id=sandbox')).json()) as { services: { metadata: unknown }[] };
    assert.equal(services[0]?.metadata, 'true');
    const { service_definition } = (await (await get('/services/pothole.json?jurisdiction_id=sandbox')).json()) as {
      service_definition: { attributes: Record<string, unknown>[] };
    };
    assert.equal(service_definition.attributes[0]?.required, 'false');
    assert.equal(service_definition.attributes[0]?.variable, 'true');
  });

  test('jurisdiction_id is required of everybody', async () => {
    const answer = await get('/services.json');
    assert.equal(answer.status, 400);
    const { errors } = (await answer.json()) as { errors: { description: string }[] };
    assert.match(errors[0]?.description ?? '', /jurisdiction_id/);
    assert.equal((await post('/requests.json', pothole)).status, 400);
    assert.equal((await get('/requests.json?jurisdiction_id=elsewhere')).status, 404);
  });

  test('a missing api_key is 400 and a wrong one 403', async () => {
    assert.equal((await post('/requests.json', asMySociety(without(pothole, 'api_key')))).status, 400);
    assert.equal((await post('/requests.json', asMySociety([...without(pothole, 'api_key'), ['api_key', 'guess']]))).status, 403);
  });

  test('nothing is answered without an extension', async () => {
    assert.equal((await get('/services?jurisdiction_id=sandbox')).status, 404);
  });

  test("times are London's, with their offset and without fractions", async () => {
    await post('/requests.json', asMySociety(pothole));
    const { service_requests } = (await (await get('/requests.json?jurisdiction_id=sandbox')).json()) as {
      service_requests: Record<string, unknown>[];
    };
    assert.equal(service_requests[0]?.requested_datetime, '2026-07-01T13:00:00+01:00');
    assert.equal((await get('/requests.json?jurisdiction_id=sandbox&start_date=2026-06-30T00:00:00.000Z')).status, 400);
  });

  test('statuses go in in upper case and come out in lower case', async () => {
    const id = open311.requests.at(-1)?.service_request_id ?? '';
    const update: Pairs = [
      ['jurisdiction_id', 'sandbox'],
      ['api_key', 'sandbox-key'],
      ['service_request_id', id],
      ['update_id', '17'],
      ['updated_datetime', '2026-07-01T12:30:00+01:00'],
      ['description', 'It has been filled'],
      ['external_status_code', 'F1'],
      ['customer_reference', 'C9'],
      ['fixmystreet_id', '1234'],
      ['media_url', 'https://council.example/a.jpg'],
      ['media_url', 'https://council.example/b.jpg'],
    ];
    assert.equal((await post('/servicerequestupdates.json', [...update, ['status', 'no_further_action']])).status, 400);
    const answer = await post('/servicerequestupdates.json', [...update, ['status', 'NO_FURTHER_ACTION']]);
    assert.equal(answer.status, 200);
    const { service_request_updates: given } = (await answer.json()) as { service_request_updates: [{ update_id: string }] };
    const listed = (await (await get('/servicerequestupdates.json?jurisdiction_id=sandbox')).json()) as {
      service_request_updates: unknown[];
    };
    assert.deepEqual(listed.service_request_updates, [
      {
        update_id: given[0].update_id,
        service_request_id: id,
        status: 'no_further_action',
        description: 'It has been filled',
        media_url: ['https://council.example/a.jpg', 'https://council.example/b.jpg'],
        updated_datetime: '2026-07-01T12:30:00+01:00',
        external_status_code: 'F1',
        customer_reference: 'C9',
        fixmystreet_id: '1234',
      },
    ]);
    const { service_requests } = (await (await get(`/requests/${id}.json?jurisdiction_id=sandbox`)).json()) as {
      service_requests: Record<string, unknown>[];
    };
    assert.equal(service_requests[0]?.status, 'no_further_action');
    assert.equal(
      (
        await post('/servicerequestupdates.json', [
          ...without(update, 'service_request_id'),
          ['service_request_id', 'none'],
          ['status', 'OPEN'],
        ])
      ).status,
      404,
    );
    assert.equal((await post('/servicerequestupdates.json', [...without(update, 'description'), ['status', 'OPEN']])).status, 400);
  });
});

describe('ways of acknowledging', async () => {
  const { open311, get, post } = await begin({ reply: 'batch', tokenPolls: 1 });
  const black = await begin({ reply: 'blackbox' });

  test('a batch gives a token, which is exchanged for the id when the batch has run', async () => {
    const [given] = (await (await post('/requests.json', pothole)).json()) as [Record<string, string>];
    assert.equal(given.service_request_id, undefined);
    assert.deepEqual(await (await get(`/tokens/${given.token}.json`)).json(), [{ token: given.token }]);
    assert.deepEqual(await (await get(`/tokens/${given.token}.json`)).json(), [
      { service_request_id: open311.requests[0]?.service_request_id, token: given.token },
    ]);
  });

  test('a black box gives neither, and shows nothing afterwards', async () => {
    const [given] = (await (await black.post('/requests.json', pothole)).json()) as [Record<string, string>];
    assert.deepEqual(Object.keys(given), ['service_notice']);
    assert.deepEqual(await (await black.get('/requests.json')).json(), []);
    assert.equal((await black.get(`/requests/${black.open311.requests[0]?.service_request_id}.json`)).status, 404);
  });
});

describe('searching requests', async () => {
  let now = new Date('2026-01-10T00:00:00Z');
  const { open311, get, post } = await begin({ now: () => now });
  const ids = async (query: string): Promise<string[]> =>
    ((await (await get(`/requests.json?${query}`)).json()) as { service_request_id: string }[]).map((one) => one.service_request_id);
  await post('/requests.json', pothole); // SBX-1, January
  now = new Date('2026-06-01T10:00:00.500Z');
  await post('/requests.json', flyTipping); // SBX-2
  await post('/requests.json', pothole); // SBX-3
  open311.update('SBX-3', { status: 'fixed', description: 'Filled' });

  test('the last 90 days are listed, newest first', async () => assert.deepEqual(await ids(''), ['SBX-3', 'SBX-2']));
  test('ids override everything else', async () =>
    assert.deepEqual(await ids('service_request_id=SBX-1,SBX-3&status=open'), ['SBX-3', 'SBX-1']));
  test('a start reaches 90 days on', async () => assert.deepEqual(await ids('start_date=2026-01-01T00:00:00Z'), ['SBX-1']));
  test('an end reaches 90 days back, and its last second counts whole', async () => {
    assert.deepEqual(await ids('end_date=2026-06-01T10:00:00Z'), ['SBX-3', 'SBX-2']);
    assert.deepEqual(await ids('end_date=2026-06-01T09:59:59Z'), []);
  });
  test('both ends are taken as they are', async () => {
    assert.deepEqual(await ids('start_date=2026-01-01T00:00:00Z&end_date=2026-12-01T00:00:00Z'), ['SBX-3', 'SBX-2', 'SBX-1']);
  });
  test('services and statuses are lists', async () => {
    assert.deepEqual(await ids('service_code=fly-tipping'), ['SBX-2']);
    assert.deepEqual(await ids('service_code=fly-tipping,pothole&status=closed'), ['SBX-3']);
    assert.deepEqual(await ids('status=open,closed'), ['SBX-3', 'SBX-2']);
  });
  test('an unreadable date or status is 400', async () => {
    for (const query of [
      'start_date=yesterday',
      'end_date=2026-06-01T10:00:00',
      'start_date=2026-06-02T00:00:00Z&end_date=2026-06-01T00:00:00Z',
      'status=lost',
    ]) {
      assert.equal((await get(`/requests.json?${query}`)).status, 400, query);
    }
  });
  test('1,000 are listed at most', async () => {
    const many = await begin();
    for (let count = 0; count < 1001; count += 1) await many.post('/requests.json', pothole);
    assert.equal(((await (await many.get('/requests.json')).json()) as unknown[]).length, 1000);
  });
});

describe('doubles', async () => {
  const twice: Pairs = [...pothole, ['attribute[client_reference]', 'R-77']];

  test('a report sent twice is two requests, and both are in the book', async () => {
    const { open311, post } = await begin();
    await post('/requests.json', twice);
    await post('/requests.json', twice);
    assert.equal(open311.requests.length, 2);
    assert.equal(open311.received.length, 2);
  });

  test("with deduplication by a client reference, the first one's id is given again", async () => {
    const { open311, post } = await begin({ deduplicateBy: 'client_reference' });
    const first = (await (await post('/requests.json', twice)).json()) as unknown;
    assert.deepEqual(await (await post('/requests.json', twice)).json(), first);
    await post('/requests.json', pothole);
    await post('/requests.json', pothole);
    assert.equal(open311.requests.length, 3);
    assert.deepEqual(
      open311.received.map((one) => one.answer.duplicate),
      [undefined, true, undefined, undefined],
    );
  });
});

describe('services from outside', () => {
  test('a wrong list is refused with the name of what is wrong', () => {
    const wrong: [unknown, RegExp][] = [
      [{}, /services must be a list/],
      [[{ service_name: 'x' }], /service_code must be text/],
      [[{ service_code: 'a', service_name: 'A', type: 'slow' }], /"a": type must be one of realtime, batch, blackbox/],
      [
        [
          { service_code: 'a', service_name: 'A' },
          { service_code: 'a', service_name: 'B' },
        ],
        /"a" is in the list twice/,
      ],
      [
        [{ service_code: 'a', service_name: 'A', attributes: [{ code: 'q', datatype: 'singlevaluelist' }] }],
        /attribute "q" is a singlevaluelist/,
      ],
    ];
    for (const [services, words] of wrong) assert.throws(() => createOpen311({ services }), words);
  });
});
