/** Parses forms. What a form may hold is counted in its bytes first, so that refusing it costs less than sending it. */
import { mostFields, mostFiles, mostPartHeaderBytes, type FieldLimits } from './limits.ts';
import { problems } from './problems.ts';

const AMPERSAND = 0x26;
const CR = 0x0d;
const LF = 0x0a;

/**
 * Parses `application/x-www-form-urlencoded`. `URLSearchParams` takes quadratic time for many names without a value (Node 24), so
 * the fields are counted before.
 * @throws Problem 413
 */
export function parseUrlencoded(bytes: Uint8Array): URLSearchParams {
  let fields = 1;
  for (const byte of bytes) if (byte === AMPERSAND) fields++;
  if (fields > mostFields) throw problems.tooManyFields(limits);
  return new URLSearchParams(new TextDecoder().decode(bytes));
}

/**
 * Parses `multipart/form-data`.
 * @param mostText the most bytes of everything but the files' contents
 * @throws Problem 400, 413
 */
export async function parseMultipart(bytes: Uint8Array<ArrayBuffer>, contentType: string, mostText: number): Promise<FormData> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined) throw problems.malformed('form');
  checkParts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), boundary, mostText);
  try {
    // The boundary as it was counted: no second reading of the header can find another.
    return await new Response(bytes, { headers: { 'Content-Type': `multipart/form-data; boundary="${boundary}"` } }).formData();
  } catch (error) {
    throw Object.assign(problems.malformed('form'), { cause: error });
  }
}

const limits: FieldLimits = { fields: mostFields, files: mostFiles };

/** 1 to 70 characters: https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1 */
function boundaryOf(contentType: string): string | undefined {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"\\]{1,70})"|([^\s";,]{1,70}))\s*(?:;|$)/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary !== undefined && /^[\x20-\x7E]+$/.test(boundary) ? boundary : undefined;
}

/** @throws Problem 400 where a part's headers do not end soon, 413 where there are too many parts or more than `mostText` beside files */
function checkParts(bytes: Buffer, boundary: string, mostText: number): void {
  const marker = Buffer.from(boundary);
  let markers = 0;
  let files = 0;
  let text = 0;
  let at = bytes.indexOf(marker);
  if (at === -1) throw problems.malformed('form');
  while (at !== -1) {
    // The last boundary begins no part.
    if (++markers > mostFields + 1) throw problems.tooManyFields(limits);
    const start = at + marker.length;
    at = bytes.indexOf(marker, start);
    const part = bytes.subarray(start, at === -1 ? bytes.length : at);
    if (part[0] !== CR || part[1] !== LF) continue;
    const headersEnd = part.subarray(0, mostPartHeaderBytes).indexOf('\r\n\r\n');
    if (headersEnd === -1) throw problems.malformed('form');
    // A part with a file name is a file: https://xhr.spec.whatwg.org/#dom-formdata
    const isFile = /filename/i.test(part.toString('latin1', 0, headersEnd));
    if (isFile && ++files > mostFiles) throw problems.tooManyFields(limits);
    text += isFile ? headersEnd : part.length;
    if (text > mostText) throw problems.contentTooLarge(mostText);
  }
}
