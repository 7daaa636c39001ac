import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createGovukPay, startSandbox, type GovukPayOptions } from '../index.ts';
import { fits, isPresent } from './openapi.fixture.ts';

if (!isPresent) test('bodies against the OpenAPI document', { skip: 'GOV.UK Pay’s OpenAPI document is not here' });

const wanted = { amount: 12_345, reference: 'CT-1', description: 'Council tax', return_url: 'http://127.0.0.1/back' };

interface Body {
  [name: string]: unknown;
  payment_id: string;
  state: { status: string; finished: boolean; code?: string };
  _links: Record<string, { href: string; method: string; params?: Record<string, string> }>;
}

async function begin(options: GovukPayOptions = {}) {
  const pay = createGovukPay({ postsPerSecond: 0, ...options });
  const sandbox = await startSandbox({ platforms: { pay } });
  after(() => sandbox.stop());
  const { baseUrl, address } = sandbox.platforms.pay;
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  };
  const create = async (more: object = {}, headers: Record<string, string> = {}) =>
    (await call('POST', '/v1/payments', { ...wanted, ...more }, headers)).body;
  return { pay, sandbox, baseUrl, address, call, create };
}

describe('payments', async () => {
  const { pay, call, create } = await begin();

  test('created, as the document says, with links that lead on', async () => {
    const { status, body } = await call('POST', '/v1/payments', {
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
    fits('CreatePaymentResult', pick(body));
    assert.deepEqual(body.state, { status: 'created', finished: false });
    assert.match(body.payment_id, /^[a-z0-9]{26}$/);
    assert.deepEqual(Object.keys(body._links).sort(), ['cancel', 'events', 'next_url', 'next_url_post', 'refunds', 'self']);
    const got = await call('GET', `/v1/payments/${body.payment_id}`);
    assert.equal(got.status, 200);
    fits('PaymentWithAllLinks', got.body);
    const events = await call('GET', `/v1/payments/${body.payment_id}/events`);
    fits('PaymentEvents', events.body);
  });

  // Statuses and codes: pay-publicapi's validators and exception mappers, which answer more than its OpenAPI document lists.
  const refusals: [string, unknown, number, string, string?][] = [
    ['no JSON', '{"amount":', 400, 'P0197'],
    ['a list', '[]', 400, 'P0197'],
    ['no amount', { ...wanted, amount: undefined }, 400, 'P0101', 'amount'],
    ['an amount in words', { ...wanted, amount: '100' }, 400, 'P0102', 'amount'],
    ['a fraction', { ...wanted, amount: 1.5 }, 400, 'P0102', 'amount'],
    ['zero', { ...wanted, amount: 0 }, 422, 'P0102', 'amount'],
    ['negative', { ...wanted, amount: -1 }, 422, 'P0102', 'amount'],
    ['over £100,000', { ...wanted, amount: 10_000_001 }, 422, 'P0102', 'amount'],
    ['no reference', { ...wanted, reference: '' }, 400, 'P0101', 'reference'],
    ['a long reference', { ...wanted, reference: 'x'.repeat(256) }, 422, 'P0102', 'reference'],
    ['a card number as the reference', { ...wanted, reference: 'pay 4242 4242 4242 4242' }, 400, 'P0105'],
    ['no description', { ...wanted, description: null }, 400, 'P0101', 'description'],
    ['what the firewall stops', { ...wanted, description: 'a <b>' }, 400, 'P0920'],
    ['no return address', { ...wanted, return_url: undefined }, 400, 'P0101', 'return_url'],
    ['no URL', { ...wanted, return_url: 'javascript:alert(1)' }, 422, 'P0102', 'return_url'],
    ['another language', { ...wanted, language: 'fr' }, 422, 'P0102', 'language'],
    ['MOTO', { ...wanted, moto: true }, 422, 'P0196'],
    ['card details by API, with a return address', { ...wanted, authorisation_mode: 'moto_api' }, 400, 'P0104'],
    ['an agreement', { ...wanted, set_up_agreement: 'a'.repeat(26) }, 422, 'P0942'],
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
    ['a long email', { ...wanted, email: `${'x'.repeat(250)}@example.org` }, 422, 'P0102', 'email'],
  ];
  for (const [name, body, status, code, field] of refusals) {
    test(`refused: ${name}`, async () => {
      const before = pay.payments.length;
      const answer = await call('POST', '/v1/payments', body);
      assert.deepEqual([answer.status, answer.body['code'], answer.body['field']], [status, code, field]);
      fits('RequestError', answer.body);
      assert.equal(pay.payments.length, before);
    });
  }

  test('a key that is not known, and one that is switched off', async () => {
    assert.equal((await call('POST', '/v1/payments', wanted, { authorization: 'Bearer nonsense' })).status, 401);
    const other = await begin({ disabledKeys: ['off'], liveKeys: ['live'] });
    const off = await other.call('POST', '/v1/payments', wanted, { authorization: 'Bearer off' });
    assert.deepEqual([off.status, off.body['code']], [403, 'P0941']);
    const live = await other.call('POST', '/v1/payments', wanted, { authorization: 'Bearer live' });
    assert.deepEqual([live.status, live.body['code'], live.body['field']], [422, 'P0920', 'return_url']);
    // Another service's payment is none.
    const { payment_id: id } = await other.create();
    assert.equal((await other.call('GET', `/v1/payments/${id}`, undefined, { authorization: 'Bearer live' })).body['code'], 'P0200');
  });

  test('one Idempotency-Key is one payment; another body 409; no key of other signs', async () => {
    const key = { 'idempotency-key': 'a-1' };
    const first = await call('POST', '/v1/payments', wanted, key);
    const again = await call('POST', '/v1/payments', wanted, key);
    assert.deepEqual([first.status, again.status, again.body.payment_id], [201, 200, first.body.payment_id]);
    const other = await call('POST', '/v1/payments', { ...wanted, amount: 1 }, key);
    assert.deepEqual([other.status, other.body['code']], [409, 'P0191']);
    const wrong = await call('POST', '/v1/payments', wanted, { 'idempotency-key': 'a_1!' });
    assert.deepEqual([wrong.status, wrong.body['code'], wrong.body['header']], [422, 'P0102', 'Idempotency-Key']);
    await pay.advance(25 * 3600);
    assert.equal((await call('POST', '/v1/payments', wanted, key)).status, 201);
  });

  test('cancelled by the service, once', async () => {
    const { payment_id: id } = await create();
    assert.equal((await call('POST', `/v1/payments/${id}/cancel`)).status, 204);
    assert.deepEqual((await call('GET', `/v1/payments/${id}`)).body.state, {
      status: 'cancelled',
      finished: true,
      code: 'P0040',
      message: 'Payment was cancelled by the service',
    });
    assert.equal((await call('POST', `/v1/payments/${id}/cancel`)).body['code'], 'P0501');
    const paid = await create();
    pay.pay(paid.payment_id);
    const conflict = await call('POST', `/v1/payments/${paid.payment_id}/cancel`);
    assert.deepEqual([conflict.status, conflict.body['code']], [409, 'P0502']);
    assert.deepEqual((await call('POST', '/v1/payments/none/cancel')).body['code'], 'P0500');
  });

  test('delayed: capturable, then captured by the service', async () => {
    const { payment_id: id } = await create({ delayed_capture: true });
    assert.equal((await call('POST', `/v1/payments/${id}/capture`)).body['code'], 'P1001');
    pay.pay(id);
    const waiting = await call('GET', `/v1/payments/${id}`);
    assert.deepEqual([waiting.body.state.status, waiting.body.state.finished], ['capturable', false]);
    assert.ok(waiting.body._links['capture']);
    assert.equal((await call('POST', `/v1/payments/${id}/capture`)).status, 204);
    assert.equal((await call('POST', `/v1/payments/${id}/capture`)).body['code'], 'P1003');
    assert.equal((await call('GET', `/v1/payments/${id}`)).body.state.status, 'success');
  });

  test('expires after 90 minutes, and not before', async () => {
    const { payment_id: id } = await create();
    await pay.advance(89 * 60);
    assert.equal((await call('GET', `/v1/payments/${id}`)).body.state.status, 'created');
    await pay.advance(2 * 60);
    assert.deepEqual((await call('GET', `/v1/payments/${id}`)).body.state.code, 'P0020');
  });

  test('refunds: guarded by what is available', async () => {
    const { payment_id: id } = await create();
    const early = await call('POST', `/v1/payments/${id}/refunds`, { amount: 100, refund_amount_available: 12_345 });
    assert.deepEqual([early.status, early.body['code']], [400, 'P0603']);
    pay.pay(id);
    const mismatch = await call('POST', `/v1/payments/${id}/refunds`, { amount: 100, refund_amount_available: 1 });
    assert.deepEqual([mismatch.status, mismatch.body['code']], [412, 'P0604']);
    for (const [body, status, code] of [
      [{}, 400, 'P0601'],
      [{ amount: 'x' }, 400, 'P0602'],
      [{ amount: 0 }, 422, 'P0602'],
      ['{', 400, 'P0697'],
      [{ amount: 12_346, refund_amount_available: 12_345 }, 400, 'P0603'],
    ] as const) {
      const answer = await call('POST', `/v1/payments/${id}/refunds`, body);
      assert.deepEqual([answer.status, answer.body['code']], [status, code]);
    }
    const given = await call('POST', `/v1/payments/${id}/refunds`, { amount: 345, refund_amount_available: 12_345 });
    assert.deepEqual([given.status, given.body['status']], [202, 'submitted']);
    fits('Refund', given.body);
    // The same request again is refused: it no longer knows what is available.
    assert.equal((await call('POST', `/v1/payments/${id}/refunds`, { amount: 345, refund_amount_available: 12_345 })).status, 412);
    await pay.advance(61);
    const list = await call('GET', `/v1/payments/${id}/refunds`);
    fits('RefundForSearchResult', list.body);
    const one = await call('GET', `/v1/payments/${id}/refunds/${String(given.body['refund_id'])}`);
    assert.equal(one.body['status'], 'success');
    assert.equal((await call('GET', `/v1/payments/${id}/refunds/none`)).body['code'], 'P0700');
    const { body } = await call('GET', `/v1/payments/${id}`);
    assert.deepEqual(body['refund_summary'], { status: 'available', amount_available: 12_000, amount_submitted: 345 });
    const search = await call('GET', '/v1/refunds');
    fits('RefundSearchResults', search.body);
    assert.equal(search.body['total'], 1);
  });
});

/** POST answers with fewer attributes in the document than Pay gives. */
function pick(body: Body): object {
  const { authorisation_mode: _mode, card_brand: _brand, total_amount: _total, ...rest } = body;
  return rest;
}

test('search: by each filter, in pages, newest first, and later than the payment', async () => {
  const { pay, call, create } = await begin({ searchDelaySeconds: 10 });
  for (let index = 0; index < 7; index += 1)
    await create({ reference: `R-${index % 2}`, email: index === 3 ? 'Ann@Example.org' : undefined });
  assert.equal((await call('GET', '/v1/payments')).body['total'], 0);
  await pay.advance(11);
  pay.pay(pay.payments[0]?.payment_id ?? '', '5105105105105100');
  const total = async (query: string) => (await call('GET', `/v1/payments?${query}`)).body['total'];
  assert.equal(await total('reference=r-1'), 3);
  assert.equal(await total('reference=R'), 0);
  assert.equal(await total('email=ann'), 1);
  assert.equal(await total('state=success'), 1);
  assert.equal(await total('card_brand=mastercard&last_digits_card_number=5100&cardholder_name=payer'), 1);
  assert.equal(await total('from_date=2000-01-01T00:00:00Z&to_date=2001-01-01T00:00:00Z'), 0);
  const second = await call('GET', '/v1/payments?display_size=3&page=2&reference=');
  fits('PaymentSearchResults', second.body);
  for (const found of second.body['results'] as object[]) fits('PaymentDetailForSearch', found);
  assert.deepEqual([second.body['count'], second.body['total'], second.body['page']], [3, 7, 2]);
  assert.deepEqual(Object.keys(second.body._links).sort(), ['first_page', 'last_page', 'next_page', 'prev_page', 'self']);
  const next = await fetch(second.body._links['next_page']?.href ?? '', { headers: { authorization: 'Bearer sandbox-key' } });
  assert.equal(((await next.json()) as { count: number }).count, 1);
  const beyond = await call('GET', '/v1/payments?page=99');
  assert.deepEqual([beyond.status, beyond.body['code']], [404, 'P0402']);
  const wrong = await call('GET', '/v1/payments?state=nonsense&from_date=yesterday&display_size=501&page=0');
  assert.deepEqual([wrong.status, wrong.body['code']], [422, 'P0401']);
  assert.match(String(wrong.body['description']), /state, from_date, page, display_size/);
});

test('15 POSTs a second for each kind, by its own clock', async () => {
  const { pay, call } = await begin({ postsPerSecond: 15, now: () => 1_800_000_000_000 });
  const answers = await Promise.all(Array.from({ length: 16 }, () => call('POST', '/v1/payments', wanted)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array<number>(15).fill(201), 429]);
  fits('ErrorResponse', answers.find(({ status }) => status === 429)?.body);
  const [first] = pay.payments;
  assert.equal((await call('POST', `/v1/payments/${first?.payment_id ?? ''}/cancel`)).status, 204);
  await pay.advance(1.1);
  assert.equal((await call('POST', '/v1/payments', wanted)).status, 201);
});

describe('the hosted pages', async () => {
  const { pay, baseUrl, call, create } = await begin();

  /** A browser without scripts. */
  class Payer {
    readonly cookies = new Map<string, string>();
    html = '';
    url = '';
    async open(url: string, form?: Record<string, string>): Promise<this> {
      const response = await fetch(url, {
        redirect: 'manual',
        // As a browser says it of a form on a page of the same site.
        headers: {
          ...(form ? { origin: new URL(baseUrl).origin } : {}),
          cookie: [...this.cookies].map((pair) => pair.join('=')).join('; '),
        },
        ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      });
      for (const line of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
        this.cookies.set(name, value);
      }
      this.url = url;
      const location = response.headers.get('location');
      if (location !== null && new URL(location, url).origin === new URL(baseUrl).origin) return this.open(new URL(location, url).href);
      this.url = location ?? url;
      this.html = await response.text();
      return this;
    }
    get heading(): string {
      return /<h1>(.*?)<\/h1>/.exec(this.html)?.[1] ?? '';
    }
  }
  const card = (number: string) => ({ number, expiry: '12/40', name: 'A Payer', code: '123', postcode: 'AM1 1AA' });
  const opened = async (more: object = {}) => {
    const created = await create(more);
    const payer = await new Payer().open(created._links['next_url']?.href ?? '');
    return { created, payer, pages: `${baseUrl}/card_details/${created.payment_id}` };
  };
  const state = async (id: string) => (await call('GET', `/v1/payments/${id}`)).body.state;

  test('the whole way: card, confirm, back to the service', async () => {
    const { created, payer, pages } = await opened();
    assert.equal(payer.heading, 'Enter card details');
    assert.match(payer.html, /£123\.45/);
    assert.doesNotMatch(payer.html, /govuk|GDS Transport|crown/i);
    // A page without a referrer sends its forms with `Origin: null`, which is refused as another site's.
    assert.equal((await fetch(created._links['next_url']?.href ?? '')).headers.get('referrer-policy'), 'same-origin');
    assert.equal((await state(created.payment_id)).status, 'started');
    await payer.open(pages, { number: '', expiry: '01/20', name: '', code: 'x' });
    assert.equal((payer.html.match(/aria-invalid/g) ?? []).length, 4);
    await payer.open(pages, card('4929 0000 0000 6'));
    assert.match(payer.html, /number of a test card/);
    assert.doesNotMatch(payer.html, /4929/);
    await payer.open(pages, card('4242 4242 4242 4242'));
    assert.equal(payer.heading, 'Confirm your payment');
    assert.equal((await state(created.payment_id)).status, 'submitted');
    await payer.open(`${pages}/confirm`, {});
    assert.equal(payer.url, wanted.return_url);
    const { body } = await call('GET', `/v1/payments/${created.payment_id}`);
    fits('PaymentWithAllLinks', body);
    assert.deepEqual(body.state, { status: 'success', finished: true });
    assert.equal((body['card_details'] as { last_digits_card_number: string }).last_digits_card_number, '4242');
    assert.doesNotMatch(JSON.stringify(pay.payments), /4242424242424242/);
    await payer.open(pages);
    assert.equal(payer.heading, 'Your payment was successful');
  });

  const outcomes: [string, string, string, string | undefined][] = [
    ['4000000000000002', 'Your payment has been declined', 'failed', 'P0010'],
    ['4000000000000069', 'Your payment has been declined', 'failed', 'P0010'],
    ['4000000000000127', 'Your payment has been declined', 'failed', 'P0010'],
    ['4000000000000119', 'We’re experiencing technical problems', 'error', 'P0050'],
    ['6759649826438453', 'Enter card details', 'started', undefined],
  ];
  for (const [number, heading, status, code] of outcomes) {
    test(`card ${number}: ${status} ${code ?? ''}`, async () => {
      const { created, payer, pages } = await opened();
      await payer.open(pages, card(number));
      assert.equal(payer.heading, heading);
      const now = await state(created.payment_id);
      assert.deepEqual([now.status, now.code], [status, code]);
    });
  }

  test('3-D Secure: the bank asks; no is declined, yes goes on', async () => {
    for (const [answer, heading] of [
      ['yes', 'Confirm your payment'],
      ['no', 'Your payment has been declined'],
    ] as const) {
      const { created, payer, pages } = await opened();
      await payer.open(pages, card('4000002500003155'));
      assert.equal(payer.heading, 'Your bank asks: is it you?');
      assert.equal((await state(created.payment_id)).status, 'started');
      await payer.open(`${pages}/3ds`, { answer });
      assert.equal(payer.heading, heading);
    }
  });

  test('the payer cancels; in Welsh', async () => {
    const { created, payer, pages } = await opened({ language: 'cy' });
    assert.equal(payer.heading, 'Rhowch fanylion y cerdyn');
    assert.match(payer.html, /<html lang="cy">/);
    await payer.open(`${pages}/cancel`, {});
    assert.equal(payer.heading, 'Mae eich taliad wedi’i ganslo');
    assert.deepEqual((await state(created.payment_id)).code, 'P0030');
  });

  test('a link is good once for one browser; the API gives another; an expired payment says so', async () => {
    const { created, payer, pages } = await opened();
    const link = created._links['next_url']?.href ?? '';
    assert.equal((await new Payer().open(link)).heading, 'This link has been used');
    assert.equal((await payer.open(link)).heading, 'Enter card details');
    assert.equal((await new Payer().open(pages)).heading, 'This link has been used');
    const fresh = (await call('GET', `/v1/payments/${created.payment_id}`)).body._links['next_url']?.href ?? '';
    assert.notEqual(fresh, link);
    await pay.advance(91 * 60);
    assert.equal((await payer.open(pages)).heading, 'Your payment session has expired');
    assert.equal((await payer.open(pages, card('4242424242424242'))).heading, 'Your payment session has expired');
  });

  test('a payment can stay unconfirmed for a while', async () => {
    const slow = await begin({ confirmSeconds: 120 });
    const { payment_id: id } = await slow.create();
    slow.pay.pay(id);
    assert.equal((await slow.call('GET', `/v1/payments/${id}`)).body.state.status, 'submitted');
    await slow.pay.advance(121);
    assert.equal((await slow.call('GET', `/v1/payments/${id}`)).body.state.status, 'success');
  });
});

describe('webhooks', async () => {
  const received: { body: string; signature: string }[] = [];
  let answer = 200;
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ body, signature: String(request.headers['pay-signature']) });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  after(() => receiver.close());
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

  test('signed, one for each event, with the payment as the API gives it', async () => {
    received.length = 0;
    const { pay, create } = await begin({ webhooks: [{ url, signingSecret: 'whisper' }] });
    const { payment_id: id } = await create({ description: 'Treth gyngor £' });
    pay.pay(id);
    await pay.advance(3 * 86_400);
    assert.deepEqual(
      received.map(({ body }) => (JSON.parse(body) as { event_type: string }).event_type),
      ['card_payment_succeeded', 'card_payment_captured', 'card_payment_settled'],
    );
    for (const { body, signature } of received) {
      assert.equal(signature, createHmac('sha256', 'whisper').update(body).digest('hex'));
      const { resource, resource_id: of } = JSON.parse(body) as { resource: Body; resource_id: string };
      assert.equal(of, id);
      fits('PaymentWithAllLinks', resource);
    }
  });

  test('tried again after 60 s, 5 min, 1 h, 1 d, 2 d, then given up', async () => {
    received.length = 0;
    answer = 503;
    const { pay, create } = await begin({ webhooks: [{ url, signingSecret: 's', events: ['card_payment_succeeded'] }] });
    pay.pay((await create()).payment_id);
    await pay.advance(0.001);
    const counts = [received.length];
    for (const seconds of [59, 2, 300, 3600, 86_400, 172_800, 10 * 86_400]) {
      await pay.advance(seconds);
      counts.push(received.length);
    }
    assert.deepEqual(counts, [1, 1, 2, 3, 4, 5, 6, 6]);
    assert.equal(new Set(received.map(({ body }) => body)).size, 1);
    answer = 200;
  });

  test('held ones go out when and as often as a test says', async () => {
    received.length = 0;
    const { pay, create } = await begin({ webhooks: [{ url, signingSecret: 's', held: true }] });
    pay.pay((await create()).payment_id);
    await pay.advance(3600);
    assert.equal(received.length, 0);
    for (const { id } of [...pay.messages].reverse()) await pay.deliver(id);
    for (const { id } of pay.messages) assert.equal(await pay.deliver(id), 200);
    assert.equal(received.length, 4);
  });
});

test('killed and started again, it knows what it knew, and what is still to come', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-pay-'));
  after(() => rmSync(folder, { recursive: true }));
  const keepIn = join(folder, 'book.jsonl');
  const first = await begin({ keepIn });
  const open = await first.create();
  const paid = await first.create();
  first.pay.pay(paid.payment_id);
  await first.sandbox.stop();
  const second = await begin({ keepIn });
  assert.deepEqual((await second.call('GET', `/v1/payments/${paid.payment_id}`)).body.state.status, 'success');
  await second.pay.advance(91 * 60);
  assert.deepEqual((await second.call('GET', `/v1/payments/${open.payment_id}`)).body.state.code, 'P0020');
  assert.ok(second.pay.payments.find(({ payment_id }) => payment_id === paid.payment_id)?.captured_date);
});

test('the desk: the book, the clock, faults that speak in Pay’s name', async () => {
  const { create, address, sandbox, call } = await begin();
  const { payment_id: id } = await create();
  const book = (await (await fetch(`${address}/sandbox/payments`)).json()) as { payment_id: string; token?: string }[];
  assert.deepEqual([book[0]?.payment_id, book[0]?.token], [id, undefined]);
  assert.match(await (await fetch(`${address}/`, { headers: { accept: 'text/html' } })).text(), new RegExp(id));
  const moved = await fetch(`${address}/sandbox/clock`, { method: 'POST', body: '{"advance":5460}' });
  assert.equal(moved.status, 200);
  assert.equal((await call('GET', `/v1/payments/${id}`)).body.state.code, 'P0020');
  assert.equal((await fetch(`${address}/sandbox/clock`, { method: 'POST', body: '{"advance":-1}' })).status, 400);
  await sandbox.platforms.pay.faults.add({ fault: 'server-error', times: 1 });
  const fault = await call('GET', '/v1/payments');
  assert.deepEqual([fault.status, fault.body['code']], [500, 'P0999']);
});
