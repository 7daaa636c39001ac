import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { begin, wanted } from './testing/begin.fixture.ts';

describe('payments', async () => {
  const { pay, call, create, get, paid } = await begin();

  test('created, as the document says, with links that lead on', async () => {
    const { status, headers, body } = await call('POST', '/v1/payments', {
      ...wanted,
      language: 'cy',
      email: 'a@example.org',
      metadata: { fund: 'council-tax', year: 2026, late: false },
      prefilled_cardholder_details: {
        cardholder_name: 'A Payer',
        billing_address: { line1: '1 Mill Lane', postcode: 'AM1 1AA', country: 'GB' },
      },
    });
    assert.equal(status, 201);
    assert.equal(headers.get('location'), body._links['self']?.href);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.deepEqual(body.state, { status: 'created', finished: false });
    assert.match(body.payment_id, /^[a-z0-9]{26}$/);
    const there = Object.entries(body._links).flatMap(([name, link]) => (link ? [name] : []));
    assert.deepEqual(there.sort(), ['cancel', 'events', 'next_url', 'next_url_post', 'refunds', 'self']);
    // As Pay writes them, those that there are not are null, and so is what is not known of a card.
    assert.deepEqual([body._links['capture'], body._links['auth_url_post']], [null, null]);
    assert.deepEqual(body['card_details'], {
      cardholder_name: 'A Payer',
      billing_address: { line1: '1 Mill Lane', postcode: 'AM1 1AA', country: 'GB' },
      card_brand: '',
      ...Object.fromEntries(
        ['last_digits_card_number', 'first_digits_card_number', 'expiry_date', 'card_type', 'wallet_type'].map((name) => [name, null]),
      ),
    });
    assert.equal((await call('GET', `/v1/payments/${body.payment_id}`)).status, 200);
    assert.equal((await call('GET', `/v1/payments/${body.payment_id}/events`)).status, 200);
  });

  // Statuses, codes and fields: pay-publicapi's parser, validators and mappers. What pay-connector finds has no field.
  const refusals: [string, unknown, number, string, string?][] = [
    ['no JSON', '{"amount":', 400, 'P0197'],
    ['a list', '[]', 400, 'P0197'],
    ['no amount', { ...wanted, amount: undefined }, 400, 'P0101', 'amount'],
    ['an amount in words', { ...wanted, amount: '100' }, 400, 'P0102', 'amount'],
    ['a fraction', { ...wanted, amount: 1.5 }, 400, 'P0102', 'amount'],
    ['an amount that no int holds', { ...wanted, amount: 3_000_000_000 }, 400, 'P0102', 'amount'],
    ['zero', { ...wanted, amount: 0 }, 422, 'P0102', 'amount'],
    ['negative', { ...wanted, amount: -1 }, 422, 'P0102', 'amount'],
    ['over £100,000', { ...wanted, amount: 10_000_001 }, 422, 'P0102', 'amount'],
    ['no reference', { ...wanted, reference: '' }, 400, 'P0101', 'reference'],
    ['a long reference', { ...wanted, reference: 'x'.repeat(256) }, 422, 'P0102', 'reference'],
    [
      'a card number as the reference of a payment link',
      { ...wanted, reference: '4242 4242 4242 4242', internal: { source: 'CARD_PAYMENT_LINK' } },
      400,
      'P0105',
    ],
    ['no description', { ...wanted, description: null }, 400, 'P0101', 'description'],
    ['what the firewall stops', { ...wanted, description: 'a <b>' }, 400, 'P0920'],
    ['no return address', { ...wanted, return_url: undefined }, 400, 'P0101'],
    ['no URL', { ...wanted, return_url: 'javascript:alert(1)' }, 422, 'P0102'],
    ['a number as the return address', { ...wanted, return_url: 1 }, 400, 'P0102', 'return_url'],
    ['another language', { ...wanted, language: 'fr' }, 422, 'P0102', 'language'],
    ['another mode', { ...wanted, authorisation_mode: 'external' }, 422, 'P0102', 'authorisation_mode'],
    [
      '16 metadata',
      { ...wanted, metadata: Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`k${i}`, 1])) },
      422,
      'P0102',
      'metadata',
    ],
    ['keys alike', { ...wanted, metadata: { fund: 1, FUND: 2 } }, 422, 'P0102', 'metadata'],
    ['a long value', { ...wanted, metadata: { fund: 'x'.repeat(101) } }, 422, 'P0102', 'metadata'],
    ['a nested value', { ...wanted, metadata: { fund: [1] } }, 422, 'P0102', 'metadata'],
    ['no metadata in it', { ...wanted, metadata: null }, 422, 'P0102', 'metadata'],
    ['a long email', { ...wanted, email: `${'x'.repeat(250)}@example.org` }, 422, 'P0102', 'email'],
    [
      'a long postcode',
      { ...wanted, prefilled_cardholder_details: { billing_address: { postcode: 'x'.repeat(26) } } },
      422,
      'P0102',
      'postcode',
    ],
  ];
  for (const [name, body, status, code, field] of refusals) {
    test(`refused: ${name}`, async () => {
      const before = pay.payments.length;
      const answer = await call('POST', '/v1/payments', body);
      assert.deepEqual([answer.status, answer.body.code, answer.body.field], [status, code, field]);
      assert.equal(pay.payments.length, before);
    });
  }

  test('a card number as the reference of any other payment is taken, as by Pay', async () => {
    assert.equal((await call('POST', '/v1/payments', { ...wanted, reference: '4242424242424242' })).status, 201);
  });

  test('cancelled by the service, once; a payment that waits for its capture too', async () => {
    const { payment_id: id } = await create();
    assert.equal((await call('POST', `/v1/payments/${id}/cancel`)).status, 204);
    assert.deepEqual((await get(id)).state, {
      status: 'cancelled',
      finished: true,
      code: 'P0040',
      message: 'Payment was cancelled by the service',
    });
    assert.equal((await call('POST', `/v1/payments/${id}/cancel`)).body.code, 'P0501');
    const conflict = await call('POST', `/v1/payments/${await paid()}/cancel`);
    assert.deepEqual([conflict.status, conflict.body.code], [409, 'P0502']);
    assert.equal((await call('POST', '/v1/payments/none/cancel')).body.code, 'P0500');
    const waiting = await paid(undefined, { delayed_capture: true });
    assert.ok((await get(waiting))._links['cancel']);
    assert.equal((await call('POST', `/v1/payments/${waiting}/cancel`)).status, 204);
  });

  test('delayed: capturable, then captured by the service; once more does no harm', async () => {
    const { payment_id: id } = await create({ delayed_capture: true });
    const early = await call('POST', `/v1/payments/${id}/capture`);
    assert.deepEqual([early.status, early.body.code], [409, 'P1003']);
    pay.pay(id);
    const waiting = await get(id);
    assert.deepEqual([waiting.state.status, waiting.state.finished], ['capturable', false]);
    assert.ok(waiting._links['capture']);
    assert.equal((await call('POST', `/v1/payments/${id}/capture`)).status, 204);
    assert.equal((await call('POST', `/v1/payments/${id}/capture`)).status, 204);
    assert.equal((await get(id)).state.status, 'success');
    assert.equal((await call('POST', '/v1/payments/none/capture')).body.code, 'P1000');
  });

  test('expires after 90 minutes, and not before; a capture can wait for five days', async () => {
    const { payment_id: id } = await create();
    const waiting = await paid(undefined, { delayed_capture: true });
    await pay.advance(89 * 60);
    assert.equal((await get(id)).state.status, 'created');
    await pay.advance(2 * 60);
    assert.equal((await get(id)).state.code, 'P0020');
    await pay.advance(118 * 3_600);
    assert.equal((await get(waiting)).state.status, 'capturable');
    await pay.advance(3_600);
    assert.equal((await get(waiting)).state.code, 'P0020');
  });
});

test('a key that is not known, one that is switched off, one without a provider, one that is live', async () => {
  const { call, create } = await begin({ disabledKeys: ['off'], unlinkedKeys: ['new'], liveKeys: ['live'] });
  const as = (key: string) => call('POST', '/v1/payments', wanted, { authorization: `Bearer ${key}` });
  assert.equal((await as('nonsense')).status, 401);
  const off = await as('off');
  assert.deepEqual([off.status, off.body.code], [403, 'P0941']);
  const unlinked = await as('new');
  assert.deepEqual([unlinked.status, unlinked.body.code], [403, 'P0940']);
  const live = await as('live');
  assert.deepEqual([live.status, live.body.code, live.body.field], [422, 'P0920', 'return_url']);
  // Another service's payment is none.
  const { payment_id: id } = await create();
  assert.equal((await call('GET', `/v1/payments/${id}`, undefined, { authorization: 'Bearer live' })).body.code, 'P0200');
});

test('an Idempotency-Key is kept where every key is; a wrong one is refused anyhow', async () => {
  const { pay, call } = await begin({ idempotency: 'all' });
  const key = { 'idempotency-key': 'a-1' };
  const { amount, ...rest } = wanted;
  const first = await call('POST', '/v1/payments', wanted, key);
  const again = await call('POST', '/v1/payments', { ...rest, amount }, key);
  assert.deepEqual([first.status, again.status, again.body.payment_id], [201, 200, first.body.payment_id]);
  const other = await call('POST', '/v1/payments', { ...wanted, amount: 1 }, key);
  assert.deepEqual([other.status, other.body.code], [409, 'P0191']);
  await pay.advance(25 * 3600);
  assert.equal((await call('POST', '/v1/payments', wanted, key)).status, 201);
  const asPayDoes = await begin();
  for (const _time of [1, 2]) assert.equal((await asPayDoes.call('POST', '/v1/payments', wanted, key)).status, 201);
  assert.equal(asPayDoes.pay.payments.length, 2);
  const wrong = await asPayDoes.call('POST', '/v1/payments', wanted, { 'idempotency-key': 'a_1!' });
  assert.deepEqual([wrong.status, wrong.body.code, wrong.body['header']], [422, 'P0102', 'Idempotency-Key']);
});

test('15 POSTs a second for each kind, by its own clock', async () => {
  const { pay, call } = await begin({ postsPerSecond: 15, now: () => 1_800_000_000_000 });
  const answers = await Promise.all(Array.from({ length: 16 }, () => call('POST', '/v1/payments', wanted)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array<number>(15).fill(201), 429]);
  assert.equal(answers.find(({ status }) => status === 429)?.body.code, 'P0900');
  const [first] = pay.payments;
  assert.equal((await call('POST', `/v1/payments/${first?.payment_id ?? ''}/cancel`)).status, 204);
  await pay.advance(1.1);
  assert.equal((await call('POST', '/v1/payments', wanted)).status, 201);
});

test('what a provider adds: least amounts, fees, corporate cards and their exemption', async () => {
  const stripe = await begin({ provider: 'stripe', fee: 40 });
  const little = await stripe.call('POST', '/v1/payments', { ...wanted, amount: 29 });
  assert.deepEqual([little.status, little.body.code, little.body.field], [422, 'P0102', 'amount']);
  assert.match(little.body.description, /equal to 30/);
  const ofStripe = await stripe.get(await stripe.paid());
  assert.deepEqual([ofStripe['payment_provider'], ofStripe['fee'], ofStripe['net_amount']], ['stripe', 40, 12_305]);
  assert.equal(ofStripe['total_amount'], undefined);
  const worldpay = await begin({ provider: 'worldpay', corporateCardSurcharge: 250, exemption: 'rejected' });
  const id = await worldpay.paid('4988080000000000');
  const corporate = await worldpay.get(id);
  assert.deepEqual([corporate['amount'], corporate['corporate_card_surcharge'], corporate['total_amount']], [12_345, 250, 12_595]);
  assert.deepEqual(corporate['exemption'], { requested: true, type: 'corporate', outcome: { result: 'rejected' } });
  assert.deepEqual(corporate['refund_summary'], { status: 'available', amount_available: 12_595, amount_submitted: 0 });
  assert.equal((await worldpay.get(await worldpay.paid()))['exemption'], undefined);
  const free = await begin({ zeroAmounts: true });
  assert.equal((await free.call('POST', '/v1/payments', { ...wanted, amount: 0 })).status, 201);
});

test('the firewall stops what does not say that it is JSON, and what is empty', async () => {
  const { call } = await begin();
  for (const [path, body, type] of [
    ['/v1/payments', wanted, 'application/x-www-form-urlencoded'],
    ['/v1/payments', '', 'application/json'],
    ['/v1/agreements', { reference: 'A', description: 'A' }, 'text/plain'],
    ['/v1/auth', {}, 'text/plain'],
  ] as const) {
    const stopped = await call('POST', path, body, { 'content-type': type });
    assert.deepEqual([stopped.status, stopped.body.code], [400, 'P0920']);
  }
});

test('a card in a wallet: which one, and what Pay does not know of it', async () => {
  const { pay, call, create, get, paid } = await begin();
  const details = async (id: string) => (await get(id))['card_details'] as Record<string, unknown>;
  const { payment_id: apple } = await create();
  pay.pay(apple, '4000056655665556', 'Apple Pay');
  assert.deepEqual([(await details(apple))['wallet_type'], (await details(apple))['card_type']], ['Apple Pay', 'debit']);
  const { payment_id: google } = await create();
  pay.pay(google, '4000056655665556', 'Google Pay');
  assert.deepEqual([(await details(google))['wallet_type'], (await details(google))['card_type']], ['Google Pay', null]);
  assert.equal((await details(await paid()))['wallet_type'], null);
  const { agreement_id: agreement } = (await call('POST', '/v1/agreements', { reference: 'A', description: 'A' })).body;
  const { payment_id: id } = await create({ set_up_agreement: agreement });
  pay.pay(id, '4242424242424242', 'Apple Pay');
  assert.equal((await get(id)).state.status, 'created');
});
