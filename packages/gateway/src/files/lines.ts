/** The lines of a text file with their place in it, so that an import can go on where it stopped. */
import type { FileHandle } from 'node:fs/promises';
import { saveAsUtf8, type Encoding } from './text.ts';

export type Line = {
  /** 1 for the first. */
  readonly number: number;
  /** Where the next line begins, in bytes. */
  readonly end: number;
} & ({ readonly text: string } | { readonly text: undefined; readonly problem: string });

export interface LinesOptions {
  readonly encoding?: Encoding;
  /** The byte and the number of the line to begin with. */
  readonly from?: { readonly byte: number; readonly line: number };
  /** Bytes. A longer line is not kept in memory, but said to be too long. 64 kB unless given. */
  readonly longest?: number;
  /** What else can be done about text in another encoding: "or import it with …". */
  readonly otherwise?: string;
}

const chunkSize = 1 << 20;
const LF = 0x0a;
const CR = 0x0d;

/** Lines end in LF, in CR LF, or, where the file has no LF, in CR. */
export async function* linesOf(
  file: FileHandle,
  { encoding = 'utf-8', from = { byte: 0, line: 1 }, longest = 64 * 1024, otherwise }: LinesOptions = {},
): AsyncGenerator<Line, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: false });
  const read = (bytes: Uint8Array | undefined) => {
    if (bytes === undefined || bytes.length > longest) return { text: undefined, problem: `it is longer than ${longest / 1024} kB` };
    if (bytes.includes(0)) return { text: undefined, problem: 'it has a NUL character in it' };
    try {
      return { text: decoder.decode(bytes) };
    } catch {
      const way = otherwise === undefined ? saveAsUtf8 : `${saveAsUtf8}, ${otherwise}`;
      return { text: undefined, problem: `it is not text in UTF-8. It may be in windows-1252, which is Excel’s plain “CSV”. ${way}` };
    }
  };
  const buffer = Buffer.allocUnsafe(chunkSize + longest);
  let { byte, line: number } = from;
  let kept = 0;
  let tooLong = false;
  let lineEnd: number | undefined;
  for (;;) {
    const { bytesRead } = await file.read(buffer, kept, chunkSize, byte + kept);
    const filled = kept + bytesRead;
    lineEnd ??= !buffer.subarray(0, filled).includes(LF) && buffer.subarray(0, filled).includes(CR) ? CR : LF;
    let start = 0;
    for (let end = buffer.indexOf(lineEnd, kept); end !== -1 && end < filled; end = buffer.indexOf(lineEnd, start)) {
      const stop = end > start && buffer[end - 1] === CR ? end - 1 : end;
      yield { ...read(tooLong ? undefined : buffer.subarray(start, stop)), number, end: byte + end + 1 };
      tooLong = false;
      number += 1;
      start = end + 1;
    }
    if (bytesRead === 0) {
      if (filled > start || tooLong) yield { ...read(tooLong ? undefined : buffer.subarray(start, filled)), number, end: byte + filled };
      return;
    }
    byte += start;
    kept = filled - start;
    if (kept > longest) {
      tooLong = true;
      byte += kept;
      kept = 0;
    } else buffer.copyWithin(0, start, filled);
  }
}
