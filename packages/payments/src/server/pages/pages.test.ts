/** Bill and payment without a script, as a browser with JavaScript switched off goes through them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borough, type Borough } from '../testing/borough.fixture.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

/** An account with something left to pay, in one stretch. */
const payable = async (council: Borough): Promise<{ account: string; postcode: string }> => {
  for (let index = 0; index < 200; index += 1) {
    const { account, postcode, directDebit } = council.billing.households.at(index);
    if (directDebit) continue;
    const answer = await council.post('/council-tax/bill', { account, postcode });
    const bill = (await answer.json()) as { balance: number; instalments: { status: string }[] };
    if (bill.balance > 20_000 && bill.instalments.some(({ status }) => status !== 'paid')) return { account, postcode };
  }
  throw new Error('Nobody has anything to pay.');
};

test('bill, what to pay, check, GOV.UK Pay, back: paid', async () => {
  await using council = await borough();
  const { account, postcode } = await payable(council);
  const browser = await new PlainBrowser(council.url).open('/council-tax');
  await browser.send({ account: '', postcode: 'nowhere' });
  assert.equal(browser.status, 422);
  assert.equal(browser.errors.length, 2);
  assert.match(browser.html, /value="nowhere"/);
  await browser.send({ account: account.toLowerCase(), postcode: 'SW1A 2AA' });
  assert.equal(browser.status, 404);
  assert.match(browser.errors[0] ?? '', /cannot find a bill/);
  await browser.send({ account, postcode });
  assert.match(browser.heading, /Council tax bill 2026 to 2027/);
  assert.doesNotMatch(browser.url, new RegExp(account));
  await browser.click(/[Pp]ay/);
  assert.equal(browser.heading, 'How much do you want to pay?');
  assert.doesNotMatch(browser.url, new RegExp(account));
  await browser.send({});
  assert.deepEqual(browser.errors, ['Select how much you want to pay']);
  await browser.send({ amount: 'other', 'amount-other': '1.234,50' });
  assert.equal(browser.errors.length, 1);
  assert.match(browser.html, /value="1\.234,50"/);
  await browser.send({ amount: 'other', 'amount-other': '\u200b£\u00a0123.45\u200e' });
  assert.equal(browser.heading, 'Check your payment');
  assert.match(
    browser.html,
    new RegExp(`What you are paying[\\s\\S]*Council tax[\\s\\S]*${account}[\\s\\S]*£123\\.45[\\s\\S]*Pay £123\\.45 on GOV\\.UK Pay`),
  );
  await browser.send({});
  assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  assert.match(browser.html, new RegExp(`Council tax[\\s\\S]*${account}[\\s\\S]*£123\\.45`));
  await browser.click(/Pay £123\.45/);
  assert.match(browser.url, /\/secure\//);
  assert.equal(council.govukPay.payments.length, 1);
  const [payment] = council.govukPay.payments;
  assert.ok(payment);
  council.govukPay.pay(payment.payment_id);
  await browser.open(payment.return_url ?? '');
  assert.equal(browser.heading, 'Payment received');
  assert.doesNotMatch(council.logged(), new RegExp(account));
  // The same once more: it is asked, and nothing is paid by a slip.
  await browser.open('/council-tax');
  await browser.send({ account, postcode });
  await browser.click(/[Pp]ay/);
  await browser.send({ amount: 'other', 'amount-other': '123.45' });
  assert.match(browser.heading, /already paid this amount/);
  await browser.send({ again: 'yes' });
  assert.equal(browser.heading, 'Check your payment');
  await browser.send({});
  assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  assert.equal(council.govukPay.payments.length, 2);
});

test('any other fund, by its reference; in Welsh; a double press is one payment', async () => {
  await using council = await borough();
  const browser = await new PlainBrowser(council.url).open('/pay/parking?lang=cy');
  assert.equal(browser.heading, 'Beth yw rhif yr hysbysiad?');
  await browser.send({ reference: '' });
  assert.equal(browser.errors.length, 1);
  await browser.send({ reference: '4242 4242 4242 4242' });
  assert.match(browser.errors[0] ?? '', /cerdyn/);
  await browser.send({ reference: 'al 1234-5678' });
  await browser.send({ 'amount-other': '35' });
  assert.equal(browser.heading, 'Gwiriwch eich taliad');
  await Promise.all([browser.send({}), browser.send({})]);
  assert.equal(browser.heading, 'Talu ar GOV.UK Pay');
  assert.equal(council.govukPay.payments.length, 1);
  assert.deepEqual([council.govukPay.payments[0]?.language, council.govukPay.payments[0]?.description], ['cy', 'Dirwy parcio']);
});

test('GOV.UK Pay is down: nothing typed is lost, it says so, and goes on when it is back', async () => {
  await using council = await borough();
  const browser = await new PlainBrowser(council.url).open('/pay/parking');
  await browser.send({ reference: 'AL12345678' });
  await browser.send({ 'amount-other': '35' });
  await council.platforms.govukPay.faults.add({ fault: 'refuse' });
  await browser.send({});
  assert.ok(browser.status >= 500 || /not sent|again/i.test(browser.html), browser.heading);
  await council.platforms.govukPay.faults.clear();
  await browser.send({});
  assert.equal(browser.heading, 'Pay on GOV.UK Pay');
  assert.equal(council.govukPay.payments.length, 1);
});

test('a link from a bill that was changed leads back to the bill', async () => {
  await using council = await borough();
  const browser = await new PlainBrowser(council.url).open(`/pay/council-tax/bill/${'A'.repeat(120)}`);
  assert.match(browser.url, /\/council-tax\?lang=en$/);
});
