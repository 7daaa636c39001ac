/** The formats that phones, cameras and browsers make. `heic` is any HEIF file whose pictures are HEVC. */
export type ImageFormat = 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'avif';

/** What the first bytes of a photo tell, without decoding it. */
export interface ImageHeader {
  readonly format: ImageFormat;
  /** Pixels, as stored: before any turning that the metadata asks for. Undefined where the format keeps it deeper in the file. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

function text(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

/** The frame header of a JPEG: the first SOF marker (ITU T.81, B.2.2). Thumbnails are inside other segments, which are skipped. */
function jpegSize(view: DataView): { width?: number; height?: number } {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return {};
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return {};
}

/** The three ways that WebP stores its size: https://developers.google.com/speed/webp/docs/riff_container */
function webpSize(bytes: Uint8Array, view: DataView): { width?: number; height?: number } {
  if (view.byteLength < 30) return {};
  switch (text(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
    default:
      return {};
  }
}

/** The largest `ispe` box of a HEIF file: the image itself, of which the others are tiles and thumbnails (ISO/IEC 23008-12). */
function heifSize(bytes: Uint8Array, view: DataView): { width?: number; height?: number } {
  let largest: { width?: number; height?: number } = {};
  for (let at = 4; at + 16 <= view.byteLength; at += 1) {
    if (bytes[at] !== 0x69 || text(bytes, at, 4) !== 'ispe') continue;
    const width = view.getUint32(at + 8);
    const height = view.getUint32(at + 12);
    if (width * height > (largest.width ?? 0) * (largest.height ?? 0)) largest = { width, height };
  }
  return largest;
}

/**
 * The brands of HEIF files, by codec: https://mp4ra.org/registered-types/brands, ISO/IEC 23008-12 (HEVC),
 * https://aomediacodec.github.io/av1-avif/#brands. `mif1` and `msf1` say nothing of the codec: AVIF files name `avif` or `avis`
 * beside them, and the files of phones that name neither are HEVC.
 */
const avif = /^avi[fs]$/;
const hevc = /^(?:he(?:ic|ix|im|is|vc|vx|vm|vs)|m[is]f1)$/;
/** Files name fewer than ten. */
const mostBrands = 32;

/** The codec of a HEIF file, from its first box: the major brand, then, after a version number, those it is compatible with. */
function heifFormat(bytes: Uint8Array, view: DataView): 'heic' | 'avif' | undefined {
  // 0 stands for "to the end of the file", 1 for "the size follows" (ISO/IEC 14496-12, 4.2).
  const size = view.byteLength < 12 ? 0 : view.getUint32(0);
  const end = Math.min(size < 16 ? Infinity : size, 16 + 4 * mostBrands, bytes.length);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += at === 8 ? 8 : 4) brands.push(text(bytes, at, 4));
  if (brands.some((brand) => avif.test(brand))) return 'avif';
  return brands.some((brand) => hevc.test(brand)) ? 'heic' : undefined;
}

/**
 * The format of an image, from its first bytes and never from its name or declared type. Undefined for everything else: SVG and PDF
 * are programs as much as pictures.
 *
 * @param bytes the start of the file: 144 bytes are enough
 */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return 'gif';
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return 'webp';
  if (text(bytes, 4, 4) === 'ftyp') return heifFormat(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return undefined;
}

function sizeOf(format: ImageFormat, bytes: Uint8Array): { width?: number; height?: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (format) {
    case 'jpeg':
      return jpegSize(view);
    case 'png':
      return bytes.length < 24 ? {} : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'gif':
      return bytes.length < 10 ? {} : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'webp':
      return webpSize(bytes, view);
    case 'heic':
    case 'avif':
      return heifSize(bytes, view);
  }
}

/**
 * Reads what a photo is and how large, without decoding it. Undefined where it is no photo that browsers know ({@link imageFormat}).
 *
 * @param bytes the start of the file: the size stands within the first megabyte, behind Exif thumbnails and colour profiles
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const format = imageFormat(bytes);
  if (format === undefined) return undefined;
  const { width, height } = sizeOf(format, bytes);
  return { format, width, height };
}
