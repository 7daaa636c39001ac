import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createGovukNotify } from '../govuk-notify.ts';
import { sandboxNotifyKeys } from '../settings.ts';
import {
  arrives,
  address,
  begin,
  failure,
  owing,
  paid,
  receipt,
  reminderLetter,
  reminderSms,
  said,
  template,
  token,
  uuid,
} from '../testing/notify.fixture.ts';
import { fits } from '../testing/schemas.fixture.ts';

describe('asking for messages', async () => {
  const { notify, client, clientFor, baseUrl } = await begin({ requestsPerMinute: 0 });
  for (let sent = 0; sent < 260; sent += 1)
    await client.sendEmail(receipt, 'a@example.org', { personalisation: paid, reference: `r-${sent}` });
  await notify.advance(arrives);
  await client.sendSms(reminderSms, '07700900002', { personalisation: { bin: 'blue', day: 'Monday' }, reference: 'text' });
  await notify.advance(arrives);
  await client.sendLetter(reminderLetter, { personalisation: { ...owing, ...address }, reference: 'letter' });
  await clientFor(sandboxNotifyKeys.test).sendEmail(receipt, 'a@example.org', { personalisation: paid, reference: 'test' });

  /** The references that come, and the links. */
  const ask = async (query = '') => {
    const answer = await fetch(`${baseUrl}/v2/notifications${query}`, { headers: { authorization: `Bearer ${token()}` } });
    const body = (await answer.json()) as {
      notifications: { reference: string }[];
      links: { current: string; next?: string };
      errors: { error: string; message: string }[];
    };
    if (answer.status === 200) fits('GET_notifications_response', body);
    return { status: answer.status, body, references: body.notifications?.map(({ reference }) => reference) };
  };

  test('the newest first, 250 at a time, each with a link to the next, until there are none', async () => {
    const first = await ask();
    assert.equal(first.references.length, 250);
    assert.deepEqual(first.references.slice(0, 3), ['letter', 'text', 'r-259']);
    assert.equal(first.body.links.current, `${baseUrl}/v2/notifications`);
    const second = await ask(new URL(first.body.links.next ?? '').search);
    assert.deepEqual([second.references.length, second.references.at(0), second.references.at(-1)], [12, 'r-11', 'r-0']);
    const third = await ask(new URL(second.body.links.next ?? '').search);
    assert.deepEqual([third.references, third.body.links.next], [[], undefined]);
    assert.deepEqual((await ask(`?older_than=${uuid(9)}`)).references, []);
  });

  test('by kind, status and reference, and only those of the same type of key', async () => {
    assert.deepEqual(
      (await client.getNotifications('sms')).data.notifications.map(({ reference }) => reference),
      ['text'],
    );
    assert.deepEqual(
      (await client.getNotifications(undefined, 'permanent-failure')).data.notifications.map(({ reference }) => reference),
      ['text'],
    );
    assert.deepEqual(
      (await client.getNotifications('letter', 'accepted')).data.notifications.map(({ reference }) => reference),
      ['letter'],
    );
    assert.deepEqual((await ask('?status=failed&status=accepted')).references, ['letter', 'text']);
    assert.deepEqual((await ask('?template_type=sms&template_type=letter')).references, ['letter', 'text']);
    assert.deepEqual((await ask('?reference=r-7&template_type=email&status=delivered')).references, ['r-7']);
    assert.deepEqual((await ask('?reference=test')).references, []);
    assert.deepEqual(
      (await clientFor(sandboxNotifyKeys.test).getNotifications()).data.notifications.map(({ reference }) => reference),
      ['test'],
    );
    const links = (await ask('?reference=r-7&status=delivered')).body.links;
    assert.equal(links.current, `${baseUrl}/v2/notifications?reference=r-7&status=delivered`);
    assert.match(links.next ?? '', /\?reference=r-7&status=delivered&older_than=[0-9a-f-]{36}$/);
  });

  for (const [query, message] of [
    [
      '?status=elephant',
      'status elephant is not one of [cancelled, created, sending, sent, delivered, pending, failed, technical-failure, temporary-failure, permanent-failure, pending-virus-check, validation-failed, virus-scan-failed, returned-letter, accepted, received]',
    ],
    ['?template_type=fax', 'template_type fax is not one of [sms, email, letter]'],
    ['?older_than=yesterday', 'older_than is not a valid UUID'],
    ['?page=2', 'Additional properties are not allowed (page was unexpected)'],
  ] as const)
    test(`refused: ${query}`, async () => {
      const { status, body } = await ask(query);
      assert.equal(said({ status, errors: body.errors }), `400 ValidationError: ${message}`);
    });

  test('one message: not a UUID, not there', async () => {
    assert.equal(said(await failure(client.getNotificationById('1'))), '400 ValidationError: notification_id is not a valid UUID');
    assert.equal(said(await failure(client.getNotificationById(uuid(9)))), '404 NoResultFound: No result found');
  });
});

describe('templates', async () => {
  const { notify, client, post } = await begin({
    templates: [
      template(uuid(1), 'First ((a))', { name: 'B' }),
      template(uuid(1), 'Second ((a)) ((b?? and b))', { name: 'B' }),
      template(uuid(2), 'Text', { type: 'sms', name: 'A' }),
      template(uuid(3), 'Letter', { type: 'letter', name: 'C', contactBlock: 'Town Hall\n((office))', postage: 'economy' }),
      template(uuid(4), 'Gone', { archived: true }),
    ],
  });

  test('all of them, and those of a kind', async () => {
    const { data } = await client.getAllTemplates();
    fits('GET_templates_response', data);
    assert.deepEqual(
      data.templates.map(({ name }) => name),
      ['A', 'B', 'C'],
    );
    assert.deepEqual(
      (await client.getAllTemplates('letter')).data.templates.map(({ name }) => name),
      ['C'],
    );
    assert.equal(
      said(await failure(client.getAllTemplates('fax' as 'sms'))),
      '400 ValidationError: type fax is not one of [sms, email, letter]',
    );
  });

  test('one of them, and its versions', async () => {
    const newest = (await client.getTemplateById(uuid(1))).data;
    fits('GET_template_by_id', newest);
    assert.deepEqual([newest.version, newest.body], [2, 'Second ((a)) ((b?? and b))']);
    assert.deepEqual((newest as unknown as { personalisation: object }).personalisation, { a: { required: true }, b: { required: true } });
    const first = (await client.getTemplateByIdAndVersion(uuid(1), 1)).data;
    fits('GET_template_by_id', first);
    assert.deepEqual([first.version, first.body, first.updated_at], [1, 'First ((a))', null]);
    const letter = (await client.getTemplateById(uuid(3))).data;
    assert.deepEqual([letter.postage, letter.letter_contact_block], ['economy', 'Town Hall\n((office))']);
    assert.equal(said(await failure(client.getTemplateByIdAndVersion(uuid(1), 3))), '404 NoResultFound: No result found');
    assert.equal(said(await failure(client.getTemplateById(uuid(9)))), '404 NoResultFound: No result found');
    assert.equal(said(await failure(client.getTemplateById('x'))), '400 ValidationError: id is not a valid UUID');
  });

  test('a preview, with its HTML; what is missing', async () => {
    const { data } = await client.previewTemplateById(uuid(1), { a: '<b>1</b>', b: 'yes' });
    fits('POST_template_preview', data);
    assert.equal(data.body, 'Second <b>1</b>  and b');
    assert.equal(data.html, '<p>Second &lt;b&gt;1&lt;/b&gt;  and b</p>');
    const text = (await client.previewTemplateById(uuid(2))).data;
    fits('POST_template_preview', text);
    assert.deepEqual([text.body, text.html, text.subject], ['Text', null, null]);
    assert.equal(said(await failure(client.previewTemplateById(uuid(1), { b: 'no' }))), '400 BadRequestError: Missing personalisation: a');
    assert.equal(said(await failure(client.previewTemplateById(uuid(3)))), '400 BadRequestError: Missing personalisation: office');
    assert.equal(said(await failure(client.previewTemplateById(uuid(9)))), '404 NoResultFound: No result found');
    assert.equal(
      said(await post(`/v2/template/${uuid(1)}/preview`, { personalisation: 7 })),
      '400 ValidationError: personalisation 7 is not of type object',
    );
  });

  test('a new version while it runs: what was sent keeps the one it was made of', async () => {
    const { data } = await client.sendEmail(uuid(1), 'a@example.org', { personalisation: { a: 1, b: 0 } });
    assert.equal(notify.publish(template(uuid(1), 'Third')), 3);
    assert.equal((await client.getTemplateById(uuid(1))).data.version, 3);
    const sent = (await client.getNotificationById(data.id)).data;
    assert.deepEqual([sent.template.version, sent.body], [2, 'Second 1']);
  });

  test('what can be no template is refused with a sentence', () => {
    for (const [wrong, sentence] of [
      [{ id: 'x' }, /id must be a UUID/],
      [{ type: 'fax' as 'sms' }, /type must be one of: sms, email, letter/],
      [{ subject: undefined }, /subject must be text in a template of email/],
      [{ body: undefined as unknown as string }, /body must be text/],
    ] as const)
      assert.throws(
        () => createGovukNotify({ templates: [{ ...template(uuid(5), 'b'), ...wrong } as ReturnType<typeof template>] }),
        sentence,
      );
    assert.throws(() => notify.publish(template(uuid(2), 'b')), /is one of sms and stays so/);
  });
});

test('the text messages that residents sent', async () => {
  const { notify, client } = await begin();
  const empty = (await client.getReceivedTexts()).data;
  fits('GET_received_texts_response', empty);
  assert.deepEqual([empty.received_text_messages, empty.links.next], [[], undefined]);
  for (const content of ['one', 'two', 'three']) notify.receive({ from: '447700900111', content });
  const { data } = await client.getReceivedTexts();
  fits('GET_received_texts_response', data);
  assert.deepEqual(
    data.received_text_messages.map(({ content }) => content),
    ['three', 'two', 'one'],
  );
  const older = (await client.getReceivedTexts(data.received_text_messages[1]?.id)).data;
  assert.deepEqual(
    older.received_text_messages.map(({ content }) => content),
    ['one'],
  );
  assert.equal(said(await failure(client.getReceivedTexts('x'))), '400 ValidationError: older_than is not a valid UUID');
});
