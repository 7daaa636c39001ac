/** Loads a gazetteer from a file, in the memory of a few thousand rows, and puts it in the place of the one before when it is whole. */
import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { encodingProblem, linesOf, type Encoding, type Store } from '@council-kit/gateway';
import { LoadFile } from './load-file.ts';
import { otherwise, readHeader, type Header } from './read-row.ts';

/** A row that cannot be loaded. */
export interface BrokenRow {
  readonly line: number;
  readonly problem: string;
}

export interface Progress {
  readonly rows: number;
  readonly broken: number;
  /** 0 to 1. */
  readonly share: number;
  readonly step: 'reading' | 'checking' | 'indexing';
}

export interface ImportOptions {
  readonly file: string;
  /** Broken rows are left out, instead of nothing being loaded. */
  readonly skipBroken?: boolean;
  readonly encoding?: Encoding;
  /** Told after each batch. */
  readonly progress?: (progress: Progress) => void;
  /** Stops after the batch in hand; the next import of the same file goes on from there. */
  readonly signal?: AbortSignal;
  /** Begins anew where an import of this file had stopped. */
  readonly anew?: boolean;
  readonly now?: () => Date;
}

export type Imported =
  | {
      readonly outcome: 'loaded';
      readonly load: number;
      readonly rows: number;
      readonly broken: number;
      readonly said: readonly BrokenRow[];
    }
  /** Nothing was changed. */
  | { readonly outcome: 'refused'; readonly broken: number; readonly said: readonly BrokenRow[] }
  /** The file as a whole is none of ours. */
  | { readonly outcome: 'unreadable'; readonly problem: string }
  | { readonly outcome: 'stopped'; readonly rows: number }
  /** Another import is at work on this store, or was a minute ago. */
  | { readonly outcome: 'busy'; readonly file: string };

export async function importGazetteer(store: Store, options: ImportOptions): Promise<Imported> {
  const file = await open(options.file);
  try {
    const beginning = Buffer.alloc(65_536);
    const { bytesRead } = await file.read(beginning, 0, beginning.length, 0);
    const { size, mtimeMs } = await stat(options.file);
    const problem = bytesRead === 0 ? 'It is empty.' : encodingProblem(beginning.subarray(0, bytesRead));
    if (problem !== undefined) return { outcome: 'unreadable', problem };
    const encoding = options.encoding ?? 'utf-8';
    const header = await headerOf(file, encoding);
    if ('problem' in header) return { outcome: 'unreadable', problem: header.problem };
    const fingerprint = createHash('sha256')
      .update(beginning.subarray(0, bytesRead))
      .update(JSON.stringify([size, mtimeMs, encoding, options.skipBroken ?? false]))
      .digest('hex');
    return await new LoadFile(store, options, file, { header: header.header, encoding, size, fingerprint, firstByte: header.end }).run();
  } finally {
    await file.close();
  }
}

async function headerOf(file: FileHandle, encoding: Encoding): Promise<{ header: Header; end: number } | { problem: string }> {
  for await (const { end, ...line } of linesOf(file, { encoding, otherwise })) {
    if (line.text === undefined) return { problem: `Its first line cannot be read: ${line.problem}.` };
    const header = readHeader(line.text);
    return 'problem' in header ? header : { header, end };
  }
  return { problem: 'It is empty.' };
}
