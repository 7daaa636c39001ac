import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { begin, wanted } from './testing/begin.fixture.ts';

const { return_url: _address, ...recurring } = wanted;
const consent = { reference: 'CT-26-27', description: 'Council tax 2026/27', user_identifier: 'user-1' };

async function beginWithAgreement(options: Parameters<typeof begin>[0] = {}) {
  const platform = await begin(options);
  const { agreement_id: id } = (await platform.call('POST', '/v1/agreements', consent)).body;
  const read = async () => (await platform.call('GET', `/v1/agreements/${id}`)).body;
  const setUp = (card?: string) => platform.paid(card, { set_up_agreement: id });
  /** A payment with the stored card. */
  const charge = (more: object = {}, headers: Record<string, string> = {}) =>
    platform.call('POST', '/v1/payments', { ...recurring, authorisation_mode: 'agreement', agreement_id: id, ...more }, headers);
  return { ...platform, id, read, setUp, charge };
}

describe('agreements', () => {
  test('created, set up by a payment, used without the payer, cancelled, set up again', async () => {
    const { call, get, id, read, setUp, charge } = await beginWithAgreement();
    assert.deepEqual(
      { ...(await read()), agreement_id: '', created_date: '' },
      { agreement_id: '', ...consent, status: 'created', created_date: '' },
    );
    const first = await setUp('4000056655665556');
    const made = await get(first);
    assert.deepEqual([made['agreement_id'], made['agreement_payment_type'], made['authorisation_mode']], [id, 'recurring', 'web']);
    const active = await read();
    assert.equal(active.status, 'active');
    const { card_details: card, type } = active['payment_instrument'] as { card_details: Record<string, unknown>; type: string };
    assert.deepEqual([type, card['last_digits_card_number'], card['card_type']], ['card', '5556', 'debit']);

    const { status, body } = await charge({ agreement_payment_type: 'instalment' });
    assert.deepEqual([status, body.state.status, body['agreement_id'], body['authorisation_mode']], [201, 'created', id, 'agreement']);
    assert.deepEqual([body._links['next_url'], body._links['cancel']], [null, null]);
    const taken = await get(body.payment_id);
    assert.deepEqual([taken.state.status, taken['agreement_payment_type']], ['success', 'instalment']);
    assert.equal((taken['card_details'] as { last_digits_card_number: string }).last_digits_card_number, '5556');
    assert.equal((await call('GET', `/v1/payments?agreement_id=${id}`)).body.total, 2);
    assert.equal((await call('GET', '/v1/payments?agreement_id=another')).body.total, 0);

    assert.equal((await call('POST', `/v1/agreements/${id}/cancel`)).status, 204);
    const cancelled = await read();
    assert.deepEqual([cancelled.status, typeof cancelled['cancelled_date']], ['cancelled', 'string']);
    assert.equal((await call('POST', `/v1/agreements/${id}/cancel`)).body.code, 'P2501');
    assert.match((await charge()).body.description, /Agreement must be active/);
    await setUp('4242424242424242');
    assert.equal((await read()).status, 'active');
    assert.equal((await charge()).status, 201);
  });

  test('a payment that fails stores no card', async () => {
    const { setUp, read, charge } = await beginWithAgreement();
    await setUp('4000000000009995');
    assert.equal((await read()).status, 'created');
    const refused = await charge();
    assert.deepEqual([refused.status, refused.body.code, refused.body.field], [400, 'P0102', 'agreement_id']);
  });

  for (const card of ['5105105105105100', '4000002760003184']) {
    test(`${card}: set up, then declined for good`, async () => {
      const { setUp, read, charge, get } = await beginWithAgreement();
      await setUp(card);
      const { body } = await charge();
      assert.deepEqual((await get(body.payment_id)).state, {
        status: 'failed',
        finished: true,
        code: 'P0010',
        message: 'Payment method rejected',
        can_retry: false,
      });
      assert.equal((await read()).status, 'inactive');
      assert.match((await charge()).body.description, /Agreement must be active/);
    });
  }

  test('declined once, and it can be tried again; an error says nothing of that', async () => {
    const { pay, setUp, read, charge, get, id } = await beginWithAgreement();
    await setUp();
    pay.nextPayment(id, { result: 'declined', can_retry: true });
    assert.deepEqual((await get((await charge()).body.payment_id)).state.can_retry, true);
    assert.equal((await read()).status, 'active');
    pay.nextPayment(id, { result: 'error' });
    assert.deepEqual((await get((await charge()).body.payment_id)).state, {
      status: 'error',
      finished: true,
      code: 'P0050',
      message: 'Payment provider returned an error',
    });
    assert.equal((await get((await charge()).body.payment_id)).state.status, 'success');
  });

  test('the bank takes its time; a key makes one payment of two requests', async () => {
    const { pay, setUp, charge, get } = await beginWithAgreement({ recurringSeconds: 30 });
    await setUp();
    const key = { 'idempotency-key': 'ct-2026-07' };
    const first = await charge({}, key);
    const again = await charge({}, key);
    assert.deepEqual([first.status, again.status, again.body.payment_id], [201, 200, first.body.payment_id]);
    const other = await charge({ amount: 1 }, key);
    assert.deepEqual([other.status, other.body.code], [409, 'P0191']);
    assert.equal((await get(first.body.payment_id)).state.status, 'started');
    await pay.advance(30);
    assert.equal((await get(first.body.payment_id)).state.status, 'success');
    assert.equal((await charge({}, key)).body.state.status, 'success');
  });

  test('killed before the card was charged, it charges it once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sandbox-pay-agreements-'));
    after(() => rmSync(folder, { recursive: true }));
    const keepIn = join(folder, 'book.jsonl');
    const first = await beginWithAgreement({ keepIn, recurringSeconds: 30 });
    await first.setUp();
    const { body } = await first.charge();
    await first.sandbox.stop();
    const second = await begin({ keepIn, recurringSeconds: 30 });
    assert.equal((await second.call('GET', `/v1/agreements/${first.id}`)).body.status, 'active');
    await second.pay.advance(31);
    const events = (await second.call('GET', `/v1/payments/${body.payment_id}/events`)).body['events'] as { state: { status: string } }[];
    assert.deepEqual(
      events.map(({ state }) => state.status),
      ['created', 'started', 'submitted', 'success'],
    );
  });

  const id = 'a'.repeat(26);
  const refusals: [string, object, number, string, string?][] = [
    ['no agreement named', { authorisation_mode: 'agreement' }, 400, 'P0101'],
    ['an empty one', { authorisation_mode: 'agreement', agreement_id: '' }, 400, 'P0101', 'agreement_id'],
    ['one that there is not', { authorisation_mode: 'agreement', agreement_id: id }, 400, 'P0102', 'agreement_id'],
    ['one of another length', { authorisation_mode: 'agreement', agreement_id: 'x' }, 422, 'P0102', 'agreement_id'],
    ['a return address', { ...wanted, authorisation_mode: 'agreement', agreement_id: id }, 400, 'P0104'],
    ['an email', { authorisation_mode: 'agreement', agreement_id: id, email: 'a@example.org' }, 400, 'P0104'],
    ['MOTO', { authorisation_mode: 'agreement', agreement_id: id, moto: true }, 400, 'P0104'],
    ['card details', { authorisation_mode: 'agreement', agreement_id: id, prefilled_cardholder_details: {} }, 400, 'P0104'],
    ['setting up as well', { authorisation_mode: 'agreement', agreement_id: id, set_up_agreement: id }, 400, 'P0104'],
    ['an agreement without the mode', { ...wanted, agreement_id: id }, 400, 'P0104'],
    ['a type without an agreement', { ...wanted, agreement_payment_type: 'recurring' }, 400, 'P0104'],
    ['another type', { ...wanted, set_up_agreement: id, agreement_payment_type: 'monthly' }, 422, 'P0102', 'agreement_payment_type'],
    ['to set up one that there is not', { ...wanted, set_up_agreement: id }, 400, 'P0102', 'agreement_id'],
    ['to set up one of another length', { ...wanted, set_up_agreement: 'x' }, 422, 'P0102', 'set_up_agreement'],
  ];
  for (const [name, more, status, code, field] of refusals) {
    test(`a payment is refused: ${name}`, async () => {
      const { call, pay } = await begin();
      const answer = await call('POST', '/v1/payments', { ...recurring, ...more });
      assert.deepEqual([answer.status, answer.body.code, answer.body.field], [status, code, field]);
      assert.equal(pay.payments.length, 0);
    });
  }

  const wrong: [string, unknown, number, string, string?][] = [
    ['no JSON', '{', 400, 'P2197'],
    ['no reference', { description: 'x' }, 400, 'P2101', 'reference'],
    ['an empty description', { reference: 'x', description: ' ' }, 400, 'P2101', 'description'],
    ['a number as the reference', { reference: 1, description: 'x' }, 400, 'P2102', 'reference'],
    ['a number as the user', { reference: 'x', description: 'x', user_identifier: 1 }, 400, 'P2102', 'user_identifier'],
    ['a long description', { reference: 'x', description: 'x'.repeat(256) }, 422, 'P0102', 'description'],
    ['an empty user', { reference: 'x', description: 'x', user_identifier: '' }, 422, 'P0102', 'user_identifier'],
    ['what the firewall stops', { reference: 'x', description: '<b>' }, 400, 'P0920'],
  ];
  for (const [name, body, status, code, field] of wrong) {
    test(`an agreement is refused: ${name}`, async () => {
      const { call } = await begin();
      const answer = await call('POST', '/v1/agreements', body);
      assert.deepEqual([answer.status, answer.body.code, answer.body.field], [status, code, field]);
    });
  }

  test('not for a service without recurring payments, nor for another service', async () => {
    const without = await begin({ recurring: false });
    for (const [path, body] of [
      ['/v1/agreements', consent],
      ['/v1/payments', { ...wanted, set_up_agreement: id }],
      ['/v1/payments', { ...recurring, authorisation_mode: 'agreement', agreement_id: id }],
    ] as const) {
      const answer = await without.call('POST', path, body);
      assert.deepEqual([answer.status, answer.body.code], [422, 'P0942']);
    }
    const { call, id: ours } = await beginWithAgreement({ apiKeys: ['sandbox-key', 'theirs'] });
    const theirs = { authorization: 'Bearer theirs' };
    assert.equal((await call('GET', `/v1/agreements/${ours}`, undefined, theirs)).body.code, 'P2200');
    assert.equal((await call('POST', `/v1/agreements/${ours}/cancel`, undefined, theirs)).body.code, 'P2500');
    assert.equal((await call('GET', '/v1/agreements', undefined, theirs)).body.total, 0);
  });

  test('found by reference and status, newest first, in pages', async () => {
    const { call, id, setUp } = await beginWithAgreement();
    await setUp();
    await call('POST', '/v1/agreements', { ...consent, reference: 'other' });
    const found = async (query: string) => (await call('GET', `/v1/agreements?${query}`)).body.results.map(({ reference }) => reference);
    assert.deepEqual(await found(''), ['other', 'CT-26-27']);
    assert.deepEqual(await found('reference=ct-26-27'), ['CT-26-27']);
    assert.deepEqual(await found('status=active'), ['CT-26-27']);
    assert.deepEqual(await found('status=created'), ['other']);
    const { body } = await call('GET', '/v1/agreements?display_size=1&page=2');
    assert.deepEqual([body.results[0]?.agreement_id, body._links['next_page'], body['count']], [id, null, 1]);
    const beyond = await call('GET', '/v1/agreements?page=9');
    assert.deepEqual([beyond.status, beyond.body.code], [404, 'P2402']);
  });
});
