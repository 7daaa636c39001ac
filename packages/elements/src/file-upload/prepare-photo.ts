import { readImageHeader, type ImageHeader } from '@council-kit/core';
import { preparePhotoMessages } from './prepare-photo.messages.ts';
import { jpegWithoutMetadata, pngWithoutMetadata } from './without-metadata.ts';

/** How photos are made smaller. */
export interface PreparePhotoOptions {
  /** The language of what is said of a photo that cannot be sent. English by default. */
  readonly language?: string;
  /** The longest edge that is sent, in pixels. 2048 by default: number plates can be read, a slow line can carry it. */
  readonly maxEdge?: number;
  /** Photos with more pixels are not opened: they would take an old phone's memory. 50 million by default. */
  readonly maxPixels?: number;
}

/** Bytes within which every format tells its size, Exif thumbnails and colour profiles included. */
const headerBytes = 1024 * 1024;
/** A photo that fits is sent as it was taken, but for its metadata, up to this many bytes: drawing it anew would cost detail for little. */
const smallEnough = 1024 * 1024;
/** JPEG qualities, tried until the photo is no bigger than it was. */
const qualities = [0.85, 0.7, 0.5, 0.3];

/**
 * Makes a photo fit to be sent: no larger than needed, turned the way it was taken, without place, time and camera. What
 * is not a photo, by its content, comes back as a sentence, as does one that the browser cannot open. Give it to a file
 * upload as its `prepare`.
 */
export async function preparePhoto(file: File, options: PreparePhotoOptions = {}): Promise<File | { readonly message: string }> {
  const { language = 'en', maxEdge = 2048, maxPixels = 50_000_000 } = options;
  const header = readImageHeader(new Uint8Array(await file.slice(0, headerBytes).arrayBuffer()));
  if (!header) return { message: preparePhotoMessages.say('notAPhoto', language) };
  if ((header.width ?? 0) * (header.height ?? 0) > maxPixels) {
    return { message: preparePhotoMessages.say('pixels', language, { megapixels: Math.round(maxPixels / 1_000_000) }) };
  }
  const bitmap = await open(file);
  if (!bitmap) return { message: preparePhotoMessages.say(header.format === 'heic' ? 'heic' : 'damaged', language) };
  try {
    const fits = Math.max(bitmap.width, bitmap.height) <= maxEdge;
    const stripped = fits ? await withoutMetadata(file, header) : undefined;
    const ending = header.format === 'png' ? 'png' : 'jpg';
    if (stripped && stripped.size <= smallEnough) return named(stripped, file, ending);
    const blob = await smallest(bitmap, maxEdge, stripped ?? file);
    if (stripped && (!blob || blob.size >= stripped.size)) return named(stripped, file, ending);
    if (!blob) return { message: preparePhotoMessages.say('damaged', language) };
    return named(blob, file, 'jpg');
  } finally {
    bitmap.close();
  }
}

async function open(file: File): Promise<ImageBitmap | undefined> {
  for (const options of [{ imageOrientation: 'from-image' } as const, undefined]) {
    try {
      return await createImageBitmap(file, options);
    } catch (error) {
      // A browser that does not know the option throws too, and turns the photo without being asked.
      if (!(error instanceof TypeError)) return undefined;
    }
  }
  return undefined;
}

async function withoutMetadata(file: File, { format }: ImageHeader): Promise<Blob | undefined> {
  if (format !== 'jpeg' && format !== 'png') return undefined;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const stripped = format === 'jpeg' ? jpegWithoutMetadata(bytes) : pngWithoutMetadata(bytes);
  return stripped && new Blob([stripped], { type: `image/${format}` });
}

/** Draws a photo at the size it is sent in, at the best quality that does not make it bigger than it was. */
async function smallest(bitmap: ImageBitmap, maxEdge: number, original: Blob): Promise<Blob | undefined> {
  const scale = Math.min(1, maxEdge / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return undefined;
  // What is see-through would turn black.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  let blob: Blob | undefined;
  for (const quality of qualities) {
    blob = await new Promise<Blob | undefined>((done) => canvas.toBlob((made) => done(made ?? undefined), 'image/jpeg', quality));
    if (!blob || blob.size <= original.size) break;
  }
  // Safari keeps a canvas's memory until it is emptied: https://bugs.webkit.org/show_bug.cgi?id=195325
  canvas.width = canvas.height = 0;
  return blob;
}

/** A photo under the name it had, with the ending of what it is now. */
function named(blob: Blob, file: File, ending: string): File {
  return new File([blob], `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.${ending}`, { type: blob.type });
}
