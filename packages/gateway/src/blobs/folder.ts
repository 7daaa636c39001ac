/**
 * Files in a folder. An S3-compatible store would implement the same {@link BlobStore}; there is none yet.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, readFile, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { BlobStore } from '../service.ts';

const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;
/** Not a name a caller can use: it begins with a dot. */
const UNFINISHED = '.unfinished-';

export function blobFolder(folder: string): BlobStore {
  const pathOf = (name: string): string => {
    if (!NAME.test(name) || name.length > 200) throw new TypeError(`Not a name for a file: ${JSON.stringify(name)}`);
    return join(folder, ...name.split('/'));
  };
  return {
    async put(name, bytes) {
      const path = pathOf(name);
      const parent = dirname(path);
      const firstMade = await mkdir(parent, { recursive: true, mode: 0o700 });
      const unfinished = join(parent, `${UNFINISHED}${randomUUID()}`);
      try {
        const file = await open(unfinished, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
      // The name is in the folder, and the folder's own name in its parent: each is on disk only when that is synced.
      await syncFolder(parent);
      for (let made = firstMade && parent; made && made.length >= (firstMade?.length ?? 0); made = dirname(made))
        await syncFolder(dirname(made));
    },

    async get(name) {
      return await orUndefined(readFile(pathOf(name)).then((bytes) => new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
    },

    async stream(name) {
      const path = pathOf(name);
      const found = await orUndefined(stat(path));
      if (!found?.isFile()) return undefined;
      return { size: found.size, body: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array> };
    },

    async delete(name) {
      await rm(pathOf(name), { force: true });
    },

    async free() {
      // The folder is made with the first file: its disk is that of the nearest folder above.
      for (let at = folder; ; at = dirname(at)) {
        const found = await orUndefined(statfs(at));
        if (found || dirname(at) === at) return found && found.bavail * found.bsize;
      }
    },

    async *list(prefix = '') {
      for await (const name of namesUnder(folder, prefix.slice(0, prefix.lastIndexOf('/') + 1))) {
        if (!name.startsWith(prefix)) continue;
        const found = await orUndefined(stat(pathOf(name)));
        if (found) yield { name, modifiedAt: found.mtime };
      }
    },
  };
}

/** Names of files in a folder and those in it, as they are read: a list of them all would be made, and sorted, while everybody waits. */
async function* namesUnder(folder: string, under: string): AsyncGenerator<string> {
  const entries = await orUndefined(opendir(join(folder, under)));
  if (!entries) return;
  for await (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) yield* namesUnder(folder, `${under}${entry.name}/`);
    else if (entry.isFile()) yield `${under}${entry.name}`;
  }
}

/** Clears away what a crash left half-written. */
export async function removeUnfinished(folder: string, before: Date): Promise<void> {
  for (const entry of (await orUndefined(readdir(folder, { recursive: true, withFileTypes: true }))) ?? []) {
    if (!entry.name.startsWith(UNFINISHED)) continue;
    const path = join(entry.parentPath, entry.name);
    const found = await orUndefined(stat(path));
    if (found && found.mtime < before) await rm(path, { force: true });
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function orUndefined<Value>(found: Promise<Value>): Promise<Value | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
