/**
 * Answers of a resident without JavaScript, kept between pages. A row is encrypted with a key that only the resident's
 * cookie holds: neither staff nor a copy of the database can read it.
 */
import { createHmac, hkdfSync, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../service.ts';
import type { GatewayTables } from '../store/gateway-tables.ts';
import { inSlices } from '../slices.ts';
import { seal, unseal } from '../secrets/seal.ts';
import type { OpenStore } from '../store/store.ts';
import { clearingCookie, readCookie, writeCookie, type CookiePlace } from './cookie.ts';

export interface Drafts {
  /** Milliseconds that a draft is kept after it was last saved. */
  readonly termMs: number;
  /**
   * The draft that a request's `Cookie` header opens; undefined where there is none, it expired, or the cookie is not its key.
   * What comes back was written by this program, perhaps an older version of it: parse it.
   */
  open(cookieHeader: string | undefined, name: string): Promise<Draft<unknown> | undefined>;
  /**
   * A new draft of which nothing is kept until it is saved: its cookie alone holds its key, and the note. Send its `setCookie` with the
   * answer. For the first page of a form, which robots ask for all day.
   * @param note what {@link open} gives back as `begun` until the first save: 1 to 20 letters, digits, `_` or `-`; never personal
   */
  begin(name: string, note: string): Draft<undefined>;
  /** A new draft. Send its `setCookie` with the answer. One resident has one draft of each name: two tabs share it. */
  create<Value>(name: string, value: Value): Promise<Draft<Value>>;
}

/** One resident's draft, open. */
export interface Draft<Value> {
  readonly id: string;
  readonly value: Value;
  /** What {@link Drafts.begin} was given, where nothing has been saved since; then there is no value. */
  readonly begun?: string;
  readonly expiresAt: Date;
  /** Goes into a hidden field of every form. Derived from the cookie's secret, so no other site can know it; lives as long as the draft. */
  readonly csrfToken: string;
  /** The whole `Set-Cookie` header, with a full term: send it with every answer that follows {@link save}. */
  readonly setCookie: string;
  /** The `Set-Cookie` header that takes the cookie away: send it after {@link delete}. */
  readonly clearCookie: string;
  /** In constant time. Takes whatever a form field may be. */
  csrfTokenMatches(token: unknown): boolean;
  /** Encrypts and keeps, and starts the term again. */
  save(value: unknown): Promise<void>;
  delete(): Promise<void>;
  /** The same draft with another note, where nothing has been saved of it: send its `setCookie`. */
  beginAgain(note: string): Draft<undefined>;
}

export interface DraftsOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  /** The service whose drafts these are. */
  readonly owner: string;
  readonly termMs: number;
  readonly cookie: CookiePlace;
}

const SECRET_BYTES = 32;
/** What a cookie may hold without quotes: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
const NOTE = /^[A-Za-z0-9_-]{1,20}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function draftsOf({ store, clock, owner, termMs, cookie }: DraftsOptions): Drafts {
  const db = store.db<GatewayTables>();
  const cookieName = (name: string): string => `council-draft-${owner}-${name}`;

  function draft<Value>(id: string, name: string, secret: Buffer, value: Value, expiresAt: number, begun?: string): Draft<Value> {
    let note = begun;
    const csrf = createHmac('sha256', derive(secret, 'csrf')).update(id).digest();
    const stored = (content: unknown, until: number) => ({
      sealed: seal(derive(secret, 'seal'), JSON.stringify(content ?? null), `${owner}\n${name}\n${id}`),
      expires_at: until,
    });
    return {
      id,
      value,
      ...(begun === undefined ? {} : { begun }),
      expiresAt: new Date(expiresAt),
      csrfToken: csrf.toString('base64url'),
      get setCookie() {
        const parts = [id, secret.toString('base64url'), ...(note === undefined ? [] : [note])];
        return writeCookie(cookieName(name), parts.join('.'), termMs / 1000, cookie);
      },
      clearCookie: clearingCookie(cookieName(name), cookie),
      csrfTokenMatches(token) {
        if (typeof token !== 'string' || token.length > 100) return false;
        const given = Buffer.from(token, 'base64url');
        return given.length === csrf.length && timingSafeEqual(given, csrf);
      },
      async save(content) {
        const row = stored(content, clock.now().getTime() + termMs);
        await db
          .insertInto('gateway_draft')
          .values({ id, service: owner, name, ...row })
          // Deleted meanwhile in another tab: the resident is still answering, so it is kept again.
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
        note = undefined;
      },
      async delete() {
        await db.deleteFrom('gateway_draft').where('id', '=', id).where('service', '=', owner).execute();
      },
      beginAgain: (other) => draft(id, name, secret, undefined, expiresAt, checkedNote(other)),
    };
  }

  return {
    termMs,

    begin: (name, note) =>
      draft(randomUUID(), name, randomBytes(SECRET_BYTES), undefined, clock.now().getTime() + termMs, checkedNote(note)),

    async create(name, value) {
      const made = draft(randomUUID(), name, randomBytes(SECRET_BYTES), value, clock.now().getTime() + termMs);
      await made.save(value);
      return made;
    },

    async open(cookieHeader, name) {
      const [id = '', secretText = '', note = ''] = readCookie(cookieHeader, cookieName(name))?.split('.') ?? [];
      const secret = Buffer.from(secretText, 'base64url');
      if (id === '' || secret.length !== SECRET_BYTES) return undefined;
      const row = await db
        .selectFrom('gateway_draft')
        .select(['sealed', 'expires_at'])
        .where('id', '=', id)
        .where('service', '=', owner)
        .where('name', '=', name)
        .where('expires_at', '>', clock.now().getTime())
        .executeTakeFirst();
      if (!row && UUID.test(id) && NOTE.test(note)) return draft(id, name, secret, undefined, clock.now().getTime() + termMs, note);
      const text = row && unseal(derive(secret, 'seal'), row.sealed, `${owner}\n${name}\n${id}`);
      return row && text !== undefined ? draft<unknown>(id, name, secret, JSON.parse(text), row.expires_at) : undefined;
    },
  };
}

/** Clears away drafts whose term is over. */
export async function forgetExpiredDrafts(store: OpenStore, now: Date, signal: AbortSignal): Promise<void> {
  const db = store.db<GatewayTables>();
  await inSlices(
    async (limit) => {
      const expired = db
        .selectFrom('gateway_draft')
        .select('id')
        .where('expires_at', '<=', now.getTime())
        .orderBy('expires_at')
        .limit(limit);
      const { numDeletedRows } = await db.deleteFrom('gateway_draft').where('id', 'in', expired).executeTakeFirst();
      return Number(numDeletedRows);
    },
    { signal },
  );
}

function checkedNote(note: string): string {
  if (!NOTE.test(note)) throw new TypeError(`Not a note for a cookie: ${JSON.stringify(note)}`);
  return note;
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'council-gateway draft', purpose, 32));
}
