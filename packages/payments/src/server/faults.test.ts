/** GOV.UK Pay and the billing system in every kind of trouble, at each step: nobody is told what is not true, and nothing happens twice. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultKinds, type FaultKind } from '@council-kit/sandbox';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { borough } from './testing/borough.fixture.ts';

const faults = faultKinds.filter((kind): kind is Exclude<FaultKind, 'refuse'> => kind !== 'refuse');

/** More than is read of an answer; 256 MB of it would take the sandbox a while. */
const small = (fault: FaultKind) => (fault === 'huge-body' ? { fault, bytes: 8_000_000 } : { fault });

/** A council whose gateway gives up soon, and whose clock stands still until it is moved past the circuit breaker. */
async function impatient() {
  const clock = new ManualClock(new Date().toISOString());
  const council = await borough({
    pay: { idempotency: 'ignored' },
    clock,
    timeoutMs: 300,
  });
  return { council, clock, calm: () => clock.advance(60_000) };
}

test('creating a payment, in each trouble: an answer in time, and one payment in the end', { timeout: 120_000 }, async () => {
  const { council, calm } = await impatient();
  await using _ = council;
  const { faults: schedule } = council.platforms.govukPay;
  let amount = 100;
  for (const fault of [...faults, 'refuse'] as const) {
    // Where Pay acted, all hangs on the search: it is in trouble too, once.
    const acted = ['lost-answer', 'slow-headers', 'truncated-body', 'wrong-charset'].includes(fault);
    for (const search of acted ? ['answers', 'in-trouble'] : ['answers']) {
      amount += 1;
      calm();
      await schedule.add(fault === 'refuse' ? { fault } : { ...small(fault), method: 'POST', path: '/v1/payments', times: 1 });
      if (search === 'in-trouble') await schedule.add({ fault: 'unavailable', method: 'GET', path: '/v1/payments', times: 3 });
      const started = performance.now();
      const first = await council.begin({ amount }, `${fault}-${search}`);
      const name = `${fault}, the search ${search}: ${first.status}`;
      assert.ok(performance.now() - started < 10_000, name);
      assert.ok([201, 502, 503, 504].includes(first.status), name);
      if (first.status !== 201) assert.equal(first.body.code, 'upstream_failed', name);
      await schedule.clear();
      // The same key asks again until Pay has it; searches settle meanwhile.
      calm();
      const again = await council.begin({ amount }, `${fault}-${search}`);
      assert.equal(again.status, 200, name);
      assert.equal(again.body.state.status, 'created', name);
      const created = council.govukPay.payments.filter((payment) => payment.amount === amount);
      assert.equal(created.length, 1, name);
    }
  }
});

test('coming back, in each trouble: what was last known, and the truth afterwards', { timeout: 120_000 }, async () => {
  const { council, calm } = await impatient();
  await using _ = council;
  const { faults: schedule } = council.platforms.govukPay;
  let amount = 100;
  for (const fault of faults) {
    amount += 1;
    calm();
    const { body } = await council.begin({ amount });
    council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
    await schedule.add({ ...small(fault), method: 'GET', path: '/v1/payments/' });
    const page = await council.fetch(`/payments/${body.id}/return`, { headers: { accept: 'text/html' } });
    assert.equal(page.status, 200, fault);
    assert.doesNotMatch(await page.text(), /Payment received|did not go through/, fault);
    await schedule.clear();
    calm();
    assert.match(await (await council.fetch(`/payments/${body.id}/return`)).text(), /Payment received/, fault);
  }
});

test('posting to the billing system, in each trouble: there once, in the end', { timeout: 120_000 }, async () => {
  const { council, clock } = await impatient();
  await using _ = council;
  const { faults: schedule } = council.platforms.billing;
  let amount = 100;
  for (const fault of faults) {
    amount += 1;
    clock.advance(60_000);
    await schedule.add({ ...small(fault), method: 'POST', path: '/payments', times: 1 });
    const { body } = await council.begin({ amount });
    council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
    await council.fetch(`/payments/${body.id}/return`);
    await until(() => schedule.played.filter((one) => one.fault === fault).length > 0, `${fault} was met`);
    let moved = performance.now();
    await until(() => {
      // What failed is tried again after a minute or more; not so fast that days pass while one attempt is still waited for.
      if (performance.now() - moved > 50) {
        moved = performance.now();
        clock.advance(100_000);
      }
      return council.billing.payments.some((payment) => payment.amount === amount);
    }, `${fault}: posted`);
    await schedule.clear();
    assert.equal(council.billing.payments.filter((payment) => payment.amount === amount).length, 1, fault);
  }
});

test('asking for a bill, in each trouble: a sentence and a way on', { timeout: 120_000 }, async () => {
  const { council, calm } = await impatient();
  await using _ = council;
  const { account, postcode } = council.billing.households.at(3);
  for (const fault of faults) {
    calm();
    await council.platforms.billing.faults.add({ ...small(fault), path: '/accounts' });
    const answer = await council.post('/council-tax/bill', { account, postcode });
    const body = (await answer.json()) as { code: string; detail: string };
    assert.ok([502, 504].includes(answer.status), `${fault}: ${answer.status}`);
    assert.equal(body.code, 'upstream_failed', fault);
    assert.match(body.detail, /still pay/, fault);
    await council.platforms.billing.faults.clear();
  }
  calm();
  assert.equal((await council.post('/council-tax/bill', { account, postcode })).status, 200);
});

test('a refund whose answer is lost is not made twice', async () => {
  const { council, calm } = await impatient();
  await using _ = council;
  const { body } = await council.begin({ amount: 5_000 });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await council.fetch(`/payments/${body.id}/return`);
  await council.platforms.govukPay.faults.add({ fault: 'lost-answer', method: 'POST', times: 1 });
  const lost = await council.staff<{ refunded: number }>(`/staff/payments/${body.id}/refunds`, { amount: 1_000, amountAvailable: 5_000 });
  assert.deepEqual([lost.status, lost.body.refunded], [202, 1_000], 'it is looked for at Pay, and found');
  calm();
  const again = await council.staff<{ upstream: { code: string } }>(`/staff/payments/${body.id}/refunds`, {
    amount: 1_000,
    amountAvailable: 5_000,
  });
  assert.deepEqual([again.status, again.body.upstream.code], [412, 'P0604']);
  assert.equal(council.govukPay.payments[0]?.refunds.length, 1);
  assert.equal((await council.read(body.id)).refunded, 1_000);
  await until(() => council.billing.payments.length === 2, 'the refund is with the billing system');
  assert.deepEqual(
    council.billing.payments.map(({ amount }) => amount).sort((a, b) => a - b),
    [-1_000, 5_000],
  );
});
