/**
 * Waiting for the disk without standing still. SQLite's own `synchronous=FULL` syncs inside the commit, on the thread that answers
 * every other request: each write would stop all reads for as long as the disk takes. Here the commit is written, the sync runs
 * beside, and only who wrote waits for it; those who write meanwhile share the next one.
 */
import { fdatasync, close, open } from 'node:fs';
import { promisify } from 'node:util';

/** The disk did not take what was written. */
export class DiskFailed extends Error {
  override readonly name = 'DiskFailed';
  /** An input or output error: the store cannot answer. */
  readonly code = 'EIO';
}

export class Disk {
  readonly #sync: () => Promise<void>;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failed: DiskFailed | undefined;

  /** @param sync brings to the disk what has been written when it is called */
  constructor(sync: () => Promise<void>) {
    this.#sync = sync;
  }

  /**
   * Resolves when everything written before the call is on the disk.
   * @throws DiskFailed from the first sync that fails until the process starts again: the system forgets what it could not write, and
   *   the next sync would call that written (https://wiki.postgresql.org/wiki/Fsync_Errors)
   */
  async holds(): Promise<void> {
    // One that runs may have begun before the last write.
    await (this.#running === undefined ? this.#begin() : (this.#next ??= this.#running.then(() => this.#begin())));
    if (this.#failed) throw this.#failed;
  }

  /** Never rejects. */
  #begin(): Promise<void> {
    this.#next = undefined;
    this.#running = this.#failed
      ? Promise.resolve()
      : this.#sync()
          .catch((error: unknown) => {
            this.#failed = new DiskFailed('What was written did not reach the disk.', { cause: error });
          })
          .finally(() => (this.#running = undefined));
    return this.#running;
  }
}

/** Syncs one file, from the time it is there. */
export class SyncedFile {
  readonly #path: string;
  #descriptor: Promise<number> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  readonly sync = async (): Promise<void> => {
    this.#descriptor ??= promisify(open)(this.#path, 'r+'); // Windows syncs only what may be written
    let descriptor: number;
    try {
      descriptor = await this.#descriptor;
    } catch (error) {
      this.#descriptor = undefined;
      // Nothing has been written to it yet.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
    await promisify(fdatasync)(descriptor);
  };

  async close(): Promise<void> {
    const descriptor = await this.#descriptor?.catch(() => undefined);
    this.#descriptor = undefined;
    if (descriptor !== undefined) await promisify(close)(descriptor);
  }
}
