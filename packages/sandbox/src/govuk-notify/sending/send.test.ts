import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sandboxNotifyKeys } from '../settings.ts';
import { begin, failure, paid, receipt, reminderLetter, reminderSms, said, template, uuid } from '../testing/notify.fixture.ts';
import { fits } from '../testing/schemas.fixture.ts';

const bins = { bin: 'blue', day: 'Monday' };

describe('an email', async () => {
  const { notify, client, post, baseUrl } = await begin({
    emailReplyTo: { [uuid(1)]: 'reply@example.gov.uk' },
    templates: [
      template(receipt, '# Paid\n\n((amount)) for ((description))\n\n((late??You paid late.))', {
        subject: 'Paid: "((reference))" - thanks',
      }),
      template(uuid(2), '((list))'),
      template(uuid(3), 'Gone', { archived: true }),
      template(reminderSms, 'Text', { type: 'sms' }),
    ],
  });
  const values = { ...paid, description: 'council tax', late: 'no' };

  test('is answered as its schema says, with everything filled in', async () => {
    const { status, data } = await client.sendEmail(receipt, ' Resident@Example.org ', {
      personalisation: values,
      reference: 'payment-1',
      emailReplyToId: uuid(1),
      oneClickUnsubscribeURL: 'https://example.gov.uk/stop',
    });
    assert.equal(status, 201);
    fits('POST_notification_email_response', data);
    assert.deepEqual(data, {
      id: data.id,
      reference: 'payment-1',
      content: {
        body: '# Paid\n\n£120.00 for council tax',
        subject: 'Paid: “CT-1” – thanks',
        from_email: 'sandbox.council@notifications.service.gov.uk',
        one_click_unsubscribe_url: 'https://example.gov.uk/stop',
      },
      sanitised_content: {},
      uri: `${baseUrl}/v2/notifications/${data.id}`,
      template: { id: receipt, version: 1, uri: `${baseUrl}/services/00000000-0000-4000-8000-000000000001/templates/${receipt}` },
      scheduled_for: null,
    });
    assert.deepEqual(
      notify.notifications.map(({ to, replyTo }) => [to, replyTo]),
      [['Resident@Example.org', 'reply@example.gov.uk']],
    );
  });

  test('names of values are compared without case, blanks, hyphens and underscores; conditions and lists are Notify’s', async () => {
    const { data } = await client.sendEmail(receipt, 'a@example.org', {
      personalisation: { AMOUNT: 1.5, 'descrip tion': ['a', 'b', 'c'], Ref_erence: true, late: 'Yes' },
    });
    assert.equal(data.content.body, '# Paid\n\n1.5 for \n\n* a\n* b\n* c\n\nYou paid late.');
    assert.equal(data.content.subject, 'Paid: “True” – thanks');
  });

  test('what strangers wrote is made harmless where it is said to be theirs', async () => {
    const { data } = await client.sendEmail(receipt, 'a@example.org', {
      personalisation: { ...values, description: '# Win at https://evil.example/x [now](evil.example) ok.then' },
      sanitiseContentFor: ['Description'],
    });
    fits('POST_notification_email_response', data);
    assert.deepEqual(data.sanitised_content, {
      description: {
        unsanitised: '# Win at https://evil.example/x [now](evil.example) ok.then',
        sanitised: '\\# Win at  \\[now\\]\\(evil\\. example\\) ok\\. then',
      },
    });
  });

  const refusals: [string, object, string][] = [
    ['nothing', {}, '400 ValidationError: email_address is a required property; ValidationError: template_id is a required property'],
    ['a bad address', { email_address: 'resident@example' }, '400 ValidationError: email_address Not a valid email address'],
    ['an address that is a number', { email_address: 7 }, '400 ValidationError: email_address 7 is not of type string'],
    ['no UUID', { template_id: 'receipt' }, '400 ValidationError: template_id is not a valid UUID'],
    ['an unknown template', { template_id: uuid(99) }, '400 BadRequestError: Template not found'],
    [
      'a template of another kind',
      { template_id: reminderSms },
      '400 BadRequestError: sms template is not suitable for email notification',
    ],
    ['a template that was deleted', { template_id: uuid(3) }, '400 BadRequestError: Template has been deleted'],
    ['values missing', { personalisation: { amount: '£1' } }, '400 BadRequestError: Missing personalisation: reference, description, late'],
    ['a value of nothing', { personalisation: { ...values, late: null } }, '400 BadRequestError: Missing personalisation: late'],
    [
      'a message that comes out empty',
      { template_id: uuid(2), personalisation: { list: [] } },
      '400 BadRequestError: Your message is empty.',
    ],
    ['values that are a list', { personalisation: ['a'] }, '400 ValidationError: personalisation [a] is not of type object'],
    ['a long reference', { reference: 'x'.repeat(1001) }, `400 ValidationError: reference ${'x'.repeat(1001)} is too long`],
    [
      'an unknown reply-to',
      { email_reply_to_id: uuid(8) },
      `400 BadRequestError: email_reply_to_id ${uuid(8)} does not exist in database for service id 00000000-0000-4000-8000-000000000001`,
    ],
    [
      'http to unsubscribe',
      { one_click_unsubscribe_url: 'http://a.example' },
      '400 ValidationError: one_click_unsubscribe_url is not a valid https url',
    ],
    ['more than it knows', { to: 'x', cc: 'y' }, '400 ValidationError: Additional properties are not allowed (cc, to were unexpected)'],
    ['a time in the past', { scheduled_for: '2020-01-01T00:00:00' }, '400 ValidationError: scheduled_for datetime can not be in the past'],
  ];
  for (const [name, more, message] of refusals) {
    test(`refused: ${name}`, async () => {
      const before = notify.notifications.length;
      const body = name === 'nothing' ? {} : { email_address: 'a@example.org', template_id: receipt, personalisation: values, ...more };
      assert.equal(said(await post('/v2/notifications/email', body)), message);
      assert.equal(notify.notifications.length, before);
    });
  }

  test('refused: what is no JSON, and what is no object', async () => {
    assert.equal(said(await post('/v2/notifications/email', '{"a":')), '400 BadRequestError: Invalid JSON supplied in POST data');
    assert.equal(said(await post('/v2/notifications/email', [1, 'a', null])), '400 ValidationError: [1, a, None] is not of type object');
  });

  test('refused: an email of more than two million bytes', async () => {
    const refused = await failure(
      client.sendEmail(receipt, 'a@example.org', { personalisation: { ...values, amount: 'é'.repeat(1_000_000) } }),
    );
    assert.match(
      said(refused),
      /^400 BadRequestError: Your message is too long\. Emails cannot be longer than 2000000 bytes\. Your message is 20000\d\d bytes\.$/,
    );
  });
});

describe('files by email', async () => {
  const { client, baseUrl, notify } = await begin({ templates: [template(receipt, 'Download: ((file))')] });
  const pdf = Buffer.from('%PDF-1.4 a receipt');

  test('become links, and the file is there', async () => {
    const personalisation = {
      file: client.prepareUpload(pdf, { filename: 'receipt ✓.pdf', confirmEmailBeforeDownload: false, retentionPeriod: '4 weeks' }),
    };
    const { data } = await client.sendEmail(receipt, 'a@example.org', { personalisation });
    const link = /^Download: (http\S+)$/.exec(data.content.body)?.[1] ?? '';
    assert.ok(link.startsWith(baseUrl));
    const answer = await fetch(link);
    assert.equal(await answer.text(), '%PDF-1.4 a receipt');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename\*=UTF-8''receipt%20%E2%9C%93\.pdf$/);
    assert.deepEqual(
      notify.notifications.at(-1)?.files?.map(({ confirm, weeks }) => [confirm, weeks]),
      [[false, 4]],
    );
  });

  test('refused in Notify’s words', async () => {
    const send = async (file: object) => said(await failure(client.sendEmail(receipt, 'a@example.org', { personalisation: { file } })));
    const upload = client.prepareUpload(pdf);
    assert.match(
      await send({ ...upload, filename: 'a.exe' }),
      /^400 BadRequestError: Unsupported file type 'exe'\. Supported types are: 'csv', 'doc'/,
    );
    assert.equal(
      await send({ ...upload, filename: 'receipt' }),
      '400 ValidationError: filename `filename` must end with a file extension. For example, filename.csv',
    );
    assert.equal(
      await send({ ...upload, retention_period: '79 weeks' }),
      '400 ValidationError: retention_period Unsupported value for retention_period: 79 weeks. Supported periods are from 1 to 78 weeks.',
    );
    assert.equal(
      await send({ ...upload, file: Buffer.alloc(2_100_000).toString('base64') }),
      '413 BadRequestError: Uploaded file exceeds file size limit',
    );
    assert.equal(
      await send({ ...upload, file: Buffer.from('X5O!P%@AP EICAR-STANDARD-ANTIVIRUS-TEST-FILE!').toString('base64') }),
      '400 BadRequestError: File did not pass the virus scan',
    );
  });
});

describe('a text message', async () => {
  const { client, notify, post } = await begin({ smsSenders: { [uuid(1)]: 'ALDERMERE' } });

  test('is answered as its schema says', async () => {
    const { status, data } = await client.sendSms(reminderSms, '+44 7700 900 123', {
      personalisation: bins,
      reference: 'r',
      smsSenderId: uuid(1),
    });
    assert.equal(status, 201);
    fits('POST_notification_sms_response', data);
    assert.deepEqual(data.content, { body: 'Your blue bin is collected on Monday.', from_number: 'ALDERMERE' });
    fits('GET_notification_response', (await client.getNotificationById(data.id)).data);
    assert.equal((await client.sendSms(reminderSms, '07700900123', { personalisation: bins })).data.content.from_number, 'SANDBOX');
  });

  test('is in letters that networks carry, Welsh ones kept', async () => {
    const { data } = await client.sendSms(reminderSms, '07700900123', {
      personalisation: { bin: 'tŷ  gwastraff – “gwyrdd”', day: 'dydd\tLlun 🗑 Zoë ą' },
    });
    assert.equal(data.content.body, 'Your tŷ gwastraff - "gwyrdd" bin is collected on dydd Llun ? Zoë a.');
  });

  const refusals: [string, string][] = [
    ['', 'phone_number Not enough digits'],
    ['0770090012', 'phone_number Number is not valid – double check the phone number you entered'],
    ['077009', 'phone_number Not enough digits'],
    ['0772345678910', 'phone_number Too many digits'],
    ['07700 900 ABC', 'phone_number Must not contain letters or symbols'],
    ['09011234567', 'phone_number Number is not valid – double check the phone number you entered'],
    ['+999 123 456 789', 'phone_number Too many digits'],
  ];
  for (const [number, message] of refusals) {
    test(`refused: “${number}”`, async () => {
      const refused = await post('/v2/notifications/sms', { phone_number: number, template_id: reminderSms, personalisation: bins });
      assert.equal(said(refused), `400 ValidationError: ${message}`);
    });
  }

  test('refused: too long, a landline, abroad where that is not allowed', async () => {
    const long = { ...bins, bin: 'x'.repeat(900) };
    assert.equal(
      said(await failure(client.sendSms(reminderSms, '07700900123', { personalisation: long }))),
      '400 BadRequestError: Your message is too long. Text messages cannot be longer than 918 characters. Your message is 933 characters long.',
    );
    assert.equal(
      said(await failure(client.sendSms(reminderSms, '020 7946 0123', { personalisation: bins }))),
      '400 InvalidPhoneError: Not a UK mobile number',
    );
    const home = await begin({ permissions: ['sms', 'sms_to_uk_landlines'] });
    assert.equal(
      said(await failure(home.client.sendSms(reminderSms, '+1 202 555 0123', { personalisation: bins }))),
      '400 BadRequestError: Cannot send to international mobile numbers',
    );
    assert.equal((await home.client.sendSms(reminderSms, '020 7946 0123', { personalisation: bins })).status, 201);
    assert.equal(
      said(await failure(home.client.sendEmail(receipt, 'a@example.org', { personalisation: paid }))),
      '400 BadRequestError: Service is not allowed to send emails',
    );
    assert.ok(notify.notifications.every(({ phone }) => phone?.normalised === '447700900123'));
  });
});

test('trial mode and team keys send to the guest list only, and no letters', async () => {
  const { client, clientFor } = await begin({ trialMode: true, guestList: ['guest@example.org', '07700 900123'] });
  const trial =
    '400 BadRequestError: Can’t send to this recipient when service is in trial mode – see https://www.notifications.service.gov.uk/trial-mode';
  assert.equal(said(await failure(client.sendEmail(receipt, 'a@example.org', { personalisation: paid }))), trial);
  assert.equal((await client.sendEmail(receipt, 'Guest@example.org', { personalisation: paid })).status, 201);
  assert.equal((await client.sendSms(reminderSms, '+447700900123', { personalisation: bins })).status, 201);
  assert.equal((await clientFor(sandboxNotifyKeys.test).sendEmail(receipt, 'a@example.org', { personalisation: paid })).status, 201);
  const team = clientFor(sandboxNotifyKeys.team);
  assert.equal(
    said(await failure(team.sendEmail(receipt, 'a@example.org', { personalisation: paid }))),
    '400 BadRequestError: Can’t send to this recipient using a team-only API key',
  );
  const letter = { personalisation: { reference: 'x', name: 'x', amount: 'x', date: 'x' } };
  assert.equal(
    said(await failure(team.sendLetter(reminderLetter, letter))),
    '403 BadRequestError: Cannot send letters with a team api key',
  );
  assert.equal(
    said(await failure(client.sendLetter(reminderLetter, letter))),
    '403 BadRequestError: Cannot send letters when service is in trial mode',
  );
});
