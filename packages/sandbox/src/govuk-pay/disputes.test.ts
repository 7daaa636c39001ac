import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, type Body } from './testing/begin.fixture.ts';
import { Payer } from './testing/payer.fixture.ts';

async function beginDisputes(options: Parameters<typeof begin>[0] = {}) {
  const platform = await begin(options);
  const search = async (query = ''): Promise<Body[]> => (await platform.call('GET', `/v1/disputes?${query}`)).body.results;
  const refund = (id: string) => platform.call('POST', `/v1/payments/${id}/refunds`, { amount: 1 });
  return { ...platform, search, refund };
}

for (const [card, end] of [
  ['4000000000000259', 'lost'],
  ['4000000000002685', 'won'],
] as const) {
  test(`${card}: disputed, under review, ${end}`, async () => {
    const { pay, get, paid, search, refund } = await beginDisputes();
    const id = await paid(card);
    assert.deepEqual(await search(), []);
    await pay.advance(61);
    const [raised] = await search('status=needs_response');
    assert.deepEqual(
      [raised?.payment_id, raised?.['amount'], raised?.['fee'], raised?.['net_amount'], raised?.['settlement_summary']],
      [id, 12_345, null, null, {}],
    );
    assert.match(String(raised?.['evidence_due_date']), /T23:59:59\.000Z$/);
    const held = await refund(id);
    assert.deepEqual(
      [held.status, held.body.code, held.body.description],
      [400, 'P0603', 'The payment is disputed and cannot be refunded'],
    );
    const { state, refund_summary: summary } = await get(id);
    assert.deepEqual([state.status, (summary as { status: string }).status], ['success', 'unavailable']);
    await pay.advance(60);
    assert.equal((await search())[0]?.status, 'under_review');
    await pay.advance(60);
    const [decided] = await search(`status=${end}`);
    assert.deepEqual([decided?.['fee'], decided?.['net_amount']], end === 'lost' ? [1_500, -13_845] : [null, null]);
    assert.equal((await refund(id)).status, end === 'lost' ? 400 : 202);
    assert.equal((await search('from_settled_date=2000-01-01')).length, 0);
    await pay.advance(2 * 86_400);
    assert.equal((await search('from_settled_date=2000-01-01')).length, end === 'lost' ? 1 : 0);
  });
}

test('a name of Stripe’s leaves it without an answer', async () => {
  const { pay, call, create, search } = await beginDisputes();
  const { payment_id: id, _links: links } = await create();
  const pages = new URL(links['next_url']?.href ?? '').origin;
  const payer = await new Payer(pages).open(links['next_url']?.href ?? '');
  await payer.open(`${pages}/card_details/${id}`, { number: '4000000000000259', expiry: '12/40', name: 'skip_evidence', code: '123' });
  await payer.open(`${pages}/card_details/${id}/confirm`, {});
  await pay.advance(86_400);
  assert.equal((await search())[0]?.status, 'needs_response');
  assert.equal((await call('GET', `/v1/payments/${id}`)).body.state.status, 'success');
});

test('any payment can be disputed by a test, once, and moved on', async () => {
  const { pay, address, create, paid, search } = await beginDisputes({ disputeFee: 2_000 });
  const unpaid = await create();
  assert.throws(() => pay.dispute(unpaid.payment_id), TypeError);
  const id = await paid();
  pay.dispute(id, 'needs_response', 'duplicate');
  const dispute = async (body: object) => {
    const response = await fetch(`${address}/sandbox/payments/${id}/dispute`, { method: 'POST', body: JSON.stringify(body) });
    return response.status;
  };
  assert.equal(await dispute({ status: 'under_review' }), 200);
  assert.equal(await dispute({ status: 'nonsense' }), 409);
  assert.equal(await dispute({ status: 'lost' }), 200);
  assert.equal(await dispute({ status: 'won' }), 409);
  const [lost] = await search();
  assert.deepEqual([lost?.['reason'], lost?.status, lost?.['net_amount']], ['duplicate', 'lost', -14_345]);
});

test('found by date and status, each service its own; no webhook tells of one', async () => {
  const { pay, call, paid, search } = await beginDisputes({
    apiKeys: ['sandbox-key', 'theirs'],
    webhooks: [{ url: 'http://127.0.0.1:9/', signingSecret: 's', held: true }],
  });
  const [first, second] = [await paid(), await paid()];
  pay.dispute(first);
  await pay.advance(3_600);
  const between = new Date(pay.now() - 60_000).toISOString();
  const told = pay.messages.length;
  pay.dispute(second, 'won');
  assert.equal(pay.messages.length, told);
  assert.deepEqual(
    (await search()).map(({ payment_id: id }) => id),
    [second, first],
  );
  assert.deepEqual(
    (await search(`from_date=${between}`)).map(({ payment_id: id }) => id),
    [second],
  );
  assert.deepEqual(
    (await search(`to_date=${between}`)).map(({ payment_id: id }) => id),
    [first],
  );
  assert.deepEqual(
    (await search('status=won')).map(({ payment_id: id }) => id),
    [second],
  );
  const { body } = await call('GET', '/v1/disputes?display_size=1');
  assert.deepEqual([body.total, body['count'], body['page']], [2, 1, 1]);
  // The one search whose links have no underscore, in Pay's code and its document.
  assert.ok((body['links'] as Record<string, unknown>)['next_page']);
  assert.equal((await call('GET', '/v1/disputes?page=9')).body.code, 'P0402');
  assert.equal((await call('GET', '/v1/disputes', undefined, { authorization: 'Bearer theirs' })).body.total, 0);
});
