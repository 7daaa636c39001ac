import assert from 'node:assert/strict';
import test from 'node:test';
import sharp from 'sharp';
import { avifBomb, bomb, jpegOfScans, phonePicture } from '../testing/pictures.ts';
import { examinePhoto } from './examine-photo.ts';

const png = (width: number, height: number): unknown => examinePhoto(bomb(width, height));

test('only a JPEG may have up to 50 million pixels, because only a JPEG is opened at a reduced size', () => {
  assert.deepEqual(examinePhoto(avifBomb), { fault: 'mustBeJpeg' });
  assert.deepEqual(png(5_000, 5_000), { format: 'png' });
  assert.deepEqual(png(5_000, 5_001), { fault: 'mustBeJpeg' });
  assert.deepEqual(png(10_000, 5_001), { fault: 'tooManyPixels' });
  assert.deepEqual(examinePhoto(jpegOfScans(8_000, 6_000, 10)), { format: 'jpeg' });
  assert.deepEqual(examinePhoto(jpegOfScans(10_000, 5_001, 10)), { fault: 'tooManyPixels' });
});

test('a side of more than 20,000 pixels is refused, however few there are in all', () => {
  assert.deepEqual(png(1, 20_000), { format: 'png' });
  assert.deepEqual(png(1, 20_001), { fault: 'tooComplex' });
  assert.deepEqual(png(20_001, 1), { fault: 'tooComplex' });
});

test('a JPEG of more scans than any encoder writes is refused', () => {
  assert.deepEqual(examinePhoto(jpegOfScans(800, 600, 100)), { format: 'jpeg' });
  assert.deepEqual(examinePhoto(jpegOfScans(800, 600, 101)), { fault: 'tooComplex' });
});

test('a JPEG is measured behind any amount of metadata', async () => {
  const photo = await sharp(await phonePicture(64, 48))
    .jpeg()
    .toBuffer();
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.alloc(65_533, 97)]);
  const file = Buffer.concat([photo.subarray(0, 2), ...Array<Buffer>(40).fill(segment), photo.subarray(2)]);
  assert.ok(file.length > 2_000_000);
  assert.deepEqual(examinePhoto(file), { format: 'jpeg' });
});
