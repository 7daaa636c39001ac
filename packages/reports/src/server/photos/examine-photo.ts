import { readImageHeader, type ImageFormat } from '@council-kit/core';
import { photoPixelLimit, photoSizeLimit } from '../../contract/limits.ts';
import type { photoMessages } from './photo.messages.ts';

export type PhotoFault = Exclude<keyof typeof photoMessages, 'missing' | 'notNow'>;

/**
 * The most pixels by format. Only JPEG is opened at a reduced size, so a phone's 48 megapixels cost 0.7 s of a core; the others are
 * opened whole: at 50 million pixels an AVIF of 1 kB takes 7 s and 930 MB, an interlaced PNG 3 s and 520 MB.
 */
export const pixelLimits: Readonly<Record<Exclude<ImageFormat, 'heic'>, number>> = {
  jpeg: photoPixelLimit,
  png: 25_000_000,
  webp: 25_000_000,
  gif: 25_000_000,
  avif: 12_500_000,
};
/** Longer than any panorama. A picture of 1 × 50,000,000 pixels takes 13 s, because each row costs something. */
export const longestSideTaken = 20_000;
/** Encoders write about ten scans, and cameras put a few small pictures beside the large one. Each scan of a large picture costs 5 ms. */
const mostScans = 100;
/** Where the formats other than JPEG tell their size, colour profiles included. A JPEG tells it behind whatever metadata it has. */
const headerBytes = 1_000_000;

/** What is wrong with so many pixels of a format; undefined where they can be taken. */
export function sizeFault(format: Exclude<ImageFormat, 'heic'>, width: number, height: number): PhotoFault | undefined {
  if (width * height > photoPixelLimit) return 'tooManyPixels';
  if (width * height > pixelLimits[format]) return 'mustBeJpeg';
  return Math.max(width, height) > longestSideTaken ? 'tooComplex' : undefined;
}

/** A photo's format, or what its first bytes say is wrong with it. Decodes nothing. */
export function examinePhoto(bytes: Uint8Array): { readonly format: Exclude<ImageFormat, 'heic'> } | { readonly fault: PhotoFault } {
  if (bytes.byteLength === 0) return { fault: 'empty' };
  if (bytes.byteLength > photoSizeLimit) return { fault: 'tooLarge' };
  const header = readImageHeader(bytes[0] === 0xff ? bytes : bytes.subarray(0, headerBytes));
  if (header === undefined) return { fault: 'notAnImage' };
  const { format, width, height } = header;
  if (format === 'heic') return { fault: 'heic' };
  const fault =
    width === undefined || height === undefined
      ? // WebP and AVIF may tell it where only their decoder looks.
        format === 'webp' || format === 'avif'
        ? undefined
        : 'damaged'
      : sizeFault(format, width, height);
  if (fault) return { fault };
  return format === 'jpeg' && hasMoreScans(bytes, mostScans) ? { fault: 'tooComplex' } : { format };
}

/** Whether a JPEG has more than so many scans: progressive files can repeat them without end (ITU T.81, B.2.3: SOS). */
function hasMoreScans(bytes: Uint8Array, most: number): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const startOfScan = Buffer.from([0xff, 0xda]);
  let scans = 0;
  for (let at = file.indexOf(startOfScan); at !== -1; at = file.indexOf(startOfScan, at + 2)) if (++scans > most) return true;
  return false;
}
