/** What another system's report brings beside what we ask for: addresses of pictures, and attributes. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { startForwarding } from '../testing/back-office.ts';
import { start } from '../testing/gateway.ts';
import { millLane } from '../testing/map.ts';
import { isPublicUrl } from './media-url.ts';

type Fields = readonly (readonly [string, string])[];

const report: Fields = [
  ['service_code', 'fly-tipping'],
  ['lat', String(millLane.lat)],
  ['long', String(millLane.long)],
  ['description', 'Two sofas'],
  ['attribute[waste]', 'furniture'],
  ['attribute[amount]', 'small-van'],
  ['attribute[blocking]', 'no'],
  ['attribute[hazardous]', 'no'],
  ['attribute[witnessed]', 'no'],
  ['attribute[private-land]', 'no'],
];

const taken = [
  'https://example.org/a.jpg',
  'https://img.example.co.uk:443/a?b=c#d',
  'HTTPS://Example.ORG/a',
  'https://bücher.example/ŷ.jpg',
  'https://a.cymru',
];
const refused = [
  'http://example.org/a.jpg',
  'ftp://example.org/a.jpg',
  'https://169.254.169.254/latest/meta-data/',
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://１２７.0.0.1/',
  'https://8.8.8.8/a.jpg',
  'https://10.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://[2001:4860:4860::8888]/',
  'https://localhost/',
  'https://localhost./',
  'https://example.org./',
  'https://intranet/',
  'https://printer.local/',
  'https://metadata.google.internal/',
  'https://router.home.arpa/',
  'https://db.lan/',
  'https://user:password@example.org/',
  'https://user@example.org/',
  'https://@example.org/',
  'https://example.org:8443/',
  'https://example.org:80/',
  'https:example.org',
  'https:///example.org',
  'https:\\\\example.org',
  'https://exam ple.org/',
  'https://example.org/a b',
  'https://example.org/\u0000',
  '//example.org/a.jpg',
  'javascript:alert(1)',
  'data:image/png;base64,AAAA',
  'file:///etc/passwd',
  `https://example.org/${'a'.repeat(2000)}`,
  'picture.jpg',
];

test('only addresses that anybody on the internet could open are public', () => {
  for (const url of taken) assert.equal(isPublicUrl(url), true, url);
  for (const url of refused) assert.equal(isPublicUrl(url), false, url);
});

test('a report with a picture anywhere else is refused, in Open311’s words, and nothing of it is kept or handed on', async () => {
  await using forwarding = await startForwarding();
  const { gateway, office } = forwarding;
  for (const url of refused.filter((each) => !each.includes('\u0000')))
    for (const format of url === refused[0] ? ['json', 'xml'] : ['json']) {
      const answer = await gateway.form(`/open311/v2/requests.${format}`, [...report, ['media_url', taken[0] ?? ''], ['media_url', url]]);
      assert.equal(answer.status, 400, url);
      const text = await answer.text();
      assert.match(text, /media_url: must be an https address with a public host name/);
      if (format === 'json') assert.equal((JSON.parse(text) as { code: number }[])[0]?.code, 400);
    }
  const many = Array.from({ length: 21 }, (_, index) => ['media_url', `https://example.org/${index}`] as const);
  assert.equal((await gateway.form('/open311/v2/requests.json', [...report, ...many])).status, 400);
  assert.deepEqual(await gateway.json('/open311/v2/requests.json'), []);
  assert.equal(
    (await gateway.form('/open311/v2/requests.json', [...report, ...taken.map((url) => ['media_url', url] as const)])).status,
    200,
  );
  await forwarding.attempts(1);
  assert.deepEqual(
    office.requests.map(({ media_url }) => media_url),
    [taken],
  );
  assert.doesNotMatch(await (await gateway.fetch('/open311/v2/requests.json')).text(), /example\.org/);
});

for (const store of await testedStores()) {
  test(`${store.name}: attributes that we do not ask for are kept, handed on and shown to staff, and are not public`, async () => {
    await using forwarding = await startForwarding({
      reports: { staff: { authorise: () => ({ id: 'o', name: 'Sam' }) } },
      gateway: await store.fresh(),
    });
    const { gateway, office } = forwarding;
    const others: Fields = [
      ['attribute[uprn]', '100012345678'],
      ['attribute[fixmystreet_id]', '4242'],
      ['attribute[layers]', 'a'],
      ['attribute[layers]', 'b'],
      ['attribute[client_reference]', '00000-00000'],
      ['attribute[__proto__]', 'planted'],
    ];
    const answer = await gateway.form('/open311/v2/requests.json', [...report, ...others]);
    assert.equal(answer.status, 200, await answer.clone().text());
    const [{ service_request_id: reference } = { service_request_id: '' }] = (await answer.json()) as { service_request_id: string }[];
    await forwarding.attempts(1);
    const attributes = office.requests[0]?.attributes ?? [];
    assert.deepEqual(
      attributes.filter(([code]) => others.some(([name]) => name === `attribute[${code}]`)),
      [
        ['uprn', '100012345678'],
        ['fixmystreet_id', '4242'],
        ['layers', 'a'],
        ['layers', 'b'],
        ['client_reference', reference],
      ],
    );
    const page = await (await gateway.fetch(`/staff/reports/${reference}`)).text();
    for (const text of ['uprn', '100012345678', 'fixmystreet_id', '4242']) assert.ok(page.includes(text), text);
    const everything = await Promise.all(
      [
        `/reports/${reference}`,
        `/open311/v2/requests/${reference}.json`,
        `/open311/v2/requests/${reference}.xml`,
        '/open311/v2/requests.json',
      ].map(async (path) => (await gateway.fetch(path)).text()),
    );
    assert.doesNotMatch(everything.join(), /100012345678|4242|fixmystreet|planted/);
    assert.doesNotMatch(gateway.logged(), /100012345678|4242|planted/);
  });
}

test('attributes that we do not ask for are bounded, and the resident’s own form adds none', async () => {
  await using gateway = await start();
  const send = async (fields: Fields): Promise<string[]> => {
    const answer = await gateway.form('/open311/v2/requests.json', [...report, ...fields]);
    if (answer.status === 200) return [];
    assert.equal(answer.status, 400);
    return ((await answer.json()) as { description: string }[]).map(({ description }) => description);
  };
  const attributes = (count: number): Fields => Array.from({ length: count }, (_, index) => [`attribute[x${index}]`, '1'] as const);
  assert.deepEqual(await send(attributes(50)), []);
  assert.deepEqual(await send(attributes(51)), ['attribute: There must be 50 attributes or fewer that we do not ask for']);
  assert.deepEqual(await send([['attribute[uprn]', 'x'.repeat(1000)]]), []);
  assert.deepEqual(await send([['attribute[uprn]', 'x'.repeat(1001)]]), ['attribute[uprn]: The answer must be 1,000 characters or less']);
});
