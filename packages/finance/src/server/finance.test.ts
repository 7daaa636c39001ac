import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@council-kit/testing/until.js';
import { borough } from './testing/borough.fixture.ts';

const days = (): string =>
  `from=${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}&to=${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}`;

test('refunds: guarded by what the officer saw; made in Pay’s own tool they are in the ledger as well; the totals agree', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 10_000 });
  const other = await council.begin({ amount: 2_500 });
  for (const { payment_id: id } of council.govukPay.payments) council.govukPay.pay(id);
  for (const { id } of [body, other.body]) await council.fetch(`/payments/${id}/return`);
  const refund = (amount: number, amountAvailable: number) =>
    council.staff<{ refunded: number; upstream?: { code: string } }>(`/staff/payments/${body.id}/refunds`, { amount, amountAvailable });
  const first = await refund(1_234, 10_000);
  assert.deepEqual([first.status, first.body.refunded], [202, 1_234]);
  const stale = await refund(1_234, 10_000);
  assert.deepEqual([stale.status, stale.body.upstream?.code], [412, 'P0604']);
  const tooMuch = await refund(9_000, 8_766);
  assert.deepEqual([tooMuch.status, tooMuch.body.upstream?.code], [409, 'P0603']);
  assert.equal((await refund(0, 8_766)).status, 422);
  // In Pay's own admin tool.
  const payId = council.govukPay.payments[0]?.payment_id ?? '';
  await fetch(`${council.platforms.govukPay.baseUrl}/v1/payments/${payId}/refunds`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
    body: JSON.stringify({ amount: 66, refund_amount_available: 8_766 }),
  });
  await council.govukPay.advance(120);
  for (const { id } of council.govukPay.messages) await council.govukPay.deliver(id);
  await until(async () => (await council.read(body.id)).refunded === 1_300, 'both refunds are known');
  await until(() => council.billing.payments.length === 4, 'the billing system has two payments and two refunds');
  assert.equal(
    council.billing.payments.reduce((sum, { amount }) => sum + amount, 0),
    11_200,
  );
  const { body: books } = await council.staff<{ here: object; there: object; differences: unknown[] }>(
    `/staff/payments/reconciliation?${days()}`,
  );
  assert.deepEqual(books.here, { count: 2, paid: 12_500, refunded: 1_300 });
  assert.deepEqual(books.there, books.here);
  assert.deepEqual(books.differences, []);
});

test('a difference between the books is told: paid at Pay and not here', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 777 });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  const { body: books } = await council.staff<{ differences: { kind: string; there: number }[] }>(
    `/staff/payments/reconciliation?${days()}`,
  );
  assert.deepEqual(
    books.differences.map(({ kind, there }) => [kind, there]),
    [['missing-here', 777]],
  );
  await council.fetch(`/payments/${body.id}/return`);
  assert.deepEqual((await council.staff<{ differences: unknown[] }>(`/staff/payments/reconciliation?${days()}`)).body.differences, []);
});

test('what the billing system refuses is shown to a person, who tries it again', async () => {
  await using council = await borough();
  await council.platforms.billing.faults.add({ fault: 'unavailable', path: '/payments', times: 1 });
  const { body } = await council.begin({ amount: 900 });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await council.fetch(`/payments/${body.id}/return`);
  interface Deliveries {
    failed: unknown[];
    waiting: { id: string; reason: string; payload: unknown }[];
  }
  const deliveries = async (): Promise<Deliveries> => (await council.staff<Deliveries>('/staff/payments/deliveries')).body;
  await until(async () => (await deliveries()).waiting.length === 1, 'it waits');
  const [one] = (await deliveries()).waiting;
  assert.match(one?.reason ?? '', /answered 503/);
  assert.deepEqual(one?.payload, { payment: body.id });
  assert.equal((await council.fetch('/staff/payments/deliveries')).status, 403);
  const retried = await council.fetch(`/staff/payments/deliveries/${one?.id ?? ''}/retry`, {
    method: 'POST',
    headers: { 'x-officer': 'sam' },
  });
  assert.equal(retried.status, 204);
  await until(() => council.billing.payments.length === 1, 'it arrived');
  assert.equal(
    (await council.fetch('/staff/payments/deliveries/none/retry', { method: 'POST', headers: { 'x-officer': 'sam' } })).status,
    404,
  );
});

test('the CSV: every pound, no formula', async () => {
  await using council = await borough();
  const { body } = await council.begin({ amount: 18_505 });
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await council.fetch(`/payments/${body.id}/return`);
  await council.staff(`/staff/payments/${body.id}/refunds`, { amount: 105, amountAvailable: 18_505 });
  const answer = await council.fetch(`/staff/payments.csv?${days()}`, { headers: { 'x-officer': 'sam' } });
  assert.match(answer.headers.get('content-disposition') ?? '', /attachment; filename="payments-/);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  const rows = new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  assert.equal(rows.length, 3);
  const amount = rows[0]?.indexOf('amount') ?? -1;
  assert.deepEqual(
    rows.slice(1).map((row) => row[amount]),
    ['185.05', '-1.05'],
  );
  assert.equal((await council.fetch('/staff/payments.csv?from=2026-01-02&to=2026-01-01', { headers: { 'x-officer': 'sam' } })).status, 400);
});
