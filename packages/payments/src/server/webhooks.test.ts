/** Webhooks forged, altered, replayed and shuffled: what is true is in the ledger once, whoever says what how often. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { until } from '@council-kit/testing/until.js';
import { borough, webhookSecret, type Borough } from './testing/borough.fixture.ts';

interface Entry {
  readonly kind: string;
  readonly amount: number;
  readonly status: string | null;
}

const story = async (council: Borough, id: string): Promise<Entry[]> =>
  (await council.staff<{ story: Entry[] }>(`/staff/payments/${id}`)).body.story;
const kinds = async (council: Borough, id: string): Promise<string[]> =>
  (await story(council, id)).map(({ kind, status }) => (status ? `${kind} ${status}` : kind));
const sign = (body: string | Uint8Array, secret = webhookSecret): string => createHmac('sha256', secret).update(body).digest('hex');
const send = (council: Borough, body: string | Uint8Array, signature: string | undefined): Promise<Response> =>
  council.fetch('/payments/webhook', {
    method: 'POST',
    body: body as BodyInit,
    headers: { 'content-type': 'application/json', ...(signature === undefined ? {} : { 'pay-signature': signature }) },
  });

/** Paid, captured and paid out: the messages of a payment that nobody has come back from. */
async function settled(council: Borough): Promise<{ id: string; messages: string[] }> {
  const { body } = await council.begin();
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  await council.govukPay.advance(3 * 86_400);
  const messages = council.govukPay.messages.map(({ id }) => id);
  assert.equal(messages.length, 3);
  return { id: body.id, messages };
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;
for (const order of orders)
  test(`in the order ${order.join(', ')}: paid once, and its state never goes back`, async () => {
    await using council = await borough();
    const { id, messages } = await settled(council);
    for (const index of order) assert.equal(await council.govukPay.deliver(messages[index] ?? ''), 200);
    await until(async () => (await kinds(council, id)).includes('posted'), 'the billing system has it');
    assert.deepEqual(await kinds(council, id), ['intended', 'created', 'state success', 'paid', 'posted']);
  });

test('each replayed a hundred times, shuffled, ten at a time: as if each had come once', async () => {
  await using council = await borough();
  const { id, messages } = await settled(council);
  // The same shuffle each time: a step that has no common factor with the number goes through all of them.
  const deliveries = Array.from({ length: 300 }, (_, index) => messages[Math.floor(((index * 97) % 300) / 100)] ?? '');
  for (let from = 0; from < deliveries.length; from += 10)
    assert.deepEqual(
      new Set(await Promise.all(deliveries.slice(from, from + 10).map((message) => council.govukPay.deliver(message)))),
      new Set([200]),
    );
  await until(async () => (await kinds(council, id)).includes('posted'), 'the billing system has it');
  assert.deepEqual(await kinds(council, id), ['intended', 'created', 'state success', 'paid', 'posted']);
  assert.equal(council.billing.payments.length, 1);
});

test('forged, altered, or without a signature: refused, and nothing changes', async () => {
  await using council = await borough();
  const { body } = await council.begin();
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  const [message] = council.govukPay.messages;
  assert.ok(message);
  const { body: text, signature, payment_id: payId } = message;
  const forged: [string, string | Uint8Array, string | undefined][] = [
    ['no signature', text, undefined],
    ['an empty one', text, ''],
    ['a made-up one', text, 'f'.repeat(64)],
    ['one of noughts', text, '0'.repeat(64)],
    ['in capitals', text, signature.toUpperCase()],
    ['too long', text, `${signature}00`],
    ['cut off', text, signature.slice(0, 62)],
    ['twice', text, `${signature}, ${signature}`],
    ['named', text, `sha256=${signature}`],
    ['with another secret', text, sign(text, 'guessed')],
    ['with an empty secret', text, createHmac('sha256', '').update(text).digest('hex')],
    ['with the API key', text, sign(text, 'sandbox-key')],
    ['of nothing', '', signature],
    ['a blank before', ` ${text}`, signature],
    ['a line end behind', `${text}\n`, signature],
    ['a byte order mark', `\ufeff${text}`, signature],
    ['written anew', JSON.stringify(JSON.parse(text), null, 1), signature],
    ['another amount', text.replace('18500', '18501'), signature],
    ['another payment', text.replaceAll(payId, 'x'.repeat(payId.length)), signature],
    ['another message', text.replace(/"webhook_message_id":"./, '"webhook_message_id":"_'), signature],
    ['not text', new Uint8Array([0xff, 0xfe, 0x00]), signature],
  ];
  for (const [name, given, by] of forged) {
    if (typeof given === 'string' && given !== text) assert.notEqual(sign(given), signature, `${name} changes it`);
    assert.equal((await send(council, given, by)).status, 401, name);
  }
  assert.deepEqual(await kinds(council, body.id), ['intended', 'created']);
  assert.equal((await send(council, text, signature)).status, 200);
  await until(async () => (await kinds(council, body.id)).includes('paid'), 'the true one counts');
});

test('signed by Pay and no news: what a message claims is never believed, only that there is something to read', async () => {
  await using council = await borough();
  const { body } = await council.begin();
  const payId = council.govukPay.payments[0]?.payment_id ?? '';
  const claim = (more: object): string =>
    JSON.stringify({
      webhook_message_id: `m${Math.random()}`.replace('.', ''),
      resource_id: payId,
      resource_type: 'payment',
      event_type: 'card_payment_succeeded',
      resource: { payment_id: payId, amount: 18_500, state: { status: 'success', finished: true } },
      ...more,
    });
  for (const text of [
    claim({}),
    claim({ webhook_message_id: undefined, id: 'as-the-table-says' }),
    claim({ event_type: 'card_payment_refunded' }),
    claim({ event_type: 'something_new' }),
    claim({ resource_type: 'agreement' }),
    claim({ resource_id: 'nobody-knows-this-one' }),
    claim({ resource_id: '../refunds' }),
    claim({ resource_id: 5 }),
    claim({ webhook_message_id: undefined }),
    '{}',
    '[]',
    'null',
    '{"__proto__":{"resource_id":1}}',
  ])
    assert.ok([200, 204].includes((await send(council, text, sign(text))).status), text);
  // What comes last is read last: then everything before it has been.
  council.govukPay.pay(payId);
  assert.equal(await council.govukPay.deliver(council.govukPay.messages[0]?.id ?? ''), 200);
  await until(async () => (await kinds(council, body.id)).includes('paid'), 'the true one counts');
  assert.deepEqual(
    (await story(council, body.id)).filter(({ kind }) => kind === 'state').map(({ status }) => status),
    ['success'],
  );
});

test('a message of a payment that is not ours is taken and does nothing', async () => {
  await using council = await borough();
  const direct = await fetch(`${council.platforms.govukPay.baseUrl}/v1/payments`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
    body: JSON.stringify({ amount: 1, reference: 'theirs', description: 'd', return_url: 'http://127.0.0.1/' }),
  });
  assert.equal(direct.status, 201);
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  assert.equal(await council.govukPay.deliver(council.govukPay.messages[0]?.id ?? ''), 200);
  assert.equal(council.billing.payments.length, 0);
});

test('without a secret webhooks are refused: whoever is asked about by nobody is asked about by the mop-up', async () => {
  await using council = await borough({ paySettings: { webhookSecret: undefined } });
  await council.begin();
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  assert.equal(await council.govukPay.deliver(council.govukPay.messages[0]?.id ?? ''), 401);
});
