/** The bill without a script: an address of its own, which says nothing and opens in one browser only. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { borough } from '../testing/borough.fixture.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

const quick = { payments: { councilTax: { refusalMs: 0 } } };

test('a bill is led to: reload, Back and Forward, two tabs and the other language show it again', async () => {
  await using council = await borough(quick);
  const [one, two] = [council.billing.households.at(5), council.billing.households.at(6)];
  const browser = await new PlainBrowser(council.url).open('/council-tax');
  await browser.send({ account: one.account, postcode: one.postcode });
  const first = browser.url;
  assert.match(first, /\/council-tax\/bill\/[\w-]{22}\?lang=en$/);
  assert.match(browser.html, new RegExp(one.account));
  // Another tab of the same browser.
  await browser.open('/council-tax');
  await browser.send({ account: two.account, postcode: two.postcode });
  const second = browser.url;
  assert.notEqual(second, first);
  for (const [address, account] of [
    [first, one.account],
    [second, two.account],
    [first, one.account],
  ] as const) {
    await browser.open(address);
    assert.deepEqual([browser.status, browser.html.includes(account)], [200, true]);
  }
  await browser.click(/Cymraeg/);
  assert.match(browser.heading, /Bil treth gyngor/i);
  assert.match(browser.html, new RegExp(one.account));
  for (const address of browser.visited)
    for (const { account, postcode } of [one, two])
      assert.ok(!address.includes(account) && !address.includes(encodeURIComponent(postcode)), address);
  assert.doesNotMatch(council.logged(), new RegExp(`${one.account}|${two.account}`));
});

test('in another browser, without cookies, and after an hour it shows no bill, and says what to do', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ ...quick, clock });
  const { account, postcode } = council.billing.households.at(5);
  const answer = await council.fetch('/council-tax', {
    method: 'POST',
    body: new URLSearchParams({ account, postcode }),
    headers: { origin: council.url },
  });
  assert.equal(answer.status, 303);
  const address = answer.headers.get('location') ?? '';
  const [cookie = ''] = answer.headers.getSetCookie();
  const id = /bill\/([\w-]{22})/.exec(address)?.[1] ?? '';
  assert.match(cookie, new RegExp(`; Path=/council-tax/bill/${id}; Max-Age=3600; HttpOnly; SameSite=Lax$`));
  assert.doesNotMatch(cookie, new RegExp(account));
  const pair = cookie.split(';')[0] ?? '';
  const open = async (path: string, headers: Record<string, string>) => {
    const page = await council.fetch(path, { headers });
    return { status: page.status, text: await page.text() };
  };
  assert.equal((await open(address, { cookie: pair })).status, 200);
  for (const [path, headers] of [
    [address, {}],
    [address, { cookie: `${pair.slice(0, -2)}AA` }],
    [address.replace(id, `${id.slice(0, -1)}${id.endsWith('A') ? 'B' : 'A'}`), { cookie: pair }],
    [`/council-tax/bill/${'x'.repeat(22)}`, { cookie: 'council-bill=nonsense' }],
  ] as const) {
    const { status, text } = await open(path, headers);
    assert.equal(status, 404, path);
    assert.match(text, /Look up your bill again[\s\S]*one hour[\s\S]*allow cookies/);
    assert.doesNotMatch(text, new RegExp(account));
  }
  clock.advance(3_600_000);
  assert.equal((await open(address, { cookie: pair })).status, 404);
});

test('what went wrong has an address too: Back finds it with what was typed, and no guess is made again', async () => {
  await using council = await borough({ payments: { councilTax: { refusalMs: 0, tries: 2 } } });
  const { account, postcode } = council.billing.households.at(5);
  const browser = await new PlainBrowser(council.url).open('/council-tax');
  await browser.send({ account, postcode: 'SW1A 2AA' });
  const wrong = browser.url;
  for (let reload = 0; reload < 5; reload += 1) {
    await browser.open(wrong);
    assert.equal(browser.status, 404);
    assert.match(browser.errors.join(), /cannot find a bill/);
    assert.deepEqual([browser.value('account'), browser.value('postcode')], [account, 'SW1A 2AA']);
  }
  await browser.send({ account, postcode: 'nowhere' });
  assert.deepEqual([browser.status, browser.errors.length], [422, 1]);
  const english = browser.errors[0];
  await browser.click(/Cymraeg/);
  assert.deepEqual([browser.status, browser.errors.length], [422, 1]);
  assert.notEqual(browser.errors[0], english, 'in the language of the page');
  await browser.send({ account, postcode });
  assert.equal(browser.status, 200);
});

test('the billing system does not answer a reload: it says so, and the bill is there again afterwards', async () => {
  await using council = await borough({ ...quick, timeoutMs: 250 });
  const { account, postcode } = council.billing.households.at(5);
  const browser = await new PlainBrowser(council.url).open('/council-tax');
  await browser.send({ account, postcode });
  const address = browser.url;
  await council.platforms.billing.faults.add({ fault: 'hang', times: 1 });
  await browser.open(address);
  assert.equal(browser.status, 504);
  assert.deepEqual([browser.value('account'), browser.value('postcode')], [account, postcode]);
  await browser.open(address);
  assert.equal(browser.status, 200);
});
