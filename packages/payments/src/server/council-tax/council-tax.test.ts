import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import * as v from 'valibot';
import { billSchema } from '../../contract/bill.ts';
import { accountNumber, borough } from '../testing/borough.fixture.ts';

test('every household’s bill is a bill: its parts are the whole', async () => {
  await using council = await borough({ payments: { councilTax: { refusalMs: 0 } } });
  for (let index = 0; index < 60; index += 1) {
    const { account, postcode } = council.billing.households.at(index);
    const answer = await council.post('/council-tax/bill', {
      account: ` ${account.slice(0, 4)}-${account.slice(4)} `,
      postcode: postcode.toLowerCase(),
    });
    assert.equal(answer.status, 200);
    const bill = v.parse(billSchema, await answer.json());
    assert.equal(
      bill.authorities.reduce((sum, { amount }) => sum + amount, 0),
      bill.charge,
    );
    assert.equal(bill.balance, bill.total + bill.broughtForward - bill.paid);
  }
});

describe('somebody else’s account', () => {
  test('wrong postcode and no such account are one answer, and count alike', async () => {
    await using council = await borough();
    const { account } = council.billing.households.at(5);
    const elsewhere = 'SW1A 2AA';
    const nobody = accountNumber(5_000);
    const format = /"code":"bill_not_found"/;
    const times: Record<string, number[]> = { wrong: [], none: [] };
    const bodies = new Set<string>();
    for (let round = 0; round < 2; round += 1) {
      for (const [kind, asked] of [
        ['wrong', account],
        ['none', nobody],
      ] as const) {
        const started = performance.now();
        const answer = await council.post('/council-tax/bill', { account: asked, postcode: elsewhere });
        times[kind]?.push(performance.now() - started);
        const body = await answer.text();
        assert.equal(answer.status, 404, body);
        assert.match(body, format);
        bodies.add(body);
      }
    }
    assert.equal(bodies.size, 1);
    // Both leave at the end of the same step: the look-up itself takes a fraction of it.
    for (const list of Object.values(times)) for (const ms of list) assert.ok(ms >= 400 && ms < 800, String(ms));
  });

  test('locked after five wrong tries, as this client asks for it, also for the right postcode; it says what to do, and ends', async () => {
    const clock = new ManualClock(new Date().toISOString());
    await using council = await borough({
      clock,
      payments: { councilTax: { refusalMs: 0 }, contact: { text: { en: 'Call us on 01632 960 100', cy: 'Ffoniwch ni ar 01632 960 100' } } },
    });
    for (const { account, postcode } of [council.billing.households.at(5), { account: accountNumber(5_000), postcode: 'AM1 1AA' }]) {
      const statuses = [];
      for (let time = 0; time < 6; time += 1)
        statuses.push((await council.post('/council-tax/bill', { account, postcode: 'SW1A 2AA' })).status);
      assert.deepEqual(statuses, [404, 404, 404, 404, 404, 429]);
      const locked = await council.post('/council-tax/bill', { account, postcode });
      assert.equal(locked.status, 429);
      assert.equal(locked.headers.get('retry-after'), '900');
      const { detail } = (await locked.json()) as { detail: string };
      assert.match(detail, /Wait 15 minutes.*letter.*still pay.*01632 960 100/);
    }
    const other = council.billing.households.at(6);
    assert.equal((await council.post('/council-tax/bill', { account: other.account, postcode: other.postcode })).status, 200);
    clock.advance(15 * 60_000 + 1);
    const { account, postcode } = council.billing.households.at(5);
    assert.equal((await council.post('/council-tax/bill', { account, postcode })).status, 200);
    assert.doesNotMatch(council.logged(), new RegExp(`${account}|${postcode}`));
  });
});

test('what cannot be an account or a postcode is said at its field, and asks nobody', async () => {
  await using council = await borough();
  for (const [account, postcode, fields] of [
    ['', '', ['account', 'postcode']],
    ['4242 4242 4242 4242', 'AM1 1AA', ['account']],
    [accountNumber(1), 'nowhere', ['postcode']],
    ['<script>', 'AM1', ['account', 'postcode']],
  ] as const) {
    const answer = await council.post('/council-tax/bill', { account, postcode });
    const body = (await answer.json()) as { errors: { field: string; message: string }[] };
    assert.equal(answer.status, 422);
    assert.deepEqual(
      body.errors.map(({ field }) => field),
      fields,
    );
    for (const { message } of body.errors) assert.doesNotMatch(message, /invalid|please|sorry/i);
  }
  for (const body of ['{', '[]', '{"account":1}', JSON.stringify({ account: 'x'.repeat(1000), postcode: '' })])
    assert.ok(
      [400, 422].includes(
        (await council.fetch('/council-tax/bill', { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status,
      ),
    );
});
