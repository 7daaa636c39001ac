import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { begin, wanted, type Called } from './testing/begin.fixture.ts';
import { absent, documentedOperations } from './testing/openapi.fixture.ts';
import { operations } from './testing/operations.fixture.ts';

/** Calls an operation of Pay's API so that it succeeds. */
type Ask = () => Promise<Called>;

async function everyOperation(): Promise<{ asks: Record<string, Ask>; call: Awaited<ReturnType<typeof begin>>['call'] }> {
  const { pay, call, create, paid } = await begin();
  const agreement = async () =>
    (await call('POST', '/v1/agreements', { reference: 'A', description: 'A', user_identifier: 'u' })).body.agreement_id;
  const active = async () => {
    const id = await agreement();
    await paid(undefined, { set_up_agreement: id });
    return id;
  };
  const refund = async (id: string) =>
    (await call('POST', `/v1/payments/${id}/refunds`, { amount: 1, refund_amount_available: 12_345 })).body.refund_id;
  const of = async (path: (id: string) => string, card?: string) => call('GET', path(await paid(card)));
  return {
    call,
    asks: {
      'POST /v1/payments': () => call('POST', '/v1/payments', wanted),
      'GET /v1/payments': async () => {
        for (const card of ['4242424242424242', '4000000000000002', '4000002500003155']) await paid(card, { metadata: { a: 1 } });
        return call('GET', '/v1/payments');
      },
      'GET /v1/payments/{paymentId}': () => of((id) => `/v1/payments/${id}`, '4000002500003155'),
      'GET /v1/payments/{paymentId}/events': () => of((id) => `/v1/payments/${id}/events`),
      'POST /v1/payments/{paymentId}/cancel': async () => call('POST', `/v1/payments/${(await create()).payment_id}/cancel`),
      'POST /v1/payments/{paymentId}/capture': async () =>
        call('POST', `/v1/payments/${await paid(undefined, { delayed_capture: true })}/capture`),
      'POST /v1/payments/{paymentId}/refunds': async () => call('POST', `/v1/payments/${await paid()}/refunds`, { amount: 1 }),
      'GET /v1/payments/{paymentId}/refunds': async () => {
        const id = await paid();
        await refund(id);
        return call('GET', `/v1/payments/${id}/refunds`);
      },
      'GET /v1/payments/{paymentId}/refunds/{refundId}': async () => {
        const id = await paid();
        return call('GET', `/v1/payments/${id}/refunds/${await refund(id)}`);
      },
      'GET /v1/refunds': async () => {
        await refund(await paid());
        return call('GET', '/v1/refunds');
      },
      'GET /v1/disputes': async () => {
        pay.dispute(await paid(), 'lost');
        return call('GET', '/v1/disputes');
      },
      'POST /v1/agreements': () => call('POST', '/v1/agreements', { reference: 'A', description: 'A' }),
      'GET /v1/agreements': async () => {
        await active();
        return call('GET', '/v1/agreements');
      },
      'GET /v1/agreements/{agreementId}': async () => call('GET', `/v1/agreements/${await active()}`),
      'POST /v1/agreements/{agreementId}/cancel': async () => call('POST', `/v1/agreements/${await active()}/cancel`),
      'POST /v1/auth': async () => {
        const { body } = await call('POST', '/v1/payments', { ...wanted, return_url: undefined, authorisation_mode: 'moto_api' });
        const token = body._links['auth_url_post']?.params?.['one_time_token'];
        const card = { card_number: '4242424242424242', cvc: '123', expiry_date: '12/40', cardholder_name: 'A' };
        return call('POST', '/v1/auth', { one_time_token: token, ...card });
      },
    },
  };
}

test('the table of operations agrees with GOV.UK Pay’s OpenAPI document', { skip: absent }, () => {
  const documented = [...documentedOperations].map(([name, { responses, parameters = [] }]) => {
    const query = parameters.filter((one) => one.in === 'query').map((one) => [one.name, one.schema.enum ?? 'any'] as const);
    return [name, { documented: Object.keys(responses).map(Number), query: Object.fromEntries(query) }];
  });
  const ours = [...operations].map(([name, { documented, query = {} }]) => [name, { documented, query }]);
  assert.deepEqual(Object.fromEntries(ours), Object.fromEntries(documented));
});

// `assertAnswer` compares every body of these tests with the document; this names the comparison where it cannot be made.
test('bodies fit GOV.UK Pay’s OpenAPI document', { skip: absent }, async () => {
  const { asks } = await everyOperation();
  assert.ok((await asks['POST /v1/payments']?.())?.body.payment_id);
});

describe('every operation', async () => {
  const { asks, call } = await everyOperation();

  test('is played, and no other', () => assert.deepEqual(Object.keys(asks).sort(), [...operations.keys()].sort()));

  for (const [name, operation] of operations) {
    const [method = '', template = ''] = name.split(' ');
    const nothing = template.replaceAll(/\{\w+\}/g, 'none');

    // `call` checks the status against the table, and the body against the document.
    test(`${name} succeeds`, async () => {
      const answer = await asks[name]?.();
      assert.ok(answer, `${name} is not played`);
      assert.ok(answer.status < 300, `${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (method === 'GET' && 'total' in answer.body) assert.ok(answer.body.total > 0);
    });

    if (operation.documented.includes(401))
      test(`${name} needs a key`, async () =>
        assert.equal((await call(method, nothing, method === 'POST' ? {} : undefined, { authorization: 'Bearer wrong' })).status, 401));

    if (operation.documented.includes(404) && template !== nothing)
      test(`${name} does not know another id`, async () => {
        const { status, body } = await call(method, nothing, method === 'POST' ? { amount: 1 } : undefined);
        assert.equal(status, 404);
        assert.match(body.code, /^P[02-9]\d00$|^P1000$/);
      });

    for (const [parameter, values] of Object.entries(operation.query ?? {}))
      test(`${name} filters by ${parameter}`, async () => {
        await asks[name]?.();
        const without = await call('GET', template);
        // A value that nothing has; or, of a parameter with a list of values, each one: together they find everything.
        const strange: Record<string, string> = {
          from_date: '2100-01-01T00:00:00Z',
          to_date: '2000-01-01T00:00:00Z',
          from_settled_date: '2100-01-01',
          to_settled_date: '2000-01-01',
          first_digits_card_number: '999999',
          last_digits_card_number: '9999',
          page: '999',
          display_size: '0',
        };
        const totals = await Promise.all(
          (values === 'any' ? [strange[parameter] ?? 'nobody'] : values).map(async (value) => {
            const { status, body } = await call('GET', `${template}?${parameter}=${encodeURIComponent(value)}`);
            return status === 200 ? body.total : 0;
          }),
        );
        const all = totals.reduce((sum, total) => sum + total, 0);
        assert.equal(all, values === 'any' ? 0 : without.body.total);
      });
  }
});
