/** Reports reach the council's own system once, whatever happens on the way; what it says of them comes back. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test from 'node:test';
import { faultKinds } from '@council-kit/sandbox';
import { flyTippingReport, startForwarding } from '../testing/back-office.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { start } from '../testing/gateway.ts';
import { millLane } from '../testing/map.ts';

const minute = 60_000;

interface Followed {
  status: string;
  updates: { status: string; description: string }[];
}

test('a report arrives whole, with its answers and its contact', async () => {
  await using forwarding = await startForwarding();
  const reference = await forwarding.report({
    address_string: 'opposite 12 Mill Lane',
    contact: { name: 'Ann Mary Jones', email: '\u200bann@exam\u2060ple.org', phone: '07700–900–982\u200e' },
  });
  await forwarding.attempts(1);
  const [received] = forwarding.held(reference);
  assert.ok(received);
  assert.equal(received.service_code, 'fly-tipping');
  assert.equal(received.description, `Two sofas beside the gate.\n\nReference: ${reference}`);
  assert.equal(received.address, 'opposite 12 Mill Lane');
  assert.deepEqual([received.lat, received.long], [millLane.lat, millLane.long]);
  assert.deepEqual(
    { ...received.contact },
    {
      email: 'ann@example.org',
      first_name: 'Ann Mary',
      last_name: 'Jones',
      phone: '07700 900 982',
      device_id: undefined,
      account_id: undefined,
    },
  );
  assert.deepEqual(
    received.attributes.map(([code, value]) => `${code}=${value}`),
    [
      'waste=furniture',
      'amount=small-van',
      'blocking=no',
      'hazardous=no',
      'witnessed=no',
      'private-land=no',
      `client_reference=${reference}`,
    ],
  );
});

test('contact stays here where the settings say so', async () => {
  await using forwarding = await startForwarding({ upstream: { contact: false } });
  const reference = await forwarding.report({ contact: { name: 'Ann Jones', email: 'ann@example.org' } });
  await forwarding.attempts(1);
  assert.equal(forwarding.held(reference)[0]?.contact.email, undefined);
});

for (const dialect of ['open311', 'mysociety'] as const) {
  for (const format of ['json', 'xml'] as const) {
    for (const reply of ['realtime', 'batch', 'blackbox'] as const) {
      test(`${dialect}, ${format}, ${reply}: delivered once, and updates come back`, async () => {
        await using forwarding = await startForwarding({ office: { dialect, reply, tokenPolls: 1 }, upstream: { format } });
        const reference = await forwarding.report();
        await forwarding.attempts(1);
        const [received, ...more] = forwarding.held(reference);
        assert.ok(received);
        assert.equal(more.length, 0);
        if (reply === 'blackbox') return;
        forwarding.clock.advance(10 * minute);
        forwarding.office.update(received.service_request_id, { status: 'in_progress', description: 'A crew goes out on Tuesday.' });
        // A batch gives its id one turn later.
        const followed = await until(async () => {
          forwarding.clock.advance(5 * minute);
          const now = (await forwarding.gateway.json(`/reports/${reference}`)) as Followed;
          return now.updates.length > 0 ? now : undefined;
        }, 'an update');
        assert.deepEqual(
          followed.updates.map(({ description }) => description),
          ['A crew goes out on Tuesday.'],
        );
        assert.equal(followed.status, 'in_progress');
        forwarding.office.update(received.service_request_id, { status: 'fixed', description: 'Taken away.' });
        await until(async () => {
          forwarding.clock.advance(5 * minute);
          const now = (await forwarding.gateway.json(`/reports/${reference}`)) as Followed;
          return now.status === 'fixed' && now.updates.length === 2;
        }, 'the report fixed, by two updates in all');
      });
    }
  }
}

test('every fault of a receiving server: tried again, delivered once', async (t) => {
  await using forwarding = await startForwarding();
  const { faults } = forwarding.sandbox.platforms.open311;
  let attempts = 0;
  for (const fault of faultKinds) {
    if (fault === 'refuse') continue;
    await t.test(fault, async () => {
      await faults.add({ fault, method: 'POST', path: '/requests', times: 1, seconds: 5 });
      const reference = await forwarding.report();
      await forwarding.attempts((attempts += 1));
      assert.equal(faults.played.length, 1);
      await faults.clear();
      forwarding.clock.advance(30 * minute);
      await forwarding.attempts((attempts += 1));
      assert.equal(forwarding.held(reference).length, 1);
    });
    // What one fault left behind must not stand in the way of the next.
    forwarding.clock.advance(30 * minute);
  }
});

test('a server that cannot say what it has, in whatever way, is not sent a second copy', async (t) => {
  await using forwarding = await startForwarding();
  const { faults } = forwarding.sandbox.platforms.open311;
  let attempts = 0;
  for (const fault of faultKinds) {
    if (fault === 'refuse') continue;
    await t.test(fault, async () => {
      await faults.add({ fault: 'lost-answer', method: 'POST', path: '/requests', times: 1 });
      await faults.add({ fault, method: 'GET', path: '/requests', seconds: 5 });
      const reference = await forwarding.report();
      await forwarding.attempts((attempts += 1));
      forwarding.clock.advance(2 * minute);
      await forwarding.attempts((attempts += 1));
      assert.equal(forwarding.held(reference).length, 1);
      await faults.clear();
      // Sure only once the server has said so.
      forwarding.clock.advance(30 * minute);
      await forwarding.attempts((attempts += 1));
      assert.equal(forwarding.held(reference).length, 1);
      assert.equal(forwarding.gateway.logged().match(/"outcome":"delivered"/g)?.length, attempts / 3);
    });
    forwarding.clock.advance(30 * minute);
  }
  assert.equal(forwarding.office.received.length, attempts / 3);
});

test('a description as long as it may be leaves no room for our reference: its copy is known by its text', async () => {
  await using forwarding = await startForwarding();
  await forwarding.sandbox.platforms.open311.faults.add({ fault: 'lost-answer', method: 'POST', path: '/requests', times: 1 });
  await forwarding.report({ description: 'Two sofas. '.repeat(400).slice(0, 4000) });
  await forwarding.attempts(1);
  forwarding.clock.advance(2 * minute);
  await forwarding.attempts(2);
  assert.equal(forwarding.office.received.length, 1);
  assert.match(forwarding.gateway.logged(), /"outcome":"delivered"/);
});

test('from one council-kit to another: what it has is on a later page, and is found there', async () => {
  await using theirs = await start();
  // Between the two: the first report arrives, its answer does not.
  let lost = 0;
  const between = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void theirs
        .fetch(request.url ?? '/', {
          method: request.method ?? 'GET',
          headers: { 'content-type': request.headers['content-type'] ?? '' },
          ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        })
        .then(async (answer) => {
          const body = await answer.text();
          if (request.method === 'POST' && lost++ === 0) return void request.socket.destroy();
          const link = answer.headers.get('link');
          response
            .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '', ...(link ? { link } : {}) })
            .end(body);
        });
    });
  });
  between.listen(0, '127.0.0.1');
  await once(between, 'listening');
  const { port } = between.address() as AddressInfo;
  const clock = new ManualClock(new Date().toISOString());
  await using ours = await start({
    clock,
    reports: { forward: [{ name: 'theirs', url: `http://127.0.0.1:${port}/open311/v2`, timeoutSeconds: 5 }] },
  });
  const attempts = (count: number) =>
    until(() => (ours.logged().match(/"msg":"delivery"/g) ?? []).length >= count, `${count} deliveries attempted`);
  assert.equal((await ours.post('/reports', flyTippingReport)).status, 201);
  await attempts(1);
  for (let count = 0; count < 120; count++) {
    const later = await theirs.post('/reports', { ...flyTippingReport, description: `Another, number ${count}.` });
    assert.equal(later.status, 201);
  }
  clock.advance(2 * minute);
  await attempts(2);
  assert.match(ours.logged(), /"outcome":"delivered"/);
  assert.equal(lost, 1, 'it was sent once');
  between.close();
});

test('a server that asks for time is given it', async () => {
  await using forwarding = await startForwarding();
  const { faults } = forwarding.sandbox.platforms.open311;
  const sent = (): number => faults.played.length + forwarding.office.received.length;
  for (const fault of ['too-many-requests', 'unavailable'] as const) {
    await faults.clear();
    const before = forwarding.office.received.length;
    const attempts = (forwarding.gateway.logged().match(/"msg":"delivery"/g) ?? []).length;
    await faults.add({ fault, method: 'POST', path: '/requests', times: 1, retryAfter: '3600' });
    await forwarding.report();
    await forwarding.attempts(attempts + 1);
    forwarding.clock.advance(59 * minute);
    // Another report goes through the outbox after it: if the first were due, it would have gone before.
    await forwarding.report();
    await forwarding.attempts(attempts + 2);
    assert.equal(sent() - before, 2, `${fault}: one refused, the other taken`);
    forwarding.clock.advance(2 * minute);
    await forwarding.attempts(attempts + 3);
    assert.equal(forwarding.office.received.length - before, 2);
  }
});

test('a server whose name is not known any more, or that nobody answers for, is tried again', async () => {
  for (const url of ['http://open311.invalid/v2', 'http://127.0.0.1:9/v2']) {
    await using forwarding = await startForwarding({ upstream: { url } });
    await forwarding.report();
    await forwarding.attempts(1);
    assert.match(forwarding.gateway.logged(), /"outcome":"retry"/, url);
  }
});

test('every fault while updates are read: none is lost, none is there twice', async (t) => {
  await using forwarding = await startForwarding();
  const { faults } = forwarding.sandbox.platforms.open311;
  const reference = await forwarding.report();
  await forwarding.attempts(1);
  const [received] = forwarding.held(reference);
  assert.ok(received);
  let said = 0;
  for (const fault of faultKinds) {
    if (fault === 'refuse') continue;
    await t.test(fault, async () => {
      forwarding.clock.advance(30 * minute);
      await faults.add({ fault, method: 'GET', path: '/servicerequestupdates', seconds: 5 });
      forwarding.office.update(received.service_request_id, { status: 'in_progress', description: `Said while: ${fault}` });
      said += 1;
      await until(() => {
        if (faults.played.length === 0) forwarding.clock.advance(5 * minute);
        return faults.played.length > 0;
      }, 'the fault is met');
      await faults.clear();
      await until(async () => {
        forwarding.clock.advance(5 * minute);
        return ((await forwarding.gateway.json(`/reports/${reference}`)) as Followed).updates.length >= said;
      }, 'the update is there');
    });
  }
  const { updates } = (await forwarding.gateway.json(`/reports/${reference}`)) as Followed;
  assert.deepEqual(
    updates.map(({ description }) => description),
    faultKinds.filter((fault) => fault !== 'refuse').map((fault) => `Said while: ${fault}`),
  );
});

test('the receiving server is killed: reports are taken, held, and delivered once each when it returns', async () => {
  await using forwarding = await startForwarding();
  const { faults } = forwarding.sandbox.platforms.open311;
  await faults.add({ fault: 'refuse' });
  const references = await Promise.all(Array.from({ length: 5 }, () => forwarding.report()));
  let attempts = 5;
  await forwarding.attempts(attempts);
  for (let retry = 0; retry < 3; retry++) {
    forwarding.clock.advance(40 * minute);
    await forwarding.attempts((attempts += 5));
  }
  assert.equal(forwarding.office.requests.length, 0);
  await faults.clear();
  const waiting = (): string[] => references.filter((reference) => forwarding.held(reference).length === 0);
  // The first to get through is the probe of the circuit breaker; the others follow at their next turn.
  for (let turn = 0; turn < 5 && waiting().length > 0; turn++) {
    attempts += waiting().length;
    forwarding.clock.advance(40 * minute);
    await forwarding.attempts(attempts);
  }
  for (const reference of references) assert.equal(forwarding.held(reference).length, 1);
  assert.equal(forwarding.office.received.length, references.length);
});

test('a refusal is kept for a person, without the resident’s details', async () => {
  await using forwarding = await startForwarding({ upstream: { serviceCodes: { 'fly-tipping': 'pothole' } } });
  await forwarding.report({ contact: { email: 'planted@example.org' } });
  await forwarding.attempts(1);
  assert.match(forwarding.gateway.logged(), /"outcome":"failed"/);
  assert.doesNotMatch(forwarding.gateway.logged(), /planted/);
});

test('a refusal that repeats the resident’s name is logged and shown without it', async () => {
  const office = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(request.method === 'POST' ? 400 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify([{ code: 400, description: 'last_name: Probert is blocked, as is +353 86 123 4567' }]));
    });
  });
  await new Promise<void>((listening) => office.listen(0, '127.0.0.1', listening));
  try {
    const url = `http://127.0.0.1:${(office.address() as AddressInfo).port}`;
    await using gateway = await start({
      reports: { forward: [{ name: 'office', url }], staff: { authorise: () => ({ id: 'o', name: 'Sam' }) } },
    });
    await gateway.post('/reports', { ...flyTippingReport, contact: { name: 'Siân Probert', phone: '+353 86 123 4567' } });
    await until(() => gateway.logged().includes('"outcome":"failed"'), 'the delivery is refused');
    assert.match(await (await gateway.fetch('/staff/deliveries')).text(), /last_name: █████ is blocked, as is █████/);
    assert.doesNotMatch(gateway.logged(), /probert|4567/i);
  } finally {
    office.closeAllConnections();
    office.close();
  }
});

test('a key that is wrong is a setting to be put right, not a report to be lost', async () => {
  await using forwarding = await startForwarding({ upstream: { apiKey: 'not-the-key' } });
  await forwarding.report();
  await forwarding.attempts(1);
  assert.match(forwarding.gateway.logged(), /"outcome":"retry"/);
});
