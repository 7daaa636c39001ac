import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { payErrorSchema, payPaymentSchema, paySearchSchema } from './pay-answers.ts';

const least = {
  payment_id: 'hu20sqlact5260q2nanm0q8u93',
  amount: 14500,
  reference: 'BCDFGHJ-KLMNPQR',
  state: { status: 'created', finished: false },
};

test('what there is not may be left out, or be null, or be an empty object', () => {
  const empty = { created_date: undefined, refund_summary: undefined, settlement_summary: undefined, _links: undefined };
  const state = { status: 'created', finished: false, code: undefined };
  assert.deepEqual(v.parse(payPaymentSchema, least), { ...least, ...empty, state });
  assert.deepEqual(
    v.parse(payPaymentSchema, {
      ...least,
      state: { ...least.state, code: null, message: null, can_retry: null },
      created_date: null,
      refund_summary: null,
      settlement_summary: null,
      _links: null,
    }),
    { ...least, ...empty, state },
  );
  const {
    refund_summary: refunds,
    settlement_summary: settlement,
    _links: links,
  } = v.parse(payPaymentSchema, {
    ...least,
    refund_summary: { status: 'pending', amount_available: null, amount_submitted: null },
    settlement_summary: { capture_submit_time: null, captured_date: null, settled_date: null },
    _links: { self: null, next_url: null, next_url_post: null },
  });
  assert.deepEqual(
    [refunds?.amount_submitted, refunds?.amount_available, settlement?.capture_submit_time, links?.next_url],
    [0, undefined, undefined, undefined],
  );
  assert.equal(v.safeParse(payPaymentSchema, { ...least, settlement_summary: {}, refund_summary: {}, _links: {} }).success, true);
  assert.equal(
    v.safeParse(paySearchSchema, {
      total: 1,
      count: 1,
      page: 1,
      results: [{ ...least, settlement_summary: { capture_submit_time: null } }],
    }).success,
    true,
  );
});

test('what must be there, must; what Pay adds is not looked at', () => {
  for (const [name, broken] of Object.entries({
    'no amount': { ...least, amount: null },
    'an amount that is a text': { ...least, amount: '14500' },
    'no reference': { ...least, reference: undefined },
    'an id that leads elsewhere': { ...least, payment_id: '../refunds' },
    'a state that nobody knows': { ...least, state: { status: 'paid', finished: true } },
    'no state': { ...least, state: null },
    'an address that is none': { ...least, _links: { next_url: { href: 'pay me' } } },
  }))
    assert.equal(v.safeParse(payPaymentSchema, broken).success, false, name);
  assert.equal(v.safeParse(payPaymentSchema, { ...least, exemption: { requested: true }, wallet_type: 'Apple Pay' }).success, true);
  assert.deepEqual(v.parse(payErrorSchema, { code: 'P0198', description: 'Downstream system error', field: null }).field, undefined);
});
