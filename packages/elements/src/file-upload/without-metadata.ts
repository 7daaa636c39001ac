/** Joins parts of a file. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const exif = 'Exif\0\0';

/** The orientation that an Exif segment asks for, 1 (as stored) to 8. */
function orientationIn(segment: DataView): number {
  const tiff = 4 + exif.length;
  if (segment.byteLength < tiff + 8) return 1;
  const little = segment.getUint16(tiff) === 0x4949;
  const directory = tiff + segment.getUint32(tiff + 4, little);
  if (directory + 2 > segment.byteLength) return 1;
  const count = segment.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (entry + 10 > segment.byteLength) return 1;
    if (segment.getUint16(entry, little) === 0x0112) return segment.getUint16(entry + 8, little);
  }
  return 1;
}

/**
 * The same JPEG without anything that is not the picture: no Exif (place, time, camera), no XMP, no comments, nothing after
 * its end. Colour profiles stay. Undefined where its metadata says to turn it, or where it is not whole: then it has to be drawn anew.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = view.getUint8(at + 1);
    const length = 2 + view.getUint16(at + 2);
    const segment = bytes.subarray(at, at + length);
    const name = String.fromCharCode(...segment.subarray(4, 4 + 12));
    if (
      marker === 0xe1 &&
      name.startsWith(exif) &&
      orientationIn(new DataView(bytes.buffer, bytes.byteOffset + at, segment.length)) !== 1
    ) {
      return undefined;
    }
    const isProfile = marker === 0xe2 && name === 'ICC_PROFILE\0';
    const isMetadata = ((marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe) && !isProfile;
    if (!isMetadata) kept.push(segment);
    at += length;
    // Start of scan: the picture itself, to its end marker.
    if (marker === 0xda) break;
  }
  for (let end = at; end + 1 < bytes.length; end += 1) {
    if (bytes[end] === 0xff && bytes[end + 1] === 0xd9) return joined([...kept, bytes.subarray(at, end + 2)]);
  }
  return undefined;
}

/** Chunks that are the picture: https://www.w3.org/TR/png-3/#5Chunk-naming-conventions. The rest can say who, when and where. */
const pictureChunks = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** The same PNG without texts, times and Exif, and nothing after its end. Undefined where it is not whole. */
export function pngWithoutMetadata(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + length > bytes.length) return undefined;
    if (pictureChunks.has(type)) kept.push(bytes.subarray(at, at + length));
    if (type === 'IEND') return joined(kept);
    at += length;
  }
  return undefined;
}
