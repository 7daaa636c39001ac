/** Where our cookies are sent. */
export interface CookiePlace {
  /** Of the gateway's own path, so that a council's other pages never see it. */
  readonly path: string;
  /** Whether residents come by https. */
  readonly secure: boolean;
}

/** The value of one cookie of a `Cookie` header. https://www.rfc-editor.org/rfc/rfc6265#section-5.4 */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const at = pair.indexOf('=');
    if (at !== -1 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** A `Set-Cookie` header: for our pages only, never for scripts. Lax, so that a link in an e-mail comes back to the draft. */
export function writeCookie(name: string, value: string, seconds: number, { path, secure }: CookiePlace): string {
  return `${name}=${value}; Path=${path}; Max-Age=${Math.round(seconds)}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

export function clearingCookie(name: string, place: CookiePlace): string {
  return writeCookie(name, '', 0, place);
}
