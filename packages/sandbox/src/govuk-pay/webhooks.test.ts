import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { begin, type Body } from './testing/begin.fixture.ts';

interface Message {
  event_type: string;
  resource_id: string;
  resource_type: string;
  resource: Body;
}

describe('webhooks', async () => {
  const received: { body: string; signature: string }[] = [];
  let answer = 200;
  const receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ body, signature: String(request.headers['pay-signature']) });
      response.writeHead(answer).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
  after(() => receiver.close());
  const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  const messages = (): Message[] => received.map(({ body }) => JSON.parse(body) as Message);
  const told = (): string[] => messages().map(({ event_type: event }) => event);

  test('signed, one for each event, with the payment in it', async () => {
    received.length = 0;
    const { pay, call, paid } = await begin({ webhooks: [{ url, signingSecret: 'whisper' }] });
    const id = await paid(undefined, { description: 'Treth gyngor £', metadata: { fund: 'ct' }, delayed_capture: true });
    await call('POST', `/v1/payments/${id}/capture`);
    await pay.advance(2 * 86_400);
    await call('POST', `/v1/payments/${id}/refunds`, { amount: 1 });
    await pay.advance(61);
    assert.deepEqual(told(), ['card_payment_succeeded', 'card_payment_captured', 'card_payment_settled', 'card_payment_refunded']);
    for (const { body, signature } of received) assert.equal(signature, createHmac('sha256', 'whisper').update(body).digest('hex'));
    for (const { resource, resource_id: of, resource_type: type } of messages()) {
      assert.deepEqual([of, type, resource.payment_id, resource.state.status], [id, 'payment', id, 'success']);
      assert.deepEqual(resource['metadata'], { fund: 'ct' });
      // pay-webhooks' own representation: less than the API answers.
      for (const name of ['_links', 'provider_id', 'authorisation_mode']) assert.equal(name in resource, false, name);
    }
  });

  test('what fails, by how it failed: Pay names it otherwise in messages', async () => {
    received.length = 0;
    const { pay, call, create, paid } = await begin({ webhooks: [{ url, signingSecret: 's' }] });
    await paid('4000000000000002');
    await paid('4000000000000119');
    pay.leave((await create()).payment_id);
    await call('POST', `/v1/payments/${(await create()).payment_id}/cancel`);
    await create();
    await pay.advance(91 * 60);
    assert.deepEqual(
      messages()
        .map(({ event_type: event, resource: { state } }) => `${event} ${state.status} ${state.code ?? ''}`)
        .sort(),
      [
        'card_payment_expired timedout P0020',
        'card_payment_failed cancelled P0030',
        'card_payment_failed cancelled P0030',
        'card_payment_failed declined P0010',
        'card_payment_failed error P0050',
      ],
    );
  });

  test('recurring payments and card details by API tell as well', async () => {
    received.length = 0;
    const { pay, call, paid } = await begin({
      webhooks: [{ url, signingSecret: 's', events: ['card_payment_succeeded', 'card_payment_failed'] }],
    });
    const { agreement_id: id } = (await call('POST', '/v1/agreements', { reference: 'A', description: 'A' })).body;
    await paid('5105105105105100', { set_up_agreement: id });
    await call('POST', '/v1/payments', { amount: 1, reference: 'A', description: 'A', authorisation_mode: 'agreement', agreement_id: id });
    await pay.advance(1);
    assert.deepEqual(told(), ['card_payment_succeeded', 'card_payment_failed']);
  });

  test('tried again after 60 s, 5 min, 1 h, 1 d, 2 d, then given up', async () => {
    received.length = 0;
    answer = 503;
    const { pay, paid } = await begin({ webhooks: [{ url, signingSecret: 's', events: ['card_payment_succeeded'] }] });
    await paid();
    await pay.advance(0.001);
    const counts = [received.length];
    for (const seconds of [59, 2, 300, 3600, 86_400, 172_800, 10 * 86_400]) {
      await pay.advance(seconds);
      counts.push(received.length);
    }
    assert.deepEqual(counts, [1, 1, 2, 3, 4, 5, 6, 6]);
    assert.equal(new Set(received.map(({ body }) => body)).size, 1);
    answer = 200;
  });

  test('held ones go out when and as often as a test says', async () => {
    received.length = 0;
    const { pay, paid } = await begin({ webhooks: [{ url, signingSecret: 's', held: true }] });
    await paid();
    await pay.advance(3600);
    assert.equal(received.length, 0);
    for (const { id } of [...pay.messages].reverse()) await pay.deliver(id);
    for (const { id } of pay.messages) assert.equal(await pay.deliver(id), 200);
    assert.deepEqual(told(), ['card_payment_captured', 'card_payment_succeeded', 'card_payment_succeeded', 'card_payment_captured']);
  });

  test('a service hears of its own payments only, where it is said whose the webhook is', async () => {
    received.length = 0;
    const { pay, paid } = await begin({ apiKeys: ['sandbox-key', 'theirs'], webhooks: [{ url, signingSecret: 's', apiKey: 'theirs' }] });
    await paid();
    await pay.advance(1);
    assert.deepEqual(told(), []);
    pay.subscribe({ url, signingSecret: 's', apiKey: 'sandbox-key', events: ['card_payment_succeeded'] });
    await paid();
    await pay.advance(1);
    assert.deepEqual(told(), ['card_payment_succeeded']);
  });
});
