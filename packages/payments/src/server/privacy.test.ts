/** What is known of a person, planted and searched for: in every address, in the log, on the wire to GOV.UK Pay. */
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { readdir } from 'node:fs/promises';
import { borough, councilTax, parking, type Borough } from './testing/borough.fixture.ts';
import { PlainBrowser } from './testing/browser.fixture.ts';

interface OnTheWire {
  readonly method: string;
  readonly url: string;
  readonly headers: string;
  readonly body: string;
}

/** Stands between the gateway and GOV.UK Pay, and keeps what is said. */
async function listeningIn(target: () => string) {
  const heard: OnTheWire[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const body = await read(request);
      heard.push({ method: request.method ?? '', url: request.url ?? '', headers: JSON.stringify(request.headers), body });
      const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]));
      for (const name of ['host', 'connection', 'content-length', 'transfer-encoding', 'expect']) headers.delete(name);
      const answer = await fetch(new URL(request.url ?? '/', target()), {
        method: request.method ?? 'GET',
        headers,
        ...(body === '' ? {} : { body }),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(await answer.text());
    })();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    [Symbol.asyncDispose]: () => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done()))),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

const email = 'gwenllian.private@example.org';
const plate = 'AL70605040';
const card = '4242 4242 4242 4242';

/** All ways that a resident has with their payments, without a script and by the API. */
async function goAllWays(council: Borough): Promise<{ planted: string[]; visited: readonly string[] }> {
  const { account, postcode } = council.billing.households.at(4);
  const browser = await new PlainBrowser(council.url).open('/council-tax');
  await browser.send({ account, postcode: 'SW1A 2AA' });
  await browser.send({ account, postcode });
  await browser.open('/pay/council-tax');
  await browser.send({ reference: card });
  await browser.send({ reference: account });
  await browser.send({ 'amount-other': 'gwenllian' });
  await browser.send({ 'amount-other': '12.34' });
  await browser.send({ email: 'gwenllian.private@' });
  await browser.send({ email });
  await browser.send({});
  await browser.click(/Pay £12\.34/);
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '', '4000000000000002');
  await browser.open(council.govukPay.payments[0]?.return_url ?? '');
  assert.equal(browser.heading, 'Your payment did not go through');

  const { body } = await council.begin({ fund: 'parking', reference: plate, amount: 3_500, email });
  council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
  for (const { id } of council.govukPay.messages) await council.govukPay.deliver(id);
  await browser.open(`/payments/${body.id}/return`);
  assert.equal(browser.heading, 'Payment received');
  const open = await council.begin({ amount: 777, email });
  await council.post(`/payments/${open.body.id}/cancel`, {});
  await council.staff(`/staff/payments/${body.id}/refunds`, { amount: 100, amountAvailable: 3_500 });
  await council.begin({ fund: 'parking', reference: card, amount: 3_500, email });
  await council.begin({ reference: account, amount: -1, email });
  return {
    planted: [account, postcode, postcode.replace(' ', ''), email, encodeURIComponent(email), plate, card],
    visited: browser.visited,
  };
}

test('nothing of a person is in an address, in the log, or with GOV.UK Pay but the email address its form is filled in with', async () => {
  let target = '';
  await using wire = await listeningIn(() => target);
  await using council = await borough({
    paySettings: { url: wire.url },
    payments: { funds: [{ ...councilTax, emailReceipt: true }, parking] },
  });
  target = council.platforms.govukPay.baseUrl;
  const { planted, visited } = await goAllWays(council);

  assert.ok(visited.length > 15, String(visited.length));
  const log = council.logged();
  assert.ok(log.length > 1_000);
  for (const text of planted) {
    for (const url of visited) assert.ok(!url.includes(text), `${text} in ${url}`);
    assert.ok(!log.includes(text), `${text} in the log`);
  }
  assert.ok(wire.heard.length > 8, String(wire.heard.length));
  for (const { method, url, headers, body } of wire.heard) {
    const creates = method === 'POST' && url === '/v1/payments';
    for (const text of planted) {
      assert.ok(!url.includes(text) && !headers.includes(text), `${text} in ${url}`);
      if (!(creates && text === email)) assert.ok(!body.includes(text), `${text} in ${method} ${url}: ${body}`);
    }
    if (creates)
      assert.deepEqual(
        Object.keys(JSON.parse(body) as object).filter((name) => name !== 'email'),
        ['amount', 'reference', 'description', 'return_url', 'language'],
      );
  }
  // Forgotten once it is over.
  assert.deepEqual(await emails(council), [null]);
});

test('Pay is told more only where the council says so: the fund, the reference', async () => {
  let target = '';
  await using wire = await listeningIn(() => target);
  await using council = await borough({
    paySettings: { url: wire.url, metadata: ['fund', 'reference'] },
  });
  target = council.platforms.govukPay.baseUrl;
  await council.begin({ fund: 'parking', reference: ` ${plate.toLowerCase()} `, amount: 3_500 });
  const [{ body = '' } = {}] = wire.heard;
  assert.deepEqual((JSON.parse(body) as { metadata: unknown }).metadata, { fund: 'parking', reference: plate });
  assert.ok(!(JSON.parse(body) as { reference: string }).reference.includes(plate));
});

/** What is kept of email addresses. */
async function emails({ folder }: Borough): Promise<unknown[]> {
  const name = (await readdir(folder)).find((each) => /\.(db|sqlite)$/.test(each));
  assert.ok(name, 'the database');
  using database = new DatabaseSync(join(folder, name), { readOnly: true });
  return database
    .prepare('select distinct email from payments_payment')
    .all()
    .map((row) => row['email']);
}
