/** What nobody should send, sent through the pages: a clear sentence at the right place, the right status, and nothing given is lost. */
import assert from 'node:assert/strict';
import test from 'node:test';
import sharp from 'sharp';
import { Browser } from '../testing/browser.ts';
import { start, type Started } from '../testing/gateway.ts';
import { ashton } from '../testing/map.ts';
import { bomb, phonePicture } from '../testing/pictures.ts';

const place = [['where-words', 'behind the old oak']] as const;
const answers = [
  ['fly-tipping-waste', 'furniture'],
  ['fly-tipping-amount', 'small-van'],
  ['fly-tipping-blocking', 'no'],
  ['fly-tipping-hazardous', 'no'],
  ['fly-tipping-witnessed', 'no'],
  ['fly-tipping-private-land', 'no'],
] as const;

async function toDetails(gateway: Started): Promise<Browser> {
  const browser = await new Browser(gateway).open('/report');
  await browser.send([['service', 'fly-tipping']]);
  return browser.send(place);
}

async function toPhotos(gateway: Started): Promise<Browser> {
  const browser = await toDetails(gateway);
  await browser.send([...answers, ['description', 'Sofas']]);
  assert.equal(browser.heading, 'Add photos if you have any');
  return browser;
}

const plain = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

test('a kind of report that there is not is not one of the choices', async () => {
  await using gateway = await start();
  const browser = await new Browser(gateway).open('/report');
  for (const service of ['no-such-service', '__proto__', 'constructor', '<script>', 'fly-tipping\u0000', '']) {
    await browser.send([['service', service]]);
    assert.deepEqual([browser.status, browser.errors], [422, ['Select what you want to report']]);
  }
  await browser.send([
    ['service', 'pothole'],
    ['service', 'fly-tipping'],
  ]);
  assert.equal(browser.heading, 'Where is it?');
});

test('characters that cannot be seen are no place, and are not kept in one', async () => {
  await using gateway = await start();
  const browser = await new Browser(gateway).open('/report');
  await browser.send([['service', 'fly-tipping']]);
  await browser.send([['where-words', ' \u200b\u00ad ']]);
  assert.deepEqual([browser.status, browser.errors], [422, ['Tell us where it is: in words, with your position, or on the map']]);
  await browser.send([['where-words', '\u200b “Behind” the  old\u00a0mill\u200b \u00ad']]);
  assert.equal(browser.heading, 'Fly-tipping');
  await browser.send([...answers, ['description', 'Sofas']]);
  await browser.send([]);
  await browser.send([]);
  assert.equal(browser.heading, 'Check your report before you send it');
  assert.match(browser.html, /<dd[^>]*>\s*(<!--.*?-->)*“Behind” the old mill(<!--.*?-->)*\s*</);
});

test('a place in a neighbour’s area: where to turn, at the question, with a link; what was written stays', async () => {
  await using gateway = await start();
  const browser = await new Browser(gateway).open('/report');
  await browser.send([['service', 'fly-tipping']]);
  await browser.send([...place, ['where-lat', String(ashton.lat)], ['where-long', String(ashton.long)]]);
  assert.equal(browser.status, 422);
  assert.equal(browser.heading, 'Where is it?');
  assert.match(browser.errors[0] ?? '', /^This is in the area of Ashton/);
  assert.match(browser.html, /<a class="council-link" href="https:\/\/ashton[^"]*"/);
  assert.match(browser.html, /value="behind the old oak"/);
  // Numbers that are no position are none.
  for (const [lat, long] of [
    ['NaN', '0'],
    ['1e400', '0'],
    ['91', '0'],
    ['52', '__proto__'],
  ] as const) {
    await browser.send([...place, ['where-lat', lat], ['where-long', long]]);
    assert.equal(browser.heading, 'Fly-tipping', `${lat}, ${long}`);
    await browser.open(browser.url.replace('details', 'where'));
  }
});

test('a description of 200,000 characters: too long, said at the question, and all of it still there', async () => {
  await using gateway = await start();
  const browser = await toDetails(gateway);
  const long = 'Sofa & <b>fridge</b> 字 '.repeat(9_000);
  await browser.send([...answers, ['description', long]]);
  assert.equal(browser.status, 422);
  assert.equal(browser.errors.length, 1);
  assert.match(browser.errors[0] ?? '', /4,?000 characters/);
  assert.match(browser.html, /id="description-error"/);
  const [, shown = ''] = /<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(browser.html) ?? [];
  assert.equal(plain(shown.replace(/<!--[\s\S]*?-->/g, '')).trim(), long.trim());
  await browser.send([...answers, ['description', 'Sofas']]);
  assert.equal(browser.heading, 'Add photos if you have any');
});

test('markup, NUL, text that turns round, emoji and __proto__ are words like others', async () => {
  await using gateway = await start();
  const hostile = '<script>alert(1)</script> \u202egnitset\u202c 👩‍👩‍👧‍👦 {"__proto__":{"polluted":1}} \u0000\u0007 end ${7*7} {{7*7}}';
  const browser = await toDetails(gateway);
  await browser.send([...answers, ['description', hostile], ['__proto__', 'x'], ['constructor', 'y'], ['__proto__[polluted]', '1']]);
  assert.equal(browser.heading, 'Add photos if you have any');
  await browser.send([]);
  await browser.send([
    ['name', '"><img src=x onerror=alert(1)>'],
    ['email', ''],
    ['phone', ''],
  ]);
  assert.equal(browser.heading, 'Check your report before you send it');
  assert.doesNotMatch(browser.html, /<script>|<img src=x/);
  assert.ok(!browser.html.includes('\u0000') && !browser.html.includes('\u0007'));
  assert.match(browser.html, /&lt;script&gt;/);
  await browser.send([]);
  assert.equal(browser.heading, 'Report sent');
  const reference = /panel-reference"[^>]*>(?:<!--[^>]*-->)*([0-9A-Z-]+)/.exec(browser.html)?.[1] ?? '';
  const { description } = (await gateway.json(`/reports/${reference}`)) as { description: string };
  // What turns the text after it round is taken out or closed: the rest of the page reads as it is.
  assert.ok(!description.includes('\u0000') && !description.includes('\u0007'));
  assert.ok(!description.includes('\u202e') || description.includes('\u202c'));
  assert.ok(description.includes('👩‍👩‍👧‍👦') && description.includes('{"__proto__":{"polluted":1}}') && description.includes('${7*7} {{7*7}}'));
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  await browser.open(`/reports/${reference}`);
  assert.doesNotMatch(browser.html, /<script>/);
});

test('files that are no photos, each with its own sentence; the good one stays', async () => {
  await using gateway = await start();
  const browser = await toPhotos(gateway);
  const upload = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
    await browser.send([['photos', new Blob([bytes], { type: 'image/jpeg' })]], ['_action', 'upload:photos']);
    assert.equal(browser.heading, 'Add photos if you have any');
    return browser.errors.join('\n');
  };
  const bytes = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);
  assert.equal(await upload(bytes(await phonePicture(64, 64))), '');
  const noise = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251)), {
    raw: { width: 300, height: 300, channels: 3 },
  })
    .jpeg()
    .toBuffer();
  const sentences: readonly (readonly [Uint8Array<ArrayBuffer>, RegExp])[] = [
    [
      bytes(Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(2_000, 7)])),
      /The selected file must be a photo: a JPG, PNG or WebP/,
    ],
    [
      bytes(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
      /The selected file must be a photo: a JPG, PNG or WebP/,
    ],
    [bytes(noise.subarray(0, noise.length / 2)), /The selected photo could not be opened – it may be damaged, choose another/],
    [bytes(bomb(20_000, 20_000)), /fewer than 50 million pixels/],
    [bytes(Buffer.concat([noise, Buffer.alloc(15_100_000)])), /must be smaller than 15\u00a0MB/],
  ];
  for (const [file, sentence] of sentences) {
    assert.match(await upload(file), sentence);
    assert.equal(browser.status, 422);
    assert.match(browser.html, /id="photos-error"/);
    assert.equal([...browser.html.matchAll(/ name="photos-id"/g)].length, 1, 'the photo taken before is still there');
  }
  await browser.send([['photos', new Blob([new Uint8Array(80_000_000)], { type: 'image/jpeg' })]], ['_action', 'upload:photos']);
  assert.deepEqual([browser.status, browser.errors], [413, ['These files are too large together. Upload them one at a time']]);
  assert.equal([...browser.html.matchAll(/ name="photos-id"/g)].length, 1);
  await browser.send([]);
  assert.equal(browser.heading, 'How can we contact you if we need to?');
});

test('where there is no room for photos it is said once, at the field, and the report goes without them', async () => {
  await using gateway = await start({ reports: { photos: { leastFreeMegabytes: 10_000_000 } } });
  const browser = await toPhotos(gateway);
  const photo = (): Blob => new Blob([picture], { type: 'image/jpeg' });
  const picture = new Uint8Array(await phonePicture(64, 64));
  await browser.send([
    ['photos', photo()],
    ['photos', photo()],
  ]);
  assert.deepEqual([browser.status, browser.errors], [422, ['You cannot add photos at the moment. Send your report without them']]);
  assert.match(browser.html, /id="photos-error"/);
  await browser.send([]);
  assert.equal(browser.heading, 'How can we contact you if we need to?');
});

test('photos that there is no room for in the memory are refused at the field, and those before are still there', async () => {
  await using gateway = await start({ gateway: { bodyMemory: 1_000_000, bodyMemoryPerClient: 1_000_000 } });
  const browser = await toPhotos(gateway);
  await browser.send(
    [['photos', new Blob([new Uint8Array(await phonePicture(64, 64))], { type: 'image/jpeg' })]],
    ['_action', 'upload:photos'],
  );
  await browser.send([['photos', new Blob([new Uint8Array(1_200_000)], { type: 'image/jpeg' })]], ['_action', 'upload:photos']);
  assert.equal(browser.status, 429);
  assert.deepEqual(browser.errors, [
    'Your files could not be uploaded because the service is busy. Try again in a minute, or continue without them',
  ]);
  assert.equal([...browser.html.matchAll(/ name="photos-id"/g)].length, 1, 'the photo taken before is still there');
  await browser.send([]);
  assert.equal(browser.heading, 'How can we contact you if we need to?');
});
