import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Where a platform keeps what it must not forget: entries in order, and files by the SHA-256 of their bytes. */
export interface Journal {
  /** The entries found when it was opened, oldest first. */
  readonly entries: readonly unknown[];
  /** Adds an entry. It is on the disk when this returns. */
  append(entry: unknown): void;
  /** Keeps the bytes of a file and returns their SHA-256 in lower-case hex. They are on the disk when this returns. */
  keepFile(bytes: Uint8Array): string;
  /** The bytes kept under a SHA-256, or undefined. */
  file(sha256: string): Uint8Array | undefined;
  close(): void;
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A journal that lives as long as the process. */
export function memoryJournal(): Journal {
  const files = new Map<string, Uint8Array>();
  return {
    entries: [],
    append: () => undefined,
    keepFile(bytes) {
      const sha256 = sha256Of(bytes);
      files.set(sha256, bytes);
      return sha256;
    },
    file: (sha256) => files.get(sha256),
    close: () => undefined,
  };
}

/**
 * A journal in a JSON-lines file (one entry a line, each fsynced), with the files it keeps in a folder of the same name beside it.
 * A last line cut short by a kill was never acknowledged: it is dropped.
 *
 * @throws Error naming the line, when a line before the last is not JSON.
 */
export function fileJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const entries = readEntries(path);
  const descriptor = openSync(path, 'a');
  fsyncFolder(dirname(path));
  const folder = `${path}.files`;
  return {
    entries,
    append(entry) {
      writeWhole(descriptor, Buffer.from(`${JSON.stringify(entry)}\n`));
    },
    keepFile(bytes) {
      const sha256 = sha256Of(bytes);
      mkdirSync(folder, { recursive: true });
      // Written again even where it exists: a kill may have left the first copy short.
      const file = openSync(join(folder, sha256), 'w');
      try {
        writeWhole(file, bytes);
      } finally {
        closeSync(file);
      }
      fsyncFolder(folder);
      return sha256;
    },
    file(sha256) {
      const kept = join(folder, basename(sha256));
      return existsSync(kept) ? readFileSync(kept) : undefined;
    },
    close: () => closeSync(descriptor),
  };
}

function readEntries(path: string): unknown[] {
  if (!existsSync(path)) return [];
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) {
    const descriptor = openSync(path, 'r+');
    ftruncateSync(descriptor, end);
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
  return bytes
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      try {
        return JSON.parse(line) as unknown;
      } catch {
        throw new Error(`${path}, line ${index + 1}, is not JSON. Move the file away to start with an empty book.`);
      }
    });
}

function writeWhole(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  fsyncSync(descriptor);
}

function fsyncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
