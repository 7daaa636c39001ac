/** Requests that nobody means well with, 250 and more for each address: answered, in time, with nothing of our inside, and nothing changed. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { borough, councilTax, webhookSecret, type Borough } from './testing/borough.fixture.ts';
import { PlainBrowser } from './testing/browser.fixture.ts';

const texts = [
  '',
  ' ',
  '\0',
  '\n',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '__proto__',
  'constructor',
  'toString',
  '\u202egnihsif\u202c',
  '\ud800',
  '\ufeff',
  'ﷺ'.repeat(50),
  'a\u0301'.repeat(100),
  '🦡'.repeat(60),
  'x'.repeat(150),
  'x'.repeat(100_000),
  '9'.repeat(1_000),
  "'; DROP TABLE payments_payment; --",
  '" or ""="',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00%ff%c0%af',
  '\r\nSet-Cookie: a=b',
  'NaN',
  'Infinity',
  '-0',
  '1e999',
  '0x10',
  '٣٤٥',
  '４２４２４２４２４２４２４２４２',
  '4242 4242 4242 4242',
  '{{7*7}}',
  '${7*7}',
  '=cmd|calc',
  '(a+)+$',
  `${'a'.repeat(5_000)}!`,
  'null',
  'undefined',
  '[object Object]',
  '//evil.example',
];
const numbers = [0, -1, -0, 0.1, 1e21, 1e308, Number.MAX_SAFE_INTEGER, 2 ** 53, 10_000_001, -10_000_001, 1.0000001];
const others: readonly unknown[] = [true, false, null, [], {}, [[]], ['a', 'a'], { a: 1 }, { toString: 'x' }, [null], { length: 1e9 }];
const values: readonly unknown[] = [...texts, ...numbers, ...others];

/** A value as a form would have it. */
const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What no program of ours sends at all. */
const bodies = [
  '',
  '{',
  '[]',
  'null',
  '1',
  '"x"',
  'true',
  '{}',
  '{"a":1',
  '{"a":1}{"b":2}',
  '\ufeff{}',
  '{"__proto__":{"amount":1}}',
  '{"constructor":{"prototype":{}}}',
  `{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  `{"a":"${'x'.repeat(150_000)}"}`,
  '{"a":1e999}',
  '{"a":\u00001}',
  'a=b&c=d',
  '<xml/>',
  '\x89PNG\r\n\x1a\n',
];

/** Each field with each value, and all of them with ever other values, until there are enough. */
function* hostile(right: Readonly<Record<string, unknown>>, fields: readonly string[]): Generator<Record<string, unknown>> {
  let count = 0;
  for (const field of fields) for (const value of values) yield (count++, { ...right, [field]: value });
  for (let shift = 1; count < 250; shift += 1)
    for (const [at] of values.entries())
      yield (
        count++,
        { ...right, ...Object.fromEntries(fields.map((field, index) => [field, values[(at + index * shift) % values.length]])) }
      );
}

let council: Borough;
before(async () => {
  council = await borough({
    payments: {
      councilTax: { refusalMs: 0, tries: 1000 },
      directDebit: { creditor: 'C', reference: councilTax.reference, days: [1] },
    },
  });
});
after(async () => {
  await council[Symbol.asyncDispose]();
});

let sent = 0;
/** Sends one; its answer must be ours, soon, and say nothing of our inside. */
async function send(path: string, init: RequestInit, name: string, taken: readonly number[] = []): Promise<Response> {
  sent += 1;
  const started = performance.now();
  const answer = await council.fetch(path, init);
  const told = await answer.text();
  const all = `${path} ${name.slice(0, 200)}: ${answer.status} ${told.slice(0, 200)}`;
  assert.ok(performance.now() - started < 5_000, all);
  assert.ok((answer.status >= 400 && answer.status < 500) || taken.includes(answer.status), all);
  assert.doesNotMatch(told, /node_modules|\.ts:|sqlite|sandbox-key|whispered|<script>alert/i, all);
  const location = answer.headers.get('location');
  if (location !== null) assert.equal(new URL(location, council.url).origin, council.url, all);
  assert.doesNotMatch(answer.headers.get('set-cookie') ?? '', /a=b/, all);
  return answer;
}
const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'idempotency-key': `h-${sent}`, ...headers },
});

/** Nobody's payment is begun by any of it: its amount is none. */
const nothing = { fund: 'council-tax', reference: '4000001X', amount: 0 };
const addresses: readonly [string, Readonly<Record<string, unknown>>, readonly string[]][] = [
  ['/payments', nothing, ['fund', 'reference', 'amount', 'email', 'returnUrl', 'again']],
  ['/council-tax/bill', { account: '4000001X', postcode: 'SW1A 2AA' }, ['account', 'postcode']],
  [
    '/direct-debits',
    { account: '4000001X', accountName: 'A', sortCode: '1', accountNumber: '1', day: 1, authorised: true },
    ['account', 'accountName', 'sortCode', 'accountNumber', 'day', 'authorised'],
  ],
  ['/direct-debits/bank-details', { sortCode: '1', accountNumber: '1' }, ['sortCode', 'accountNumber']],
];
for (const [path, right, fields] of addresses)
  test(`${path}: fields and bodies`, { timeout: 120_000 }, async () => {
    sent = 0;
    for (const body of hostile(right, fields)) await send(path, json(body), JSON.stringify(body));
    for (const body of bodies) await send(path, json(body), body);
    for (const type of ['text/plain', 'text/html', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-7', 'x'])
      await send(path, json('{"a":1}', { 'content-type': type }), type);
    assert.ok(sent >= 250, String(sent));
  });

test('keys of intentions', async () => {
  for (const key of ['x'.repeat(256), 'ä', 'a b'])
    await send('/payments', json({ ...nothing, amount: 100 }, { 'idempotency-key': encodeURI(key).slice(0, 300) + ' ' + key.length }), key);
  await send('/payments', json({ ...nothing, amount: 100 }, { 'idempotency-key': '' }), 'an empty key');
});

test('webhooks that are signed, and hold whatever there is', { timeout: 120_000 }, async () => {
  sent = 0;
  const right = { webhook_message_id: 'm', resource_id: 'r', resource_type: 'payment', event_type: 'e' };
  for (const body of [...hostile(right, ['webhook_message_id', 'resource_id', 'resource_type', 'event_type']), ...bodies]) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const signature = createHmac('sha256', webhookSecret).update(text).digest('hex');
    await send('/payments/webhook', json(text, { 'pay-signature': signature }), text, [200, 204]);
  }
  for (const signature of texts)
    await send(
      '/payments/webhook',
      json('{}', { 'pay-signature': encodeURIComponent(signature.toWellFormed()).slice(0, 2_000) }),
      signature,
    );
  assert.ok(sent >= 250, String(sent));
});

test('ids and names in addresses', { timeout: 120_000 }, async () => {
  sent = 0;
  for (const text of texts) {
    const part = encodeURIComponent(text.toWellFormed()).slice(0, 4_000) || 'x';
    for (const path of [`/payments/${part}`, `/payments/${part}/return`, `/payments/${part}/pay`, `/payments/${part}/continue`])
      await send(path, { headers: { accept: 'text/html' } }, text);
    await send(`/payments/${part}/cancel`, json({}), text);
    await send(`/payments/funds/${part}`, {}, text);
    // A link that was changed leads back to the bill; a path of ours is a path of ours.
    await send(`/pay/council-tax/bill/${part}`, {}, text, [303]);
    await send(`/pay/${part}`, {}, text, [303]);
  }
  assert.ok(sent >= 250, String(sent));
});

test('the plain pages’ forms', { timeout: 120_000 }, async () => {
  sent = 0;
  for (const fields of hostile({ account: '4000001X', postcode: 'SW1A 2AA' }, ['account', 'postcode'])) {
    const form = new URLSearchParams(Object.entries(fields).map(([name, value]): [string, string] => [name, written(value)]));
    await send(
      '/council-tax',
      { method: 'POST', body: form, headers: { origin: council.url, accept: 'text/html' } },
      form.toString(),
      [303],
    );
    // And the page that it leads to.
    const asked = await new PlainBrowser(council.url).open('/council-tax');
    await asked.send(Object.fromEntries(form));
    assert.ok(asked.status < 500, `${form.toString()}: ${asked.status}`);
    assert.doesNotMatch(asked.html, /<script>alert|<img src=x/, form.toString());
  }
  const browser = await new PlainBrowser(council.url).open('/pay/parking');
  const first = browser.url;
  for (const name of ['reference', 'amount-other'])
    for (const value of values) {
      const text = written(value).toWellFormed().slice(0, 20_000);
      await browser.send({ [name]: text });
      assert.ok(browser.status < 500, `${name} ${text.slice(0, 100)}: ${browser.status}`);
      assert.doesNotMatch(browser.html, /<script>alert|<img src=x/, text);
      if (browser.url !== first && name === 'reference') await browser.open(first);
    }
  assert.ok(sent >= 250, String(sent));
});

test('after all of it nothing was begun, and it still works', async () => {
  assert.equal(council.govukPay.payments.length, 0);
  assert.equal(council.billing.mandates.length, 0);
  assert.equal((await council.begin()).status, 201);
  assert.doesNotMatch(council.logged(), /unexpected_error/);
});
