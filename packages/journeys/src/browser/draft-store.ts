import { parseBy, toJson } from '@council-kit/core';
import * as v from 'valibot';
import type { Answers } from '../definition.ts';
import type { Progress } from '../engine/progress.ts';
import type { Accepted } from '../submission.ts';
import { attempt, draftPrefix, storageOf, type DraftPlace } from './draft-keys.ts';

/** Changes when what is stored changes its shape: what an older version stored is left alone and expires. */
const version = 1;

/** Answers that were not sent, as they are stored. */
export interface Draft {
  readonly id: string;
  /** The idempotency key: whoever sends this draft, from whichever tab, sends it under this. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly address: string;
  readonly progress: Progress;
  /** The answers last sent, while it is not known whether they arrived. */
  readonly unconfirmed?: Answers;
}

const progress = v.object({ answers: v.record(v.string(), v.unknown()), passed: v.record(v.string(), v.string()) });
const storedSchema = v.object({
  version: v.literal(version),
  expires: v.number(),
  id: v.string(),
  key: v.string(),
  savedAt: v.number(),
  address: v.string(),
  // What each answer is, is checked against its question whenever it is used.
  progress: v.optional(v.object({ ...progress.entries, before: v.optional(progress) })),
  unconfirmed: v.optional(v.record(v.string(), v.unknown())),
  sent: v.optional(
    v.object({ reference: v.string(), earlier: v.optional(v.boolean()), details: v.optional(v.record(v.string(), v.unknown())) }),
  ),
});
type Stored = v.InferOutput<typeof storedSchema>;

/**
 * The drafts of one journey in this browser. Each tab has its own; on the device they outlive their tabs. Blocked, full
 * and broken storage is no storage: nothing here throws.
 */
export class DraftStore {
  readonly #prefix: string;
  readonly #place: DraftPlace;
  readonly #lifetime: number;

  /** @param lifetime milliseconds after the last change */
  constructor(journey: string, place: DraftPlace, lifetime: number) {
    this.#prefix = draftPrefix(journey);
    this.#place = place;
    this.#lifetime = lifetime;
  }

  get #storage(): Storage | undefined {
    return storageOf(this.#place);
  }

  /** The draft this tab was working on before it was loaded again. */
  own(): Draft | undefined {
    const id = attempt(() => sessionStorage.getItem(this.#prefix));
    return id === null || id === undefined ? undefined : this.#draft(this.#prefix + id);
  }

  /** The newest draft on the device that another tab left unfinished. */
  unfinished(): Draft | undefined {
    const drafts = this.#keys().flatMap((key) => this.#draft(key) ?? []);
    return drafts.sort((a, b) => b.savedAt - a.savedAt)[0];
  }

  /** What became of a draft that another tab has sent. */
  sent(id: string): Accepted | undefined {
    return this.#read(this.#prefix + id)?.sent;
  }

  save(draft: Draft): void {
    this.#write(draft as Omit<Stored, 'version' | 'expires'>);
  }

  /** Forgets the answers and keeps the reference, so that other tabs with this draft do not send it again. */
  markSent(draft: Draft, accepted: Accepted): void {
    this.#write({
      id: draft.id,
      key: draft.key,
      savedAt: draft.savedAt,
      address: '',
      sent: { reference: accepted.reference, earlier: accepted.earlier },
    });
    attempt(() => sessionStorage.removeItem(this.#prefix));
  }

  delete(id: string): void {
    attempt(() => this.#storage?.removeItem(this.#prefix + id));
    attempt(() => sessionStorage.removeItem(this.#prefix));
  }

  #keys(): string[] {
    const storage = this.#storage;
    if (storage === undefined) return [];
    return attempt(() => Object.keys(storage))?.filter((key) => key.startsWith(this.#prefix) && key !== this.#prefix) ?? [];
  }

  #draft(key: string): Draft | undefined {
    const stored = this.#read(key);
    return stored?.progress && { ...stored, progress: stored.progress as Progress, unconfirmed: stored.unconfirmed as Answers | undefined };
  }

  #read(key: string): Stored | undefined {
    const text = attempt(() => this.#storage?.getItem(key));
    const stored = parseBy(storedSchema, text ? attempt(() => JSON.parse(text) as unknown) : undefined);
    if (!stored.success) return undefined;
    if (stored.output.expires > Date.now()) return stored.output;
    attempt(() => this.#storage?.removeItem(key));
    return undefined;
  }

  #write(stored: Omit<Stored, 'version' | 'expires'>): void {
    const storage = this.#storage;
    if (storage === undefined) return;
    const text = toJson({ ...stored, version, expires: Date.now() + this.#lifetime });
    attempt(() => storage.setItem(this.#prefix + stored.id, text ?? ''));
    attempt(() => sessionStorage.setItem(this.#prefix, stored.id));
  }
}
