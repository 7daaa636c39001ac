import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin } from './testing/begin.fixture.ts';

test('payments: by each filter, in pages, newest first, and later than the payment', async () => {
  const { pay, call, create } = await begin({ searchDelaySeconds: 10 });
  for (let index = 0; index < 7; index += 1)
    await create({ reference: `R-${index % 2}`, email: index === 3 ? 'Ann@Example.org' : undefined });
  const total = async (query: string) => (await call('GET', `/v1/payments?${query}`)).body.total;
  assert.equal(await total(''), 0);
  await pay.advance(11);
  pay.pay(pay.payments[0]?.payment_id ?? '', '5105105105105100');
  pay.pay(pay.payments[1]?.payment_id ?? '', '371449635398431');
  await pay.advance(11);
  assert.equal(await total('reference=r-1'), 3);
  assert.equal(await total('reference=R'), 0);
  assert.equal(await total('email=ann'), 1);
  assert.equal(await total('state=success'), 2);
  assert.equal(await total('card_brand=mastercard&last_digits_card_number=5100&cardholder_name=payer'), 1);
  assert.equal(await total('card_brand=american-express'), 1);
  assert.equal(await total('card_brand=visa,mastercard'), 1);
  assert.equal(await total('first_digits_card_number=371449'), 1);
  assert.equal(await total('from_date=2000-01-01T00:00:00Z&to_date=2001-01-01T00:00:00Z'), 0);
  assert.equal(await total('from_settled_date=2000-01-01'), 0);
  await pay.advance(2 * 86_400);
  const today = new Date(pay.now()).toISOString().slice(0, 10);
  assert.equal(await total(`from_settled_date=${today}`), 2);
  // Before, not on.
  assert.equal(await total(`to_settled_date=${today}`), 0);
});

test('pages', async () => {
  const { call, create } = await begin();
  // Where there is nothing, every page is as empty as the first.
  assert.deepEqual((await call('GET', '/v1/payments?page=9')).body.results, []);
  for (let index = 0; index < 7; index += 1) await create();
  const second = await call('GET', '/v1/payments?display_size=3&page=2&reference=');
  assert.deepEqual([second.body['count'], second.body.total, second.body['page']], [3, 7, 2]);
  assert.deepEqual(Object.keys(second.body._links).sort(), ['first_page', 'last_page', 'next_page', 'prev_page', 'self']);
  const next = await fetch(second.body._links['next_page']?.href ?? '', { headers: { authorization: 'Bearer sandbox-key' } });
  assert.equal(((await next.json()) as { count: number }).count, 1);
  const beyond = await call('GET', '/v1/payments?page=99');
  assert.deepEqual([beyond.status, beyond.body.code], [404, 'P0402']);
});

const wrong: [string, string, string, string][] = [
  ['/v1/payments', 'state=nonsense&from_date=yesterday&display_size=501&page=0', 'P0401', 'state, from_date, page, display_size'],
  // Pay's own list of states leaves it out.
  ['/v1/payments', 'state=capturable', 'P0401', 'state'],
  [
    '/v1/payments',
    'first_digits_card_number=12&last_digits_card_number=12x4',
    'P0401',
    'first_digits_card_number, last_digits_card_number',
  ],
  ['/v1/payments', 'from_settled_date=2026-01-01T00:00:00Z', 'P0401', 'from_settled_date'],
  ['/v1/refunds', 'to_date=2026-01-01&page=x', 'P1101', 'to_date, page'],
  ['/v1/agreements', 'status=open&display_size=0', 'P2401', 'status, display_size'],
  ['/v1/disputes', 'status=open&to_settled_date=1', 'P0401', 'to_settled_date, state'],
];
for (const [path, query, code, names] of wrong) {
  test(`${path}: not ${query}`, async () => {
    const { call } = await begin();
    const { status, body } = await call('GET', `${path}?${query}`);
    assert.deepEqual([status, body.code], [422, code]);
    assert.equal(body.description, `Invalid parameters: ${names}. See Public API documentation for the correct data formats`);
  });
}

test('refunds: by their own dates, newest first', async () => {
  const { pay, call, paid } = await begin();
  const [older, newer] = [await paid(), await paid()];
  await call('POST', `/v1/payments/${newer}/refunds`, { amount: 100 });
  await pay.advance(3_600);
  const between = new Date(pay.now() - 60_000).toISOString();
  await call('POST', `/v1/payments/${older}/refunds`, { amount: 200 });
  const found = async (query: string) => (await call('GET', `/v1/refunds?${query}`)).body.results.map(({ amount }) => amount);
  assert.deepEqual(await found(''), [200, 100]);
  assert.deepEqual(await found(`from_date=${between}`), [200]);
  assert.deepEqual(await found(`to_date=${between}`), [100]);
  assert.deepEqual(await found('from_settled_date=2000-01-01'), []);
  await pay.advance(2 * 86_400);
  assert.deepEqual(await found('from_settled_date=2000-01-01'), [100]);
  const beyond = await call('GET', '/v1/refunds?page=99');
  assert.deepEqual([beyond.status, beyond.body.code], [404, 'P1100']);
});

test('what is eventually consistent shows the payment as it was; the payment itself does not wait', async () => {
  const { pay, call, create, get, paid } = await begin({ searchDelaySeconds: 30, refundSeconds: 10 });
  const { payment_id: id } = await create();
  await pay.advance(31);
  pay.pay(id);
  const { refund_id: refund } = (await call('POST', `/v1/payments/${id}/refunds`, { amount: 345 })).body;
  assert.equal((await get(id)).state.status, 'success');
  const found = async () => (await call('GET', '/v1/payments')).body.results[0];
  const refunds = async () => (await call('GET', `/v1/payments/${id}/refunds`)).body['_embedded'] as { refunds: { status: string }[] };
  const lagging = await found();
  assert.deepEqual([lagging?.state.status, lagging?.['card_details'], lagging?.['settlement_summary']], ['created', undefined, {}]);
  assert.deepEqual(lagging?.['refund_summary'], { status: 'pending', amount_available: 12_345, amount_submitted: 0 });
  assert.equal((await call('GET', '/v1/payments?state=success')).body.total, 0);
  assert.deepEqual((await refunds()).refunds, []);
  // One refund is strongly consistent, a list of them is not.
  assert.equal((await call('GET', `/v1/payments/${id}/refunds/${refund}`)).body.status, 'submitted');
  await pay.advance(31);
  assert.equal((await found())?.state.status, 'success');
  assert.equal((await refunds()).refunds[0]?.status, 'submitted');
  await pay.advance(10);
  assert.equal((await refunds()).refunds[0]?.status, 'success');
  await paid();
  assert.equal((await call('GET', '/v1/payments')).body.total, 1);
});
