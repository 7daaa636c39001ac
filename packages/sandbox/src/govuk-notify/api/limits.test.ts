import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sandboxNotifyKeys } from '../settings.ts';
import { begin, failure, paid, receipt, reminderSms, said } from '../testing/notify.fixture.ts';
import { MovableClock } from '../../clock.ts';
import { Limits } from './limits.ts';

const caller = { service: 'a', type: 'live' } as const;

test('3,000 requests a minute: under a thousand at once, then 50 a second', async () => {
  let now = 0;
  const clock = new MovableClock(() => now);
  const limits = new Limits({}, clock);
  const burst = (): number => {
    let served = 0;
    while (!limits.refuse(caller, 'email')) served += 1;
    return served;
  };
  assert.equal(burst(), 999);
  // Another type of key has a bucket of its own.
  assert.equal(limits.refuse({ ...caller, type: 'test' }, 'email'), undefined);
  now += 1000;
  assert.equal(burst(), 49);
  now += 3_600_000;
  assert.equal(burst(), 999);
  clock.stop();
});

test('over the limit of the minute the client is told RateLimitError, and is served again later', async () => {
  const { notify, client } = await begin({ requestsPerMinute: 6 });
  const send = () => client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
  await send();
  await send();
  assert.equal(said(await failure(send())), '429 RateLimitError: Exceeded rate limit for key type LIVE of 6 requests per 60 seconds');
  await notify.advance(60);
  assert.equal((await send()).status, 201);
  // Asking is not counted.
  for (let asked = 0; asked < 20; asked += 1) assert.equal((await client.getNotifications()).status, 200);
});

test('over the limit of the day the client is told TooManyRequestsError until midnight UTC; a test key counts for nothing', async () => {
  const { notify, client, clientFor } = await begin({ daily: { email: 2, sms: 5, internationalSms: 1 }, now: Date.now });
  const test = clientFor(sandboxNotifyKeys.test);
  const send = (by = client) => by.sendEmail(receipt, 'a@example.org', { personalisation: paid });
  await send(test);
  // An address for smoke tests does not count either.
  await client.sendEmail(receipt, 'simulate-delivered@notifications.service.gov.uk', { personalisation: paid });
  await send();
  await send();
  assert.equal(said(await failure(send())), '429 TooManyRequestsError: Exceeded send limits (email: 2) for today');
  const text = (to: string) => client.sendSms(reminderSms, to, { personalisation: { bin: 'blue', day: 'Monday' } });
  await text('+33 6 12 34 56 78');
  assert.equal(
    said(await failure(text('+33 6 12 34 56 78'))),
    '429 TooManyRequestsError: Exceeded send limits (international_sms: 1) for today',
  );
  await text('07700 900123');
  await notify.advance(86_400);
  assert.equal((await send()).status, 201);
});
