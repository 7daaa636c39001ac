/** Payments that are not finished: cancelled, or the money that waits taken, where Pay allows it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { borough, type Borough } from './testing/borough.fixture.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';

/** A payment whose card was accepted, and whose money waits for the council. */
async function waiting(council: Borough): Promise<{ id: string; payId: string }> {
  const { body } = await council.begin({ amount: 4_000, again: true });
  const payment = council.govukPay.payments.at(-1);
  assert.ok(payment);
  // A council that delays has it so in its account at Pay: nothing that we ask for.
  payment.delayed_capture = true;
  council.govukPay.pay(payment.payment_id);
  await council.fetch(`/payments/${body.id}/return`);
  return { id: body.id, payId: payment.payment_id };
}

const stateAtPay = (council: Borough): string | undefined => council.govukPay.payments.at(-1)?.state.status;

test('an open payment is cancelled after a check; pressed again it is what it is', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 4_000 });
  const officer = await new OfficerBrowser(council).open(`/staff/finance/payments/${body.id}`);
  assert.doesNotMatch(officer.text, /Take the money/);
  await officer.click(/Cancel the payment/);
  assert.match(officer.heading, /^Cancel payment /);
  assert.equal(stateAtPay(council), 'created');
  const page = officer.html;
  await officer.send();
  assert.match(officer.text, /The payment is cancelled\. Nothing was taken/);
  assert.match(officer.text, /Cancelled/);
  assert.equal(stateAtPay(council), 'cancelled');
  assert.doesNotMatch(officer.html, /Cancel the payment|>\s*Refund/);
  officer.html = page;
  await officer.send();
  assert.match(officer.text, /The payment is cancelled/);
});

test('paid while the officer looked: it is not cancelled, and is told as paid', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 4_000 });
  const officer = await new OfficerBrowser(council).open(`/staff/finance/payments/${body.id}/cancel`);
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await officer.send();
  assert.match(officer.text, /was not cancelled: it had gone on already/);
  assert.match(officer.text, /£40\.00 came in/);
});

test('money that waits is taken, or given up; the list finds what waits', async () => {
  await using council = await borough();
  const { id } = await waiting(council);
  const officer = await new OfficerBrowser(council).open('/staff/finance?outcome=capturable');
  assert.equal(officer.references.length, 1);
  await officer.open(`/staff/finance/payments/${id}`);
  await officer.click(/Take the money/);
  assert.match(officer.text, /accepted for £40\.00/);
  await officer.send();
  assert.match(officer.text, /The money is taken/);
  assert.match(officer.text, /Refund/);
  assert.equal(stateAtPay(council), 'success');
  const other = await waiting(council);
  await officer.open(`/staff/finance/payments/${other.id}/cancel`);
  await officer.send();
  assert.equal(stateAtPay(council), 'cancelled');
  await officer.open(`/staff/finance/payments/${other.id}/capture`);
  assert.match(officer.heading, /^Payment /);
});

test('Pay’s answer is lost: what it is now is read; nobody is told what is not known', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock });
  const { id } = await waiting(council);
  const { faults } = council.platforms.govukPay;
  const officer = await new OfficerBrowser(council).open(`/staff/finance/payments/${id}/capture`);
  await faults.add({ fault: 'reset', method: 'POST', times: 1 });
  await officer.send();
  assert.equal(officer.status, 502);
  assert.match(officer.text, /not known yet whether it was done/);
  await faults.add({ fault: 'lost-answer', method: 'POST', times: 1 });
  await officer.send();
  assert.match(officer.text, /The money is taken/);
  await faults.add({ fault: 'unavailable', method: 'GET' });
  await officer.send({}, /Ask GOV\.UK Pay again/);
  assert.equal(officer.heading, 'GOV.UK Pay cannot be asked at the moment');
  await officer.click(/Back to the payment/);
  assert.match(officer.text, /£40\.00 came in/);
});

test('by a program: cancel and capture', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 4_000 });
  const cancelled = await council.staff<{ state: { status: string } }>(`/staff/payments/${body.id}/cancel`, {});
  assert.equal(cancelled.body.state.status, 'cancelled');
  const { id } = await waiting(council);
  const captured = await council.staff<{ state: { status: string } }>(`/staff/payments/${id}/capture`, {});
  assert.equal(captured.body.state.status, 'success');
});
