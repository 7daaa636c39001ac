import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { begin, wanted, type Called } from './testing/begin.fixture.ts';
import { isPresent, operations } from './testing/openapi.fixture.ts';

/** Each operation of Pay's OpenAPI document, asked so that it succeeds. */
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

describe('every operation of the OpenAPI document', { skip: isPresent ? false : 'GOV.UK Pay’s OpenAPI document is not here' }, async () => {
  const { asks, call } = await everyOperation();

  test('there are no others to play', () => assert.deepEqual(Object.keys(asks).sort(), [...operations.keys()].sort()));

  for (const [name, operation] of operations) {
    const [method = '', template = ''] = name.split(' ');
    const nothing = template.replaceAll(/\{\w+\}/g, 'none');

    // The status must be one of the document's, and the body fit it: `call` looks.
    test(`${name} succeeds`, async () => {
      const answer = await asks[name]?.();
      assert.ok(answer, `${name} is not played`);
      assert.ok(answer.status < 300, `${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      if (method === 'GET' && 'total' in answer.body) assert.ok(answer.body.total > 0);
    });

    if (operation.responses['401'])
      test(`${name} wants a key`, async () =>
        assert.equal((await call(method, nothing, method === 'POST' ? {} : undefined, { authorization: 'Bearer wrong' })).status, 401));

    if (operation.responses['404'] && template !== nothing)
      test(`${name} says what there is not`, async () => {
        const { status, body } = await call(method, nothing, method === 'POST' ? { amount: 1 } : undefined);
        assert.equal(status, 404);
        assert.match(body.code, /^P[02-9]\d00$|^P1000$/);
      });

    for (const parameter of operation.parameters?.filter((one) => one.in === 'query') ?? [])
      test(`${name} looks at ${parameter.name}`, async () => {
        await asks[name]?.();
        const without = await call('GET', template);
        // What nothing is; or, for what has words of its own, each of them, which share what there is between them.
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
          (parameter.schema.enum ?? [strange[parameter.name] ?? 'nobody']).map(async (value) => {
            const { status, body } = await call('GET', `${template}?${parameter.name}=${encodeURIComponent(value)}`);
            return status === 200 ? body.total : 0;
          }),
        );
        const all = totals.reduce((sum, total) => sum + total, 0);
        assert.equal(all, parameter.schema.enum ? without.body.total : 0);
      });
  }
});
