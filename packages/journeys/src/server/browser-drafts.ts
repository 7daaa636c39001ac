import { randomInt } from 'node:crypto';
import type { Draft, Drafts } from '@council-kit/gateway';
import { draftFrom, newDraft, storedDraft, type ServerDraft } from './server-draft.ts';

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

  /** A draft of which nothing is kept until its first form comes: most of those who ask for the first page are robots. */
  begin(language: string): Opened {
    const path = newPath();
    return begun(path, this.#drafts.begin(this.#name(path), language), language);
  }

  async create(draft: ServerDraft): Promise<Opened> {
    const path = newPath();
    const kept = await this.#drafts.create(this.#name(path), storedDraft(draft));
    return { path, kept, draft, cookie: true };
  }

  /** The draft of a path; undefined where there is none, it expired, or its cookie did not come. */
  async open(path: string): Promise<Opened | undefined> {
    if (!/^[a-z0-9]{10}$/.test(path)) return undefined;
    const kept = await this.#drafts.open(this.#cookies, this.#name(path));
    if (kept?.begun !== undefined) return { ...begun(path, kept, kept.begun), cookie: false };
    const draft = kept && draftFrom(kept.value);
    return draft && { path, kept, draft, cookie: false };
  }

  /** The draft in another language. Before the first form only its cookie knows it. */
  async speak(opened: Opened, language: string): Promise<Opened> {
    if (opened.kept.begun === undefined) return this.save(opened, { ...opened.draft, language });
    return begun(opened.path, opened.kept.beginAgain(language), language);
  }

  async save(opened: Opened, draft: ServerDraft): Promise<Opened> {
    await opened.kept.save(storedDraft(draft));
    return { ...opened, draft, cookie: true };
  }

  /**
   * Deletes drafts of this browser where there are many: those without an answer, then those that it began first. Browsers send older
   * cookies first (RFC 6265, 5.4).
   */
  async forgetOldest(): Promise<string[]> {
    const header = this.#cookies ?? '';
    const prefix = this.#name('');
    const paths = [...header.matchAll(/council-draft-[a-z0-9_]+-([\w-]+)=/g)].flatMap(([, name = '']) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    );
    const tooMany = paths.length + 1 - mostDrafts;
    if (tooMany <= 0) return [];
    const drafts: Draft<unknown>[] = [];
    for (const path of paths) {
      const draft = await this.#drafts.open(header, this.#name(path));
      if (draft) drafts.push(draft);
    }
    const answered = drafts.filter(({ begun }) => begun === undefined);
    const cleared: string[] = [];
    for (const old of [...drafts.filter(({ begun }) => begun !== undefined), ...answered].slice(0, tooMany)) {
      if (old.begun === undefined) await old.delete();
      cleared.push(old.clearCookie);
    }
    return cleared;
  }

  #name(path: string): string {
    return `${this.#journey}-${path}`;
  }
}

const newPath = (): string => Array.from({ length: 10 }, () => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(randomInt(31))).join('');

/** A draft without an answer yet. Its key is its id, so that two forms that come at once are of one draft. */
function begun(path: string, kept: Draft<unknown>, language: string): Opened {
  return { path, kept, draft: newDraft(language, kept.id), cookie: true };
}
