/** What the first bytes of a photo tell, without decoding it. */
export interface ImageHeader {
  readonly format: 'jpeg' | 'png' | 'webp' | 'gif' | 'heic' | 'avif';
  /** Pixels, as stored: before any turning that the metadata asks for. Undefined where the format hides it deeper. */
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

/** Reads what a file is from its content, whatever it is called. Undefined where it is no photo that browsers know. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = (format: ImageHeader['format'], size: { width?: number; height?: number }): ImageHeader => ({
    format,
    width: size.width,
    height: size.height,
  });
  if (bytes.length < 12) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return found('jpeg', jpegSize(view));
  if (text(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') {
    return found('png', bytes.length >= 24 ? { width: view.getUint32(16), height: view.getUint32(20) } : {});
  }
  if (/^GIF8[79]a$/.test(text(bytes, 0, 6))) return found('gif', { width: view.getUint16(6, true), height: view.getUint16(8, true) });
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return found('webp', webpSize(bytes, view));
  if (text(bytes, 4, 4) !== 'ftyp') return undefined;
  // The brands follow, four letters each, to the end of the box.
  const brands = text(bytes, 8, Math.min(view.getUint32(0), 64) - 8);
  if (/avi[fs]/.test(brands)) return found('avif', heifSize(bytes, view));
  if (/hei[cxms]|hev[cmx]|mif1|msf1/.test(brands)) return found('heic', heifSize(bytes, view));
  return undefined;
}
