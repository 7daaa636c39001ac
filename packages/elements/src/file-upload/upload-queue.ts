import { fileUploadMessages } from './file-upload.messages.ts';
import type { Prepare, Upload, UploadedFile } from './uploaded-file.ts';

export type UploadState =
  /** `chosen`: it is sent with the form, nobody uploads it. */
  | { readonly kind: 'chosen' | 'waiting' | 'preparing' | 'unreachable' }
  /** From 0 to 1. */
  | { readonly kind: 'uploading'; readonly share: number }
  | { readonly kind: 'taken'; readonly file: UploadedFile }
  | { readonly kind: 'refused'; readonly message: string };

/** One file on its way. */
export interface UploadEntry {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  state: UploadState;
}

interface Work {
  file: File;
  readonly aborter: AbortController;
  prepared: boolean;
}

/** What the queue needs to know of whoever has it, each time anew: properties may change while files wait. */
export interface UploadSteps {
  readonly upload: Upload | undefined;
  readonly prepare: Prepare | undefined;
  readonly language: string;
}

/**
 * Files on their way to the server, one after the other: an old phone holds one decoded photo at a time, and a slow line
 * finishes one rather than none. Knows nothing of the page.
 */
export class UploadQueue {
  entries: readonly UploadEntry[] = [];
  readonly #work = new Map<UploadEntry, Work>();
  readonly #steps: () => UploadSteps;
  readonly #changed: (entry: UploadEntry) => void;
  #running = false;
  #keys = 0;

  /** @param changed is called after each change of an entry's state. */
  constructor(steps: () => UploadSteps, changed: (entry: UploadEntry) => void) {
    this.#steps = steps;
    this.#changed = changed;
  }

  /** What the server has taken in. */
  get files(): readonly UploadedFile[] {
    return this.entries.flatMap(({ state }) => (state.kind === 'taken' ? state.file : []));
  }

  /** The files to be sent with the form. */
  get chosen(): readonly File[] {
    return this.entries.flatMap((entry) => (entry.state.kind === 'chosen' ? (this.#work.get(entry)?.file ?? []) : []));
  }

  /** How many files are on their way. */
  get pending(): number {
    return this.entries.filter(({ state }) => ['waiting', 'preparing', 'uploading'].includes(state.kind)).length;
  }

  /** How many files were refused or did not arrive, and still stand in the list. */
  get failed(): number {
    return this.entries.filter(({ state }) => state.kind === 'refused' || state.kind === 'unreachable').length;
  }

  /** How many places are taken: refused files take none. */
  get count(): number {
    return this.entries.filter(({ state }) => state.kind !== 'refused').length;
  }

  /** Puts what the server has already in the list, in place of what it had before. Files on their way stay. */
  replaceTaken(files: readonly UploadedFile[]): void {
    const now = this.files.map(({ id }) => id).join(' ');
    if (now === files.map(({ id }) => id).join(' ')) return;
    const taken = files.map(({ id, name, size, type }): UploadEntry => {
      const state = { kind: 'taken', file: { id, name, size, type } } as const;
      return { key: (this.#keys += 1), name, size, state };
    });
    this.entries = [...taken, ...this.entries.filter(({ state }) => state.kind !== 'taken')];
  }

  /** Adds a file, to be sent, or, with a problem, to tell what is wrong with it. */
  add(file: File, problem?: string): void {
    const state: UploadState =
      problem === undefined ? { kind: this.#steps().upload ? 'waiting' : 'chosen' } : { kind: 'refused', message: problem };
    const entry: UploadEntry = { key: (this.#keys += 1), name: file.name, size: file.size, state };
    this.entries = [...this.entries, entry];
    if (problem === undefined) this.#work.set(entry, { file, aborter: new AbortController(), prepared: false });
    this.#changed(entry);
    void this.#run();
  }

  remove(entry: UploadEntry): void {
    this.entries = this.entries.filter((other) => other !== entry);
    this.#work.get(entry)?.aborter.abort();
    this.#work.delete(entry);
  }

  /** Sends what was chosen while there was nobody to upload it. */
  start(): void {
    for (const entry of this.entries) if (entry.state.kind === 'chosen') this.#set(entry, { kind: 'waiting' });
    void this.#run();
  }

  /** Sends an entry again that did not arrive. */
  retry(entry: UploadEntry): void {
    if (entry.state.kind !== 'unreachable') return;
    this.#set(entry, { kind: 'waiting' });
    void this.#run();
  }

  /** Stops what is on its way; it can be tried again. */
  stop(): void {
    for (const [entry, work] of this.#work) {
      work.aborter.abort();
      this.#work.set(entry, { ...work, aborter: new AbortController() });
      if (entry.state.kind !== 'chosen') entry.state = { kind: 'unreachable' };
    }
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (;;) {
        const entry = this.entries.find(({ state }) => state.kind === 'waiting');
        const work = entry && this.#work.get(entry);
        if (!entry || !work) return;
        await this.#send(entry, work);
      }
    } finally {
      this.#running = false;
    }
  }

  async #send(entry: UploadEntry, work: Work): Promise<void> {
    const { signal } = work.aborter;
    try {
      const { prepare, language } = this.#steps();
      if (prepare && !work.prepared) {
        this.#set(entry, { kind: 'preparing' });
        const prepared = await prepare(work.file, { language });
        if (signal.aborted) return;
        if (!(prepared instanceof File)) {
          this.#settle(entry, { kind: 'refused', message: prepared.message });
          return;
        }
        work.file = prepared;
        work.prepared = true;
      }
      const { upload } = this.#steps();
      if (!upload) throw new Error('a file was to be uploaded by an element without an upload property');
      this.#set(entry, { kind: 'uploading', share: 0 });
      const outcome = await upload(work.file, {
        signal,
        onProgress: (share) => {
          if (!signal.aborted && entry.state.kind === 'uploading')
            this.#set(entry, { kind: 'uploading', share: Math.min(Math.max(share, 0), 1) });
        },
      });
      if (!signal.aborted) this.#settle(entry, outcome);
    } catch (error) {
      if (signal.aborted) return;
      // A council's own function failed. The resident can do what helps when a line fails; the developer is told what it was.
      console.error(fileUploadMessages.say('unreachable', 'en'), error);
      this.#set(entry, { kind: 'unreachable' });
    }
  }

  #settle(entry: UploadEntry, state: UploadState): void {
    if (state.kind !== 'unreachable') this.#work.delete(entry);
    this.#set(entry, state);
  }

  #set(entry: UploadEntry, state: UploadState): void {
    entry.state = state;
    this.#changed(entry);
  }
}
