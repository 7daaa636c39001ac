/** The books side by side, page by page: days of this country, what differs, Pay slow and Pay away. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { borough } from './testing/borough.fixture.ts';
import { patienceMs } from './pages/reconciliation-pages.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

/** A clock by which nobody waits for a page. */
class ImpatientClock extends ManualClock {
  override after(ms: number, callback: () => void): () => void {
    if (ms === patienceMs) queueMicrotask(callback);
    return super.after(ms, callback);
  }
}

const path = '/staff/finance/reconciliation';
const today = (): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London' }).format(new Date());

test('the books agree; then one is paid that our book does not know, and asking Pay again mends it', async () => {
  await using council = await borough();
  await paid(council, { amount: 12_345 });
  const officer = await new OfficerBrowser(council).open(path);
  await officer.send({ from: today(), to: today(), do: 'compare' }, /Compare with/);
  assert.match(officer.text, /The books agree, to the penny/);
  assert.match(officer.text, /Paid £123\.45 £123\.45 £0\.00/);
  const { body } = await council.begin({ amount: 700 });
  council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
  await officer.send({ do: 'compare' }, /Compare again/);
  assert.match(officer.text, /1 difference, with what to do about it/);
  assert.match(officer.text, /Paid at GOV\.UK Pay and not in the council’s book/);
  assert.match(officer.text, /Paid £123\.45 £130\.45 £7\.00/);
  const compared = officer.path;
  await officer.send({}, /Ask GOV\.UK Pay again/);
  assert.ok(officer.path.includes(body.id));
  assert.match(officer.text, /£7\.00 came in/);
  await officer.open(compared);
  await officer.send({ do: 'compare' }, /Compare again/);
  assert.match(officer.text, /The books agree/);
  await officer.open(path);
  assert.match(officer.text, /The books agree .* 1 difference .* The books agree/);
});

test('refunds of Pay’s own tool, a payment created twice, and one of another service: each for what it is', async () => {
  await using council = await borough();
  const one = await paid(council, { amount: 5_000 });
  const ask = async (to: string, body: object): Promise<{ payment_id: string }> => {
    const answer = await fetch(`${council.platforms.govukPay.baseUrl}/v1/payments${to}`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, await answer.clone().text());
    return (await answer.json()) as { payment_id: string };
  };
  await ask(`/${one.payId}/refunds`, { amount: 1_000, refund_amount_available: 5_000 });
  const payment = { amount: 5_000, description: 'x', return_url: 'https://council.example/' };
  const twin = await ask('', { ...payment, reference: one.reference });
  const library = await ask('', { ...payment, reference: 'Library fine 7', amount: 250 });
  const lost = await ask('', { ...payment, reference: 'BCDFGHJ-BCDFGHJ', amount: 900 });
  for (const { payment_id: id } of [twin, library, lost]) council.govukPay.pay(id);
  const officer = await new OfficerBrowser(council).open(path);
  await officer.send({ do: 'compare' }, /Compare with/);
  assert.match(officer.text, /3 differences/);
  assert.match(officer.text, /Refunds differ The council’s book £0\.00 GOV\.UK Pay’s book £10\.00/);
  assert.match(
    officer.text,
    new RegExp(`A second payment with the same reference .* ${twin.payment_id} What to do The resident has paid twice`),
  );
  assert.match(
    officer.text,
    new RegExp(`Not in the council’s book GOV\\.UK Pay’s number ${lost.payment_id} What to do The council’s book does not know`),
  );
  assert.match(officer.text, /1 payment \(£2\.50\) of another service/);
  assert.ok(!officer.text.includes(library.payment_id));
  assert.match(officer.text, /Paid £50\.00 £109\.00 £59\.00 Refunded £0\.00 £10\.00 £10\.00/);
});

test('days are those of London: around both changes of the clock a payment belongs to one day, in each book and in the file', async () => {
  for (const [at, day, before] of [
    // 00:30 in summer time, 23:30 the day before in UTC.
    ['2026-05-31T23:30:00Z', '2026-06-01', '2026-05-31'],
    // The clocks go forward on 29 March: the last half hour of that day, and the first of the next.
    ['2026-03-29T22:30:00Z', '2026-03-29', '2026-03-28'],
    ['2026-03-29T23:30:00Z', '2026-03-30', '2026-03-29'],
    // Back on 25 October: that day begins at 11pm in UTC and ends at midnight.
    ['2026-10-24T23:30:00Z', '2026-10-25', '2026-10-24'],
    ['2026-10-25T23:30:00Z', '2026-10-25', '2026-10-26'],
  ] as const) {
    const clock = new ManualClock(at);
    await using council = await borough({ clock, pay: { now: () => clock.now().getTime() } });
    await paid(council, { amount: 4_000 });
    const books = async (on: string) =>
      (
        await council.staff<{ here: { paid: number }; there: { paid: number }; differences: unknown[] }>(
          `/staff/payments/reconciliation?from=${on}&to=${on}`,
        )
      ).body;
    const csv = async (on: string): Promise<string[]> =>
      (await (await council.fetch(`/staff/payments.csv?from=${on}&to=${on}`, { headers: { 'x-officer': 'sam' } })).text())
        .trimEnd()
        .split('\r\n')
        .slice(1);
    const here = await books(day);
    assert.deepEqual([here.here.paid, here.there.paid, here.differences], [4_000, 4_000, []], at);
    const [row, ...more] = await csv(day);
    assert.equal(row?.split(',')[1], day, at);
    assert.match(row ?? '', /,(00:30|23:30):00,/, at);
    assert.deepEqual(more, []);
    const other = await books(before);
    assert.deepEqual([other.here.paid, other.there.paid, other.differences], [0, 0, []], at);
    assert.deepEqual(await csv(before), []);
  }
});

test('days that are none: what is wrong, at the field; one form downloads as well', async () => {
  await using council = await borough();
  const officer = await new OfficerBrowser(council).open(path);
  for (const [from, to, errors] of [
    ['', '', ['Enter the first day', 'Enter the last day']],
    ['31/2/2026', '1/3/2026', [`The first day must be a real day, like ${today().split('/').map(Number).join('/')}`]],
    ['2/6/2026', '1/6/2026', ['The last day must be the same as or after the first day']],
    ['1/1/2025', '1/6/2026', ['The last day must be less than a year after the first day']],
  ] as const) {
    await officer.send({ from, to, do: 'compare' }, /Compare with/);
    assert.deepEqual([officer.status, officer.errors], [422, errors]);
    await officer.send({ from, to, do: 'download' }, /Compare with/);
    assert.deepEqual(officer.errors, errors);
  }
  await officer.send({ from: '1/6/2026', to: '30/6/2026', do: 'download' }, /Compare with/);
  assert.equal(officer.headers.get('content-disposition'), 'attachment; filename="payments-2026-06-01-2026-06-30.csv"');
  await officer.open(`${path}/none`);
  assert.equal(officer.status, 404);
});

test('Pay is slow: the page says so, and has the answer when it is there', async () => {
  const clock = new ImpatientClock(new Date().toISOString());
  await using council = await borough({ clock });
  await paid(council, { amount: 100 });
  await council.platforms.govukPay.faults.add({ fault: 'hang', method: 'GET', path: '/v1/payments', times: 1 });
  const officer = await new OfficerBrowser(council).open(path);
  await officer.send({ do: 'compare' }, /Compare with/);
  assert.equal(officer.heading, 'GOV.UK Pay is being asked');
  assert.equal(officer.headers.get('refresh'), '3');
  const slow = officer.path;
  const other = await new OfficerBrowser(council, 'alex').open(path);
  assert.match(other.text, /Being compared/);
  await council.platforms.govukPay.faults.clear();
  await until(async () => (await officer.open(slow)).heading !== 'GOV.UK Pay is being asked', 'it is over');
  assert.equal(officer.headers.get('refresh'), null);
});

test('Pay is away: what that means and a way on; then it is there again', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock });
  await paid(council, { amount: 100 });
  const { faults } = council.platforms.govukPay;
  await faults.add({ fault: 'unavailable', method: 'GET' });
  const officer = await new OfficerBrowser(council).open(path);
  await officer.send({ do: 'compare' }, /Compare with/);
  assert.equal(officer.heading, 'The books could not be compared');
  assert.match(officer.text, /answered_503|did not answer/);
  await faults.clear();
  clock.advance(60_000);
  await officer.send({ do: 'compare' }, /Compare again/);
  assert.match(officer.text, /The books agree/);
  clock.advance(60_000);
  await faults.add({ fault: 'hang', method: 'GET', path: '/v1/payments' });
  await officer.open(path);
});

test('cut off by a restart: it says that, and is begun again', async () => {
  const clock = new ImpatientClock(new Date().toISOString());
  await using council = await borough({ clock, timeoutMs: 300 });
  const { faults } = council.platforms.govukPay;
  await faults.add({ fault: 'hang', method: 'GET', path: '/v1/payments', times: 1 });
  const officer = await new OfficerBrowser(council).open(path);
  await officer.send({ do: 'compare' }, /Compare with/);
  assert.equal(officer.heading, 'GOV.UK Pay is being asked');
  const slow = officer.path;
  await council.restart();
  clock.advance(180_000);
  await officer.open(slow);
  assert.equal(officer.heading, 'The books could not be compared');
  assert.match(officer.text, /cut off when the service was restarted/);
  clock.advance(60_000);
  await officer.send({ do: 'compare' }, /Compare again/);
  await until(async () => /The books agree/.test((await officer.open(officer.path)).text), 'it was begun again');
});
