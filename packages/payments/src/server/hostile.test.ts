/** Requests that nobody means well with: answered, in time, with nothing of our inside and nothing changed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borough, councilTax } from './testing/borough.fixture.ts';

const hostileTexts = [
  '',
  '\0',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '__proto__',
  'constructor',
  '\u202egnihsif\u202c',
  '🦡'.repeat(60),
  'x'.repeat(150),
  'x'.repeat(100_000),
  "'; DROP TABLE payments_payment; --",
  '../../../../etc/passwd',
  '%00%ff%c0%af',
  '\r\nSet-Cookie: a=b',
  'NaN',
  '1e999',
  '٣٤٥',
  '４２４２４２４２４２４２４２４２',
  '{{7*7}}',
  '=cmd|calc',
];
const hostileNumbers = [0, -1, -0, 0.1, 1e21, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 10_000_001, '1', '1e3', true, [], {}, null];

test('250 and more malformed requests: no failure of our own, nothing begun', { timeout: 120_000 }, async () => {
  await using council = await borough({
    payments: {
      councilTax: { refusalMs: 0, tries: 1000 },
      directDebit: { creditor: 'C', reference: councilTax.reference, days: [1], bankHolidays: [] },
    },
  });
  const account = council.billing.households.at(1).account;
  let sent = 0;
  const check = async (path: string, body: unknown, headers: Record<string, string> = {}): Promise<void> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const answer = await council.fetch(path, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', 'idempotency-key': `h-${sent}`, ...headers },
    });
    sent += 1;
    const told = await answer.text();
    assert.ok(answer.status >= 400 && answer.status < 500, `${path} ${text.slice(0, 100)}: ${answer.status} ${told.slice(0, 200)}`);
    assert.doesNotMatch(told, /node_modules|\.ts:|sqlite|sandbox-key|<script>alert/i);
  };
  const right = { fund: 'council-tax', reference: account, amount: 100 };
  for (const text of hostileTexts) {
    await check('/payments', { ...right, fund: text });
    await check('/payments', { ...right, reference: text });
    await check('/payments', { ...right, returnUrl: text });
    // Without what nobody can type, nothing is left of one: no address is none that is wrong.
    if (text !== '' && text !== '\0') await check('/payments', { ...right, email: text });
    await check('/council-tax/bill', { account: text, postcode: text });
    await check('/direct-debits', { account: text, accountName: text, sortCode: text, accountNumber: text, day: 1, authorised: true });
    await check('/direct-debits/bank-details', { sortCode: text, accountNumber: text });
    await check(`/payments/${encodeURIComponent(text.slice(0, 200)) || 'x'}/cancel`, {});
    await check('/payments/webhook', text, { 'pay-signature': 'f'.repeat(64) });
    await check('/payments', text || '{');
  }
  for (const amount of hostileNumbers) await check('/payments', { ...right, amount });
  for (const body of ['[]', 'null', '1', '"x"', `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, '{"fund":{"__proto__":1}}'])
    for (const path of ['/payments', '/council-tax/bill', '/direct-debits']) await check(path, body);
  for (const path of ['/payments', '/council-tax/bill']) await check(path, 'a=b', { 'content-type': 'text/plain' });
  assert.ok(sent > 230, String(sent));
  for (const path of [
    '/pay/none',
    '/payments/x/return',
    '/payments/x/pay',
    '/payments/x/continue',
    '/pay/council-tax/bill/x',
    '/payments/funds/%00',
  ])
    assert.ok((await council.fetch(path)).status < 500, path);
  assert.equal(council.govukPay.payments.length, 0);
  assert.equal(council.billing.mandates.length, 0);
});
