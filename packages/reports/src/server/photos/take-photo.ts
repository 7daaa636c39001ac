/**
 * A photo as it arrives, made safe: recognised by its content, measured before it is decoded, decoded, turned upright and
 * written anew. Nothing of the file survives but its picture: no metadata, no position, nothing hidden behind the image data.
 */
import { imageFormat, type Text } from '@council-kit/core';
import sharp from 'sharp';
import { photoPixelLimit, photoSizeLimit } from '../../contract/report.ts';
import { photoMessages } from './photo.messages.ts';

/** A photo that may be kept. */
export interface TakenPhoto {
  readonly bytes: Uint8Array;
  readonly type: 'image/jpeg';
  readonly width: number;
  readonly height: number;
}

export type PhotoOutcome =
  | { readonly kind: 'taken'; readonly photo: TakenPhoto }
  | { readonly kind: 'refused'; readonly code: keyof typeof photoMessages; readonly message: Text };

/** The longest side that is kept: more than any screen shows, enough to read a number plate across a road. */
const longestSide = 2560;
/** A phone's picture takes well under a second. */
const timeoutSeconds = 20;

const refused = (code: keyof typeof photoMessages): PhotoOutcome => ({ kind: 'refused', code, message: photoMessages[code] });

/** Takes a photo in, or says why not. Never rejects for what is in the bytes. */
export async function takePhoto(bytes: Uint8Array): Promise<PhotoOutcome> {
  if (bytes.byteLength === 0) return refused('empty');
  if (bytes.byteLength > photoSizeLimit) return refused('tooLarge');
  const format = imageFormat(bytes);
  if (format === 'heic') return refused('heic');
  if (format === undefined) return refused('notAnImage');
  return oneOfTwo(async () => {
    try {
      const size = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (size.width * size.height > photoPixelLimit) return refused('tooManyPixels');
      // One frame of an animation. `error` is stricter than libvips' default: a file that ends early is not taken for whole.
      const { data, info } = await sharp(bytes, { limitInputPixels: photoPixelLimit, failOn: 'error', pages: 1, sequentialRead: true })
        .timeout({ seconds: timeoutSeconds })
        .autoOrient()
        .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: 82 })
        .toBuffer({ resolveWithObject: true });
      return { kind: 'taken', photo: { bytes: data, type: 'image/jpeg', width: info.width, height: info.height } };
    } catch {
      return refused('damaged');
    }
  });
}

/** Decoding is the heaviest thing the gateway does: two at once, the others in turn. */
let decoding = 0;
const waiting: (() => void)[] = [];
async function oneOfTwo<Result>(work: () => Promise<Result>): Promise<Result> {
  if (decoding >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  else decoding++;
  try {
    return await work();
  } finally {
    // The place goes to the next in the queue, or is free.
    const next = waiting.shift();
    if (next) next();
    else decoding--;
  }
}
