import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readImageHeader } from '@council-kit/core';
import { accepts, problemWith } from './file-checks.ts';
import { jpegWithoutMetadata, pngWithoutMetadata } from './without-metadata.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part)));
const zeros = (count: number): number[] => Array<number>(count).fill(0);

const exif = (orientation: number): number[] => [
  ...bytes(
    [0xff, 0xe1, 0, 34],
    'Exif\0\0',
    'II',
    [0x2a, 0, 8, 0, 0, 0],
    [1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    zeros(4),
  ),
];
const jpeg = (orientation: number, tail: number[] = [0xff, 0xd9]): Uint8Array =>
  bytes(
    [0xff, 0xd8],
    exif(orientation),
    [0xff, 0xe1, 0, 9],
    'GPS 51N',
    [0xff, 0xfe, 0, 5],
    'Ann',
    [0xff, 0xc0, 0, 11, 8, 0x04, 0x00, 0x08, 0x00, 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 4, 1, 1],
    [1, 2, 3],
    tail,
  );
const png = (...chunks: [string, number[]][]): Uint8Array =>
  bytes('\x89PNG\r\n\x1a\n', ...chunks.flatMap(([type, data]) => [[0, 0, 0, data.length], type, data, zeros(4)] as (string | number[])[]));

test('a JPEG loses everything that is not the picture', () => {
  const stripped = jpegWithoutMetadata(jpeg(1, [0xff, 0xd9, ...bytes('hidden after the end')]));
  assert.ok(stripped);
  const text = String.fromCharCode(...stripped);
  for (const secret of ['Exif', 'GPS', 'Ann', 'hidden']) assert.ok(!text.includes(secret), secret);
  assert.deepEqual(readImageHeader(stripped), { format: 'jpeg', width: 2048, height: 1024 });
});

test('a JPEG that its metadata turns, or that is not whole, has to be drawn anew', () => {
  assert.equal(jpegWithoutMetadata(jpeg(6)), undefined);
  assert.equal(jpegWithoutMetadata(jpeg(1, [])), undefined);
});

test('a PNG loses its texts', () => {
  const stripped = pngWithoutMetadata(
    png(['IHDR', zeros(13)], ['tEXt', [...bytes('Ann')]], ['eXIf', [1]], ['IDAT', [1]], ['IEND', []], ['zzzz', [1]]),
  );
  assert.deepEqual(stripped && [...stripped], [...png(['IHDR', zeros(13)], ['IDAT', [1]], ['IEND', []])]);
  assert.equal(pngWithoutMetadata(png(['IHDR', zeros(13)])), undefined);
});

test('files are accepted by type or by name', () => {
  assert.ok(accepts('', { name: 'x', type: '' }));
  assert.ok(accepts('image/*', { name: 'x', type: 'image/png' }));
  assert.ok(accepts('image/jpeg, .HEIC', { name: 'IMG_1.heic', type: '' }));
  assert.ok(accepts('image/*', { name: 'IMG_1.HEIC', type: '' }), 'Windows has no type for HEIC');
  assert.ok(!accepts('image/*', { name: 'run.exe', type: 'application/x-msdownload' }));
  assert.ok(!accepts('.pdf', { name: 'pdf', type: 'text/plain' }));
});

test('what is wrong is said in the design system’s words', () => {
  const limits = { accept: '.pdf,image/jpeg', maxSize: 15_000_000, maxFiles: 1 };
  assert.equal(problemWith({ name: 'a.csv', type: 'text/csv', size: 1 }, limits, 'en'), 'The selected file must be a PDF or JPG');
  assert.equal(problemWith({ name: 'a.csv', type: 'text/csv', size: 1 }, limits, 'cy'), 'Rhaid i’r ffeil a ddewiswyd fod yn PDF neu JPG');
  assert.equal(
    problemWith({ name: 'a.pdf', type: '', size: 15_000_001 }, limits, 'en'),
    'The selected file must be smaller than 15\u00a0MB',
  );
  assert.equal(problemWith({ name: 'a.pdf', type: '', size: 1 }, limits, 'en'), undefined);
});
