/** Money back, page by page: what it says is true, and it is given back once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { borough, type Borough } from './testing/borough.fixture.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

const pageOf = (id: string): string => `/staff/finance/payments/${id}`;
/** Pence that Pay has given back, refund by refund. */
const given = (council: Borough): number[] => council.govukPay.payments.flatMap(({ refunds }) => refunds.map(({ amount }) => amount));

async function checking(council: Borough, id: string, amount: string): Promise<OfficerBrowser> {
  const officer = await new OfficerBrowser(council).open(`${pageOf(id)}/refund`);
  await officer.send({ amount });
  assert.equal(officer.heading, 'Check the refund', officer.text);
  return officer;
}

test('how much, check, done: as people type it; what is left is said; the resident sees it', async () => {
  await using council = await borough();
  const { id, reference, payId } = await paid(council, { amount: 18_500 });
  const officer = await new OfficerBrowser(council).open('/staff/finance');
  await officer.click(new RegExp(reference));
  assert.equal(officer.heading, `Payment ${reference}`);
  assert.match(officer.text, /£185\.00 came in\. Known from: the page that the resident came back to/);
  assert.ok(officer.text.includes(payId));
  await officer.click(/^\s*Refund/);
  assert.match(officer.text, /£185\.00 was paid and £185\.00 is left to refund/);
  for (const [typed, error] of [
    ['', 'Enter the amount you want to refund'],
    ['lots', 'The amount must be in pounds and pence, like 120 or 120.50'],
    ['-5', 'The amount must be more than £0, without a minus sign'],
    ['1,50', 'Use a full stop before the pence, like 1234.50'],
    ['185.01', 'The refund must be £185.00 or less: that is what is left'],
    ['<b>1</b>', 'The amount must be in pounds and pence, like 120 or 120.50'],
  ] as const) {
    await officer.send({ amount: typed });
    assert.deepEqual([officer.status, officer.errors], [422, [error]], typed);
    assert.match(officer.html, /<title>\s*Error: /);
    if (typed)
      assert.ok(officer.html.includes(`value="${typed.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`), 'nothing typed is lost');
  }
  await officer.send({ amount: '£ 85.50' });
  assert.equal(officer.heading, 'Check the refund');
  assert.match(officer.text, /Left to refund now £185\.00 This refund £85\.50 Change the amount Left after it £99\.50/);
  assert.deepEqual(given(council), []);
  await officer.send();
  assert.equal(officer.heading, `Payment ${reference}`);
  assert.match(officer.text, /£85\.50 is refunded/);
  assert.match(officer.text, /GOV\.UK Pay is asked to refund £85\.50\. Known from: officer o1/);
  assert.deepEqual(given(council), [8_550]);
  assert.match(await (await council.fetch(`/payments/${id}/return`)).text(), /£85\.50/);
  await officer.open('/staff/finance');
  assert.match(officer.text, /Refunded £85\.50 Paid less refunds £99\.50/);
  assert.match(officer.text, /Refunded in part/);
});

test('a double press and Back are one refund; the form is not good for another amount', async () => {
  await using council = await borough();
  const { id } = await paid(council, { amount: 10_000 });
  const officer = await checking(council, id, '12');
  const check = { html: officer.html, path: officer.path };
  const twice = [
    officer,
    Object.assign(new OfficerBrowser(council), { html: officer.html }),
    Object.assign(new OfficerBrowser(council), { html: officer.html }),
  ];
  await Promise.all(twice.map((one) => one.send()));
  for (const one of twice) assert.match(one.text, /£12\.00 is refunded/);
  assert.deepEqual(given(council), [1_200]);
  // Back to the check page: as the browser kept it, and asked for anew.
  officer.html = check.html;
  await officer.send();
  assert.match(officer.text, /£12\.00 is refunded/);
  await officer.open(check.path);
  assert.match(officer.text, /£12\.00 is refunded/);
  // Back to the form, and another amount in it.
  officer.html = check.html.replaceAll('value="1200"', 'value="1300"');
  await officer.send();
  assert.equal(officer.status, 409);
  assert.match(officer.text, /used for another refund already\. Nothing more was refunded/);
  await officer.open(check.path.replace('amount=1200', 'amount=1300'));
  assert.equal(officer.status, 409);
  assert.deepEqual(given(council), [1_200]);
  await officer.send({ amount: '13' });
  await officer.send();
  assert.deepEqual(given(council), [1_200, 1_300]);
});

test('two officers at once: one refund, and the other is told what is left now', async () => {
  await using council = await borough();
  const { id } = await paid(council, { amount: 10_000 });
  const officers = [await checking(council, id, '60'), await checking(council, id, '60')];
  await Promise.all(officers.map((one) => one.send()));
  const [won, lost] = officers.sort((a, b) => a.status - b.status);
  assert.match(won?.text ?? '', /£60\.00 is refunded/);
  assert.equal(lost?.status, 412);
  assert.match(lost?.text ?? '', /it is £40\.00 now\. Nothing was refunded/);
  assert.deepEqual(lost?.errors, ['Only £40.00 is left to refund now. Enter a smaller amount']);
  assert.deepEqual(given(council), [6_000]);
  await lost?.send({ amount: '40.00' });
  await lost?.send();
  assert.deepEqual(given(council), [6_000, 4_000]);
  await lost?.open(`${pageOf(id)}/refund`);
  assert.match(lost?.text ?? '', /Nothing is left/);
});

test('what was refunded in Pay’s own tool meanwhile is seen before the check, and before it is done', async () => {
  await using council = await borough();
  const { id, payId } = await paid(council, { amount: 10_000 });
  const inPaysTool = async (amount: number, available: number): Promise<void> => {
    const answer = await fetch(`${council.platforms.govukPay.baseUrl}/v1/payments/${payId}/refunds`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
      body: JSON.stringify({ amount, refund_amount_available: available }),
    });
    assert.equal(answer.status, 202);
  };
  const officer = await new OfficerBrowser(council).open(`${pageOf(id)}/refund`);
  await inPaysTool(1_000, 10_000);
  await officer.send({ amount: '20' });
  assert.equal(officer.status, 412);
  assert.match(officer.text, /it is £90\.00 now/);
  assert.match(officer.html, /value="20\.00"/);
  await officer.send({ amount: '20' });
  assert.equal(officer.heading, 'Check the refund');
  await inPaysTool(8_500, 9_000);
  await officer.send();
  assert.equal(officer.status, 412);
  assert.deepEqual(officer.errors, ['Only £5.00 is left to refund now. Enter a smaller amount']);
  assert.deepEqual(given(council), [1_000, 8_500]);
});

test('a payment that is not paid, or that nobody may refund, says so; what is no payment is not found', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 5_000 });
  const officer = await new OfficerBrowser(council).open(`${pageOf(body.id)}/refund`);
  assert.match(officer.text, /not finished\. It can be refunded once it is paid/);
  assert.doesNotMatch(officer.html, /name="amount"/);
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '', '4000000000000002');
  await officer.open(`${pageOf(body.id)}/refund`);
  assert.match(officer.text, /was not paid, or the payer disputes it/);
  for (const id of ['x', 'a'.repeat(22), '../../etc', "1'%20or%201=1"]) {
    await officer.open(`${pageOf(id)}/refund`);
    assert.equal(officer.status, 404, id);
  }
  await officer.open(`${pageOf(body.id)}/refund/check?amount=-5&seen=1&key=x`);
  assert.match(officer.heading, /^Refund payment/);
});

test('Pay’s answer is lost: it is looked for, and what is said is true', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock });
  const { id } = await paid(council, { amount: 10_000 });
  const { faults } = council.platforms.govukPay;
  // Made, and the answer lost.
  let officer = await checking(council, id, '10');
  const page = officer.html;
  await faults.add({ fault: 'lost-answer', method: 'POST', times: 1 });
  await officer.send();
  assert.match(officer.text, /£10\.00 is refunded/);
  assert.match(officer.text, /answer to the refund of £10\.00 was lost/);
  officer.html = page;
  await officer.send();
  assert.match(officer.text, /£10\.00 is refunded/);
  assert.deepEqual(given(council), [1_000]);
  // Not made, and nobody says so.
  officer = await checking(council, id, '20');
  await faults.add({ fault: 'reset', method: 'POST', times: 1 });
  await officer.send();
  assert.match(officer.text, /shows no such refund/);
  assert.deepEqual(given(council), [1_000]);
  // Made, and Pay cannot even be asked; when it can, the same page knows.
  officer = await checking(council, id, '30');
  await faults.add({ fault: 'lost-answer', method: 'POST', times: 1 });
  await faults.add({ fault: 'unavailable', method: 'GET' });
  await officer.send();
  assert.match(officer.text, /not known yet whether £30\.00 was refunded/);
  assert.doesNotMatch(officer.text, /£30\.00 is refunded/);
  const told = officer.path;
  await faults.clear();
  clock.advance(60_000);
  await officer.send({}, /Ask GOV\.UK Pay again/);
  assert.match(officer.text, /This is what it says now/);
  await officer.open(told);
  assert.match(officer.text, /£30\.00 is refunded/);
  assert.deepEqual(given(council), [1_000, 3_000]);
});

test('Pay is away, or refuses: nothing was refunded, why, and a way on', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock });
  const { id } = await paid(council, { amount: 10_000 });
  const { faults } = council.platforms.govukPay;
  const officer = await checking(council, id, '10');
  await faults.add({ fault: 'too-many-requests', method: 'POST', times: 1 });
  await officer.send();
  assert.equal(officer.status, 409);
  assert.match(officer.text, /did not take the refund\. Nothing was refunded\. Try again in a minute\. \(P0900\)/);
  assert.match(officer.html, /value="10\.00"/);
  // A program sends the same again, as it is told to.
  const send = async () => {
    const wish = { amount: 700, amountAvailable: 10_000 };
    const headers = { 'x-officer': 'sam', 'idempotency-key': 'once-more' };
    return (await council.post(`/staff/payments/${id}/refunds`, wish, headers)).status;
  };
  await faults.add({ fault: 'too-many-requests', method: 'POST', times: 1 });
  assert.deepEqual([await send(), await send(), await send()], [503, 202, 202]);
  assert.deepEqual(given(council), [700]);
  await faults.add({ fault: 'unavailable', method: 'GET' });
  await officer.open(`${pageOf(id)}/refund`);
  assert.equal(officer.status, 502);
  assert.equal(officer.heading, 'GOV.UK Pay cannot be asked at the moment');
  assert.match(officer.text, /Nothing was changed/);
  await officer.click(/Back to the payment/);
  assert.match(officer.heading, /^Payment /);
  assert.deepEqual(given(council), [700]);
});

test('by a program: an Idempotency-Key is one refund', async () => {
  await using council = await borough();
  const { id } = await paid(council, { amount: 10_000 });
  const send = async (amount: number) => {
    const answer = await council.post(
      `/staff/payments/${id}/refunds`,
      { amount, amountAvailable: 10_000 },
      { 'x-officer': 'sam', 'idempotency-key': 'one' },
    );
    return [answer.status, ((await answer.json()) as { refunded?: number }).refunded];
  };
  assert.deepEqual(await Promise.all([send(500), send(500), send(500)]), [
    [202, 500],
    [202, 500],
    [202, 500],
  ]);
  assert.deepEqual(await send(600), [409, undefined]);
  assert.deepEqual(given(council), [500]);
});
