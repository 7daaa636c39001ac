import { randomInt } from 'node:crypto';
import type { Draft, Drafts } from '@council-kit/gateway';
import { draftFrom, storedDraft, type ServerDraft } from './server-draft.ts';

/** More drafts than this in one browser, and the oldest go: a cookie each, and servers refuse long headers. */
const mostDrafts = 8;
/** A draft, open. */
export interface Opened {
  /** The draft's part of the path. */
  readonly path: string;
  readonly kept: Draft<unknown>;
  readonly draft: ServerDraft;
  /** The cookie is to be sent (again). */
  readonly cookie: boolean;
}

/** The drafts of one journey in one browser: one for each tab it was begun in, told apart by a part of the path. */
export class BrowserDrafts {
  readonly #drafts: Drafts;
  readonly #journey: string;
  readonly #cookies: string | undefined;

  /** @param cookies the request's `Cookie` header */
  constructor(drafts: Drafts, journey: string, cookies: string | undefined) {
    this.#drafts = drafts;
    this.#journey = journey;
    this.#cookies = cookies;
  }

  async create(draft: ServerDraft): Promise<Opened> {
    const path = Array.from({ length: 10 }, () => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(randomInt(31))).join('');
    const kept = await this.#drafts.create(this.#name(path), storedDraft(draft));
    return { path, kept, draft, cookie: true };
  }

  /** The draft of a path; undefined where there is none, it expired, or its cookie did not come. */
  async open(path: string): Promise<Opened | undefined> {
    if (!/^[a-z0-9]{10}$/.test(path)) return undefined;
    const kept = await this.#drafts.open(this.#cookies, this.#name(path));
    const draft = kept && draftFrom(kept.value);
    return draft && { path, kept, draft, cookie: false };
  }

  async save(opened: Opened, draft: ServerDraft): Promise<Opened> {
    await opened.kept.save(storedDraft(draft));
    return { ...opened, draft, cookie: true };
  }

  /** Deletes the drafts this browser began first, where there are many. Browsers send older cookies first (RFC 6265, 5.4). */
  async forgetOldest(): Promise<string[]> {
    const header = this.#cookies ?? '';
    const prefix = this.#name('');
    const paths = [...header.matchAll(/council-draft-[a-z0-9_]+-([\w-]+)=/g)].flatMap(([, name = '']) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    );
    const cleared: string[] = [];
    for (const path of paths.slice(0, Math.max(0, paths.length + 1 - mostDrafts))) {
      const old = await this.#drafts.open(header, this.#name(path));
      await old?.delete();
      if (old) cleared.push(old.clearCookie);
    }
    return cleared;
  }

  #name(path: string): string {
    return `${this.#journey}-${path}`;
  }
}
