/**
 * Where a resident may be led after paying. Read by the platform's own URL parser, as the browser will read it, and compared by origin: what the
 * parser makes of it is what is stored, never what was typed.
 */
export function allowedReturnAddress(typed: string, origins: readonly string[]): string | undefined {
  // The parser drops tabs and line ends and takes a backslash for a slash; whoever sends those means to confuse somebody.
  // eslint-disable-next-line no-control-regex -- these are what is refused
  if (/[\u0000-\u0020\u007f\\\s]/u.test(typed)) return undefined;
  // Whole and absolute: `//evil.example` and `https:evil.example` lean on a page that is not there.
  if (!/^https?:\/\/[^/?#]/i.test(typed) || !URL.canParse(typed)) return undefined;
  const url = new URL(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(typed)) return undefined;
  if (!origins.includes(url.origin)) return undefined;
  // Our own word is added to it; what is behind `#` is the page's.
  return url.href;
}

/** The address with the payment's id in it. */
export function withPayment(address: string, id: string): string {
  const url = new URL(address);
  url.searchParams.set('payment', id);
  return url.href;
}
