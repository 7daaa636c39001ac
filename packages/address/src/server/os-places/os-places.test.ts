import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import {
  aldermere,
  createGazetteer,
  createOsPlaces,
  createPostcodesIo,
  neighbours,
  startSandbox,
  type FaultKind,
} from '@council-kit/sandbox';
import { startGateway } from '../testing/start-gateway.fixture.ts';
import type { AddressSettingsInput } from '../index.ts';

const gazetteer = createGazetteer({ size: 8_000 });
const osPlaces = createOsPlaces({ gazetteer, keys: { 'secret-os-key': 100_000 } });
const postcodes = createPostcodesIo({ gazetteer });
const sandbox = await startSandbox({ platforms: { osPlaces, postcodes } });
after(() => sandbox.stop());
const os = sandbox.platforms.osPlaces;
const io = sandbox.platforms.postcodes;
beforeEach(async () => {
  await os.faults.clear();
  await io.faults.clear();
  osPlaces.clear();
});

const settings = (more: Partial<NonNullable<AddressSettingsInput['osPlaces']>> = {}): AddressSettingsInput => ({
  source: 'os-places',
  council: { name: aldermere.name as { en: string; cy: string }, custodianCodes: [aldermere.custodianCode], gss: [aldermere.code] },
  neighbours: neighbours.map((one) => ({
    name: { en: one.name.en, cy: one.name.cy ?? one.name.en },
    custodianCode: one.custodianCode,
    gss: one.code,
    url: 'https://neighbour.example',
  })),
  osPlaces: { url: os.baseUrl, key: 'secret-os-key', cacheSeconds: 0, requestsPerSecond: 1000, clientPerMinute: 60_000, ...more },
  postcodes: { url: io.baseUrl },
});

interface Listed {
  uprn: string;
  lines: string[];
  town: string;
  building?: string;
  language: string;
  source: string;
  usrn?: string;
  custodian?: { code: number; name?: string };
  position?: { latitude: number; longitude: number };
}
interface Answer {
  total: number;
  postcode?: string;
  addresses: Listed[];
  outside: { name?: string; addresses: number; url?: string }[];
}

const ownTower = [...gazetteer.postcodes].find(([, list]) => list.length > 100) ?? assert.fail('no tower');
const ownPostcode =
  [...gazetteer.postcodes].find(
    ([, list]) =>
      list.length < 40 &&
      list.every((one) => one.custodian === aldermere && one.udprn && one.status === 1 && one.street.name.cy && !one.poBox),
  )?.[0] ?? assert.fail('no plain postcode');

describe('addresses from OS Places', () => {
  test('a postcode in any shape gives its addresses in natural order, Royal Mail’s text with the council’s facts', async () => {
    await using gateway = await startGateway(settings());
    const answer = await gateway.get(
      `/addresses?postcode=${encodeURIComponent(`(${ownPostcode.toLowerCase().slice(0, -3)}-${ownPostcode.slice(-3)}.)`)}`,
    );
    assert.equal(answer.status, 200);
    const { addresses, total } = answer.json() as unknown as Answer;
    assert.equal(addresses.length, total);
    const expected = (gazetteer.postcodes.get(ownPostcode) ?? []).map(({ uprn }) => uprn);
    assert.deepEqual(addresses.map(({ uprn }) => uprn).sort(), [...expected].sort());
    for (const address of addresses) {
      assert.equal(address.source, 'DPA');
      assert.match(address.usrn ?? '', /^\d+$/);
      assert.ok(address.position && address.custodian);
    }
    const numbers = addresses
      .map(({ lines }) => Number(/(\d+)/.exec(lines.at(-1) ?? '')?.[1] ?? NaN))
      .filter((number) => !Number.isNaN(number));
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
  });

  test('a tower of more pages than one is whole, each property once, and can be had in parts', async () => {
    await using gateway = await startGateway(settings());
    const [postcode, all] = ownTower;
    const flats = all.filter((one) => one.classification === 'RD06').map(({ uprn }) => uprn);
    const pages: Listed[] = [];
    for (let offset = 0; offset < 300; offset += 100) {
      const { addresses, total } = (
        await gateway.get(`/addresses?postcode=${postcode}&offset=${offset}&limit=100`)
      ).json() as unknown as Answer;
      assert.ok(total > 100);
      pages.push(...addresses);
    }
    const uprns = pages.map(({ uprn }) => uprn);
    assert.equal(new Set(uprns).size, uprns.length);
    for (const uprn of flats) assert.ok(uprns.includes(uprn));
    assert.equal(new Set(pages.map(({ building }) => building)).size, 1);
    const numbers = pages.map(({ lines }) => Number(/\d+/.exec(lines[0] ?? '')?.[0]));
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    );
  });

  test('Welsh addresses for Welsh pages, English ones where there is no Welsh', async () => {
    await using gateway = await startGateway(settings());
    const english = (await gateway.get(`/addresses?postcode=${ownPostcode}`)).json() as unknown as Answer;
    const welsh = (await gateway.get(`/addresses?postcode=${ownPostcode}`, { 'Accept-Language': 'cy' })).json() as unknown as Answer;
    assert.deepEqual(welsh.addresses.map(({ uprn }) => uprn).sort(), english.addresses.map(({ uprn }) => uprn).sort());
    assert.ok(welsh.addresses.every(({ language }) => language === 'cy'));
    assert.notDeepEqual(welsh.addresses[0]?.lines, english.addresses[0]?.lines);
    const asked = (await gateway.get(`/addresses?postcode=${ownPostcode}&lang=cy`)).json() as unknown as Answer;
    assert.deepEqual(asked, welsh);
  });

  test('by UPRN, whatever its zeros; by words; by position', async () => {
    await using gateway = await startGateway(settings());
    const one = (gazetteer.postcodes.get(ownPostcode) ?? [])[0] ?? assert.fail();
    const byUprn = (await gateway.get(`/addresses?uprn=${one.uprn.padStart(12, '0')}`)).json() as unknown as Answer;
    assert.deepEqual(
      byUprn.addresses.map(({ uprn }) => uprn),
      [one.uprn],
    );
    const byWords = (
      await gateway.get(`/addresses?q=${encodeURIComponent(byUprn.addresses[0]?.lines.join(' ') ?? '')}&area=anywhere`)
    ).json() as unknown as Answer;
    assert.ok(byWords.addresses.some(({ uprn }) => uprn === one.uprn));
    const { latitude, longitude } = byUprn.addresses[0]?.position ?? assert.fail();
    const near = (await gateway.get(`/addresses?latitude=${latitude}&longitude=${longitude}&area=anywhere`)).json() as unknown as Answer;
    assert.ok(near.addresses.slice(0, 3).some(({ uprn }) => uprn === one.uprn));
    assert.equal((await gateway.get('/addresses?uprn=999999999999')).json()['code'], 'uprn_not_found');
  });

  test('four failures: no postcode, no such postcode, one no longer used, another council’s', async () => {
    await using gateway = await startGateway(settings());
    const code = async (query: string): Promise<[number, unknown]> => {
      const { status, json } = await gateway.get(`/addresses?${query}`);
      return [status, json()['code']];
    };
    assert.deepEqual(await code('postcode=hello'), [400, 'postcode_invalid']);
    assert.deepEqual(await code(`postcode=${'A'.repeat(5_000)}`), [400, 'postcode_invalid']);
    assert.deepEqual(await code(`postcode=${ownPostcode.slice(0, -3)}`), [400, 'postcode_incomplete']);
    assert.deepEqual(await code('postcode=ZE1+0AA'), [404, 'postcode_not_found']);
    assert.deepEqual(await code('postcode=GIR0AA'), [404, 'postcode_not_listed']);
    assert.deepEqual(await code('postcode=BFPO+61'), [404, 'postcode_not_listed']);
    assert.deepEqual(await code('postcode=ASCN1ZZ'), [404, 'postcode_not_listed']);
    const used = 'ABDEFGHJLNPQRSTUWXYZ';
    const ended = [...used]
      .flatMap((a) => [...used].map((b) => `${ownPostcode.slice(0, -3)}0${a}${b}`))
      .find((one) => gazetteer.terminated(one));
    assert.ok(ended);
    const terminated = await gateway.get(`/addresses?postcode=${ended}`);
    assert.deepEqual([terminated.status, terminated.json()['code']], [404, 'postcode_terminated']);
    assert.match(String(terminated.json()['detail']), /It ended in [A-Z][a-z]+ \d{4}/);

    const theirs =
      [...gazetteer.postcodes].find(([, list]) => list.every((one) => neighbours.includes(one.custodian)))?.[0] ??
      assert.fail('no neighbour');
    const outside = await gateway.get(`/addresses?postcode=${theirs}`);
    const { addresses, outside: who } = outside.json() as unknown as Answer;
    assert.deepEqual([outside.status, addresses.length], [200, 0]);
    assert.ok(neighbours.some(({ name }) => name.en === who[0]?.name));
    assert.equal(who[0]?.url, 'https://neighbour.example');
    const anywhere = (await gateway.get(`/addresses?postcode=${theirs}&area=anywhere`)).json() as unknown as Answer;
    assert.ok(anywhere.addresses.length > 0);

    const both = [...gazetteer.postcodes].find(([, list]) => new Set(list.filter((one) => one.udprn).map((one) => one.custodian)).size > 1);
    if (both) {
      const straddling = (await gateway.get(`/addresses?postcode=${both[0]}`)).json() as unknown as Answer;
      assert.ok(
        straddling.addresses.length > 0 && straddling.addresses.every(({ custodian }) => custodian?.code === aldermere.custodianCode),
      );
      assert.ok(straddling.outside.length > 0);
    }
  });

  test('where postcodes.io says nothing, a postcode without addresses is still told', async () => {
    await using gateway = await startGateway(settings());
    await io.faults.add({ fault: 'server-error' });
    const { status, json } = await gateway.get('/addresses?postcode=ZE1+0AA');
    assert.deepEqual([status, json()['code']], [404, 'postcode_not_found']);
  });

  test('facts of a postcode', async () => {
    await using gateway = await startGateway(settings());
    const facts = (await gateway.get(`/postcodes/${ownPostcode.toLowerCase()}`)).json();
    assert.equal(facts['kind'], 'standard');
    assert.equal((facts['council'] as { gss: string }).gss, aldermere.code);
    assert.ok(facts['position']);
    assert.equal((await gateway.get('/postcodes/nowhere')).json()['code'], 'postcode_invalid');
  });

  test('a query that asks nothing, or two things, or too much, is told so', async () => {
    await using gateway = await startGateway(settings());
    for (const query of [
      '',
      'postcode=AM1+1AA&q=mill',
      'q=',
      'q=%20',
      `q=${'a'.repeat(201)}`,
      'latitude=52',
      'latitude=95&longitude=0',
      'q=mill&limit=101',
      'q=mill&limit=x',
      'q=mill&offset=-1',
      'postcode=a&postcode=b',
      'q=mill&area=moon',
    ]) {
      const { status, json } = await gateway.get(`/addresses?${query}`);
      assert.equal(status, 400, query);
      assert.ok((json()['errors'] as unknown[]).length > 0, query);
    }
    assert.equal((await gateway.get('/addresses?uprn=12a')).json()['code'], 'uprn_invalid');
  });
});

describe('the limit of OS Places', () => {
  test('what is asked at once is asked once; what was asked is kept', async () => {
    await using gateway = await startGateway(settings({ cacheSeconds: 60 }));
    await Promise.all(Array.from({ length: 20 }, () => gateway.get(`/addresses?postcode=${ownPostcode}`)));
    const first = osPlaces.questions.length;
    await gateway.get(`/addresses?postcode=${ownPostcode.toLowerCase()}`);
    assert.equal(osPlaces.questions.length, first);
    assert.ok(first <= 2, `${first} questions`);
  });

  test('over its share a client is told when to come again, and OS Places is not asked', async () => {
    await using gateway = await startGateway(settings({ clientPerMinute: 3 }));
    const answers = [];
    for (const word of ['mill', 'oak', 'elm']) answers.push(await gateway.get(`/addresses?q=${word}`));
    const busy = answers.find(({ status }) => status === 429) ?? assert.fail('nobody was told');
    assert.equal(busy.json()['code'], 'addresses_busy');
    assert.ok(Number(busy.headers.get('Retry-After')) >= 1);
    assert.ok(osPlaces.questions.length < 3);
  });

  test('when OS Places says it is too much, that is what is answered, with its time', async () => {
    await using gateway = await startGateway(settings());
    await os.faults.add({ fault: 'too-many-requests', retryAfter: '7', times: 1 });
    const busy = await gateway.get(`/addresses?postcode=${ownPostcode}`);
    assert.deepEqual([busy.status, busy.headers.get('Retry-After'), busy.json()['code']], [429, '7', 'addresses_busy']);
    const again = await gateway.get(`/addresses?postcode=${ownPostcode}`);
    assert.equal(again.status, 429, 'and it is left alone until then');
    assert.equal(os.faults.played.length, 1);
  });
});

describe('what OS Places does when it fails', () => {
  const faults: [FaultKind, readonly number[]][] = [
    ['refuse', [502]],
    ['reset', [502]],
    ['hang', [504]],
    ['slow-headers', [504]],
    ['slow-body', [504]],
    ['truncated-body', [502]],
    ['server-error', [502]],
    ['bad-gateway-html', [502]],
    ['unavailable', [502]],
    ['ok-html', [502]],
    ['malformed-body', [502]],
    ['wrong-shape', [502]],
    ['empty', [502]],
    ['huge-body', [502]],
    ['redirect-link-local', [502]],
    ['wrong-charset', [502]],
  ];
  for (const [fault, statuses] of faults) {
    test(`${fault}: the resident is told, and nothing is made up`, async () => {
      await using gateway = await startGateway(settings({ timeoutMs: 1_500 }));
      await os.faults.add(fault === 'refuse' ? { fault } : { fault, seconds: 20 });
      const { status, json, text } = await gateway.get(`/addresses?postcode=${ownPostcode}`);
      assert.ok(statuses.includes(status), `${status} ${text}`);
      assert.equal(json()['code'], 'upstream_failed');
      assert.equal(json()['title'], 'Sorry, address search is not available');
      assert.match(String(json()['detail']), /^Enter the address manually/);
      assert.doesNotMatch(text + gateway.logged(), /secret-os-key/);
      await os.faults.clear();
      // A failure is not kept: unless the breaker is open, the next question has its answer.
      const after = await gateway.get(`/addresses?postcode=${ownPostcode}`);
      assert.ok(after.status === 200 || after.json()['code'] === 'upstream_failed');
    });
  }

  test('a name that no server has, and a key that is wrong', async () => {
    await using nowhere = await startGateway(settings({ url: 'http://os-places.invalid/search/places/v1', timeoutMs: 3_000 }));
    const unknown = await nowhere.get(`/addresses?postcode=${ownPostcode}`);
    assert.ok([502, 504].includes(unknown.status), String(unknown.status));
    await using wrong = await startGateway(settings({ key: 'not-the-key' }));
    const refused = await wrong.get(`/addresses?postcode=${ownPostcode}`);
    assert.deepEqual([refused.status, (refused.json()['upstream'] as { code: string }).code], [502, 'answered_401']);
    assert.doesNotMatch(refused.text, /not-the-key/);
  });

  test('no postcode, UPRN or address is in the logs', async () => {
    await using gateway = await startGateway(settings());
    await gateway.get(`/addresses?postcode=${ownPostcode}`);
    await gateway.get('/addresses?q=12%20wibblethorpe%20lane');
    await os.faults.add({ fault: 'wrong-shape', times: 1 });
    await gateway.get(`/addresses?postcode=${ownPostcode}&lang=cy`);
    assert.doesNotMatch(gateway.logged(), new RegExp(`wibble|${ownPostcode}|secret-os-key`, 'i'));
  });
});

describe('OS Places for elements that a council has already', () => {
  test('parameters in any case, the original’s paging and errors, and no key anywhere', async () => {
    await using gateway = await startGateway(settings());
    const [postcode] = ownTower;
    const path = `/os/search/places/v1/postcode?PostCode=${postcode}&dataset=LPI&maxResults=100&output_srs=EPSG:4326&lr=EN&offset=`;
    const first = (await gateway.get(`${path}0`)).json() as {
      header: { totalresults: number; offset: number };
      results: { LPI: { UPRN: string; ADDRESS: string } }[];
    };
    const second = (await gateway.get(`${path}100`)).json() as typeof first;
    assert.equal(first.results.length, 100);
    assert.equal(first.results.length + second.results.length, first.header.totalresults);
    assert.match(first.results[0]?.LPI.ADDRESS ?? '', /, ALDERMERE/);
    const wrong = await gateway.get('/os/search/places/v1/postcode?postcode=!');
    assert.equal(wrong.status, 400);
    assert.equal((wrong.json()['error'] as { statuscode: number }).statuscode, 400);
    const missing = await gateway.get('/os/search/places/v1/find?key=secret-os-key');
    assert.equal(missing.status, 400);
    assert.doesNotMatch(missing.text + JSON.stringify(first), /secret-os-key/);
    // A key of the page's own goes no further.
    assert.ok(osPlaces.questions.every(({ parameters }) => parameters.every(([name]) => name !== 'key')));
  });

  test('a failure is in the original’s shape', async () => {
    await using gateway = await startGateway(settings());
    await os.faults.add({ fault: 'ok-html' });
    const { status, json } = await gateway.get(`/os/search/places/v1/postcode?postcode=${ownPostcode}`);
    assert.equal(status, 502);
    const { error } = json() as { error: { statuscode: number; message: string } };
    assert.equal(error.statuscode, 502);
    assert.ok(error.message.length > 0);
  });
});
