import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { createGovukNotify, sandboxNotifyKeys, startSandbox, type GovukNotifyOptions } from '@council-kit/sandbox';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import * as v from 'valibot';
import { createUpstream } from '../upstream/upstream.ts';
import { NotifyClient, notifySettingsSchema, type NotifyEmail } from './notify-client.ts';

const template = '0f8e4c1a-6d52-4b7e-9c11-8a3f5d2b7e01';
const email: NotifyEmail = { template, to: 'ann.planted@example.org', personalisation: { amount: '£1.00' }, reference: 'receipt-A' };
const attempt = (number: number) => ({ number, signal: new AbortController().signal });

async function begin(options: GovukNotifyOptions & { readonly key?: string } = {}) {
  const { key = sandboxNotifyKeys.live, ...rest } = options;
  const clock = new ManualClock();
  const notify = createGovukNotify({
    templates: [{ id: template, type: 'email', name: 'Receipt', subject: 'Paid', body: '((amount))' }],
    now: () => clock.now().getTime(),
    ...rest,
  });
  const sandbox = await startSandbox({ platforms: { notify } });
  after(() => sandbox.stop());
  const upstream = createUpstream({ system: 'govuk-notify', baseUrl: sandbox.platforms.notify.baseUrl }, clock);
  return { notify, clock, client: new NotifyClient(upstream, key, clock) };
}

describe('an email', () => {
  test('is sent, and at a later attempt is not sent again', async () => {
    const { notify, client } = await begin();
    assert.deepEqual(await client.sendEmail(email, attempt(1)), { kind: 'taken' });
    assert.deepEqual(await client.sendEmail(email, attempt(2)), { kind: 'taken' });
    assert.deepEqual(
      notify.notifications.map(({ to, body, reference }) => [to, body, reference]),
      [['ann.planted@example.org', '£1.00', 'receipt-A']],
    );
  });

  test('whose reference another has only the beginning of is another', async () => {
    const { notify, client } = await begin();
    await client.sendEmail({ ...email, reference: 'receipt-AB' }, attempt(1));
    await client.sendEmail(email, attempt(2));
    assert.equal(notify.notifications.length, 2);
  });
});

describe('what Notify does not take', () => {
  test('because of the email is for good, and is told without the address', async () => {
    const { client } = await begin();
    const refused = await client.sendEmail({ ...email, to: 'ann.planted@' }, attempt(1));
    assert.equal(refused.kind, 'refused');
    assert.match(refused.reason, /^GOV\.UK Notify answered 400: ValidationError: /);
    assert.doesNotMatch(refused.reason, /planted/);
    const without = await client.sendEmail({ ...email, personalisation: {} }, attempt(1));
    assert.deepEqual(without, { kind: 'refused', reason: 'GOV.UK Notify answered 400: BadRequestError: Missing personalisation: amount' });
  });

  for (const [what, options] of [
    ['a key that is not known', { key: sandboxNotifyKeys.live.replace(/.$/, '0') }],
    ['a key that was revoked', { apiKeys: [{ key: sandboxNotifyKeys.live, revoked: true }] }],
  ] as const) {
    test(`because of ${what} can be sent once that is mended`, async () => {
      const { client, notify } = await begin(options);
      const later = await client.sendEmail(email, attempt(1));
      assert.equal(later.kind, 'later');
      assert.match(later.reason, /^GOV\.UK Notify answered 403: AuthError: /);
      // Nor is it known at a later attempt whether it was sent before.
      assert.equal((await client.sendEmail(email, attempt(2))).kind, 'later');
      assert.equal(notify.notifications.length, 0);
    });
  }

  test('because a clock is a minute off can be sent once it is right', async () => {
    const { client, clock } = await begin({ now: () => Date.parse('2026-11-23T09:00:00Z') });
    clock.advance(60_000);
    const later = await client.sendEmail(email, attempt(1));
    assert.equal(later.kind, 'later');
    assert.match(later.reason, /403: AuthError/);
  });

  test('because there were too many comes in a minute, or tomorrow', async () => {
    const rate = await begin({ requestsPerMinute: 1 });
    await rate.client.sendEmail(email, attempt(1));
    const soon = await rate.client.sendEmail({ ...email, reference: 'receipt-B' }, attempt(1));
    assert.equal(soon.kind, 'later');
    assert.equal(soon.afterSeconds, 60);
    const day = await begin({ daily: { email: 1 } });
    await day.client.sendEmail(email, attempt(1));
    const tomorrow = await day.client.sendEmail({ ...email, reference: 'receipt-B' }, attempt(1));
    assert.equal(tomorrow.kind, 'later');
    assert.equal(tomorrow.afterSeconds, 3600);
  });
});

test('a key that is a part of one is told when the settings are read', () => {
  for (const key of ['', 'secret', sandboxNotifyKeys.live.slice(0, -1), sandboxNotifyKeys.live.slice(-36)])
    assert.equal(v.safeParse(notifySettingsSchema, { key }).success, false, key);
  assert.equal(v.safeParse(notifySettingsSchema, { key: sandboxNotifyKeys.live }).success, true);
  assert.equal(v.safeParse(notifySettingsSchema, { key: sandboxNotifyKeys.live, url: 'notify' }).success, false);
});
