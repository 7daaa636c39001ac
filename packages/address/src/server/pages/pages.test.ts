/** The question "address" as a browser without JavaScript goes through it, against OS Places of the sandbox. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { createGateway, Routes, type Service } from '@council-kit/gateway';
import { answerTo, type Answers, type Journey } from '@council-kit/journeys';
import { journeyPages } from '@council-kit/journeys/server';
import { aldermere, createGazetteer, createOsPlaces, createPostcodesIo, neighbours, startSandbox } from '@council-kit/sandbox';
import { addressOf } from '../../question/address-answer.ts';
import { addresses, addressSpecial } from '../index.ts';
import { PlainBrowser } from '../../../../journeys/src/testing/plain-browser.ts';

const gazetteer = createGazetteer({ size: 8_000 });
const osPlaces = createOsPlaces({ gazetteer, keys: { key: 100_000 } });
const postcodes = createPostcodesIo({ gazetteer });
const sandbox = await startSandbox({ platforms: { osPlaces, postcodes } });
after(() => sandbox.stop());
const { faults } = sandbox.platforms.osPlaces;
beforeEach(() => faults.clear());

const text = (en: string, cy: string) => ({ en, cy });
const journey: Journey = {
  name: 'moved',
  title: text('Tell us you have moved', 'Dweud wrthym eich bod wedi symud'),
  steps: [
    {
      id: 'home',
      contents: [
        {
          kind: 'special',
          special: 'address',
          name: 'home',
          label: text('What is your new address?', 'Beth yw eich cyfeiriad newydd?'),
          rules: [{ rule: 'required', message: text('Enter a postcode', 'Rhowch god post') }],
        },
      ],
    },
  ],
  check: { title: text('Check your answers', 'Gwiriwch eich atebion'), button: text('Send', 'Anfon') },
  contact: { text: text('Call us', 'Ffoniwch ni') },
};

interface Opened extends AsyncDisposable {
  readonly browser: PlainBrowser;
  readonly sent: Answers[];
}

async function open({ withAddresses = true, timeoutMs = 30_000 } = {}): Promise<Opened> {
  const sent: Answers[] = [];
  const dataFolder = await mkdtemp(join(tmpdir(), 'council-address-pages-'));
  const moved: Service = {
    name: 'moved',
    setUp(ground) {
      const routes = new Routes();
      const submit = async (answers: Answers) => {
        sent.push(answers);
        return { kind: 'accepted', accepted: { reference: 'M-1' } } as const;
      };
      routes.hono.route(
        '/',
        journeyPages({ ground, path: '/moved', service: { journey, specials: { address: addressSpecial(ground) } }, submit }),
      );
      return { routes };
    },
  };
  const addressService = addresses({
    source: 'os-places',
    council: { name: text('Aldermere', 'Llynwern'), custodianCodes: [aldermere.custodianCode], gss: [aldermere.code] },
    neighbours: neighbours.map((one) => ({
      name: { en: one.name.en, cy: one.name.cy ?? one.name.en },
      custodianCode: one.custodianCode,
      gss: one.code,
      url: 'https://neighbour.example',
    })),
    osPlaces: { url: sandbox.platforms.osPlaces.baseUrl, key: 'key', cacheSeconds: 0, requestsPerSecond: 1000, timeoutMs },
    postcodes: { url: sandbox.platforms.postcodes.baseUrl },
  });
  const gateway = createGateway({
    settings: { dataFolder, logLevel: 'silent' },
    services: [moved, ...(withAddresses ? [addressService] : [])],
  });
  await gateway.start('http://council.test');
  const browser = new PlainBrowser((request) => gateway.fetch(request));
  await browser.open('/moved');
  return {
    browser,
    sent,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const way = (name: 'by-hand' | 'search') => ({ name: '_action', value: `special:home:${name}` });
const all = [...gazetteer.postcodes];
const isPlain = (one: (typeof gazetteer.addresses)[number]): boolean =>
  one.custodian === aldermere && one.udprn !== undefined && one.status === 1 && !one.poBox && !one.parent && !one.organisation;
const terrace =
  all.find(([, list]) => list.length > 5 && list.every((one) => isPlain(one) && one.primary.start && one.street.name.cy)) ??
  assert.fail('no terrace');
const tower = all.find(([, list]) => list.length > 100) ?? assert.fail('no tower');
const theirs =
  all.find(([, list]) => list.every((one) => one.custodian !== aldermere && neighbours.includes(one.custodian))) ?? assert.fail();

/** The values of the radios, with what each says. */
function choices(browser: PlainBrowser): readonly (readonly [string, string])[] {
  const found = browser.html.matchAll(/<input[^>]*id="(home-picked[^"]*)"[^>]*value="(\d+)"[^>]*>[\s\S]*?<label[^>]*>([\s\S]*?)<\/label>/g);
  return [...found].map(
    ([, , uprn = '', label = '']) =>
      [
        uprn,
        label
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ] as const,
  );
}

test('a postcode in any shape, a choice, and the answer is the whole address', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  const [postcode] = terrace;
  assert.equal(browser.heading, 'What is your new address?');
  await browser.send({ 'home-search': ` (${postcode.toLowerCase().slice(0, -3)}-${postcode.slice(-3)}.) ` });
  assert.equal(browser.status, 200);
  assert.equal(browser.address, 'home');
  assert.deepEqual(browser.errors, []);
  assert.match(browser.text, new RegExp(`Addresses for ${postcode.slice(0, -3)} ${postcode.slice(-3)} Select an address`));
  const listed = choices(browser);
  assert.equal(listed.length, terrace[1].length);
  await browser.send();
  assert.deepEqual(browser.errors, ['Select the address, or enter it manually']);
  assert.deepEqual(choices(browser), listed, 'the list is still there');
  const [uprn, line] = listed[2] ?? assert.fail();
  await browser.send({ 'home-picked': uprn });
  assert.equal(browser.heading, 'Check your answers');
  assert.ok(line.split(', ').every((part) => browser.text.includes(part)));
  await browser.send();
  const address = addressOf(answerTo(sent[0] ?? {}, 'home'));
  assert.deepEqual([address?.uprn, address?.custodian?.code, address?.source], [uprn, aldermere.custodianCode, 'DPA']);
  assert.ok(address?.position && address.usrn);
});

test('a house number narrows, one match is shown to be confirmed, and one that is not there loses nothing', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  const [postcode, houses] = terrace;
  const house = houses[1] ?? assert.fail();
  await browser.send({ 'home-search': `${String(house.primary.start)}, ${postcode.toLowerCase()}` });
  assert.match(browser.text, /Your address/);
  await browser.send();
  assert.equal(browser.heading, 'Check your answers');
  await browser.send();
  assert.equal(addressOf(answerTo(sent[0] ?? {}, 'home'))?.uprn, house.uprn);

  await using other = await open();
  await other.browser.send({ 'home-search': `${postcode} 9999` });
  assert.match(other.browser.text, /Nothing here is like “9999”/);
  assert.equal(choices(other.browser).length, houses.length);
});

test('a tower stays whole, under its building’s name, and in natural order', async () => {
  await using opened = await open();
  await opened.browser.send({ 'home-search': tower[0] });
  const building = tower[1].find(({ classification }) => classification === 'RD06')?.parent?.primary.text?.en;
  assert.ok(building && opened.browser.text.includes(`Select an address ${building}`), opened.browser.text.slice(0, 300));
  const listed = choices(opened.browser);
  assert.ok(listed.length > 100, String(listed.length));
  const numbers = listed.map(([, line]) => Number(/\d+/.exec(line)?.[0]));
  assert.deepEqual(
    numbers,
    [...numbers].sort((a, b) => a - b),
  );
});

test('the beginning of an address is looked for as one', async () => {
  await using opened = await open();
  const house = terrace[1][0] ?? assert.fail();
  await opened.browser.send({ 'home-search': `${String(house.primary.start)} ${house.street.name.en.slice(0, -1)}` });
  assert.ok(
    choices(opened.browser).some(([uprn]) => uprn === house.uprn),
    opened.browser.text,
  );
  await opened.browser.send({ 'home-picked': house.uprn });
  assert.equal(opened.browser.heading, 'Check your answers');
});

test('each failure has its sentence and its way on, in both languages, and what was typed stays', async () => {
  const failures: readonly (readonly [string, string, string])[] = [
    ['', 'Enter a postcode', 'Rhowch god post'],
    [
      'hello',
      'We cannot find an address like “hello”. Check it, enter a postcode, or enter the address manually',
      'Ni allwn ddod o hyd i gyfeiriad fel “hello”. Gwiriwch ef, rhowch god post, neu rhowch y cyfeiriad â llaw',
    ],
    [
      'QQ1 1AA',
      'QQ1 1AA is not a UK postcode. Check it: it is like SW1A 2AA',
      'Nid yw QQ1 1AA yn god post yn y DU. Gwiriwch ef: mae fel CF10 1EP',
    ],
    ['AM1', 'Enter the whole postcode, like SW1A 2AA', 'Rhowch y cod post cyfan, fel CF10 1EP'],
    [
      'ZE1 0AA',
      'We cannot find the postcode ZE1 0AA. Check the postcode. New postcodes can take a few weeks to appear. You can enter the address manually',
      'Ni allwn ddod o hyd i’r cod post ZE1 0AA. Gwiriwch y cod post. Gall codau post newydd gymryd rhai wythnosau i ymddangos. Gallwch roi’r cyfeiriad â llaw',
    ],
  ];
  for (const [at, language] of [
    [1, 'en'],
    [2, 'cy'],
  ] as const) {
    await using opened = await open();
    const { browser } = opened;
    await browser.send({}, { name: '_action', value: `language:${language}` });
    for (const failure of failures) {
      await browser.send({ 'home-search': failure[0] });
      assert.equal(browser.status, 422, failure[0]);
      assert.deepEqual(browser.errors, [failure[at]]);
      assert.equal(browser.formData().get('home-search'), failure[0]);
      assert.match(browser.title, language === 'en' ? /^Error: / : /^Gwall: /);
    }
    await browser.send({ 'home-search': 'A'.repeat(10_000) });
    assert.equal(browser.errors.length, 1);
    assert.ok((browser.errors[0] ?? '').length < 300);
  }
});

test('another council’s postcode names it and leads there', async () => {
  await using opened = await open();
  await opened.browser.send({ 'home-search': theirs[0] });
  const name = theirs[1][0]?.custodian.name.en ?? '';
  assert.deepEqual(opened.browser.errors, [`This address is in the area of ${name}. This service is for addresses in our area`]);
  assert.equal(opened.browser.link(`Go to ${name}`), 'https://neighbour.example');
});

test('by hand at any point, with what was typed, and back again', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  const typed = `Rose Cottage, ${terrace[0]}`;
  await browser.send({ 'home-search': typed }, way('by-hand'));
  assert.equal(browser.formData().get('home-line-1'), 'Rose Cottage');
  assert.equal(browser.formData().get('home-postcode'), `${terrace[0].slice(0, -3)} ${terrace[0].slice(-3)}`.replace('  ', ' '));
  await browser.send({ 'home-line-2': '7 Nowhere Road', 'home-postcode': 'x' });
  assert.deepEqual(browser.errors, ['Enter the town or city', 'Enter a full UK postcode, like SW1A 2AA']);
  assert.equal(browser.formData().get('home-line-2'), '7 Nowhere Road');
  await browser.send({ 'home-town': 'Aldermere' }, way('search'));
  assert.equal(browser.formData().get('home-search'), typed);
  await browser.send({}, way('by-hand'));
  assert.deepEqual(
    ['line-1', 'line-2', 'town', 'postcode'].map((part) => browser.formData().get(`home-${part}`)),
    ['Rose Cottage', '7 Nowhere Road', 'Aldermere', 'x'],
  );
  await browser.send({ 'home-postcode': 'am1a1jt' });
  assert.equal(browser.heading, 'Check your answers');
  await browser.send();
  assert.deepEqual(addressOf(answerTo(sent[0] ?? {}, 'home')), {
    lines: ['Rose Cottage', '7 Nowhere Road'],
    town: 'Aldermere',
    postcode: 'AM1A 1JT',
    source: 'by-hand',
  });
});

test('changing a chosen address by hand clears what was known of it; looking at it and leaving it does not', async () => {
  for (const change of [false, true]) {
    await using opened = await open();
    const { browser, sent } = opened;
    const house = terrace[1][1] ?? assert.fail();
    await browser.send({ 'home-search': `${String(house.primary.start)} ${terrace[0]}` });
    await browser.send({}, way('by-hand'));
    const line = String(browser.formData().get('home-line-1'));
    await browser.send(change ? { 'home-line-1': `The Annexe, ${line}` } : {});
    assert.equal(browser.heading, 'Check your answers');
    await browser.send();
    const address = addressOf(answerTo(sent[0] ?? {}, 'home'));
    assert.deepEqual([address?.uprn, address?.source], change ? [undefined, 'by-hand'] : [house.uprn, 'DPA']);
  }
});

test('where the address service is down, the address is written by hand with what is known of it', async () => {
  for (const fault of ['reset', 'hang', 'ok-html', 'server-error', 'truncated-body'] as const) {
    // Of what never ends, the end is waited for.
    await using opened = await open({ timeoutMs: 500 });
    const { browser } = opened;
    await faults.add({ fault });
    await browser.send({ 'home-search': terrace[0] });
    assert.deepEqual(browser.errors, ['Sorry, address search is not available. Enter the address manually, or try again'], fault);
    assert.ok(browser.controlNames.includes('home-line-1'));
    await browser.send({ 'home-line-1': '1 Mill Lane', 'home-town': 'Aldermere' });
    assert.equal(browser.heading, 'Check your answers', fault);
    await faults.clear();
  }
  await using without = await open({ withAddresses: false });
  await without.browser.send({ 'home-search': terrace[0] });
  assert.deepEqual(without.browser.errors, ['Sorry, address search is not available. Enter the address manually, or try again']);
});

test('where it is busy, the same page says so and keeps what was typed', async () => {
  await using opened = await open();
  const { browser } = opened;
  await faults.add({ fault: 'too-many-requests', retryAfter: '1', times: 1 });
  await browser.send({ 'home-search': `3 ${terrace[0]}` });
  assert.deepEqual(browser.errors, ['The address service is busy. Try again in a few seconds, or enter the address manually']);
  assert.equal(browser.formData().get('home-search'), `3 ${terrace[0]}`);
});

test('a house with a letter is that house, however it is typed, and never the number alone', async () => {
  const lettered = all.find(([, list]) =>
    list.some(
      (one) =>
        isPlain(one) &&
        one.primary.startSuffix !== undefined &&
        list.some(({ primary }) => primary.start === one.primary.start && primary.startSuffix === undefined),
    ),
  );
  const [postcode, list] = lettered ?? assert.fail('no house with a letter');
  const house = list.find((one) => isPlain(one) && one.primary.startSuffix !== undefined) ?? assert.fail();
  const number = String(house.primary.start);
  const letter = house.primary.startSuffix ?? '';
  for (const typed of [
    `${number} ${letter}, ${postcode}`,
    `${number}${letter.toLowerCase()}, ${postcode} UK`,
    `no. ${number} ${letter} ${postcode}`,
  ]) {
    await using opened = await open();
    const { browser, sent } = opened;
    await browser.send({ 'home-search': typed });
    assert.deepEqual(browser.errors, [], typed);
    assert.match(browser.text, new RegExp(`Your address ${number}${letter} `), typed);
    await browser.send();
    await browser.send();
    assert.equal(addressOf(answerTo(sent[0] ?? {}, 'home'))?.uprn, house.uprn, typed);
  }
  // A letter that no house has: all of the postcode, and nothing chosen.
  await using opened = await open();
  await opened.browser.send({ 'home-search': `${number} Z, ${postcode}` });
  assert.doesNotMatch(opened.browser.text, /Your address/);
  assert.ok(choices(opened.browser).length > 2);
  assert.match(opened.browser.text, /Nothing here is like/);
});

test('forces’ post is understood and written by hand', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ 'home-search': 'bfpo 61' });
  assert.deepEqual(browser.errors, []);
  assert.match(browser.text, /The addresses of BFPO 61 are not in our list\. Enter the address manually/);
  assert.equal(browser.formData().get('home-postcode'), 'BFPO 61');
});

test('a form that anybody could fill in changes nothing but its own answer', async () => {
  await using opened = await open();
  const { browser } = opened;
  for (const [name, value] of [
    ['home-stage', 'chosen'],
    ['home-stage', '<script>'],
    ['home-picked', '999999999999'],
    ['home-uprn', 'x'],
    ['home-latitude', '1e9'],
    ['home-search', '<img src=x onerror=alert(1)>'],
    ['home-line-1', '"><script>alert(1)</script>'],
  ] as const) {
    const form = browser.formData();
    form.set(name, value);
    await browser.post(form);
    assert.ok(browser.status === 200 || browser.status === 422, `${name} ${String(browser.status)}`);
    assert.doesNotMatch(browser.html, /<script>|<img src=x/);
    await browser.open(browser.url.replace(/[^/]*$/, 'home'));
  }
});
