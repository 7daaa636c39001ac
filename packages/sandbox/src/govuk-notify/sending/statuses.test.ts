import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { createGovukNotify } from '../govuk-notify.ts';
import {
  begin,
  failure,
  owing,
  address,
  paid,
  receipt,
  reminderLetter,
  reminderSms,
  said,
  arrives,
  sends,
} from '../testing/notify.fixture.ts';

const bins = { bin: 'blue', day: 'Monday' };

/** A council's end of the callbacks: what came, and what it answers. */
async function council() {
  const came: { headers: IncomingHttpHeaders; body: Record<string, unknown> }[] = [];
  const answers: (number | 'drop')[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      came.push({ headers: request.headers, body: JSON.parse(text) as Record<string, unknown> });
      const answer = answers.shift() ?? 204;
      if (answer === 'drop') request.socket.destroy();
      else response.writeHead(answer).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`;
  return { came, answers, subscription: { url, bearerToken: 'a-bearer-token' } };
}

describe('what becomes of a message', async () => {
  const { notify, client } = await begin({ outcomes: { 'full@example.org': 'technical-failure' } });

  for (const [to, outcome] of [
    ['resident@example.org', 'delivered'],
    ['temp-fail@simulator.notify', 'temporary-failure'],
    ['Perm-Fail@simulator.notify', 'permanent-failure'],
    ['full@example.org', 'technical-failure'],
    ['07700900003', 'temporary-failure'],
    ['+44 7700 900 002', 'permanent-failure'],
    ['07700 900123', 'delivered'],
  ] as const) {
    test(`${to}: created, sending, ${outcome}`, async () => {
      const { data } = to.includes('@')
        ? await client.sendEmail(receipt, to, { personalisation: paid })
        : await client.sendSms(reminderSms, to, { personalisation: bins });
      const seen = async () => {
        const { status, sent_at: sent, completed_at: completed } = (await client.getNotificationById(data.id)).data;
        return [status, typeof sent, typeof completed];
      };
      assert.deepEqual(await seen(), ['created', 'object', 'object']);
      await notify.advance(sends);
      assert.deepEqual(await seen(), ['sending', 'string', 'object']);
      await notify.advance(sends);
      assert.deepEqual(await seen(), [outcome, 'string', 'string']);
    });
  }

  test('by itself, an email is there six seconds after it was sent', async () => {
    const real = await begin({ sendSeconds: undefined, deliverSeconds: undefined });
    const { data } = await real.client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
    await real.notify.advance(6);
    assert.equal((await real.client.getNotificationById(data.id)).data.status, 'delivered');
  });

  test('the addresses for smoke tests: answered, never kept, no receipt', async () => {
    const before = (await client.getNotifications()).data.notifications.length;
    for (const to of [
      'simulate-delivered@notifications.service.gov.uk',
      'simulate-delivered-3@notifications.service.gov.uk',
      '07700900000',
      '+447700900222',
    ]) {
      const { status, data } = to.includes('@')
        ? await client.sendEmail(receipt, to, { personalisation: paid })
        : await client.sendSms(reminderSms, to, { personalisation: bins });
      assert.equal(status, 201);
      await notify.advance(arrives);
      assert.equal(said(await failure(client.getNotificationById(data.id))), '404 NoResultFound: No result found');
    }
    assert.equal((await client.getNotifications()).data.notifications.length, before);
  });

  test('an outcome that a test sets stays', async () => {
    const { data } = await client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
    notify.finish(data.id, 'permanent-failure');
    await notify.advance(arrives);
    assert.equal((await client.getNotificationById(data.id)).data.status, 'permanent-failure');
  });

  test('after seven days it cannot be asked for any more', async () => {
    const { data } = await client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
    await notify.advance(7 * 86_400 + 60);
    assert.equal(said(await failure(client.getNotificationById(data.id))), '404 NoResultFound: No result found');
  });
});

describe('callbacks', async () => {
  test('a receipt comes with its token and says what Notify’s do', async () => {
    const { came, subscription } = await council();
    const { notify, client } = await begin({ deliveryReceipts: subscription });
    const { data } = await client.sendEmail(receipt, 'a@example.org', { personalisation: paid, reference: 'r-1' });
    await client.sendEmail(receipt, 'simulate-delivered@notifications.service.gov.uk', { personalisation: paid });
    await client.sendLetter(reminderLetter, { personalisation: { ...owing, ...address } });
    await notify.advance(2 * 86_400);
    assert.equal(came.length, 1);
    assert.equal(came[0]?.headers.authorization, 'Bearer a-bearer-token');
    assert.equal(came[0]?.headers['content-type'], 'application/json');
    const body = came[0]?.body ?? {};
    for (const name of ['created_at', 'sent_at', 'completed_at'])
      assert.match(String(body[name]), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    assert.deepEqual(
      { ...body, created_at: 0, sent_at: 0, completed_at: 0 },
      {
        id: data.id,
        reference: 'r-1',
        to: 'a@example.org',
        status: 'delivered',
        created_at: 0,
        completed_at: 0,
        sent_at: 0,
        notification_type: 'email',
        template_id: receipt,
        template_version: 1,
      },
    );
  });

  for (const [name, answers, attempts] of [
    ['a server’s error is tried again 300 seconds later', [500, 204], 2],
    ['so is a dropped connection', ['drop', 204], 2],
    ['so is 429', [429, 204], 2],
    ['a refusal is not', [400], 1],
    ['nor is a redirect', [302], 1],
    ['five times, and no more', [500, 503, 'drop', 502, 500, 500, 204], 6],
  ] as const) {
    test(name, async () => {
      const { came, answers: given, subscription } = await council();
      given.push(...answers);
      const { notify, client } = await begin({ deliveryReceipts: subscription });
      const { data } = await client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
      notify.finish(data.id, 'delivered');
      await notify.advance(0);
      assert.equal(came.length, 1);
      await notify.advance(200);
      assert.equal(came.length, 1);
      await notify.advance(86_400);
      assert.equal(came.length, attempts);
      const times = notify.callbacks[0]?.attempts.map(({ at }) => Date.parse(at)) ?? [];
      for (const [index, at] of times.slice(1).entries()) assert.ok(at - (times[index] ?? 0) >= 300_000);
      assert.equal(notify.callbacks[0]?.done, attempts !== 6);
    });
  }

  test('held ones wait for a test, which sends them in its order and as often as it likes', async () => {
    const { came, subscription } = await council();
    const { notify, client } = await begin({ deliveryReceipts: { ...subscription, held: true } });
    for (const reference of ['1', '2']) await client.sendEmail(receipt, 'a@example.org', { personalisation: paid, reference });
    await notify.advance(3600);
    assert.equal(came.length, 0);
    const [first, second] = notify.callbacks;
    for (const { id } of [second, first, first].filter((one) => one !== undefined)) assert.equal(await notify.deliver(id), 204);
    assert.deepEqual(
      came.map(({ body }) => body['reference']),
      ['2', '1', '1'],
    );
    await assert.rejects(notify.deliver('x'), /There is no callback x/);
  });

  test('a resident’s text message, and a letter that came back', async () => {
    const { came, subscription } = await council();
    const { notify, client } = await begin({ receivedTexts: subscription, returnedLetters: subscription });
    const text = notify.receive({ from: '447700900111', content: 'STOP' });
    await notify.advance(0);
    const { data } = await client.sendLetter(reminderLetter, { personalisation: { ...owing, ...address }, reference: 'l-1' });
    notify.returnLetter(data.id);
    await notify.advance(0);
    assert.deepEqual(
      came.map(({ body }) => Object.keys(body).sort().join(' ')),
      [
        'date_received destination_number id message source_number',
        'date_sent notification_id reference sent_by spreadsheet_file_name spreadsheet_row_number template_id template_name template_version upload_letter_file_name',
      ],
    );
    assert.deepEqual([came[0]?.body['id'], came[0]?.body['message'], came[1]?.body['reference']], [text.id, 'STOP', 'l-1']);
  });
});

test('killed and started again, it has everything, and goes on with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'council-sandbox-notify-'));
  after(() => rmSync(folder, { recursive: true }));
  const { came, answers, subscription } = await council();
  answers.push(500);
  const options = { keepIn: join(folder, 'notify.jsonl'), deliveryReceipts: subscription };
  const first = await begin(options);
  const { data } = await first.client.sendEmail(receipt, 'a@example.org', { personalisation: paid, reference: 'kept' });
  const other = await first.client.sendEmail(receipt, 'temp-fail@simulator.notify', { personalisation: paid });
  const file = { file: first.client.prepareUpload('%PDF-') };
  first.notify.publish({ id: receipt, type: 'email', name: 'With a file', subject: 's', body: '((file))' });
  const link = (await first.client.sendEmail(receipt, 'b@example.org', { personalisation: file })).data.content.body;
  first.notify.finish(data.id, 'delivered');
  await first.notify.advance(0);
  assert.equal(came.length, 1);
  await first.sandbox.stop();

  const second = createGovukNotify(options);
  after(() => second.close());
  assert.deepEqual(second.notifications.map(({ id, reference, status }) => [id, reference, status]).slice(0, 2), [
    [data.id, 'kept', 'delivered'],
    [other.data.id, null, 'created'],
  ]);
  const sha256 = link.split('/').at(-1) ?? '';
  const answer = await second.fetch(new Request(`http://127.0.0.1/sandbox/files/${sha256}`));
  assert.equal(await answer.text(), '%PDF-');
  await second.advance(3600);
  assert.equal(second.notifications[1]?.status, 'temporary-failure');
  // The receipt that was answered 500 came once more, and those of the other two.
  assert.deepEqual(came.map(({ body }) => body['id']).filter((id) => id === data.id).length, 2);
  assert.equal(came.length, 4);
});
