import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileBodies, hostileTexts, message, raw } from '../hostile.fixture.ts';
import { address, begin, owing, paid, receipt, reminderLetter, reminderSms, token, uuid } from './testing/notify.fixture.ts';

const { notify, baseUrl } = await begin({ requestsPerMinute: 0 });
const bins = { bin: 'blue', day: 'Monday' };

async function send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
  const answer = await fetch(baseUrl + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await answer.text();
  assert.ok(answer.status < 500, `${path} ${JSON.stringify(body).slice(0, 100)}: ${answer.status}`);
  JSON.parse(text);
  assert.doesNotMatch(text, /node_modules|at file:|\.ts:\d/);
  return { status: answer.status, text };
}

const sendings: [string, Record<string, unknown>][] = [
  ['email', { email_address: 'a@example.org', template_id: receipt, personalisation: paid }],
  ['sms', { phone_number: '07700900123', template_id: reminderSms, personalisation: bins }],
  ['letter', { template_id: reminderLetter, personalisation: { ...owing, ...address } }],
  ['letter', { reference: 'x', content: 'eA==', postage: 'first' }],
];

test('hostile values in every field get an answer that is not a 5xx', async () => {
  const values: unknown[] = [
    ...hostileTexts,
    null,
    true,
    0,
    -1,
    1e308,
    [],
    [[]],
    {},
    { file: {} },
    { file: '\0' },
    { length: 1e9 },
    [null, [], {}],
  ];
  for (const [kind, good] of sendings) {
    const extra =
      kind === 'email'
        ? ['email_reply_to_id', 'one_click_unsubscribe_url', 'sanitise_content_for', 'scheduled_for']
        : ['sms_sender_id', 'scheduled_for'];
    for (const field of [...Object.keys(good), ...extra]) {
      for (const value of values) await send(`/v2/notifications/${kind}`, { ...good, [field]: value });
    }
    const personalisation = (good['personalisation'] ?? {}) as Record<string, unknown>;
    for (const field of Object.keys(personalisation)) {
      for (const value of values)
        await send(`/v2/notifications/${kind}`, {
          ...good,
          personalisation: { ...personalisation, [field]: value },
          sanitise_content_for: [field],
        });
    }
    // A name that JavaScript has for itself.
    await send(
      `/v2/notifications/${kind}`,
      JSON.stringify(good).replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},'),
    );
    await send(
      `/v2/notifications/${kind}`,
      JSON.stringify(good).replace('"personalisation":{', '"personalisation":{"__proto__":{"polluted":true},"toString":"x",'),
    );
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined);
  assert.ok(notify.notifications.length > 50, 'much of it is fit to be sent');
});

test('what was sent of it is shown without becoming markup, and is listed', async () => {
  const list = await fetch(`${baseUrl}/v2/notifications`, { headers: { authorization: `Bearer ${token()}` } });
  assert.equal(list.status, 200);
  JSON.parse(await list.text());
  for (const path of ['/', ...notify.notifications.map(({ id }) => `/sandbox/messages/${id}`)]) {
    const answer = await fetch(baseUrl + path, { headers: { accept: 'text/html' } });
    assert.equal(answer.status, 200);
    const html = await answer.text();
    assert.doesNotMatch(html, /<script|<img/);
    // Every < begins a tag that the page itself writes.
    assert.doesNotMatch(
      html.slice(html.indexOf('<main>')),
      /<(?!\/?(?:main|h[1-3]|div|table|caption|thead|tbody|tr|t[hd]|bdi|dl|d[td]|article|p|br|hr|ul|ol|li|a|form|label|select|option|button|input|code|blockquote|body|html)\b)/,
    );
  }
  for (const { id } of notify.notifications.filter(({ type }) => type === 'letter'))
    assert.equal((await fetch(`${baseUrl}/sandbox/messages/${id}/pdf`)).status, 200);
});

test('hostile bodies, tokens, paths and queries get an answer of its own', async () => {
  const signed = (path: string, type: string, body: string | Buffer): Buffer =>
    Buffer.from(message('POST', path, type, body).toString('latin1').replace('\r\n', `\r\nAuthorization: Bearer ${token()}\r\n`), 'latin1');
  for (const path of [
    '/v2/notifications/email',
    '/v2/notifications/letter',
    `/v2/template/${receipt}/preview`,
    '/sandbox/clock',
    '/sandbox/templates',
    '/sandbox/messages/x',
  ]) {
    for (const [type, body] of [
      ...hostileBodies,
      ['application/json', '['.repeat(100_000)],
      ['application/json', `{"a":`.repeat(50_000)],
    ] as const) {
      const answer = await raw(signed(path, type, body), baseUrl);
      assert.match(answer, /^HTTP\/1\.1 [234]\d\d /, `${path} ${type} ${String(body).slice(0, 60)}`);
      assert.doesNotMatch(answer, /node_modules|at file:|\.ts:\d/);
    }
  }
  for (const text of hostileTexts) {
    const safe = encodeURIComponent(text.slice(0, 200));
    for (const path of [
      `/v2/notifications/${safe}`,
      `/v2/notifications/${uuid(1)}/${safe}`,
      `/v2/notifications?older_than=${safe}`,
      `/v2/notifications?${safe}=${safe}&status=${safe}&template_type=${safe}&reference=${safe}`,
      `/v2/template/${safe}`,
      `/v2/template/${receipt}/version/${safe}`,
      `/v2/templates?type=${safe}`,
      `/v2/received-text-messages?older_than=${safe}`,
      `/v2/${safe}`,
      `/sandbox/messages/${safe}`,
      `/sandbox/files/${safe}`,
    ]) {
      const answer = await fetch(baseUrl + path, { headers: { authorization: `Bearer ${token()}` } });
      assert.ok(answer.status < 500, `${path.slice(0, 80)}: ${answer.status}`);
      const body = await answer.text();
      assert.doesNotThrow(() => void JSON.parse(body), `${path.slice(0, 80)}: ${answer.status} ${body.slice(0, 80)}`);
    }
    const inHeader = text.replace(/[^\x20-\x7e]/g, '').slice(0, 3000);
    for (const authorization of [
      inHeader,
      `Bearer ${inHeader}`,
      `Bearer ${inHeader}.${inHeader}.`,
      `Bearer ${token({ iss: text.slice(0, 3000) })}`,
      `Bearer ${token({ iat: text.slice(0, 100) })}`,
    ]) {
      const { status } = await fetch(`${baseUrl}/v2/templates`, { headers: { authorization } });
      assert.ok(status === 401 || status === 403, `${authorization.slice(0, 60)}: ${status}`);
    }
  }
});
