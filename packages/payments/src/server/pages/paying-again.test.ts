/** Paying without a script, where something goes wrong or is done twice: what is said, what is kept, and what is paid in the end. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borough, type Borough } from '../testing/borough.fixture.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

/** At the check page of a parking fine. */
async function atCheck(council: Borough, amount = '35', language = 'en'): Promise<PlainBrowser> {
  const browser = await new PlainBrowser(council.url).open(`/pay/parking?lang=${language}`);
  await browser.send({ reference: 'AL12345678' });
  await browser.send({ 'amount-other': amount });
  return browser;
}
const payable = ({ govukPay }: Borough): number[] => govukPay.payments.filter(({ state }) => !state.finished).map(({ amount }) => amount);

test('GOV.UK Pay is down: it says that nothing was taken, in both languages, keeps everything, and goes on', async () => {
  await using council = await borough({
    payments: { contact: { text: { en: 'Call us', cy: 'Ffoniwch ni' }, telephone: '01632 960 100' } },
  });
  for (const [language, title, text, on] of [
    ['en', 'We could not begin your payment', /GOV\.UK Pay is not working\. Nothing has been taken\. Try again/, 'Pay on GOV.UK Pay'],
    ['cy', 'Ni allem ddechrau eich taliad', /Nid yw GOV\.UK Pay yn gweithio\. Nid oes dim wedi’i gymryd/, 'Talu ar GOV.UK Pay'],
  ] as const) {
    const browser = await atCheck(council, '35', language);
    await council.platforms.govukPay.faults.add({ fault: 'refuse' });
    await browser.send({});
    assert.deepEqual([browser.status, browser.heading], [502, title]);
    assert.match(browser.html, text);
    assert.match(browser.html, /01632 960 100/);
    await council.platforms.govukPay.faults.clear();
    await browser.send({});
    assert.equal(browser.heading, on);
    assert.match(browser.html, /£35\.00/);
    assert.deepEqual(payable(council), [3_500]);
  }
});

test('not begun, then another amount: that one is paid, and not the one of before', async () => {
  await using council = await borough({ pay: { idempotency: 'ignored' } });
  const browser = await atCheck(council, '35');
  // Pay has it, and nobody knows.
  await council.platforms.govukPay.faults.add({ fault: 'lost-answer', method: 'POST', times: 1 });
  await council.platforms.govukPay.faults.add({ fault: 'unavailable', method: 'GET', times: 3 });
  await browser.send({});
  assert.equal(browser.heading, 'We could not begin your payment');
  await browser.click(/Back/);
  await browser.click(/Change[\s\S]*amount/i);
  await browser.send({ 'amount-other': '20' });
  assert.equal(browser.heading, 'Check your payment');
  assert.match(browser.html, /£20\.00/);
  await browser.send({});
  assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  assert.match(browser.html, /Amount[\s\S]*£20\.00/);
  await browser.click(/Pay £20\.00/);
  assert.match(browser.url, /\/secure\//);
});

test('Back from GOV.UK Pay and pressed again: the same payment, as often as one likes', async () => {
  await using council = await borough();
  const browser = await atCheck(council);
  const check = browser.url;
  await browser.send({});
  const page = browser.url;
  for (let time = 0; time < 3; time += 1) {
    await browser.click(/Pay £35\.00/);
    assert.match(browser.url, /\/secure\//);
    // The page between, from the browser's history.
    await browser.open(page);
    assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  }
  // Two pages back, and pressed twice: nothing is confirmed that is not paid, and the way on is there.
  await browser.open(check);
  assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  await browser.click(/Pay £35\.00/);
  assert.match(browser.url, /\/secure\//);
  assert.equal(council.govukPay.payments.length, 1);
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await browser.open(council.govukPay.payments[0]?.return_url ?? '');
  await browser.open(check);
  assert.equal(browser.heading, 'Payment received');
});

test('two tabs pay the same: one can be paid, and the other says why it cannot', async () => {
  await using council = await borough();
  const [first, second] = [await atCheck(council), await atCheck(council)];
  await first.send({});
  await second.send({});
  assert.deepEqual(payable(council), [3_500]);
  // The first tab goes on to what the second has closed.
  await first.click(/Pay £35\.00/);
  assert.equal(first.heading, 'Your payment did not go through');
  assert.match(first.html, /being paid in another tab[\s\S]*Nothing has been taken/);
  await second.click(/Pay £35\.00/);
  council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
  await second.open(council.govukPay.payments.at(-1)?.return_url ?? '');
  assert.equal(second.heading, 'Payment received');
});

test('while the other tab’s payment is being confirmed: it says so, and what to do', async () => {
  await using council = await borough({ pay: { confirmSeconds: 60 } });
  const [first, second] = [await atCheck(council), await atCheck(council)];
  await first.send({});
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await second.send({});
  assert.equal(second.heading, 'You cannot pay this now');
  assert.match(second.html, /A payment of this amount is being confirmed\. [\s\S]*Wait a minute, then try again/);
  await council.govukPay.advance(61);
  // The page offers to try again, and it is asked then whether it is meant to be paid twice.
  await second.send({});
  assert.match(second.heading, /already paid this amount/);
  assert.equal(council.govukPay.payments.length, 1);
});

test('GOV.UK Pay is slow: told within ten seconds, and one payment in the end', { timeout: 60_000 }, async () => {
  await using council = await borough({ pay: { idempotency: 'ignored' }, paySettings: { timeoutMs: 8_000 } });
  const browser = await atCheck(council);
  await council.platforms.govukPay.faults.add({ fault: 'slow-headers', seconds: 20, method: 'POST', path: '/v1/payments', times: 1 });
  const started = performance.now();
  await browser.send({});
  assert.ok(performance.now() - started < 10_000, 'told in time');
  assert.equal(browser.heading, 'We could not begin your payment');
  await browser.send({});
  assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  assert.equal(council.govukPay.payments.length, 1);
});

test('begun with a script, come back to a page whose script does not run: its link shows the answer', async () => {
  const site = 'https://www.council.example';
  await using council = await borough({ payments: { returnOrigins: [site] } });
  const { body } = await council.begin({ returnUrl: `${site}/paid` });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  const back = await council.fetch(`/payments/${body.id}/return`);
  assert.equal(back.headers.get('location'), `${site}/paid?payment=${body.id}`);
  for (const [language, heading] of [
    ['en', 'Payment received'],
    ['cy', 'Taliad wedi’i dderbyn'],
  ] as const)
    assert.equal((await new PlainBrowser(council.url).open(`/payments/${body.id}/return?lang=${language}`)).heading, heading);
});
