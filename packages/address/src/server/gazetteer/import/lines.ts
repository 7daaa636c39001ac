/** The lines of a file with their place in it, so that an import can go on where it stopped. */
import type { FileHandle } from 'node:fs/promises';

export type Encoding = 'utf-8' | 'windows-1252';

export interface Line {
  /** Undefined where its bytes are not text in the encoding. */
  readonly text: string | undefined;
  /** 1 for the first. */
  readonly number: number;
  /** Where the next line begins. */
  readonly end: number;
}

const chunkSize = 1 << 20;
/** A row of a gazetteer has less than 2 kB. A file without line ends must not fill the memory. */
const longestLine = 64 * 1024;

/** @param from the byte and the number of the line to begin with */
export async function* linesOf(file: FileHandle, encoding: Encoding, from = { byte: 0, line: 1 }): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false });
  const decode = (bytes: Uint8Array): string | undefined => {
    try {
      return decoder.decode(bytes);
    } catch {
      return undefined;
    }
  };
  const buffer = Buffer.allocUnsafe(chunkSize + longestLine);
  let { byte, line: number } = from;
  let kept = 0;
  // Past the longest, a line is thrown away to its end, and said to be unreadable.
  let tooLong = false;
  for (;;) {
    const { bytesRead } = await file.read(buffer, kept, chunkSize, byte + kept);
    const filled = kept + bytesRead;
    let start = 0;
    for (let end = buffer.indexOf(0x0a, kept); end !== -1 && end < filled; end = buffer.indexOf(0x0a, start)) {
      const stop = end > start && buffer[end - 1] === 0x0d ? end - 1 : end;
      yield { text: tooLong ? undefined : decode(buffer.subarray(start, stop)), number, end: byte + end + 1 };
      tooLong = false;
      number += 1;
      start = end + 1;
    }
    if (bytesRead === 0) {
      if (filled > start) yield { text: tooLong ? undefined : decode(buffer.subarray(start, filled)), number, end: byte + filled };
      return;
    }
    byte += start;
    kept = filled - start;
    if (kept > longestLine) {
      tooLong = true;
      byte += kept;
      kept = 0;
    } else buffer.copyWithin(0, start, filled);
  }
}

/** What is said of a line that could not be read. */
export const wrongEncoding = (encoding: Encoding): string =>
  encoding === 'utf-8'
    ? 'it is not text in UTF-8. If the file is from an older Windows system, import it with --encoding windows-1252'
    : 'it is too long, or not text';

/** What the first bytes say of a file that is not in the encoding that was expected: a sentence, or undefined. */
export function encodingProblem(beginning: Uint8Array): string | undefined {
  const [first, second] = beginning;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || beginning.subarray(0, 200).includes(0)) {
    return 'It is in UTF-16. Save it as CSV in UTF-8.';
  }
  if (first === 0x50 && second === 0x4b) return 'It is a ZIP file or a spreadsheet. Unpack it, or save it as CSV in UTF-8.';
  if (first === 0x1f && second === 0x8b) return 'It is compressed with gzip. Unpack it first.';
  return undefined;
}
