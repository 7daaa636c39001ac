import { dayInLondon } from '@council-kit/core';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { borough, type Borough } from './testing/borough.fixture.ts';

interface Story {
  payReference: string;
  payId: string;
  available: number;
  story: { kind: string; amount: number; status: string | null; source: string }[];
}

const kinds = async (council: Borough, id: string): Promise<string[]> =>
  (await council.staff<Story>(`/staff/payments/${id}`)).body.story.map(({ kind, status }) => (status ? `${kind} ${status}` : kind));

test('nothing unseen is kept of what was pasted: the receipt’s address, and the reference', async () => {
  await using council = await borough();
  const { account } = council.billing.households.at(1);
  for (const email of [
    '\u200bann@example.org',
    'ann\u2060@example.org',
    'ann@exam\u200bple.org',
    'ann@example.org\u200b',
    'ann@example.org\u200e',
    'a\u00adnn@example.org',
    'an\u180en@example.org',
    '\ufeff ann@example.org\u00a0',
  ])
    assert.equal((await council.begin({ email, again: true })).status, 201, email);
  assert.deepEqual([...new Set(council.govukPay.payments.map(({ email }) => email))], ['ann@example.org']);
  for (const reference of [`${account}\u200b`, `\u200e${account}`, account.split('').join('\u2011'), account.split('').join('\u2212')])
    assert.equal((await council.begin({ reference, again: true })).status, 201, reference);
});

test('begun, paid, come back to: the answer is true, the ledger has the story, the billing system has the money once', async () => {
  await using council = await borough();
  const { status, body } = await council.begin({ email: 'ann@example.org' });
  assert.equal(status, 201);
  assert.match(body.id, /^[A-Za-z0-9_-]{22}$/);
  assert.deepEqual(body.state, { status: 'created', finished: false });
  assert.equal(body.next?.href, `${council.url}/payments/${body.id}/pay`);
  const [payment] = council.govukPay.payments;
  assert.ok(payment);
  // Nothing personal goes to Pay but what its own form is filled in with.
  assert.deepEqual([payment.description, payment.email, payment.metadata], ['Council tax', 'ann@example.org', undefined]);
  assert.doesNotMatch(payment.reference, /\d/);
  const onward = await council.fetch(`/payments/${body.id}/pay`);
  assert.equal(onward.status, 303);
  assert.match(onward.headers.get('location') ?? '', /\/secure\/[0-9a-f]+$/);
  council.govukPay.pay(payment.payment_id);
  const page = await council.fetch(`/payments/${body.id}/return`, { headers: { accept: 'text/html' } });
  const html = await page.text();
  assert.match(html, /<h1[^>]*>Payment received<\/h1>/);
  assert.match(html, /£185\.00/);
  assert.match(html, new RegExp(body.id));
  // A reload shows the same, and nothing happens twice.
  await council.fetch(`/payments/${body.id}/return`);
  await until(() => council.billing.payments.length > 0, 'the billing system has it');
  const { account } = council.billing.households.at(1);
  assert.deepEqual(
    council.billing.payments.map((one) => [one.account, one.amount, one.reference, one.provider_reference]),
    [[account, 18_500, payment.reference, payment.payment_id]],
  );
  await until(async () => (await kinds(council, body.id)).includes('posted'), 'the ledger says so');
  assert.deepEqual(await kinds(council, body.id), ['intended', 'created', 'state success', 'paid', 'posted']);
  assert.equal((await council.read(body.id)).next, null);
  assert.doesNotMatch(council.logged(), /ann@example\.org/);
  assert.doesNotMatch(council.logged(), new RegExp(account));
});

describe('one intention, one payment', () => {
  test('a double click: eight at once with one key', async () => {
    await using council = await borough();
    const answers = await Promise.all(Array.from({ length: 8 }, () => council.begin({}, 'one')));
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 200, 201]);
    assert.equal(council.govukPay.payments.length, 1);
    const other = await council.begin({ amount: 1 }, 'one');
    assert.deepEqual([other.status, other.body.code], [409, 'idempotency_conflict']);
  });

  test('no key: refused before anything is begun', async () => {
    await using council = await borough();
    const answer = await council.post('/payments', { fund: 'council-tax', reference: council.billing.households.at(1).account, amount: 1 });
    assert.equal(answer.status, 400);
    assert.equal(council.govukPay.payments.length, 0);
  });

  test('Back and again, a second tab: Pay’s own link leads on each time, also when it was used', async () => {
    await using council = await borough();
    const { body } = await council.begin();
    const links = [];
    for (let visit = 0; visit < 3; visit += 1) {
      const location = (await council.fetch(`/payments/${body.id}/pay`)).headers.get('location') ?? '';
      links.push(location);
      await fetch(location, { redirect: 'manual' });
    }
    assert.equal(new Set(links).size, 3);
    assert.equal(council.govukPay.payments.length, 1);
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    assert.equal((await council.fetch(`/payments/${body.id}/pay`)).headers.get('location'), `/payments/${body.id}/return`);
  });

  test('two tabs begin the same: at no time could both be paid', async () => {
    await using council = await borough();
    const [one, two] = await Promise.all([council.begin(), council.begin()]);
    const states = await Promise.all([one.body.id, two.body.id].map(async (id) => (await council.read(id)).state.status));
    assert.equal(states.filter((state) => state === 'created').length, 1, states.join());
    assert.equal(council.govukPay.payments.filter(({ state }) => !state.finished).length, 1);
    const third = await council.begin();
    assert.equal(third.status, 201);
    assert.equal(council.govukPay.payments.filter(({ state }) => !state.finished).length, 1);
  });

  test('paid in the first tab, begun in the second: it is told, and paid again only where that is said', async () => {
    await using council = await borough();
    const first = await council.begin();
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    // Nobody has come back yet: what Pay says, counts.
    const second = await council.begin();
    assert.deepEqual([second.status, second.body.code], [409, 'paid_already']);
    assert.equal((await council.read(first.body.id)).state.status, 'success');
    assert.deepEqual((await council.begin()).body.code, 'paid_already');
    const again = await council.begin({ again: true });
    assert.equal(again.status, 201);
    const other = await council.begin({ amount: 100 });
    assert.equal(other.status, 201);
  });

  test('while a payment is being confirmed, the same is not begun', async () => {
    await using council = await borough({ pay: { confirmSeconds: 60 } });
    const { body } = await council.begin();
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    // Also where it is said that it is to be paid once more: whether it was paid once is not known.
    for (const again of [false, true]) {
      const second = await council.begin({ again });
      assert.deepEqual([second.status, second.body.code], [409, 'payment_being_confirmed']);
    }
    const html = await (await council.fetch(`/payments/${body.id}/return?lang=en`)).text();
    assert.match(html, /Your payment is being confirmed/);
    await council.govukPay.advance(61);
    assert.match(await (await council.fetch(`/payments/${body.id}/return`)).text(), /being confirmed|Payment received/);
    await until(async () => (await council.read(body.id)).state.status === 'success', 'it is confirmed');
    assert.equal((await council.begin()).body.code, 'paid_already');
  });

  test('a lost answer: what Pay took is found by its reference, and adopted', async () => {
    await using council = await borough({ pay: { idempotency: 'ignored' } });
    await council.platforms.govukPay.faults.add({ fault: 'lost-answer', times: 1, method: 'POST', path: '/v1/payments' });
    const { status, body } = await council.begin();
    assert.equal(status, 201);
    assert.equal(council.govukPay.payments.length, 1);
    assert.deepEqual(await kinds(council, body.id), ['intended', 'unanswered', 'found']);
  });

  test('a lost answer, and a search that lags: the same key asks again and never creates a second', async () => {
    await using council = await borough({
      pay: { idempotency: 'ignored', searchDelaySeconds: 20 },
      payments: {},
      clock: new ManualClock(new Date().toISOString()),
    });
    await council.platforms.govukPay.faults.add({ fault: 'lost-answer', times: 1, method: 'POST', path: '/v1/payments' });
    const first = await council.begin({}, 'k');
    assert.deepEqual([first.status, first.body.code], [502, 'upstream_failed']);
    const second = await council.begin({}, 'k');
    assert.equal(second.status, 502);
    assert.equal(council.govukPay.payments.length, 1);
    await council.govukPay.advance(21);
    const third = await council.begin({}, 'k');
    assert.equal(third.status, 200);
    assert.equal(council.govukPay.payments.length, 1);
  });

  test('what never reached Pay is created, once a search would have shown it', async () => {
    const clock = new ManualClock(new Date().toISOString());
    await using council = await borough({ pay: { idempotency: 'ignored' }, clock });
    await council.platforms.govukPay.faults.add({ fault: 'reset', times: 1, method: 'POST', path: '/v1/payments' });
    assert.equal((await council.begin({}, 'k')).status, 502);
    assert.equal((await council.begin({}, 'k')).status, 502);
    clock.advance(2_000);
    const { status, body } = await council.begin({}, 'k');
    assert.equal(status, 200);
    assert.equal(body.state.status, 'created');
    assert.equal(council.govukPay.payments.length, 1);
  });

  test('killed between Pay’s answer and the disk: found after the start, by whoever asks', async () => {
    const clock = new ManualClock(new Date().toISOString());
    await using council = await borough({ pay: { idempotency: 'ignored' }, clock });
    // The connection hangs after Pay acted; the gateway is stopped meanwhile.
    await council.platforms.govukPay.faults.add({ fault: 'slow-headers', times: 1, seconds: 3600, method: 'POST', path: '/v1/payments' });
    const lost = council.begin({}, 'k').catch(() => undefined);
    await until(() => council.govukPay.payments.length === 1, 'Pay has it');
    await council.restart();
    await lost;
    clock.advance(30_000);
    const { body } = await council.begin({}, 'k');
    assert.equal(body.state.status, 'created');
    assert.equal(council.govukPay.payments.length, 1);
  });
});

test('what is wrong with an intention is said at its field', async () => {
  await using council = await borough();
  const account = council.billing.households.at(1).account;
  const wrong: [Record<string, unknown>, number, string][] = [
    [{ amount: 0 }, 422, 'amount'],
    [{ amount: -100 }, 422, 'amount'],
    [{ amount: 10_000_001 }, 422, 'amount'],
    [{ amount: Number.MAX_SAFE_INTEGER }, 422, 'amount'],
    [{ amount: 1.5 }, 422, 'amount'],
    [{ amount: '100' }, 422, 'amount'],
    [{ fund: 'parking', reference: 'AL12345678', amount: 20_001 }, 422, 'amount'],
    [{ fund: 'parking', reference: 'AL12345678', amount: 99 }, 422, 'amount'],
    [{ reference: '' }, 422, 'reference'],
    [{ reference: `${account}0` }, 422, 'reference'],
    [{ fund: 'parking', reference: '4242 4242 4242 4242', amount: 500 }, 422, 'reference'],
    [{ reference: '4242424242424242' }, 422, 'reference'],
    [{ email: 'nobody' }, 422, 'email'],
    [{ email: 'a"<b>@example.org' }, 422, 'email'],
    [{ fund: 'nothing' }, 404, ''],
  ];
  for (const [wish, status, field] of wrong) {
    const { status: got, body } = await council.begin(wish);
    assert.equal(got, status, JSON.stringify(wish));
    if (field)
      assert.deepEqual(
        (body as unknown as { errors: { field: string }[] }).errors.map((error) => error.field),
        [field],
        JSON.stringify(wish),
      );
  }
  assert.equal(council.govukPay.payments.length, 0);
  assert.doesNotMatch(council.logged(), /4242/);
  assert.equal((await council.fetch('/payments/AAAAAAAAAAAAAAAAAAAAAA')).status, 404);
  assert.equal((await council.fetch('/payments/x')).status, 404);
});

test('paid and given back whole: paying it again is no second payment, and is not asked about', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 4_000 });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await council.fetch(`/payments/${body.id}/return`);
  await council.staff(`/staff/payments/${body.id}/refunds`, { amount: 3_000, amountAvailable: 4_000 });
  assert.equal((await council.begin({ amount: 4_000 })).body.code, 'paid_already');
  await council.staff(`/staff/payments/${body.id}/refunds`, { amount: 1_000, amountAvailable: 1_000 });
  assert.equal((await council.begin({ amount: 4_000 })).status, 201);
});

test('paid before midnight and found out after it: the receipt, the list and the billing system have the day on which it was paid', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock });
  const { body } = await council.begin();
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  const paid = Date.now();
  clock.advance(26 * 3_600_000);
  await council.fetch(`/payments/${body.id}/return`);
  const told = Date.parse((await council.read(body.id)).paid ?? '');
  assert.ok(Math.abs(told - paid) < 60_000, `${told - paid} ms apart`);
  await until(() => council.billing.payments.length > 0, 'the billing system has it');
  assert.equal(council.billing.payments[0]?.date, dayInLondon(new Date(told)));
});

test('the mop-up asks about those that nobody came back from, and ends those that never were', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock });
  const paid = await council.begin({ amount: 100 });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  const expired = await council.begin({ amount: 200 });
  await council.platforms.govukPay.faults.add({ fault: 'lost-answer', times: 1, method: 'POST' });
  await council.platforms.govukPay.faults.add({ fault: 'unavailable', times: 3, method: 'GET' });
  const lost = await council.begin({ amount: 300 });
  assert.equal(lost.status, 502);
  council.govukPay.pay(council.govukPay.payments[2]?.payment_id ?? '');
  await council.platforms.govukPay.faults.clear();
  await council.platforms.govukPay.faults.add({ fault: 'reset', times: 1, method: 'POST' });
  assert.equal((await council.begin({ amount: 400 })).status, 502);
  await council.govukPay.advance(4 * 3600);
  clock.advance(2 * 3_600_000);
  clock.advance(2 * 3_600_000);
  await until(() => council.billing.payments.length === 2, 'both paid ones are with the billing system');
  assert.deepEqual(council.billing.payments.map(({ amount }) => amount).sort(), [100, 300]);
  await until(async () => (await council.read(expired.body.id)).state.code === 'P0020', 'the expired one is known');
  assert.equal((await council.read(paid.body.id)).state.status, 'success');
  assert.equal(council.govukPay.payments.length, 3);
});
