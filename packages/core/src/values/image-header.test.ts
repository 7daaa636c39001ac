import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageFormat, readImageHeader } from './image-header.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((character) => character.charCodeAt(0)) : part)));
const zeros = (count: number): number[] => Array<number>(count).fill(0);
const jpeg = bytes(
  [0xff, 0xd8],
  [0xff, 0xe1, 0, 9],
  'GPS 51N',
  [0xff, 0xc0, 0, 11, 8, 0x04, 0x00, 0x08, 0x00, 1, 1, 0x11, 0],
  [0xff, 0xda, 0, 4, 1, 1],
  [1, 2, 3, 0xff, 0xd9],
);
const png = (width: number[], height: number[]): Uint8Array =>
  bytes('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', width, height, [8, 6, 0, 0, 0], zeros(4));
const heif = (major: string, ...compatible: string[]): Uint8Array =>
  bytes([0, 0, 0, 16 + 4 * compatible.length], 'ftyp', major, zeros(4), ...compatible, [0, 0, 0, 8], 'meta');

test('a photo’s size is read from its first bytes', () => {
  const sizes = (file: Uint8Array): unknown => {
    const header = readImageHeader(file);
    return header && [header.format, header.width, header.height];
  };
  assert.deepEqual(sizes(jpeg), ['jpeg', 2048, 1024]);
  assert.deepEqual(sizes(png([0, 0, 0xc3, 0x50], [0, 0, 0xc3, 0x50])), ['png', 50000, 50000], 'a decompression bomb');
  assert.deepEqual(sizes(bytes('GIF89a', [10, 0, 20, 0], zeros(4))), ['gif', 10, 20]);
  assert.deepEqual(sizes(bytes('RIFF', zeros(4), 'WEBPVP8X', [10, 0, 0, 0], zeros(4), [0xff, 0x03, 0, 0xff, 0x01, 0])), [
    'webp',
    1024,
    512,
  ]);
  assert.deepEqual(
    sizes(bytes([0, 0, 0, 24], 'ftypheic', zeros(4), 'mif1heic', [0, 0, 0, 20], 'ispe', zeros(4), [0, 0, 0x0f, 0xc0, 0, 0, 0x0b, 0xd0])),
    ['heic', 4032, 3024],
  );
});

test('what is no photo is none, whatever it is called', () => {
  for (const content of [
    'MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff',
    '<svg xmlns="http://www.w3.org/2000/svg">',
    '%PDF-1.7 and so on',
    '',
    'short',
  ]) {
    assert.equal(readImageHeader(bytes(content)), undefined);
  }
});

test('no first bytes, cut anywhere, are more than can be read', () => {
  for (const whole of [
    jpeg,
    png(zeros(4), zeros(4)),
    bytes('GIF89a', zeros(8)),
    bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(20)),
    bytes([0, 0, 0, 24], 'ftypheic', zeros(4), 'mif1', [0, 0, 0, 20], 'ispe', zeros(12)),
  ]) {
    for (let length = 0; length < whole.length; length += 1) readImageHeader(whole.slice(0, length));
  }
});

test('every brand of HEIF is told by its codec, wherever the file names it', () => {
  for (const brand of ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']) {
    assert.equal(imageFormat(heif(brand)), 'heic', brand);
    assert.equal(imageFormat(heif('abcd', 'miaf', brand)), 'heic', brand);
  }
  for (const brand of ['avif', 'avis']) {
    assert.equal(imageFormat(heif(brand, 'mif1', 'miaf')), 'avif', brand);
    assert.equal(imageFormat(heif('mif1', 'miaf', brand)), 'avif', brand);
  }
  assert.equal(imageFormat(heif('isom', 'mp42')), undefined, 'a film');
  assert.equal(imageFormat(heif('xavi', 'fish')), undefined, 'letters of two brands are no brand');
  assert.equal(imageFormat(bytes([0, 0, 0, 16], 'ftypisom', zeros(4), 'avif')), undefined, 'what follows the box is no brand');
  assert.equal(imageFormat(bytes([0, 0, 0, 0], 'ftypmif1', zeros(4), 'avif')), 'avif', 'a box that goes to the end of the file');
});

test('the format is known from the first bytes, though the size is not', () => {
  assert.deepEqual(readImageHeader(bytes([0xff, 0xd8, 0xff, 0xe0])), { format: 'jpeg', width: undefined, height: undefined });
  assert.deepEqual(readImageHeader(bytes('GIF89a')), { format: 'gif', width: undefined, height: undefined });
});
