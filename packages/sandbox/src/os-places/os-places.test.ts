import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { aldermere, createGazetteer, createOsPlaces, startSandbox, toGrid, toWgs84 } from '../index.ts';

type Fields = Record<string, string | number | undefined>;
interface Answer {
  header: Fields & { totalresults: number };
  results?: { DPA?: Fields; LPI?: Fields }[];
  error?: { statuscode: number; message: string };
  fault?: { faultstring: string; detail: { errorcode: string } };
}

const gazetteer = createGazetteer({ size: 6000 });
let now = 0;
const osPlaces = createOsPlaces({
  gazetteer,
  keys: { 'sandbox-key': Infinity, live: 600, development: 50 },
  otherProjects: ['maps-only'],
  otherPlans: ['open-data-only'],
  now: () => now,
});
const sandbox = await startSandbox({ platforms: { 'os-places': osPlaces } });
after(() => sandbox.stop());
const { baseUrl, faults } = sandbox.platforms['os-places'];

/** Asks, and gives the status and the body. */
async function ask(resource: string, parameters: Record<string, string> | [string, string][], key = 'sandbox-key') {
  const search = new URLSearchParams(parameters);
  const response = await fetch(`${baseUrl}/${resource}?${search}`, { headers: { key } });
  return { status: response.status, body: (await response.json()) as Answer };
}

const own = (answer: Answer): Fields[] => (answer.results ?? []).map((one) => one.DPA ?? one.LPI ?? {});
const tower = [...gazetteer.postcodes].find(([, list]) => list.length > 100) ?? assert.fail('no tower');
const terraced =
  gazetteer.addresses.find(
    (one) => one.classification === 'RD04' && one.udprn && !one.parent && one.street.name.cy && !one.alternative && !one.primary.text,
  ) ?? assert.fail('no house');

describe('a postcode', () => {
  test('header and fields are those of the real one, and what is empty is absent', async () => {
    const { status, body } = await ask('uprn', { uprn: terraced.uprn, dataset: 'DPA,LPI', lr: 'EN' });
    assert.equal(status, 200);
    assert.deepEqual(Object.keys(body.header), [
      'uri',
      'query',
      'offset',
      'totalresults',
      'format',
      'dataset',
      'lr',
      'maxresults',
      'epoch',
      'lastupdate',
      'output_srs',
    ]);
    const [first, second] = body.results ?? [];
    assert.deepEqual(Object.keys(first ?? {}), ['DPA']);
    assert.deepEqual(Object.keys(second ?? {}), ['LPI']);
    const dpa = first?.DPA ?? {};
    const lpi = second?.LPI ?? {};
    assert.equal(dpa.UPRN, terraced.uprn);
    assert.equal(typeof dpa.LOCAL_CUSTODIAN_CODE, 'number');
    assert.equal(typeof dpa.X_COORDINATE, 'number');
    assert.equal(dpa.MATCH, 1);
    assert.equal(dpa.BUILDING_NUMBER, String(terraced.primary.start));
    assert.equal(lpi.PAO_START_NUMBER, String(terraced.primary.start));
    assert.equal(lpi.USRN, terraced.street.usrn);
    assert.equal(lpi.LPI_LOGICAL_STATUS_CODE_DESCRIPTION, 'APPROVED');
    for (const fields of [dpa, lpi]) {
      for (const name of ['ENTRY_DATE', 'LAST_UPDATE_DATE', 'BLPU_STATE_DATE'])
        assert.match(String(fields[name]), /^[0-3]\d\/[01]\d\/20\d\d$/);
      for (const [name, value] of Object.entries(fields)) assert.ok(value !== '' && value !== null, name);
      for (const name of ['LAT', 'LNG', 'PARENT_UPRN', 'ORGANISATION_NAME', 'SUB_BUILDING_NAME', 'SAO_TEXT'])
        assert.ok(!(name in fields), name);
    }
    // A client cuts the line there: @opensystemslab/map shows what stands before it.
    assert.ok(String(lpi.ADDRESS).includes(`, ${String(lpi.ADMINISTRATIVE_AREA)}`));
    assert.ok(String(dpa.ADDRESS).endsWith(`${String(dpa.POST_TOWN)}, ${terraced.postcode}`));
  });

  test('parameter names in any case, values too, and the key as a parameter', async () => {
    const url = `${baseUrl}/postcode?PostCode=${tower[0].toLowerCase()}&dataSet=lpi&maxResults=7&Output_SRS=epsg:4326&LR=en&KEY=sandbox-key`;
    const body = (await (await fetch(url)).json()) as Answer;
    assert.equal(body.results?.length, 7);
    assert.equal(body.header.maxresults, 7);
    assert.equal(body.header.output_srs, 'EPSG:4326');
    assert.ok(!String(body.header.uri).includes('sandbox-key'), 'the key is not repeated');
    const [lpi] = own(body);
    const place = toGrid({ latitude: Number(lpi?.LAT), longitude: Number(lpi?.LNG) });
    assert.ok(Math.hypot(place.easting - Number(lpi?.X_COORDINATE), place.northing - Number(lpi?.Y_COORDINATE)) < 1);
  });

  test('pages give every record once, in the order of letters', async () => {
    const uprns: unknown[] = [];
    const lines: string[] = [];
    let total = 1;
    while (uprns.length < total) {
      const { body } = await ask('postcode', { postcode: tower[0], offset: String(uprns.length), maxresults: '60', lr: 'EN' });
      total = body.header.totalresults;
      for (const fields of own(body)) {
        uprns.push(fields.UPRN);
        lines.push(String(fields.ADDRESS));
      }
    }
    assert.ok(total > 100);
    assert.equal(new Set(uprns).size, total);
    assert.deepEqual(lines, [...lines].sort());
    assert.ok(lines.findIndex((line) => line.startsWith('FLAT 10,')) < lines.findIndex((line) => line.startsWith('FLAT 2,')));
    const past = await ask('postcode', { postcode: tower[0], offset: '5000' });
    assert.equal(past.status, 200);
    assert.ok(!('results' in past.body), 'an empty list is left out');
  });

  test('without a language each property comes in both, without a dataset only as Royal Mail has it', async () => {
    const { body } = await ask('uprn', { uprn: terraced.uprn });
    assert.deepEqual([body.header.dataset, body.header.lr], ['DPA', 'EN,CY']);
    assert.deepEqual(
      own(body)
        .map(({ LANGUAGE }) => LANGUAGE)
        .sort(),
      ['CY', 'EN'],
    );
    const [english, welsh] = own(body);
    assert.notEqual(english?.THOROUGHFARE_NAME, welsh?.THOROUGHFARE_NAME);
    const local = own((await ask('uprn', { uprn: terraced.uprn, dataset: 'LPI', lr: 'CY' })).body);
    assert.deepEqual(
      local.map(({ LANGUAGE, STREET_DESCRIPTION, ADMINISTRATIVE_AREA }) => [LANGUAGE, STREET_DESCRIPTION, ADMINISTRATIVE_AREA]),
      [['CY', terraced.street.name.cy?.toUpperCase(), terraced.ward.council.area.cy ?? terraced.ward.council.area.en]],
    );
  });

  test('the datasets come one after the other, in the order asked for', async () => {
    const { body } = await ask('postcode', { postcode: terraced.postcode, dataset: 'LPI,DPA', lr: 'EN' });
    const kinds = (body.results ?? []).map((one) => Object.keys(one)[0]);
    assert.ok(kinds.includes('DPA') && kinds.includes('LPI'));
    assert.ok(kinds.lastIndexOf('LPI') < kinds.indexOf('DPA'));
  });

  test('new builds, provisional, historic and alternative records, and none that were rejected', async () => {
    const codes = [...gazetteer.postcodes.keys()];
    const seen = new Set<string>();
    for (const address of gazetteer.addresses) {
      const isWanted = address.status !== 1 || address.alternative || (address.udprn === undefined && address.classification === 'RD03');
      if (!isWanted || address.postcode === '' || seen.size > 500) continue;
      const { body } = await ask('uprn', { uprn: address.uprn, dataset: 'DPA,LPI', lr: 'EN' });
      if (address.status === 9) assert.equal(body.header.totalresults, 0);
      for (const one of body.results ?? []) if (one.LPI) seen.add(String(one.LPI.LPI_LOGICAL_STATUS_CODE));
      if (address.udprn === undefined) assert.ok(!(body.results ?? []).some((one) => one.DPA));
      if (['1', '3', '6', '8'].every((code) => seen.has(code))) break;
    }
    assert.deepEqual([...seen].sort(), ['1', '3', '6', '8']);
    assert.ok(codes.length > 0);
  });

  test('a part of a postcode, from the district on; less is refused in its own words', async () => {
    const [outward = ''] = terraced.postcode.split(' ');
    const district = await ask('postcode', { postcode: outward, maxresults: '100', lr: 'EN' });
    assert.ok(district.body.header.totalresults > 100);
    assert.ok(own(district.body).every(({ POSTCODE }) => String(POSTCODE).startsWith(`${outward} `)));
    for (const postcode of ['AM', 'nonsense', '5WF12LZ', 'AM1 2CD', 'GIR 0AA', `${terraced.postcode}.`, 'x'.repeat(10_000)]) {
      const { status, body } = await ask('postcode', { postcode });
      assert.equal(status, 400, postcode);
      assert.deepEqual(body, {
        error: {
          statuscode: 400,
          message: `Requested postcode must contain a minimum of the sector plus 1 digit of the district e.g. SO1. Requested postcode was ${postcode}`,
        },
      });
    }
    const none = await ask('postcode', { postcode: 'ZZ9 9ZZ' });
    assert.deepEqual([none.status, none.body.header.totalresults, none.body.results], [200, 0, undefined]);
  });
});

describe('filters', () => {
  test('by classification with a star, by status, by custodian; several narrow', async () => {
    const [outward = ''] = terraced.postcode.split(' ');
    const get = async (...fq: string[]) => {
      const pairs: [string, string][] = [
        ['postcode', outward],
        ['dataset', 'LPI'],
        ['lr', 'EN'],
        ...fq.map((one): [string, string] => ['fq', one]),
      ];
      return own((await ask('postcode', pairs)).body);
    };
    const homes = await get('CLASSIFICATION_CODE:RD* CLASSIFICATION_CODE:CR08');
    assert.ok(homes.length > 0 && homes.every(({ CLASSIFICATION_CODE: code }) => /^RD|^CR08$/.test(String(code))));
    const own6991 = await get(`LOCAL_CUSTODIAN_CODE:${aldermere.custodianCode}`, 'logical_status_code:1');
    assert.ok(own6991.length > 0 && own6991.every((one) => one.LOCAL_CUSTODIAN_CODE === 6991 && one.LOGICAL_STATUS_CODE === '1'));
    assert.equal((await get('LOCAL_CUSTODIAN_CODE:1')).length, 0);
    const wrong = await ask('postcode', { postcode: outward, fq: 'COLOUR:RED' });
    assert.equal(wrong.status, 400);
  });
});

describe('by place', () => {
  const at = `${terraced.easting},${terraced.northing}`;

  test('the nearest property, in its records; none where none is near', async () => {
    const { body } = await ask('nearest', { point: at, lr: 'EN' });
    const [nearest] = own(body);
    assert.equal(nearest?.X_COORDINATE, terraced.easting);
    assert.equal(body.header.query, `point=${at}`);
    const sea = await ask('nearest', { point: '100000,100000' });
    assert.deepEqual([sea.status, sea.body.header.totalresults], [200, 0]);
  });

  test('latitude and longitude, in that order', async () => {
    const { latitude, longitude } = toWgs84(terraced);
    for (const srs of ['WGS84', 'EPSG:4326', 'EPSG:4258']) {
      const { body } = await ask('nearest', { point: `${latitude},${longitude}`, srs, lr: 'EN' });
      assert.equal(own(body)[0]?.X_COORDINATE, terraced.easting, srs);
    }
    const mercator = own((await ask('uprn', { uprn: terraced.uprn, output_srs: 'EPSG:3857' })).body)[0];
    const back = await ask('nearest', { point: `${mercator?.LNG},${mercator?.LAT}`, srs: 'EPSG:3857', lr: 'EN' });
    assert.equal(own(back.body)[0]?.X_COORDINATE, terraced.easting);
  });

  test('a circle and a box', async () => {
    const circle = own((await ask('radius', { point: at, radius: '80', lr: 'EN' })).body);
    assert.ok(circle.length > 1);
    const distance = (one: Fields) => Math.hypot(Number(one.X_COORDINATE) - terraced.easting, Number(one.Y_COORDINATE) - terraced.northing);
    assert.ok(circle.every((one, index) => distance(one) <= 80 && (index === 0 || distance(one) >= distance(circle[index - 1] ?? one))));
    const corners = [terraced.easting - 50, terraced.northing - 50, terraced.easting + 50, terraced.northing + 50].join();
    const box = await ask('bbox', { bbox: corners, lr: 'EN' });
    assert.ok(own(box.body).some(({ UPRN }) => UPRN === terraced.uprn));
    for (const [resource, parameters] of [
      ['bbox', { bbox: '0,0,2000,2000' }],
      ['bbox', { bbox: '5,5,1,1' }],
      ['bbox', { bbox: '1,2,3' }],
      ['radius', { point: at, radius: '1001' }],
      ['nearest', { point: 'here' }],
      ['nearest', {}],
      ['uprn', { uprn: '1234567890123' }],
      ['uprn', {}],
      ['find', {}],
      ['find', { query: 'a', minmatch: '2' }],
      ['find', { query: 'a', maxresults: '101' }],
      ['find', { query: 'a', maxresults: '0' }],
      ['find', { query: 'a', offset: '-1' }],
      ['find', { query: 'a', dataset: 'PAF' }],
      ['find', { query: 'a', lr: 'FR' }],
      ['find', { query: 'a', output_srs: 'EPSG:1' }],
      ['find', { query: 'a', format: 'XML' }],
    ] as const) {
      const { status, body } = await ask(resource, parameters);
      assert.equal(status, 400, JSON.stringify([resource, parameters]));
      assert.equal(body.error?.statuscode, 400);
      assert.ok(body.error?.message);
    }
  });
});

describe('free text', () => {
  const number = terraced.primary.start ?? 0;
  const street = terraced.street.name;
  const town = terraced.street.settlement.postTown;
  const first = async (query: string) => own((await ask('find', { query, maxresults: '5' })).body)[0];

  test('an address as it is written is the first, and exact', async () => {
    const [record] = own((await ask('uprn', { uprn: terraced.uprn, lr: 'EN' })).body);
    const { body } = await ask('find', { query: String(record?.ADDRESS), lr: 'EN' });
    assert.deepEqual([own(body)[0]?.UPRN, own(body)[0]?.MATCH, own(body)[0]?.MATCH_DESCRIPTION], [terraced.uprn, 1, 'EXACT']);
    assert.equal(body.header.matchprecision, 1);
  });

  test('abbreviated, half typed, with a letter wrong, in another order, in Welsh', async () => {
    const short = street.en
      .replace(/Street$/, 'St')
      .replace(/Road$/, 'Rd')
      .replace(/Lane$/, 'Ln')
      .replace(/Avenue$/, 'Ave')
      .replace(/Terrace$/, 'Terr');
    const wrong =
      street.en.length > 5 ? `${street.en.slice(0, 2)}${street.en.charAt(3)}${street.en.charAt(2)}${street.en.slice(4)}` : street.en;
    for (const query of [
      `${number} ${short} ${town.en}`,
      `${number} ${street.en.slice(0, -2)} ${town.en}`,
      `${number} ${wrong} ${town.en}`,
      `${town.en}, ${street.en} ${number}`,
      `${number} ${street.cy ?? ''} ${town.cy ?? town.en}`,
      `${number} ${terraced.postcode.replace(' ', '')}`,
    ]) {
      const found = await first(query);
      assert.equal(found?.UPRN, terraced.uprn, `${query}: ${String(found?.ADDRESS)}`);
    }
  });

  test('a street of one name in two towns gives both', async () => {
    const { body } = await ask('find', { query: '3 high street', maxresults: '100', lr: 'EN' });
    assert.ok(new Set(own(body).map(({ POST_TOWN }) => POST_TOWN)).size > 1);
    const scores = own(body).map(({ MATCH }) => Number(MATCH));
    assert.ok(scores.every((score, index) => index === 0 || score <= (scores[index - 1] ?? 1)));
    const strict = await ask('find', { query: '3 high street', minmatch: '0.99' });
    assert.ok(strict.body.header.totalresults < body.header.totalresults);
  });
});

describe('keys and limits', () => {
  test('no key, a wrong key, a key of another project and one of a smaller plan are faults of the front door', async () => {
    const status = async (key: string): Promise<[number, string | undefined]> => {
      const answer = await ask('uprn', { uprn: '1' }, key);
      return [answer.status, answer.body.fault?.detail.errorcode];
    };
    assert.deepEqual(await status(''), [401, 'steps.oauth.v2.FailedToResolveAPIKey']);
    assert.deepEqual(await status('wrong'), [401, 'oauth.v2.InvalidApiKey']);
    assert.deepEqual(await status('maps-only'), [401, 'oauth.v2.InvalidApiKeyForGivenResource']);
    const [forbidden, code] = await status('open-data-only');
    assert.equal(forbidden, 403);
    assert.ok(code);
  });

  test('fifty a minute in development, six hundred live, each key for itself, and a new minute starts afresh', async () => {
    for (const [key, limit] of [
      ['development', 50],
      ['live', 600],
    ] as const) {
      for (let count = 1; count <= limit; count += 1) assert.equal((await ask('uprn', { uprn: '1' }, key)).status, 200);
      const over = await ask('uprn', { uprn: '1' }, key);
      assert.equal(over.status, 429);
      assert.match(over.body.fault?.faultstring ?? '', /^Rate limit quota violation/);
      assert.equal(over.body.fault?.detail.errorcode, 'policies.ratelimit.QuotaViolation');
    }
    now += 59_999;
    assert.equal((await ask('uprn', { uprn: '1' }, 'development')).status, 429);
    now += 1;
    assert.equal((await ask('uprn', { uprn: '1' }, 'development')).status, 200);
  });

  test('the questions are kept as they came, and can be forgotten over HTTP', async () => {
    osPlaces.clear();
    await ask('postcode', { postcode: 'AM1 1AA', maxResults: '3' });
    await ask('postcode', { postcode: 'AM1 1AA', maxResults: '3' });
    const questions = (await (await fetch(`${sandbox.address}/os-places/sandbox/questions`)).json()) as typeof osPlaces.questions;
    assert.equal(questions.length, 2);
    assert.deepEqual(questions[0]?.parameters, [
      ['postcode', 'AM1 1AA'],
      ['maxResults', '3'],
    ]);
    const answer = await fetch(`${sandbox.address}/os-places/sandbox/questions`, { method: 'DELETE' });
    assert.deepEqual([answer.status, osPlaces.questions.length], [200, 0]);
    const evil = await fetch(`${sandbox.address}/os-places/sandbox/questions`, {
      method: 'DELETE',
      headers: { origin: 'http://evil.example' },
    });
    assert.equal(evil.status, 403);
  });
});

describe('faults', () => {
  test('it fails as asked, in its own error shape, and answers again', async () => {
    await faults.add({ fault: 'server-error', times: 1 });
    const failed = await ask('postcode', { postcode: terraced.postcode });
    assert.deepEqual([failed.status, failed.body.error?.statuscode], [500, 500]);
    await faults.add({ fault: 'too-many-requests', times: 1 });
    const many = await ask('postcode', { postcode: terraced.postcode });
    assert.equal(many.status, 429);
    assert.ok(many.body.fault?.faultstring);
    await faults.add({ fault: 'truncated-body', times: 1, path: '/search/places/v1/postcode' });
    await assert.rejects(ask('postcode', { postcode: terraced.postcode }));
    assert.equal((await ask('postcode', { postcode: terraced.postcode })).status, 200);
  });

  test('what no client should send gets an answer of its own', async () => {
    for (const query of [
      '',
      ' ',
      '\0',
      '%',
      '🦡'.repeat(500),
      "'; DROP TABLE",
      '.*+?^${}()|[]\\',
      '1'.repeat(300),
      'a b c d e f g h i j k l m n o p'.repeat(20),
    ]) {
      for (const name of ['query', 'postcode', 'uprn', 'point', 'bbox', 'fq']) {
        for (const resource of ['find', 'postcode', 'uprn', 'nearest', 'bbox', 'nothing', '__proto__', 'constructor']) {
          const { status } = await ask(resource, { [name]: query });
          assert.ok([200, 400, 404].includes(status), `${resource} ${name} ${query.slice(0, 20)}: ${status}`);
        }
      }
    }
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const wrong = await fetch(`${baseUrl}/find?query=a&key=sandbox-key`, { method });
      const { error } = (await wrong.json()) as Answer;
      assert.deepEqual([wrong.status, error?.statuscode], [405, 405], method);
    }
    const none = await ask('polygon', {});
    assert.deepEqual([none.status, none.body.error?.statuscode], [404, 404]);
    assert.match(none.body.error?.message ?? '', /\/search\/places\/v1\/polygon/);
    assert.equal((await fetch(`${baseUrl.replace('/v1', '/v2')}/find?query=a&key=sandbox-key`)).status, 404);
    const broken = await fetch(`${baseUrl}/postcode?postcode=%ff%c0&key=sandbox-key`);
    assert.equal(broken.status, 400);
  });
});
