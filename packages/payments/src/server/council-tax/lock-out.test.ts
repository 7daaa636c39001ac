/** Who guesses at postcodes is stopped; who lives there is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { accountNumber, borough, type Borough, type BoroughOptions } from '../testing/borough.fixture.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

const minutes = 60_000;
const elsewhere = 'SW1A 2AA';

/** A council behind a proxy of its own, which says who asks. */
async function behindProxy(options: BoroughOptions = {}) {
  const clock = new ManualClock(new Date().toISOString());
  const council = await borough({
    clock,
    payments: {
      councilTax: { refusalMs: 0 },
      contact: { text: { en: 'Call us on 01632 960 100', cy: 'Ffoniwch ni ar 01632 960 100' } },
    },
    ...options,
    gateway: { trustedProxies: 1, ...options.gateway },
  });
  const ask = async (client: number, account: string, postcode: string): Promise<number> =>
    (await council.post('/council-tax/bill', { account, postcode }, { 'x-forwarded-for': `192.0.2.${client}` })).status;
  return { council, clock, ask };
}

/** One person's account, and their own way to it. */
const resident = ({ billing }: Borough): { account: string; postcode: string } => billing.households.at(5);

test('one stranger locks nobody out but themselves', async () => {
  const { council, ask } = await behindProxy();
  await using _ = council;
  const { account, postcode } = resident(council);
  for (let time = 0; time < 60; time += 1) await ask(1, account, elsewhere);
  assert.equal(await ask(1, account, postcode), 429);
  assert.equal(await ask(2, account, postcode), 200);
});

test('a stranger with a hundred addresses is stopped at one account, and not from those who have seen its bill', async () => {
  const { council, ask } = await behindProxy();
  await using _ = council;
  const { account, postcode } = resident(council);
  assert.equal(await ask(200, account, postcode), 200);
  let tried = 0;
  for (let client = 1; client <= 100; client += 1)
    for (let time = 0; time < 3; time += 1) if ((await ask(client, account, elsewhere)) === 404) tried += 1;
  assert.equal(tried, 50, 'guesses in a quarter of an hour, whatever the number of addresses');
  assert.equal(await ask(101, account, postcode), 429, 'somebody new');
  assert.equal(await ask(200, account, postcode), 200, 'who has seen it');
  // Who has seen it has not got more guesses by that.
  for (let time = 0; time < 5; time += 1) assert.equal(await ask(200, account, elsewhere), 404);
  assert.equal(await ask(200, account, postcode), 429);
});

test('who tries one account after the other is stopped; the lock ends, though they go on trying', async () => {
  const { council, clock, ask } = await behindProxy();
  await using _ = council;
  const statuses = [];
  for (let number = 1; number <= 25; number += 1) statuses.push(await ask(1, accountNumber(5_000 + number), elsewhere));
  assert.deepEqual([statuses.filter((status) => status === 404).length, statuses.at(-1)], [20, 429]);
  const { account, postcode } = resident(council);
  for (let minute = 0; minute < 15; minute += 1) {
    assert.equal(await ask(1, account, postcode), 429, `after ${minute} minutes`);
    clock.advance(minutes);
  }
  assert.equal(await ask(1, account, postcode), 200);
});

test('a mistake every few minutes from one network, all day: nobody is locked out by what was an hour ago', async () => {
  const { council, clock, ask } = await behindProxy();
  await using _ = council;
  for (let mistake = 0; mistake < 60; mistake += 1) {
    assert.equal(await ask(1, accountNumber(5_000 + mistake), elsewhere), 404, `mistake ${mistake}`);
    clock.advance(5 * minutes);
  }
  const { account, postcode } = resident(council);
  assert.equal(await ask(1, account, postcode), 200);
});

test('without a script: the same words, what was typed stays, and the way on is there, in both languages', async () => {
  const { council } = await behindProxy({ gateway: { trustedProxies: 0 } });
  await using _ = council;
  const { account, postcode } = resident(council);
  for (const [language, none, locked] of [
    [
      'en',
      /cannot find a bill/,
      /too many wrong tries\. Wait 15 minutes.*latest letter.*still pay with your account number\. Call us on 01632 960 100\./,
    ],
    ['cy', /ddod o hyd i fil/, /gormod o geisiadau anghywir\. Arhoswch 15 munud.*Gallwch dalu o hyd.*Ffoniwch ni ar 01632 960 100\./],
  ] as const) {
    const number = language === 'en' ? account : council.billing.households.at(6).account;
    const browser = await new PlainBrowser(council.url).open(`/council-tax?lang=${language}`);
    for (let time = 0; time < 5; time += 1) {
      await browser.send({ account: number, postcode: elsewhere });
      assert.equal(browser.status, 404);
      assert.match(browser.errors.join(), none);
    }
    await browser.send({ account: number, postcode });
    assert.equal(browser.status, 429);
    assert.match(browser.errors.join(), locked);
    assert.deepEqual([browser.value('account'), browser.value('postcode')], [number, postcode]);
    // It is true that one can still pay.
    await browser.click(language === 'en' ? /Pay with your account number/ : /Talu gyda’ch rhif cyfrif/);
    await browser.send({ reference: number });
    assert.equal(browser.heading, language === 'en' ? 'How much do you want to pay?' : 'Faint hoffech ei dalu?');
  }
});

test('no such account, a wrong postcode, locked, and a billing system in trouble: each leaves after the same time', async () => {
  await using council = await borough({ timeoutMs: 250, payments: { councilTax: { refusalMs: 400, tries: 2 } } });
  const { account } = resident(council);
  const timed = async (asked: string): Promise<{ status: number; ms: number }> => {
    const started = performance.now();
    const { status } = await council.post('/council-tax/bill', { account: asked, postcode: elsewhere });
    return { status, ms: performance.now() - started };
  };
  const nobody = accountNumber(5_001);
  const answers = [
    await timed(account),
    await timed(nobody),
    await timed(account),
    await timed(nobody),
    await timed(account),
    await timed(nobody),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404, 404, 429, 429],
  );
  await council.platforms.billing.faults.add({ fault: 'hang' });
  answers.push(await timed(council.billing.households.at(7).account), await timed(accountNumber(5_002)));
  for (const { status, ms } of answers) assert.ok(ms >= 399, `${status}: ${ms} ms`);
});
