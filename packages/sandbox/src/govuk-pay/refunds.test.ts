import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { begin } from './testing/begin.fixture.ts';

test('refunds: guarded by what is available', async () => {
  const { pay, call, create, get } = await begin();
  const { payment_id: id } = await create();
  const refund = (body: unknown) => call('POST', `/v1/payments/${id}/refunds`, body);
  const early = await refund({ amount: 100, refund_amount_available: 12_345 });
  assert.deepEqual([early.status, early.body.code], [400, 'P0603']);
  pay.pay(id);
  const mismatch = await refund({ amount: 100, refund_amount_available: 1 });
  assert.deepEqual([mismatch.status, mismatch.body.code], [412, 'P0604']);
  for (const [body, status, code] of [
    [{}, 400, 'P0601'],
    [{ amount: 'x' }, 400, 'P0602'],
    [{ amount: 0 }, 422, 'P0602'],
    [{ amount: 10_000_001 }, 422, 'P0602'],
    ['{', 400, 'P0697'],
    [{ amount: 1, refund_amount_available: 'x' }, 412, 'P0604'],
    [{ amount: 12_346, refund_amount_available: 12_345 }, 400, 'P0603'],
  ] as const) {
    const answer = await refund(body);
    assert.deepEqual([answer.status, answer.body.code], [status, code]);
  }
  const given = await refund({ amount: 345, refund_amount_available: 12_345 });
  assert.deepEqual([given.status, given.body.status], [202, 'submitted']);
  // The same request again is refused: it no longer knows what is available.
  assert.equal((await refund({ amount: 345, refund_amount_available: 12_345 })).status, 412);
  await pay.advance(61);
  assert.equal((await call('GET', `/v1/payments/${id}/refunds`)).status, 200);
  const one = await call('GET', `/v1/payments/${id}/refunds/${given.body.refund_id}`);
  assert.equal(one.body.status, 'success');
  assert.equal((await call('GET', `/v1/payments/${id}/refunds/none`)).body.code, 'P0700');
  assert.equal((await call('GET', '/v1/payments/none/refunds')).body.code, 'P0800');
  assert.equal((await call('POST', '/v1/payments/none/refunds', { amount: 1 })).body.code, 'P0600');
  assert.deepEqual((await get(id))['refund_summary'], { status: 'available', amount_available: 12_000, amount_submitted: 345 });
  // Without the guard, Pay takes what it knows itself.
  assert.equal((await refund({ amount: 12_000 })).status, 202);
  assert.deepEqual((await get(id))['refund_summary'], { status: 'full', amount_available: 0, amount_submitted: 12_345 });
  await pay.advance(2 * 86_400);
  const settled = await call('GET', `/v1/payments/${id}/refunds/${given.body.refund_id}`);
  assert.match((settled.body['settlement_summary'] as { settled_date: string }).settled_date, /^\d{4}-\d\d-\d\d$/);
});

test('no refund before the money is taken; one that fails is available again', async () => {
  const { pay, call, get, paid } = await begin({ captureSeconds: 3_600 });
  const id = await paid();
  const refund = () => call('POST', `/v1/payments/${id}/refunds`, { amount: 12_345, refund_amount_available: 12_345 });
  assert.match((await refund()).body.description, /status: pending/);
  await pay.advance(3_600);
  const { body } = await refund();
  pay.concludeRefund(body.refund_id, 'error');
  assert.equal((await call('GET', `/v1/payments/${id}/refunds/${body.refund_id}`)).body.status, 'error');
  assert.deepEqual((await get(id))['refund_summary'], { status: 'available', amount_available: 12_345, amount_submitted: 0 });
  assert.throws(() => pay.concludeRefund('none', 'error'), TypeError);
});

test('a service that Pay has switched off since gives no refund', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-pay-refunds-'));
  after(() => rmSync(folder, { recursive: true }));
  const keepIn = join(folder, 'book.jsonl');
  const on = await begin({ keepIn });
  const id = await on.paid();
  await on.sandbox.stop();
  const off = await begin({ keepIn, apiKeys: [], disabledKeys: ['sandbox-key'] });
  const refused = await off.call('POST', `/v1/payments/${id}/refunds`, { amount: 1 });
  assert.deepEqual([refused.status, refused.body.code], [403, 'P0941']);
});
