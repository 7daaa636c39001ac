import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { accountNumberFormat, createBilling, createGazetteer, startSandbox } from '../index.ts';
import { accountIndex, accountNumber } from './account-number.ts';

const gazetteer = createGazetteer({ size: 3000 });
const billing = createBilling({ gazetteer, size: 100_000 });
const sandbox = await startSandbox({ platforms: { billing } });
after(() => sandbox.stop());
const { baseUrl, address } = sandbox.platforms.billing;

async function post(path: string, body: unknown, key = 'sandbox-key') {
  const response = await fetch(baseUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const household = billing.households.at(7);

describe('households', () => {
  test('the same for the same seed, another for another; every account has its own number with a check character', () => {
    assert.deepEqual(createBilling({ gazetteer, size: 10 }).households.at(7), household);
    assert.notDeepEqual(createBilling({ gazetteer, size: 10, seed: 2 }).households.at(7), household);
    const numbers = new Set(Array.from({ length: 100_000 }, (_, index) => accountNumber(index)));
    assert.equal(numbers.size, 100_000);
    for (const number of numbers) assert.ok(accountNumberFormat.patterns.some((pattern) => new RegExp(`^${pattern}$`).test(number)));
    assert.equal(accountIndex(accountNumber(4711)), 4711);
    const mistyped = `${household.account.slice(0, 3)}9${household.account.slice(4)}`;
    assert.equal(billing.household(mistyped), undefined);
    assert.equal(billing.household(accountNumber(100_000)), undefined);
    assert.ok(billing.household(accountNumber(99_999)));
  });

  test('stretches follow one another within the year; every kind of reduction and band is there', () => {
    const kinds = new Set<string>();
    const bands = new Set<string>();
    for (let index = 0; index < 5000; index += 1) {
      const one = billing.households.at(index);
      let before = '2026-03-31';
      for (const { from, to, band, reductions } of one.liabilities) {
        assert.ok(from > before && to >= from && to <= '2027-03-31', JSON.stringify(one.liabilities));
        before = to;
        bands.add(band);
        for (const { kind } of reductions) kinds.add(kind);
      }
    }
    assert.deepEqual([...kinds].sort(), ['disability', 'discount', 'premium', 'support']);
    assert.equal([...bands].sort().join(''), 'ABCDEFGHI');
  });
});

test('found by account and postcode, however they are written; otherwise one answer for both', async () => {
  const { account, postcode } = household;
  for (const written of [postcode, postcode.toLowerCase().replace(' ', ''), ` ${postcode}. `])
    assert.deepEqual(
      (await post('/accounts/find', { account: ` ${account.slice(0, 4)} ${account.slice(4)}`, postcode: written })).body,
      household,
    );
  const wrongPostcode = await post('/accounts/find', { account, postcode: 'ZZ1 1ZZ' });
  const noAccount = await post('/accounts/find', { account: accountNumber(999_999), postcode });
  assert.deepEqual([wrongPostcode.status, wrongPostcode.body], [404, noAccount.body]);
  assert.equal((await post('/accounts/find', { account, postcode }, 'other')).status, 401);
  for (const [body, status] of [
    ['{', 400],
    ['[]', 400],
    [{ account: 1, postcode: [] }, 400],
    ['x'.repeat(200_000), 413],
  ] as const)
    assert.equal((await post('/accounts/find', body)).status, status);
});

test('a payment is posted once for a reference, and shows in the account', async () => {
  const { account, postcode } = household;
  const payment = { reference: 'P-1', account, amount: 18_500, date: '2026-11-23', provider_reference: 'pay-id' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => post('/payments', payment)));
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 201]);
  assert.equal((await post('/payments', { ...payment, amount: 1 })).status, 409);
  assert.equal((await post('/payments', { ...payment, reference: 'P-2', account: '49999999' })).status, 422);
  assert.equal((await post('/payments', { ...payment, reference: 'P-3', account: 'PCN123', fund: 'parking' })).status, 201);
  for (const wrong of [{ amount: 0 }, { amount: 1.5 }, { date: 'today' }, { reference: '' }])
    assert.equal((await post('/payments', { ...payment, ...wrong })).status, 400);
  const { body } = await post('/accounts/find', { account, postcode });
  assert.deepEqual((body['received'] as unknown[]).at(-1), { date: '2026-11-23', amount: 18_500, method: 'card' });
  assert.equal(billing.payments.length, 2);
});

test('a Direct Debit instruction is taken once; of its account number only the end is kept', async () => {
  const mandate = {
    reference: 'M-1',
    account: household.account,
    account_name: 'A PAYER',
    sort_code: '000000',
    account_number: '12345678',
    day: 1,
    first_collection: '2026-12-14',
  };
  assert.equal((await post('/direct-debits', mandate)).status, 201);
  assert.equal((await post('/direct-debits', mandate)).status, 200);
  assert.equal((await post('/direct-debits', { ...mandate, reference: 'M-2', account_number: '1' })).status, 400);
  assert.deepEqual([billing.mandates.length, billing.mandates[0]?.account_number_ending], [1, '5678']);
  assert.doesNotMatch(JSON.stringify(billing.mandates), /12345678/);
});

test('the desk shows accounts to try, and the nightly export has every household', async () => {
  assert.match(await (await fetch(`${address}/`)).text(), new RegExp(billing.households.at(0).account));
  const small = createBilling({ gazetteer, size: 50 });
  const lines = [...small.csv()];
  assert.equal(lines.length, 51);
  assert.match(lines[0] ?? '', /^account,postcode,year,/);
  assert.match(lines[1] ?? '', /"\[\{""from"":""2026-04-01""/);
});
