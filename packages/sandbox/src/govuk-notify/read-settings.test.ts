import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGovukNotify } from './govuk-notify.ts';
import { readSettings } from './read-settings.ts';
import { sandboxNotifyKeys } from './settings.ts';
import { template, uuid } from './testing/notify.fixture.ts';

test('settings from a file make a platform', () => {
  const settings: unknown = JSON.parse(
    JSON.stringify({
      apiKeys: [sandboxNotifyKeys.live, { key: sandboxNotifyKeys.test, type: 'test', revoked: true }],
      templates: [template(uuid(1), 'b')],
      permissions: ['email', 'sms_to_uk_landlines'],
      daily: { email: 5 },
      outcomes: { 'full@example.org': 'temporary-failure' },
      deliveryReceipts: { url: 'http://127.0.0.1:8080/notify', bearerToken: 'token', held: true },
      emailReplyTo: { [uuid(2)]: 'reply@example.org' },
      trialMode: true,
      retentionDays: 3,
    }),
  );
  createGovukNotify(readSettings(settings)).close();
});

for (const [settings, sentence] of [
  [[], 'An object of settings is wanted.'],
  [{ colour: 'red' }, /^There is no setting colour\. There are apiKeys, templates, /],
  [{ now: 0 }, /^There is no setting now\./],
  [{ apiKeys: 'key' }, 'apiKeys must be a list of keys, or of {key, type?, revoked?}.'],
  [{ apiKeys: [{ key: 'a', type: 'admin' }] }, 'apiKeys must be a list of keys, or of {key, type?, revoked?}.'],
  [
    { permissions: ['fax'] },
    'permissions must be a list of email, sms, letter, international_sms, international_letters, sms_to_uk_landlines.',
  ],
  [{ outcomes: { 'a@b.uk': 'lost' } }, /^outcomes must be an object of delivered, permanent-failure/],
  [{ deliveryReceipts: { url: '/notify', bearerToken: 'x' } }, 'deliveryReceipts must be {url, bearerToken, held?}.'],
  [{ sendSeconds: -1 }, 'sendSeconds must be a number of seconds.'],
  [{ publicUrl: 'javascript:1' }, 'publicUrl must be a whole URL.'],
] as const)
  test(`refused: ${JSON.stringify(settings)}`, () => {
    assert.throws(() => readSettings(settings), { name: 'TypeError', message: sentence });
  });
