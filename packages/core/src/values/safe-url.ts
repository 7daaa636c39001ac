/**
 * An address that may be put into an `href`: https, http, mailto, tel, or within the same site. Anything else
 * (`javascript:`, `data:`) is undefined. Control characters and blanks are looked through, as browsers do.
 */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (url === null || url === undefined) return undefined;
  // eslint-disable-next-line no-control-regex -- browsers drop these before they read the scheme: https://url.spec.whatwg.org/#url-parsing
  const plain = url.replace(/[\u0000-\u0020]+/g, '');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'https' || scheme === 'http' || scheme === 'mailto' || scheme === 'tel' ? url : undefined;
}
