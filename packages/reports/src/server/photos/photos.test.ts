/** Photos over HTTP: what is kept is a picture and nothing else. */
import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import * as v from 'valibot';
import { followedReportSchema, uploadSchema } from '../../contract/report.ts';
import { flyTippingReport } from '../testing/back-office.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { start, type Started } from '../testing/gateway.ts';
import { bomb, phonePicture } from '../testing/pictures.ts';
import { photoMessages } from './photo.messages.ts';

const send = (
  gateway: Started,
  bytes: Uint8Array | string,
  name = 'IMG_0001.jpg',
  headers: Record<string, string> = {},
): Promise<Response> => {
  const form = new FormData();
  form.append('photo', new Blob([bytes as BlobPart], { type: 'image/jpeg' }), name);
  return gateway.form('/uploads', form, headers);
};
const keep = async (gateway: Started, bytes: Uint8Array) => {
  const answer = await send(gateway, bytes);
  assert.equal(answer.status, 201, await answer.clone().text());
  return v.parse(uploadSchema, await answer.json());
};
const blobs = async (gateway: Started): Promise<string[]> =>
  (await readdir(join(gateway.folder, 'blobs', 'reports', 'photos'), { recursive: true }).catch(() => [])).filter((name) =>
    name.includes('.'),
  );

test('a phone’s picture is turned upright, and its position and metadata are gone', async () => {
  await using gateway = await start();
  const original = await phonePicture();
  assert.match(original.toString('latin1'), /PlantedMaker/);
  const upload = await keep(gateway, original);
  assert.match(upload.id, /^[A-Za-z0-9_-]{22}$/);
  assert.deepEqual([upload.width, upload.height], [480, 640]);
  const answer = await gateway.fetch(`/uploads/${upload.id}`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'image/jpeg');
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.match(answer.headers.get('content-disposition') ?? '', /^attachment/);
  assert.match(answer.headers.get('content-security-policy') ?? '', /sandbox/);
  const bytes = Buffer.from(await answer.arrayBuffer());
  assert.doesNotMatch(bytes.toString('latin1'), /Planted|Exif|GPS/);
  const metadata = await sharp(bytes).metadata();
  assert.deepEqual([metadata.exif, metadata.xmp, metadata.icc, metadata.orientation], [undefined, undefined, undefined, undefined]);
  // The red corner was top left before the turn by a quarter, so it is top right after.
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const pixel = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
  ];
  const [red = 0, green = 255] = pixel(info.width - 5, 5);
  assert.ok(red > 200 && green < 60, String(pixel(info.width - 5, 5)));
});

test('every kind of picture that browsers make is taken; large ones are made smaller', async () => {
  await using gateway = await start();
  const base = sharp(await phonePicture(3000, 2000));
  for (const bytes of [
    await base.clone().png().toBuffer(),
    await base.clone().webp().toBuffer(),
    await base.clone().resize(300).gif().toBuffer(),
    await base.clone().resize(300).avif().toBuffer(),
  ]) {
    const upload = await keep(gateway, bytes);
    assert.ok(Math.max(upload.width, upload.height) <= 2560);
    assert.equal(upload.type, 'image/jpeg');
  }
});

test('what is not a photo is refused, each with its own sentence, in both languages', async () => {
  await using gateway = await start();
  const picture = await phonePicture();
  const executable = Buffer.concat([Buffer.from('MZ\u0090\u0000', 'latin1'), Buffer.alloc(500, 1)]);
  const heic = Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\u0000\u0000\u0000\u0000mif1heic', 'latin1'),
    Buffer.alloc(500),
  ]);
  const cases: [string, Uint8Array | string, number, keyof typeof photoMessages][] = [
    ['renamed executable', executable, 422, 'notAnImage'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 422, 'notAnImage'],
    ['HTML', '<!doctype html><script>alert(1)</script>', 422, 'notAnImage'],
    ['PDF', '%PDF-1.7 …', 422, 'notAnImage'],
    ['HEIC', heic, 422, 'heic'],
    ['truncated JPEG', picture.subarray(0, Math.floor(picture.length * 0.6)), 422, 'damaged'],
    ['truncated PNG', (await sharp(picture).png().toBuffer()).subarray(0, 2000), 422, 'damaged'],
    ['JPEG start only', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 422, 'damaged'],
    ['51 megapixels', bomb(10_000, 5_100), 422, 'tooManyPixels'],
    ['bomb', bomb(60_000, 60_000), 422, 'tooManyPixels'],
    ['empty', '', 422, 'empty'],
  ];
  for (const [name, bytes, status, code] of cases) {
    for (const language of ['en', 'cy'] as const) {
      const answer = await send(gateway, bytes, 'photo.jpg', { 'accept-language': language });
      assert.equal(answer.status, status, name);
      const problem = (await answer.json()) as { title: string; errors: unknown };
      assert.equal(problem.title, photoMessages[code][language], name);
      assert.deepEqual(problem.errors, [{ field: 'photo', message: photoMessages[code][language] }]);
    }
  }
  const nothing = await gateway.form('/uploads', new FormData());
  assert.ok([400, 422].includes(nothing.status));
  assert.deepEqual(await blobs(gateway), []);
});

test('over 15 MB is refused while it streams in, and said so', async () => {
  await using gateway = await start();
  const answer = await send(gateway, Buffer.concat([await phonePicture(), Buffer.alloc(15_100_000)]));
  assert.equal(answer.status, 413);
  assert.equal(((await answer.json()) as { title: string }).title, photoMessages.tooLarge.en);
});

test('a picture with something behind it keeps only the picture', async () => {
  await using gateway = await start();
  const polyglot = Buffer.concat([
    await phonePicture(),
    Buffer.from('PK\u0003\u0004 <script>alert("planted")</script> %PDF-1.4', 'latin1'),
  ]);
  const upload = await keep(gateway, polyglot);
  const bytes = Buffer.from(await (await gateway.fetch(`/uploads/${upload.id}`)).arrayBuffer());
  assert.doesNotMatch(bytes.toString('latin1'), /planted|script|%PDF/);
});

test('photos go with their report, once, in order; a page can be reported twice with the same key', async () => {
  await using gateway = await start();
  const photos = [(await keep(gateway, await phonePicture(64, 64))).id, (await keep(gateway, await phonePicture(32, 32))).id];
  const answers = await Promise.all(
    [1, 2].map(() => gateway.post('/reports', { ...flyTippingReport, photos }, { 'idempotency-key': 'k' })),
  );
  const [first, second] = await Promise.all(answers.map(async (answer) => (await answer.json()) as { reference: string }));
  assert.equal(first?.reference, second?.reference);
  const followed = v.parse(followedReportSchema, await gateway.json(`/reports/${first?.reference ?? ''}`));
  assert.deepEqual(
    followed.media_urls.map((url) => url.split('/').at(-1)),
    photos,
  );
  const stolen = await gateway.post('/reports', { ...flyTippingReport, photos });
  assert.equal(stolen.status, 422);
});

test('photos whose report never came are deleted after two days; those of a report stay', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using gateway = await start({ clock });
  const loose = await keep(gateway, await phonePicture(64, 64));
  const kept = await keep(gateway, await phonePicture(64, 64));
  await gateway.post('/reports', { ...flyTippingReport, photos: [kept.id] });
  clock.advance(49 * 3_600_000);
  await until(async () => (await gateway.fetch(`/uploads/${loose.id}`)).status === 404, 'the loose photo is gone');
  assert.equal((await gateway.fetch(`/uploads/${kept.id}`)).status, 200);
  assert.equal((await blobs(gateway)).length, 1);
});

test('nothing but a photo is served', async () => {
  await using gateway = await start();
  for (const id of ['x', '..%2f..%2fgateway.sqlite', 'A'.repeat(22), `${'A'.repeat(22)}.jpg`])
    assert.equal((await gateway.fetch(`/uploads/${id}`)).status, 404);
});

test('an Open311 client sends its photos with the report', async () => {
  await using gateway = await start();
  const form = new FormData();
  for (const [name, value] of [
    ['service_code', 'dog-fouling'],
    ['address_string', 'Mill Lane'],
    ['attribute[place]', 'park'],
    ['attribute[often]', 'once'],
  ] as const)
    form.append(name, value);
  form.append('photo1', new Blob([new Uint8Array(await phonePicture(64, 64))], { type: 'image/jpeg' }), '../../evil.php');
  const [created] = (await (await gateway.form('/open311/v2/requests.json', form)).json()) as { service_request_id: string }[];
  const [report] = (await gateway.json(`/open311/v2/requests/${created?.service_request_id ?? ''}.json`)) as { media_url: string }[];
  assert.equal((await fetch(report?.media_url ?? '')).headers.get('content-type'), 'image/jpeg');
});
