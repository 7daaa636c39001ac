/**
 * What a bill's page shows, kept in the browser that asked: sealed, in a cookie that is sent to that one page. The page's address says
 * nothing, and shows nothing in another browser or after an hour.
 */
import { randomBytes } from 'node:crypto';
import { readCookie, writeCookie, type Ground } from '@council-kit/gateway';
import * as v from 'valibot';

const text = v.object({ en: v.string(), cy: v.string() });
const question = { account: v.string(), postcode: v.string() };
const shownSchema = v.variant('kind', [
  /** Account and postcode belong together: this browser has shown that it knows both. */
  v.object({ kind: v.literal('bill'), ...question }),
  /** What was typed, and why no bill is shown. */
  v.object({
    kind: v.literal('problem'),
    ...question,
    status: v.number(),
    title: text,
    detail: v.optional(text),
    retryAfter: v.optional(v.string()),
  }),
]);
export type Shown = v.InferOutput<typeof shownSchema>;
const sealedSchema = v.object({ until: v.number(), shown: shownSchema });

const purpose = 'bill-page';
const name = 'council-bill';
const goodForMs = 3_600_000;

/** The path of a bill's page. */
export const billPath = (id: string): string => `/council-tax/bill/${id}`;

/** A new page: its id, which nobody can guess, and the cookie that opens it. */
export function keepShown({ secrets, clock, site }: Ground, shown: Shown): { readonly id: string; readonly setCookie: string } {
  const id = randomBytes(16).toString('base64url');
  const sealed = secrets.seal(purpose, JSON.stringify({ until: clock.now().getTime() + goodForMs, shown }), id);
  // The path keeps it from all other pages, and two tabs from each other.
  const place = { path: site.path(billPath(id)), secure: site.origin.startsWith('https:') };
  return { id, setCookie: writeCookie(name, sealed, goodForMs / 1000, place) };
}

/** What the page shows; undefined in another browser, without cookies, or after an hour. */
export function readShown({ secrets, clock }: Ground, id: string, cookieHeader: string | undefined): Shown | undefined {
  const sealed = readCookie(cookieHeader, name);
  if (sealed === undefined || !/^[A-Za-z0-9_-]{40,4000}$/.test(sealed)) return undefined;
  const text = secrets.unseal(purpose, sealed, id);
  // An earlier version may have sealed something else.
  const read = text === undefined ? undefined : v.safeParse(sealedSchema, JSON.parse(text));
  return read?.success && clock.now().getTime() < read.output.until ? read.output.shown : undefined;
}
