import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultKinds, type FaultKind } from '../faults/faults.ts';
import { begin, paid, receipt, token } from './testing/notify.fixture.ts';

interface Reached {
  status?: number;
  data?: unknown;
  code?: string;
}

const { notify, client, faults, baseUrl } = await begin();
const send = (): Promise<Reached> =>
  client.sendEmail(receipt, 'a@example.org', { personalisation: paid }).then(
    ({ status, data }) => ({ status, data }),
    (error: { response?: { status: number; data: unknown }; code?: string }) => ({ ...error.response, code: error.code }),
  );

/** What the client of Notify meets, and whether the email was taken. */
const played: Record<
  Exclude<FaultKind, 'refuse' | 'hang' | 'redirect-link-local'>,
  { taken: boolean; meets: (reached: Reached) => void }
> = {
  reset: { taken: false, meets: ({ code }) => assert.equal(code, 'ECONNRESET') },
  'lost-answer': { taken: true, meets: ({ code }) => assert.equal(code, 'ECONNRESET') },
  'slow-headers': { taken: true, meets: ({ status }) => assert.equal(status, 201) },
  'slow-body': { taken: true, meets: ({ status }) => assert.equal(status, 201) },
  'truncated-body': { taken: true, meets: ({ code }) => assert.ok(code === 'ECONNRESET' || code === 'ERR_BAD_RESPONSE', code) },
  'server-error': {
    taken: false,
    meets: ({ status, data }) =>
      assert.deepEqual([status, data], [500, { status_code: 500, errors: [{ error: 'Exception', message: 'Internal server error' }] }]),
  },
  'ok-error': {
    taken: false,
    meets: ({ status, data }) => assert.deepEqual([status, (data as { status_code: number }).status_code], [200, 500]),
  },
  'bad-gateway-html': { taken: false, meets: ({ status, data }) => assert.match(`${status} ${String(data)}`, /^502 <html>/) },
  unavailable: { taken: false, meets: ({ status }) => assert.equal(status, 503) },
  'too-many-requests': {
    taken: false,
    meets: ({ status, data }) =>
      assert.deepEqual(
        [status, data],
        [
          429,
          {
            status_code: 429,
            errors: [{ error: 'RateLimitError', message: 'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds' }],
          },
        ],
      ),
  },
  'ok-html': { taken: false, meets: ({ status, data }) => assert.match(`${status} ${String(data)}`, /^200 <!DOCTYPE html>/) },
  'malformed-body': { taken: false, meets: ({ status, data }) => assert.deepEqual([status, typeof data], [200, 'string']) },
  'wrong-shape': { taken: false, meets: ({ status, data }) => assert.deepEqual([status, 'id' in (data as object)], [200, false]) },
  empty: { taken: false, meets: ({ status, data }) => assert.deepEqual([status, data], [200, '']) },
  'huge-body': { taken: false, meets: ({ status }) => assert.equal(status, 200) },
  'wrong-charset': { taken: true, meets: ({ status, data }) => assert.deepEqual([status, typeof data], [201, 'string']) },
};

for (const [fault, { taken, meets }] of Object.entries(played) as [FaultKind, (typeof played)[keyof typeof played]][]) {
  test(`${fault}: ${taken ? 'taken' : 'not taken'}, and the next one is`, async () => {
    const before = notify.notifications.length;
    await faults.add({ fault, times: 1, method: 'POST', path: '/v2/notifications', seconds: 0, bytes: 100_000 });
    meets(await send());
    assert.equal(notify.notifications.length, before + (taken ? 1 : 0));
    assert.equal((await send()).status, 201);
    assert.deepEqual(faults.waiting, []);
  });
}

// The client would follow it, into a network that is not here.
test('redirect-link-local: not taken', async () => {
  const before = notify.notifications.length;
  await faults.add({ fault: 'redirect-link-local', times: 1 });
  const answer = await fetch(`${baseUrl}/v2/notifications/email`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${token()}` },
  });
  assert.deepEqual([answer.status, answer.headers.get('location')], [302, 'http://169.254.169.254/latest/meta-data/']);
  assert.equal(notify.notifications.length, before);
});

test('refuse and hang, the two that end when they are cleared', async () => {
  await faults.add({ fault: 'refuse' });
  assert.match((await send()).code ?? '', /ECONNREFUSED|ECONNRESET/);
  await faults.clear();
  assert.equal((await send()).status, 201);
  await faults.add({ fault: 'hang', times: 1 });
  const left = send();
  while (faults.played.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await faults.clear();
  assert.equal((await left).code, 'ECONNRESET');
  assert.deepEqual([...Object.keys(played), 'redirect-link-local', 'refuse', 'hang'].sort(), [...faultKinds].sort());
});

test('a 500 for an email that was taken: the trap for exactly once, and the way out by its reference', async () => {
  await faults.add({ fault: 'server-error', times: 1, acts: true, method: 'POST' });
  const lost = await client
    .sendEmail(receipt, 'a@example.org', { personalisation: paid, reference: 'once' })
    .catch((error: { response: Reached }) => error.response);
  assert.equal(lost.status, 500);
  const found = (await client.getNotifications('email', undefined, 'once')).data.notifications;
  assert.deepEqual(
    found.map(({ reference }) => reference),
    ['once'],
  );
});
