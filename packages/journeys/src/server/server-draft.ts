import * as v from 'valibot';
import type { FieldError } from '@council-kit/core';
import { startProgress, type Progress } from '../engine/progress.ts';
import type { Attempt } from '../engine/attempt.ts';
import type { Accepted } from '../submission.ts';

/** What is kept between two pages. */
export interface ServerDraft extends Attempt {
  readonly language: string;
  readonly progress: Progress;
  /** Errors that came back from sending, by page address, until the page is gone on from. */
  readonly held: Readonly<Record<string, readonly FieldError[]>>;
  /** A form that came without a draft, until its page is asked. */
  readonly posted?: { readonly address: string; readonly fields: readonly (readonly [string, string])[] };
  /** Set once sent; nothing else is kept from then on. */
  readonly accepted?: Accepted;
  /** The address that it went on at; nothing else is kept from then on. */
  readonly continued?: string;
}

const version = 1;
const answers = v.record(v.string(), v.unknown());

const progress = v.object({ answers, passed: v.record(v.string(), v.string()) });

const schema = v.object({
  version: v.literal(version),
  key: v.string(),
  language: v.string(),
  // What each answer is, is checked against its question whenever it is used.
  progress: v.object({ ...progress.entries, before: v.optional(progress) }),
  held: v.record(v.string(), v.array(v.object({ field: v.string(), message: v.string() }))),
  posted: v.optional(v.object({ address: v.string(), fields: v.array(v.tuple([v.string(), v.string()])) })),
  unconfirmed: v.optional(answers),
  continued: v.optional(v.string()),
  accepted: v.optional(
    v.object({ reference: v.string(), earlier: v.optional(v.boolean()), details: v.optional(v.record(v.string(), v.unknown())) }),
  ),
});

export function newDraft(language: string, key: string = crypto.randomUUID()): ServerDraft {
  return { key, language, progress: startProgress(), held: {} };
}

/** What is stored of a draft. */
export function storedDraft(draft: ServerDraft): unknown {
  return { ...draft, version };
}

/** A draft from what was stored; undefined where an older or newer version of this program wrote it. */
export function draftFrom(stored: unknown): ServerDraft | undefined {
  const parsed = v.safeParse(schema, stored);
  return parsed.success ? (parsed.output as ServerDraft) : undefined;
}
