import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { begin, failure, paid, receipt, said, token, uuid } from '../testing/notify.fixture.ts';
import { createGovukNotify } from '../govuk-notify.ts';
import { sandboxNotifyKeys } from '../settings.ts';

const service = sandboxNotifyKeys.live.slice(-73, -37);
const now = (): number => Math.floor(Date.now() / 1000);
const clockMessage = '403 AuthError: Error: Your system clock must be accurate to within 30 seconds';
const notAToken =
  '403 AuthError: Invalid token: make sure your API token matches the example at https://docs.notifications.service.gov.uk/rest-api.html#authorisation-header';

// The words of alphagov/notifications-api, app/authentication/auth.py.
describe('who may call', async () => {
  const revoked = `gone-${service}-${uuid(9)}`;
  const { baseUrl, clientFor, client } = await begin({
    apiKeys: [sandboxNotifyKeys.live, { key: sandboxNotifyKeys.test, type: 'test' }, { key: revoked, revoked: true }],
  });
  const ask = async (authorization?: string): Promise<string> => {
    const answer = await fetch(`${baseUrl}/v2/templates`, authorization === undefined ? {} : { headers: { authorization } });
    const { errors = [] } = (await answer.json()) as { errors?: { error: string; message: string }[] };
    return said({ status: answer.status, errors });
  };

  const refusals: [string, string | undefined, string][] = [
    ['no token', undefined, '401 AuthError: Unauthorized: authentication token must be provided'],
    ['another scheme', `Basic ${token()}`, '401 AuthError: Unauthorized: authentication bearer scheme must be used'],
    ['no JWT', 'Bearer nonsense', notAToken],
    ['a JWT that is none', 'Bearer e30.W10.x', notAToken],
    ['no service', `Bearer ${token({ iss: undefined })}`, '403 AuthError: Invalid token: iss field not provided'],
    [
      'a service that is no UUID',
      `Bearer ${token({ iss: 'council' })}`,
      '403 AuthError: Invalid token: service id is not the right data type',
    ],
    ['a service that is a number', `Bearer ${token({ iss: 7 })}`, '403 AuthError: Invalid token: service id is not the right data type'],
    ['an unknown service', `Bearer ${token({ iss: uuid(1) })}`, '403 AuthError: Invalid token: service not found'],
    ['no signature', `Bearer ${token().replace(/[^.]+$/, '')}`, '403 AuthError: Invalid token: API key not found'],
    ['a wrong secret', `Bearer ${token({}, { key: `x-${service}-${uuid(2)}` })}`, '403 AuthError: Invalid token: API key not found'],
    ['the algorithm none', `Bearer ${token({}, { header: { alg: 'none' } })}`, '403 AuthError: Invalid token: algorithm used is not HS256'],
    ['another algorithm', `Bearer ${token({}, { header: { alg: 'HS512' } })}`, '403 AuthError: Invalid token: algorithm used is not HS256'],
    ['a late clock', `Bearer ${token({ iat: now() - 40 })}`, clockMessage],
    ['an early clock', `Bearer ${token({ iat: now() + 40 })}`, clockMessage],
    ['milliseconds', `Bearer ${token({ iat: Date.now() })}`, clockMessage],
    ['a time that is none', `Bearer ${token({ iat: 'today' })}`, clockMessage],
    ['no time', `Bearer ${token({ iat: undefined })}`, '403 AuthError: Invalid token: API key not found'],
    ['two parts', `Bearer ${token().replace(/\.[^.]+$/, '')}`, notAToken],
    ['four parts', `Bearer ${token()}.x`, notAToken],
    ['a blank before it', `Bearer  ${token()}`, notAToken],
    ['an audience', `Bearer ${token({ aud: 'notify' })}`, notAToken],
    ['a token that has ended', `Bearer ${token({ exp: now() - 60 })}`, notAToken],
    ['a revoked key', `Bearer ${token({}, { key: revoked })}`, '403 AuthError: Invalid token: API key revoked'],
  ];
  for (const [name, authorization, message] of refusals)
    test(`refused: ${name}`, async () => assert.equal(await ask(authorization), message));

  test('let in: the client of Notify with any key of the service, a clock 25 seconds off, any case of the scheme', async () => {
    for (const key of [sandboxNotifyKeys.live, sandboxNotifyKeys.test]) assert.equal((await clientFor(key).getAllTemplates()).status, 200);
    for (const authorization of [`Bearer ${token({ iat: now() - 25 })}`, `Bearer ${token({ iat: now() + 25 })}`, `bearer ${token()}`])
      assert.equal(await ask(authorization), '200 ');
  });

  test('a token is held to the time outside, so that a sandbox moved ahead still lets its clients in', async () => {
    const { notify, client: ahead } = await begin();
    await notify.advance(86_400);
    assert.equal((await ahead.getAllTemplates()).status, 200);
    const late = await begin({ now: () => Date.now() + 120_000 });
    assert.equal(said(await failure(late.client.getAllTemplates())), clockMessage);
  });

  test('a service sees its own messages only', async () => {
    const other = `other-${uuid(3)}-${uuid(4)}`;
    const two = await begin({ apiKeys: [sandboxNotifyKeys.live, other] });
    const { data } = await two.client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
    const stranger = two.clientFor(other);
    assert.equal(said(await failure(stranger.getNotificationById(data.id))), '404 NoResultFound: No result found');
    assert.deepEqual((await stranger.getNotifications()).data.notifications, []);
  });

  test('a key that is not of Notify’s form is refused when the platform is made', () => {
    for (const key of ['', 'sandbox-key', `name-${uuid(1)}`])
      assert.throws(
        () => createGovukNotify({ apiKeys: [key] }),
        /An API key of Notify is a name, the UUID of the service and a secret UUID/,
      );
  });

  test('an address that there is not, and a method that it does not take', async () => {
    assert.equal((await fetch(`${baseUrl}/v2/nothing`)).status, 404);
    assert.equal((await fetch(`${baseUrl}/v1/payments`)).status, 404);
    assert.equal((await fetch(`${baseUrl}/v2/notifications/email`)).status, 405);
    assert.equal((await fetch(`${baseUrl}/v2/notifications`, { method: 'DELETE' })).status, 405);
    assert.equal((await fetch(`${baseUrl}/v2/notifications/fax`, { method: 'POST' })).status, 405);
    assert.equal((await client.getAllTemplates()).status, 200);
  });
});
