import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './read-settings.ts';

test('settings as JSON says them', () => {
  const given = {
    apiKeys: ['a'],
    provider: 'stripe',
    captureSeconds: 0.5,
    moto: false,
    webhooks: [{ url: 'http://127.0.0.1/', signingSecret: 's', events: ['card_payment_settled'] }],
  };
  assert.deepEqual(readSettings(given), given);
});

const wrong: [object | string, RegExp][] = [
  ['settings', /An object of settings is wanted/],
  [[], /An object of settings is wanted/],
  [{ capture: 1 }, /There is no setting capture\. There are .*captureSeconds/],
  [{ constructor: 1 }, /There is no setting constructor/],
  [{ captureSeconds: -1 }, /captureSeconds must be a number of seconds/],
  [{ provider: 'barclays' }, /provider must be sandbox, stripe or worldpay/],
  [{ apiKeys: 'a' }, /apiKeys must be a list of texts/],
  [{ webhooks: [{ url: '/hook', signingSecret: 's' }] }, /webhooks must be a list of \{url, signingSecret/],
  [{ publicUrl: 'pay' }, /publicUrl must be a whole URL/],
];
for (const [given, sentence] of wrong)
  test(`not ${JSON.stringify(given)}`, () => {
    assert.throws(() => readSettings(given), sentence);
  });
