import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { NotifyClient } from 'notifications-node-client';
import { startSandbox } from '../sandbox.ts';
import { createGovukNotify } from './govuk-notify.ts';
import { fits, isPresent } from './schemas.fixture.ts';
import { sandboxNotifyKeys, type GovukNotifyOptions } from './settings.ts';

if (!isPresent) test('answers against Notify’s schemas', { skip: 'the schemas of Notify’s client are not here' });

const receipt = '00000000-0000-4000-8000-0000000000e1';
const paid = { amount: '£120.00', reference: 'CT-1', description: 'Council tax', date: '1 June 2026' };

async function begin(options: GovukNotifyOptions = {}) {
  const notify = createGovukNotify(options);
  const sandbox = await startSandbox({ platforms: { notify } });
  after(() => sandbox.stop());
  const { baseUrl } = sandbox.platforms.notify;
  const client = new NotifyClient(baseUrl, sandboxNotifyKeys.live);
  return { notify, sandbox, baseUrl, client };
}

describe('an email', async () => {
  const { notify, client } = await begin();

  test('is answered as the schema says, with its placeholders filled in', async () => {
    const { status, data } = await client.sendEmail(receipt, 'resident@example.org', { personalisation: paid, reference: 'payment-1' });
    assert.equal(status, 201);
    fits('POST_notification_email_response', data);
    assert.equal(data.content.subject, 'We have received your payment of £120.00: CT-1');
    assert.match(data.content.body, /We have received £120\.00 for Council tax\./);
    const got = await client.getNotificationById(data.id);
    fits('GET_notification_response', got.data);
    assert.equal(got.data.status, 'created');
    await notify.advance(1);
    assert.equal((await client.getNotificationById(data.id)).data.status, 'sending');
    await notify.advance(60);
    assert.equal((await client.getNotificationById(data.id)).data.status, 'delivered');
  });
});
