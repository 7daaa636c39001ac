import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { MovableClock } from './clock.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { createGovukPay } from './govuk-pay/govuk-pay.ts';
import { startSandbox } from './sandbox.ts';

async function receiver(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('moved ahead in one step, everything that falls due on the way is sent, and answered before it ends', async () => {
  const clock = new MovableClock(() => 0);
  after(() => clock.stop());
  let asked = 0;
  const url = await receiver((_, response) => {
    asked += 1;
    response.writeHead(asked < 4 ? 500 : 200).end();
  });
  const message: Delivery & { taken?: boolean } = { id: '1', url, body: '{}', attempts: [] };
  const deliveries = new Deliveries<typeof message>(clock, {
    patience: 5_000,
    headers: () => ({}),
    wait: ({ taken }) => (taken ? undefined : 60),
    knows: () => true,
    keep: (one, { status }) => void (one.taken = status === 200),
  });
  clock.after(1_000, () => deliveries.begin(message));
  await clock.advance(3_600);
  assert.deepEqual(
    message.attempts.map(({ at, status }) => [Date.parse(at) / 1000, status]),
    [
      [1, 500],
      [61, 500],
      [121, 500],
      [181, 200],
    ],
  );
});

test('what the platform no longer knows is not sent', async () => {
  const clock = new MovableClock(() => 0);
  after(() => clock.stop());
  const message: Delivery = { id: '1', url: await receiver(() => assert.fail('it came')), body: '', attempts: [] };
  let known = true;
  const deliveries = new Deliveries(clock, {
    patience: 5_000,
    headers: () => ({}),
    wait: () => 0,
    knows: () => known,
    keep: () => assert.fail('it was kept'),
  });
  deliveries.begin(message);
  known = false;
  await clock.advance(60);
  assert.equal(await deliveries.send(message), undefined);
  assert.deepEqual(message.attempts, []);
});

test('a webhook of GOV.UK Pay that was not taken when the sandbox stopped is tried again after it starts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'council-sandbox-deliveries-'));
  after(() => rmSync(folder, { recursive: true }));
  let asked = 0;
  const url = await receiver((_, response) => {
    asked += 1;
    response.writeHead(asked === 1 ? 500 : 200).end();
  });
  const options = {
    keepIn: join(folder, 'pay.jsonl'),
    webhooks: [{ url, signingSecret: 's', events: ['card_payment_succeeded'] as const }],
  };
  const first = createGovukPay(options);
  const sandbox = await startSandbox({ platforms: { first } });
  after(() => sandbox.stop());
  const created = await fetch(`${sandbox.platforms.first.baseUrl}/v1/payments`, {
    method: 'POST',
    headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json' },
    body: JSON.stringify({ amount: 1, reference: 'r', description: 'd', return_url: 'http://127.0.0.1/' }),
  });
  first.pay(((await created.json()) as { payment_id: string }).payment_id);
  await first.advance(0);
  await sandbox.stop();
  const second = createGovukPay(options);
  after(() => second.close());
  await second.advance(60);
  assert.deepEqual(
    second.messages.map(({ delivered, attempts }) => [delivered, attempts.map(({ status }) => status)]),
    [[true, [500, 200]]],
  );
});
