/**
 * Answers of a resident without JavaScript, kept between pages. A row is encrypted with a key that only the resident's
 * cookie holds: neither staff nor a copy of the database can read it.
 */
export interface Drafts {
  /** The draft of the cookie header's holder for this name; undefined where there is none, it expired or the cookie is not its key. */
  open<Value>(cookieHeader: string | undefined, name: string): Promise<OpenDraft<Value> | undefined>;
  /** A new, empty-handed draft. Send `setCookie` with the answer. */
  create<Value>(name: string, value: Value): Promise<OpenDraft<Value>>;
}

/** One resident's draft, opened with their cookie. */
export interface OpenDraft<Value> {
  readonly id: string;
  readonly value: Value;
  readonly expiresAt: Date;
  /** Goes into a hidden field of every form; derived from the cookie's secret, so another site cannot know it. */
  readonly csrfToken: string;
  /** The whole `Set-Cookie` header; undefined where the cookie need not change. */
  readonly setCookie: string | undefined;
  /** In constant time. */
  csrfTokenMatches(token: unknown): boolean;
  /** Encrypts and keeps, and starts the time to expiry anew. */
  save(value: Value): Promise<void>;
  delete(): Promise<void>;
}
