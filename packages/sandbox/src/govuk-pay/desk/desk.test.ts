import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { begin } from '../testing/begin.fixture.ts';

async function beginDesk(options: Parameters<typeof begin>[0] = {}) {
  const platform = await begin(options);
  const control = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${platform.address}/sandbox/${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown> };
  };
  return { ...platform, control };
}

describe('the desk', () => {
  test('the book, the clock, faults that speak in Pay’s name', async () => {
    const { create, address, sandbox, call, get } = await beginDesk();
    const { payment_id: id } = await create();
    const book = (await (await fetch(`${address}/sandbox/payments`)).json()) as { payment_id: string; token?: string }[];
    assert.deepEqual([book[0]?.payment_id, book[0]?.token], [id, undefined]);
    assert.match(await (await fetch(`${address}/`, { headers: { accept: 'text/html' } })).text(), new RegExp(id));
    const moved = await fetch(`${address}/sandbox/clock`, { method: 'POST', body: '{"advance":5460}' });
    assert.equal(moved.status, 200);
    assert.equal((await get(id)).state.code, 'P0020');
    assert.equal((await fetch(`${address}/sandbox/clock`, { method: 'POST', body: '{"advance":-1}' })).status, 400);
    await sandbox.platforms.pay.faults.add({ fault: 'server-error', times: 1 });
    const fault = await call('GET', '/v1/payments');
    assert.deepEqual([fault.status, fault.body.code], [500, 'P0999']);
  });

  test('a test in any language pays, declines, leaves', async () => {
    const { create, get, control } = await beginDesk();
    const [paid, declined, left] = [await create(), await create(), await create()];
    assert.equal((await control('POST', `payments/${paid.payment_id}/pay`)).status, 200);
    assert.equal((await control('POST', `payments/${declined.payment_id}/pay`, { card: '4000000000000002' })).status, 200);
    assert.equal((await control('POST', `payments/${left.payment_id}/leave`)).status, 200);
    assert.equal((await get(paid.payment_id)).state.status, 'success');
    assert.equal((await get(declined.payment_id)).state.code, 'P0010');
    assert.equal((await get(left.payment_id)).state.code, 'P0030');
    for (const [path, body] of [
      [`${paid.payment_id}/pay`, undefined],
      [`${left.payment_id}/pay`, { card: '1' }],
      [`${left.payment_id}/pay`, { wallet: 'Purse' }],
      [`${left.payment_id}/dispute`, undefined],
      [`${paid.payment_id}/dispute`, { reason: 'no such reason' }],
    ] as const)
      assert.equal((await control('POST', `payments/${path}`, body)).status, 409);
    assert.equal((await control('POST', 'payments/none/pay')).status, 404);
  });

  test('refunds that fail, agreements whose next payment is declined', async () => {
    const { call, control, get, paid } = await beginDesk();
    const id = await paid();
    const { refund_id: refund } = (await call('POST', `/v1/payments/${id}/refunds`, { amount: 1 })).body;
    assert.equal((await control('POST', `refunds/${refund}`, { status: 'lost' })).status, 400);
    assert.equal((await control('POST', `refunds/${refund}`, { status: 'error' })).status, 200);
    assert.equal((await control('POST', `refunds/${refund}`, { status: 'success' })).status, 409);
    assert.equal((await control('POST', 'refunds/none', { status: 'error' })).status, 404);
    const { agreement_id: agreement } = (await call('POST', '/v1/agreements', { reference: 'A', description: 'A' })).body;
    await paid(undefined, { set_up_agreement: agreement });
    assert.equal((await control('POST', `agreements/${agreement}`, { next: 'declined', can_retry: true })).status, 200);
    assert.equal((await control('POST', `agreements/${agreement}`, { next: 'nonsense' })).status, 400);
    assert.equal((await control('POST', 'agreements/none', { next: 'error' })).status, 404);
    const wanted = { amount: 1, reference: 'A', description: 'A', authorisation_mode: 'agreement', agreement_id: agreement };
    assert.equal((await get((await call('POST', '/v1/payments', wanted)).body.payment_id)).state.can_retry, true);
    assert.equal(((await control('GET', 'agreements')).body as unknown as unknown[]).length, 1);
  });

  test('who is told can be changed while it runs; then everything is forgotten, and nothing of it comes back', async () => {
    const { pay, call, control, create, paid } = await beginDesk({ captureSeconds: 60 });
    const subscription = { url: 'http://127.0.0.1:9/hook', signingSecret: 's', held: true, events: ['card_payment_succeeded'] };
    assert.equal((await control('PUT', 'subscriptions', [subscription])).status, 200);
    assert.deepEqual((await control('GET', 'subscriptions')).body, [subscription]);
    for (const wrong of [{}, [{ ...subscription, url: 'ftp://x' }], [{ ...subscription, events: ['payment_disputed'] }]])
      assert.equal((await control('PUT', 'subscriptions', wrong)).status, 400);
    await paid();
    await create();
    assert.equal(pay.messages.length, 1);
    assert.equal((await control('DELETE', 'payments')).status, 204);
    await pay.advance(5_460);
    assert.deepEqual([pay.payments, pay.agreements, pay.messages], [[], [], []]);
    assert.equal((await call('GET', '/v1/payments')).body.total, 0);
  });

  test('no page of another origin may do any of it', async () => {
    const { control, create, get } = await beginDesk();
    const { payment_id: id } = await create();
    const elsewhere = { origin: 'http://example.org' };
    for (const [method, path] of [
      ['POST', `payments/${id}/pay`],
      ['PUT', 'subscriptions'],
      ['DELETE', 'payments'],
    ] as const)
      assert.equal((await control(method, path, undefined, elsewhere)).status, 403);
    assert.equal((await get(id)).state.status, 'created');
  });
});

test('killed and started again, it knows what it knew, and what is still to come', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-pay-'));
  after(() => rmSync(folder, { recursive: true }));
  const keepIn = join(folder, 'book.jsonl');
  const first = await begin({ keepIn, captureSeconds: 60 });
  const open = await first.create();
  const paid = await first.paid();
  const disputed = await first.paid('4000000000000259');
  const { payment_id: forgotten } = await first.create();
  await first.sandbox.stop();
  const second = await begin({ keepIn, captureSeconds: 60 });
  assert.deepEqual((await second.get(paid)).state.status, 'success');
  await second.pay.advance(91 * 60);
  assert.deepEqual((await second.get(open.payment_id)).state.code, 'P0020');
  const book = new Map(second.pay.payments.map((payment) => [payment.payment_id, payment]));
  assert.ok(book.get(paid)?.captured_date);
  assert.equal(book.get(disputed)?.dispute?.status, 'lost');
  second.pay.forget();
  await second.sandbox.stop();
  const third = await begin({ keepIn });
  assert.equal((await third.call('GET', `/v1/payments/${forgotten}`)).status, 404);
});
