/** Photos over HTTP: what is kept is a picture and nothing else. */
import assert from 'node:assert/strict';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import sharp from 'sharp';
import * as v from 'valibot';
import { followedReportSchema, uploadSchema } from '../../contract/report.ts';
import { flyTippingReport } from '../testing/back-office.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { start, type Started } from '../testing/gateway.ts';
import { avifBomb, bomb, jpegOfScans, phonePicture } from '../testing/pictures.ts';
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
    ['AVIF of 49 megapixels', avifBomb, 422, 'mustBeJpeg'],
    ['JPEG of 1,000 scans', jpegOfScans(7_000, 7_000, 1_000), 422, 'tooComplex'],
    ['PNG of one column', bomb(1, 30_000), 422, 'tooComplex'],
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

test('photos whose report never came are deleted after a day; those of a report stay', async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using gateway = await start({ clock });
  const loose = await keep(gateway, await phonePicture(64, 64));
  const kept = await keep(gateway, await phonePicture(64, 64));
  await gateway.post('/reports', { ...flyTippingReport, photos: [kept.id] });
  clock.advance(25 * 3_600_000);
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

test('a JPEG of 48 megapixels is taken', async () => {
  await using gateway = await start();
  const photo = await sharp({ create: { width: 8_000, height: 6_000, channels: 3, background: '#486' } })
    .jpeg()
    .toBuffer();
  const upload = await keep(gateway, photo);
  assert.deepEqual([upload.width, upload.height], [2560, 1920]);
});

test('the same photo with the same key is stored once, and another photo with that key is refused', async () => {
  await using gateway = await start();
  const photo = await phonePicture(64, 64);
  const key = { 'idempotency-key': 'once' };
  const [first, second] = await Promise.all([send(gateway, photo, 'a.jpg', key), send(gateway, photo, 'a.jpg', key)]);
  const third = await send(gateway, photo, 'a.jpg', key);
  const ids = await Promise.all([first, second, third].map(async (answer) => v.parse(uploadSchema, await answer.json()).id));
  assert.equal(new Set(ids).size, 1);
  assert.equal((await send(gateway, await phonePicture(32, 32), 'b.jpg', key)).status, 409);
  assert.equal((await blobs(gateway)).length, 1);
});

const refusal = async (answer: Response) => {
  const { code, errors } = (await answer.json()) as { code: string; errors?: unknown };
  return { status: answer.status, code, errors, again: answer.headers.has('retry-after') };
};
const notNow = (status: number) => ({
  status,
  code: 'photo_not_now',
  errors: [{ field: 'photo', message: photoMessages.notNow.en }],
  again: true,
});

test('a client may have so many photos waiting for their report; with the report there is room again', async () => {
  await using gateway = await start({ reports: { photos: { unusedPerClient: 2 } } });
  const photo = await phonePicture(64, 64);
  const first = await keep(gateway, photo);
  await keep(gateway, photo);
  assert.deepEqual(await refusal(await send(gateway, photo)), notNow(429));
  assert.equal((await blobs(gateway)).length, 2, 'and nothing of the third was written');
  assert.equal((await gateway.post('/reports', { ...flyTippingReport, photos: [first.id] })).status, 201);
  await keep(gateway, photo);
  assert.equal((await send(gateway, photo)).status, 429);
});

test('photos that come at the same time are counted one after the other', async () => {
  await using gateway = await start({ reports: { photos: { unusedPerClient: 3, openedAtOnce: 2 } } });
  const photo = await phonePicture(64, 64);
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(gateway, photo)));
  assert.equal(answers.filter(({ status }) => status === 201).length, 3);
  assert.equal((await blobs(gateway)).length, 3);
});

test('bytes are counted too: of one client in a day, and waiting in all', async () => {
  const noise = await sharp({
    create: { width: 1_000, height: 1_000, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .jpeg()
    .toBuffer();
  const clock = new ManualClock(new Date().toISOString());
  await using daily = await start({ clock, reports: { photos: { dailyMegabytesPerClient: 1, unusedMegabytesPerClient: 1 } } });
  const kept = await keep(daily, noise);
  assert.ok(kept.size > 300_000 && kept.size < 1_000_000, String(kept.size));
  assert.equal((await daily.post('/reports', { ...flyTippingReport, photos: [kept.id] })).status, 201);
  const another = await keep(daily, noise).catch(() => undefined);
  if (another) await daily.post('/reports', { ...flyTippingReport, photos: [another.id] });
  let status = 201;
  for (let at = 0; at < 3 && status === 201; at += 1) ({ status } = await send(daily, noise));
  assert.equal(status, 429, 'though they went with reports');
  clock.advance(25 * 3_600_000);
  await until(async () => (await send(daily, noise)).status === 201, 'the next day there is room again');
  await using all = await start({
    gateway: { trustedProxies: 1 },
    reports: { photos: { unusedMegabytesInAll: 1, unusedMegabytesPerClient: 1 } },
  });
  let last = 201;
  // Each from another client: none of them has reached its own limit.
  for (let at = 0; at < 4 && last === 201; at += 1)
    ({ status: last } = await send(all, noise, 'a.jpg', { 'x-forwarded-for': `192.0.2.${at}` }));
  assert.equal(last, 429);
});

test('with too little room on the disk no photo is taken, and a report is', async () => {
  await using gateway = await start({ reports: { photos: { leastFreeMegabytes: 10_000_000 } } });
  assert.deepEqual(await refusal(await send(gateway, await phonePicture(64, 64))), notNow(503));
  assert.deepEqual(await blobs(gateway), []);
  assert.equal((await gateway.post('/reports', flyTippingReport)).status, 201);
});

test('a photo that cannot be written leaves nothing, and is said as what it is', async () => {
  await using gateway = await start({ reports: { photos: { unusedPerClient: 1 } } });
  const photo = await phonePicture(64, 64);
  // A file where the folder of photos is to be: nothing can be written there, whoever tries.
  const folder = join(gateway.folder, 'blobs', 'reports');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'photos'), '');
  assert.deepEqual(await refusal(await send(gateway, photo)), notNow(503));
  await rm(join(folder, 'photos'));
  await keep(gateway, photo);
});

test('an Open311 report that is refused, or brings too many photos, costs no opening of them', async () => {
  await using gateway = await start();
  const report = async (fields: Readonly<Record<string, string>>, photos: readonly Uint8Array[]): Promise<readonly string[]> => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ address_string: 'Mill Lane', 'attribute[place]': 'park', ...fields }))
      form.append(name, value);
    for (const photo of photos) form.append('media', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), 'a.jpg');
    const answer = await gateway.form('/open311/v2/requests.json', form);
    return ((await answer.json()) as { description: string }[]).map(({ description }) => description);
  };
  const damaged = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  assert.deepEqual(
    (await report({ service_code: 'dog-fouling' }, [damaged])).filter((sentence) => sentence.startsWith('media')),
    [],
    'the question that was not answered comes first',
  );
  const six = Array<Uint8Array>(6).fill(damaged);
  assert.deepEqual(await report({ service_code: 'dog-fouling', 'attribute[often]': 'once' }, six), ['media: You can add up to 5 photos']);
  assert.deepEqual(await blobs(gateway), []);
});
