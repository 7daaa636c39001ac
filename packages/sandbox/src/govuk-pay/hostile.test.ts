import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { hostileTexts } from '../hostile.fixture.ts';
import { begin, wanted } from './testing/begin.fixture.ts';
import { Payer } from './testing/payer.fixture.ts';

const values: unknown[] = [...hostileTexts, null, true, -0, 1e308, [], [[]], {}, { toString: 1 }, { length: 26 }];
/** What `JSON.stringify` does not write: a property of that name that is its own, and an object that goes on and on. */
const rawBodies = [
  '{"__proto__":{"amount":1},"constructor":{"prototype":{"polluted":true}}}',
  `${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}`,
  `${'['.repeat(40_000)}${']'.repeat(40_000)}`,
  '"text"',
  'null',
  '\u0000',
  '{"amount":1e999}',
];

describe('whatever is sent, the answer is one of Pay’s', async () => {
  const { pay, baseUrl, call, create, paid } = await begin();
  const open = (await create()).payment_id;
  const done = await paid();
  const agreement = (await call('POST', '/v1/agreements', { reference: 'A', description: 'A' })).body.agreement_id;
  const card = { one_time_token: 'none', card_number: '4242424242424242', cvc: '123', expiry_date: '12/40', cardholder_name: 'A' };
  const operations: [string, object][] = [
    [
      '/v1/payments',
      {
        ...wanted,
        email: '',
        language: 'en',
        metadata: { a: 1 },
        moto: false,
        delayed_capture: false,
        authorisation_mode: 'web',
        prefilled_cardholder_details: {},
        set_up_agreement: agreement,
        agreement_payment_type: 'recurring',
        internal: {},
      },
    ],
    ['/v1/payments', { amount: 1, reference: 'A', description: 'A', authorisation_mode: 'agreement', agreement_id: agreement }],
    [`/v1/payments/${done}/refunds`, { amount: 1, refund_amount_available: 1 }],
    ['/v1/agreements', { reference: 'A', description: 'A', user_identifier: 'u' }],
    ['/v1/auth', card],
  ];

  /** Nothing of ours broke, which is the one 500 that is not Pay's. */
  const unbroken = async (work: () => Promise<void>): Promise<void> => {
    const complained = mock.method(console, 'error', () => undefined);
    try {
      await work();
      assert.equal(complained.mock.callCount(), 0, String(complained.mock.calls[0]?.arguments[1]));
    } finally {
      complained.mock.restore();
    }
    assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  };

  for (const [path, body] of operations) {
    test(`POST ${path}: each field, each value`, () =>
      unbroken(async () => {
        for (const field of Object.keys(body))
          for (const value of values)
            assert.ok(
              (await call('POST', path, { ...body, [field]: value })).status < 500,
              `${field}: ${JSON.stringify(value).slice(0, 50)}`,
            );
        for (const raw of rawBodies) assert.ok((await call('POST', path, raw)).status < 500, raw.slice(0, 50));
      }));
  }

  test('ids and searches', () =>
    unbroken(async () => {
      for (const text of hostileTexts.filter(({ length }) => length < 5_000)) {
        const id = encodeURIComponent(text) || 'none';
        for (const path of [`payments/${id}`, `payments/${id}/events`, `payments/${done}/refunds/${id}`, `agreements/${id}`])
          assert.ok((await call('GET', `/v1/${path}`)).status < 500, path);
        for (const [search, names] of [
          ['payments', ['reference', 'email', 'state', 'from_date', 'page', 'agreement_id', 'card_brand']],
          ['refunds', ['to_date', 'display_size']],
          ['agreements', ['status', 'reference']],
          ['disputes', ['status', 'to_settled_date']],
        ] as const)
          for (const name of names) assert.ok((await call('GET', `/v1/${search}?${name}=${id}`)).status < 500, `${name}=${id}`);
      }
    }));

  test('keys in the header', () =>
    unbroken(async () => {
      for (const key of ['', ' ', 'x'.repeat(256), 'a b', "a'b", '../..'])
        assert.ok([201, 422].includes((await call('POST', '/v1/payments', wanted, { 'idempotency-key': key })).status), key);
    }));

  test('the hosted pages write what was sent as text, and the desk too', () =>
    unbroken(async () => {
      for (const text of hostileTexts.filter((one) => one.length > 0 && one.length < 255)) {
        const { payment_id: id, _links: links } = await create({ description: 'A', reference: 'A' });
        const payer = await new Payer(baseUrl).open(links['next_url']?.href ?? '');
        await payer.open(`${baseUrl}/card_details/${id}`, {
          number: text,
          expiry: text,
          name: text,
          code: text,
          postcode: text,
          email: text,
        });
        assert.equal(payer.heading, 'Enter card details');
        assert.doesNotMatch(payer.html, /<script|<img/);
      }
      assert.equal((await fetch(`${baseUrl}/`, { headers: { accept: 'text/html' } })).status, 200);
    }));

  test('the desk: nothing but sentences', () =>
    unbroken(async () => {
      const paths = [
        `payments/${open}/pay`,
        `payments/${done}/dispute`,
        'refunds/none',
        `agreements/${agreement}`,
        'clock',
        'webhooks/none',
      ];
      for (const path of paths)
        for (const body of [...rawBodies, 'a=b&c', '{"advance":"NaN"}', '{"card":{}}']) {
          const { status } = await fetch(`${baseUrl}/sandbox/${path}`, { method: 'POST', body });
          assert.ok(status < 500, `${path}: ${body.slice(0, 40)}`);
        }
      for (const body of rawBodies) assert.equal((await fetch(`${baseUrl}/sandbox/subscriptions`, { method: 'PUT', body })).status, 400);
      assert.ok(pay.payments.length > 0);
    }));
});
