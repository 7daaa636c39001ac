import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arrives, address, begin, owing, paid, receipt, reminderLetter, reminderSms, template, uuid } from '../testing/notify.fixture.ts';

const asPage = { headers: { accept: 'text/html' } };

describe('the desk of Notify', async () => {
  const { notify, client, baseUrl, sandbox } = await begin({
    serviceName: 'Aldermere <council>',
    templates: [
      template(receipt, '# Paid\n\n^ Keep ((reference))\n\n* [Pay](https://pay.example/)\n\n((text))', { subject: 'Paid ((reference))' }),
      template(reminderSms, 'Bins ((day))', { type: 'sms' }),
      template(reminderLetter, '# Pay\n\n((name))', { type: 'letter', contactBlock: 'Town Hall\nAldermere' }),
    ],
  });
  const shown = async (path: string, at = baseUrl): Promise<string> => {
    const answer = await fetch(at + path, asPage);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const html = await answer.text();
    assert.match(html, /<strong>Test platform\.<\/strong>/);
    return html;
  };

  test('an email is shown as the resident gets it, and no value becomes markup', async () => {
    const { data } = await client.sendEmail(receipt, 'a@example.org', {
      personalisation: { reference: '<i>1</i>', text: '<script>alert(1)</script> "><img src=x onerror=alert(1)> [x](javascript:alert(1))' },
      reference: '<b>r</b>',
    });
    const html = await shown(`/sandbox/messages/${data.id}`);
    for (const part of [
      '<h1>Email to a@example.org</h1>',
      'Aldermere &lt;council&gt; &lt;sandbox.council@notifications.service.gov.uk&gt;',
      'Paid &lt;i&gt;1&lt;/i&gt;',
      '<h2>Paid</h2>',
      '<blockquote><p>Keep &lt;i&gt;1&lt;/i&gt;</p></blockquote>',
      '<li><a href="https://pay.example/" rel="noreferrer">Pay</a></li>',
    ])
      assert.ok(html.includes(part), part);
    assert.doesNotMatch(html, /<script|<img|href="javascript|GDS Transport|govuk-/);
    assert.doesNotMatch(await shown('/'), /<script|<img|<b>r/);
  });

  test('a text message with the name of the service before it; a letter with its address and its PDF', async () => {
    const text = (await client.sendSms(reminderSms, '07700900123', { personalisation: { day: 'Monday' } })).data;
    assert.ok((await shown(`/sandbox/messages/${text.id}`)).includes('<p class="lines">Aldermere &lt;council&gt;: Bins Monday</p>'));
    const letter = (await client.sendLetter(reminderLetter, { personalisation: { ...owing, ...address } })).data;
    const html = await shown(`/sandbox/messages/${letter.id}`);
    assert.ok(html.includes('Town Hall\nAldermere'));
    assert.ok(html.includes('A Resident\n1 Mill Lane\nAldermere\nCF10 1AA'));
    assert.ok(html.includes(`href="${letter.id}/pdf"`));
  });

  test('somebody decides on a page what becomes of a message; a program does it in JSON', async () => {
    const send = async () => (await client.sendEmail(receipt, 'a@example.org', { personalisation: { ...paid, text: '' } })).data.id;
    const first = await send();
    const path = `${baseUrl}/sandbox/messages/${first}`;
    const set = await fetch(path, { ...asPage, method: 'POST', body: new URLSearchParams({ status: 'permanent-failure' }) });
    assert.equal(set.url, path);
    assert.equal((await client.getNotificationById(first)).data.status, 'permanent-failure');
    const second = await send();
    const post = (status: string, headers: Record<string, string> = {}) =>
      fetch(`${sandbox.address}/notify/sandbox/messages/${second}`, { method: 'POST', headers, body: JSON.stringify({ status }) });
    assert.equal((await post('received')).status, 400);
    assert.equal((await post('delivered', { origin: 'http://evil.example' })).status, 403);
    assert.equal(((await (await post('delivered')).json()) as { status: string }).status, 'delivered');
    assert.equal((await client.getNotificationById(second)).data.status, 'delivered');
  });

  test('the clock, on a page and by a program, at the port and at the desk of all', async () => {
    const before = notify.now();
    const moved = await fetch(`${baseUrl}/sandbox/clock`, { ...asPage, method: 'POST', body: new URLSearchParams({ advance: '60' }) });
    assert.equal(moved.url, `${baseUrl}/`);
    const clock = `${sandbox.address}/notify/sandbox/clock`;
    assert.equal((await fetch(clock, { method: 'POST', body: '{"advance":3600}' })).status, 200);
    assert.ok(notify.now() - before >= 3_660_000);
    for (const wrong of ['{"advance":-1}', '{"advance":"x"}', '{}', 'x', '{"advance":1e12}'])
      assert.equal((await fetch(clock, { method: 'POST', body: wrong })).status, 400);
    assert.equal((await fetch(clock, { method: 'POST', body: '{"advance":1}', headers: { origin: 'http://evil.example' } })).status, 403);
    assert.match(((await (await fetch(clock)).json()) as { now: string }).now, /Z$/);
  });

  test('templates and received text messages by a program', async () => {
    const post = (path: string, body: object) => fetch(`${baseUrl}/sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
    assert.equal((await post('templates', template(uuid(7), 'New ((x))'))).status, 201);
    assert.deepEqual((await client.sendEmail(uuid(7), 'a@example.org', { personalisation: { x: 1 } })).data.content.body, 'New 1');
    assert.deepEqual(await (await post('templates', { id: uuid(8) })).json(), {
      problem: 'Template undefined: type must be one of: sms, email, letter.',
    });
    assert.equal((await post('received-texts', { from: '447700900111', content: 'STOP' })).status, 201);
    assert.equal((await post('received-texts', { from: 7 })).status, 400);
    assert.equal((await client.getReceivedTexts()).data.received_text_messages[0]?.content, 'STOP');
  });

  test('a program says who is told, and empties the book for the next test', async () => {
    const put = (body: object) => fetch(`${baseUrl}/sandbox/subscriptions`, { method: 'PUT', body: JSON.stringify(body) });
    const subscription = { url: 'http://127.0.0.1:9/', bearerToken: 't', held: true };
    for (const wrong of [
      { fax: subscription },
      { 'delivery-receipt': { url: 'here', bearerToken: 't' } },
      { 'delivery-receipt': { url: 'http://a' } },
    ])
      assert.equal((await put(wrong)).status, 400);
    assert.equal((await put({ 'delivery-receipt': subscription })).status, 200);
    const { data } = await client.sendEmail(uuid(7), 'a@example.org', { personalisation: { x: 1 } });
    await notify.advance(arrives);
    assert.equal(notify.callbacks.find(({ about }) => about === data.id)?.attempts.length, 0);
    await client.sendEmail(uuid(7), 'a@example.org', { personalisation: { x: 1 } });
    assert.equal((await fetch(`${baseUrl}/sandbox/messages`, { method: 'DELETE' })).status, 204);
    await notify.advance(arrives);
    assert.deepEqual([notify.notifications, notify.callbacks, (await client.getNotifications()).data.notifications], [[], [], []]);
    assert.equal((await client.getTemplateById(uuid(7))).status, 200);
  });

  test('it is on the page of all, and what there is not is said', async () => {
    assert.ok((await shown('/', sandbox.address)).includes('<a href="notify/">GOV.UK Notify</a>'));
    assert.match(await shown('/notify/', sandbox.address), /<h1>GOV\.UK Notify<\/h1>/);
    for (const path of ['messages/x', 'files/x', 'callbacks/x', 'nothing', 'messages/x/pdf'])
      assert.equal((await fetch(`${baseUrl}/sandbox/${path}`)).status, 404);
    assert.equal((await fetch(`${baseUrl}/sandbox/callbacks/x`, { method: 'POST' })).status, 404);
    assert.equal((await fetch(`${baseUrl}/sandbox/messages/x`, asPage)).status, 404);
  });
});
