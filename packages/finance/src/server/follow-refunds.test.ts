/** A refund that fails after it was submitted: the council has the money again, and everybody is told so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { borough } from './testing/borough.fixture.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

test('found out within the hour, without anybody asking: ledger, billing system, totals and the officer’s page say so', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock, payments: { mopUp: { everyMinutes: 30, ignoreHours: 0 } } });
  const { id } = await paid(council, { amount: 10_000 });
  const officer = await new OfficerBrowser(council).open(`/staff/finance/payments/${id}/refund`);
  await officer.send({ amount: '25' });
  await officer.send();
  const told = officer.path;
  assert.match(officer.text, /£25\.00 is refunded/);
  await until(() => council.billing.payments.length === 2, 'the billing system has payment and refund');
  council.govukPay.concludeRefund(council.govukPay.payments[0]?.refunds[0]?.refund_id ?? '', 'error');
  clock.advance(3 * 3_600_000);
  await until(async () => (await council.read(id)).refunded === 0, 'it is found out');
  await officer.open(told);
  assert.doesNotMatch(officer.text, /£25\.00 is refunded/);
  assert.match(officer.text, /The refund of £25\.00 failed\. The council has the money/);
  assert.match(officer.text, /Left to refund £100\.00/);
  assert.match(officer.text, /£25\.00: failed, the council has the money/);
  assert.match(officer.text, /failed: the council has the £25\.00 again\. Known from: the regular look/);
  await until(() => council.billing.payments.length === 3, 'the billing system is told as well');
  assert.equal(
    council.billing.payments.reduce((sum, { amount }) => sum + amount, 0),
    10_000,
  );
  await officer.open('/staff/finance/reconciliation');
  await officer.send({ do: 'compare' }, /Compare with/);
  assert.match(officer.text, /The books agree/);
  // What has failed can be refunded anew.
  await officer.open(`/staff/finance/payments/${id}/refund`);
  await officer.send({ amount: '100' });
  await officer.send();
  assert.match(officer.text, /£100\.00 is refunded/);
});

test('a difference in refunds is mended by asking Pay, also where one has failed', async () => {
  await using council = await borough();
  const { id } = await paid(council, { amount: 10_000 });
  await council.staff(`/staff/payments/${id}/refunds`, { amount: 4_000, amountAvailable: 10_000 });
  council.govukPay.concludeRefund(council.govukPay.payments[0]?.refunds[0]?.refund_id ?? '', 'error');
  const officer = await new OfficerBrowser(council).open('/staff/finance/reconciliation');
  await officer.send({ do: 'compare' }, /Compare with/);
  assert.match(officer.text, /Refunds differ The council’s book £40\.00 GOV\.UK Pay’s book £0\.00/);
  await officer.send({}, /Ask GOV\.UK Pay again/);
  assert.match(officer.text, /failed: the council has the £40\.00 again/);
});

test('a payment whose money is not taken from the card yet: why it cannot be refunded at this moment', async () => {
  await using council = await borough({ pay: { captureSeconds: 60 } });
  const { id } = await paid(council, { amount: 10_000 });
  const officer = await new OfficerBrowser(council).open(`/staff/finance/payments/${id}/refund`);
  assert.match(officer.text, /GOV\.UK Pay has not collected the money yet/);
  await council.govukPay.advance(61);
  await officer.open(`/staff/finance/payments/${id}/refund`);
  assert.match(officer.text, /£100\.00 is left to refund/);
});
