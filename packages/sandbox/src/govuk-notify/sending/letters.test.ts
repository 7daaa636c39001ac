import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sandboxNotifyKeys } from '../settings.ts';
import { address, begin, failure, owing, receipt, paid, reminderLetter, said, sends } from '../testing/notify.fixture.ts';
import { fits } from '../testing/schemas.fixture.ts';

const personalisation = { ...owing, ...address };
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF');

describe('a letter from a template', async () => {
  const { notify, client, clientFor, baseUrl } = await begin();

  test('is answered as its schema says, and can be asked for with its address', async () => {
    const { status, data } = await client.sendLetter(reminderLetter, { personalisation, reference: 'l-1' });
    assert.equal(status, 201);
    fits('POST_notification_letter_response', data);
    assert.deepEqual(data.content, {
      body: 'Dear A Resident\n\nYou have not paid £120.00.\n\n* Pay by 1 June 2026\n* Or call us',
      subject: 'Your council tax: CT-1',
    });
    const got = (await client.getNotificationById(data.id)).data;
    fits('GET_notification_response', got);
    assert.deepEqual([got.line_1, got.line_4, got.status, got.postage], ['A Resident', null, 'accepted', 'second']);
    assert.equal(notify.notifications.at(-1)?.to, 'A Resident\n1 Mill Lane\nAldermere\nCF10 1AA');
  });

  test('is accepted, then received; it can come back', async () => {
    const { data } = await client.sendLetter(reminderLetter, { personalisation });
    const status = async () => (await client.getNotificationById(data.id)).data.status;
    await notify.advance(sends);
    assert.equal(await status(), 'accepted');
    await notify.advance(86_400);
    assert.equal(await status(), 'received');
    notify.returnLetter(data.id);
    assert.equal(await status(), 'received');
    assert.deepEqual(
      (await client.getNotifications('letter', 'failed')).data.notifications.map(({ id }) => id),
      [data.id],
    );
    assert.throws(() => notify.returnLetter('x'), /There is no message x/);
  });

  test('has a PDF a moment later, with its words in it', async () => {
    const { data } = await client.sendLetter(reminderLetter, {
      personalisation: { ...personalisation, name: '(Siân) Ŵyn\\\n\0\n'.repeat(60) },
    });
    assert.equal(
      said(await failure(client.getPdfForLetterNotification(data.id))),
      '400 PDFNotReadyError: PDF not available yet, try again later',
    );
    await notify.advance(sends);
    const file = (await client.getPdfForLetterNotification(data.id)).toString('latin1');
    assert.ok(file.startsWith('%PDF-1.4'));
    assert.match(file, /\(1 Mill Lane\) Tj/);
    assert.match(file, /\(Dear \\\(Si\xe2n\\\) Wyn\\\\\) Tj/);
    // Every object is where the table says.
    const [, table = ''] = /xref\n0 \d+\n0{10} 65535 f \n([\s\S]*?)trailer/.exec(file) ?? [];
    const offsets = table.match(/^\d{10}/gm) ?? [];
    assert.ok(offsets.length > 6);
    for (const [index, offset] of offsets.entries()) assert.ok(file.slice(Number(offset)).startsWith(`${index + 1} 0 obj\n`));
    assert.equal(file.slice(Number(/startxref\n(\d+)/.exec(file)?.[1])).slice(0, 4), 'xref');
    for (const [, length, text] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
      assert.equal(text?.length, Number(length));
    const answer = await fetch(`${baseUrl}/sandbox/messages/${data.id}/pdf`);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
    assert.equal((await answer.arrayBuffer()).byteLength, file.length);
  });

  test('of a test key is received at once', async () => {
    const { data } = await clientFor(sandboxNotifyKeys.test).sendLetter(reminderLetter, { personalisation });
    const got = (await client.getNotificationById(data.id)).data;
    assert.deepEqual([got.status, typeof got.completed_at], ['received', 'string']);
  });

  test('refused in Notify’s words', async () => {
    const send = async (more: object) =>
      said(await failure(client.sendLetter(reminderLetter, { personalisation: { ...personalisation, ...more } })));
    assert.equal(
      await send({ postcode: 'nowhere' }),
      '400 ValidationError: Last line of address must be a real UK postcode or another country',
    );
    assert.equal(await send({ address_line_2: '', address_line_3: '' }), '400 ValidationError: Address must be at least 3 lines');
    assert.equal(await send({ name: undefined }), '400 BadRequestError: Missing personalisation: name');
    assert.equal(said(await failure(client.sendLetter(reminderLetter))), '400 ValidationError: personalisation is a required property');
    assert.equal(
      said(await failure(client.sendLetter(reminderLetter, { personalisation: { ...personalisation, name: client.prepareUpload(pdf) } }))),
      '400 BadRequestError: Can only send a file by email',
    );
  });

  test('an email has no PDF', async () => {
    const { data } = await client.sendEmail(receipt, 'a@example.org', { personalisation: paid });
    assert.equal(said(await failure(client.getPdfForLetterNotification(data.id))), '400 BadRequestError: Notification is not a letter');
    assert.equal(said(await failure(client.getPdfForLetterNotification('x'))), '400 ValidationError: notification_id is not a valid UUID');
  });
});

describe('a letter that comes as a PDF', async () => {
  const { notify, client, clientFor, post } = await begin();

  test('waits for its virus check, and is given back as it came', async () => {
    const { status, data } = await client.sendPrecompiledLetter('l-2', pdf, 'first');
    assert.equal(status, 201);
    fits('POST_notification_precompiled_letter_response', data);
    assert.deepEqual(data, { id: data.id, reference: 'l-2', postage: 'first' });
    const got = (await client.getNotificationById(data.id)).data;
    fits('GET_notification_response', got);
    assert.equal(got.status, 'pending-virus-check');
    assert.equal(
      said(await failure(client.getPdfForLetterNotification(data.id))),
      '400 PDFNotReadyError: PDF not available yet, try again later',
    );
    await notify.advance(sends);
    assert.equal((await client.getNotificationById(data.id)).data.status, 'accepted');
    assert.deepEqual(await client.getPdfForLetterNotification(data.id), pdf);
    await notify.advance(2 * 86_400);
    assert.equal((await client.getNotificationById(data.id)).data.status, 'received');
  });

  test('what is no PDF fails its validation, and a virus its check', async () => {
    const text = (await client.sendPrecompiledLetter('l-3', 'hello')).data;
    const virus = (await clientFor(sandboxNotifyKeys.test).sendPrecompiledLetter('l-4', '%PDF-1.7 EICAR-STANDARD-ANTIVIRUS-TEST-FILE'))
      .data;
    await notify.advance(sends);
    assert.equal((await client.getNotificationById(text.id)).data.status, 'validation-failed');
    assert.equal((await client.getNotificationById(virus.id)).data.status, 'virus-scan-failed');
    assert.equal(
      said(await failure(client.getPdfForLetterNotification(virus.id))),
      '400 BadRequestError: File did not pass the virus scan',
    );
  });

  test('refused: without a reference, with another postage, broken base64, over 5 MB', async () => {
    const send = async (body: object) =>
      said(await post('/v2/notifications/letter', { content: pdf.toString('base64'), reference: 'x', ...body }));
    assert.equal(await send({ reference: undefined }), '400 ValidationError: reference is a required property');
    assert.equal(await send({ postage: 'pigeon' }), '400 ValidationError: postage invalid. It must be either first, second or economy.');
    assert.equal(await send({ content: 'abcde' }), '400 BadRequestError: Cannot decode letter content (invalid base64 encoding)');
    assert.equal(
      await send({ content: Buffer.alloc(5 * 1024 * 1024 + 1).toString('base64') }),
      '413 BadRequestError: Letter content is larger than 5MB',
    );
    assert.equal((await client.sendPrecompiledLetter('5 MB', Buffer.alloc(5 * 1024 * 1024, '%PDF-'))).status, 201);
    await assert.rejects(
      post('/v2/notifications/letter', { content: 'x'.repeat(17_000_000) }).then(({ status }) => assert.notEqual(status, 413)),
    );
  });
});
