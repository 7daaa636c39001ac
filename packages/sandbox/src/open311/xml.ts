/** What Open311 documents are made of. An array becomes an element for each item, inside an element for the list. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value };

/** The name of a list's items. Those not here lose their final "s" (https://wiki.open311.org/GeoReport_v2). */
const itemNames: Readonly<Record<string, string>> = { service_requests: 'request', service_request_updates: 'request_update' };

/** An XML 1.0 document in UTF-8 with one root element. */
export function toXml(root: string, value: Value): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, value)}\n`;
}

function element(name: string, value: Value): string {
  if (value === undefined) return '';
  const tag = elementName(name);
  const content = contentOf(name, value);
  return content === '' ? `<${tag}/>` : `<${tag}>${content}</${tag}>`;
}

function contentOf(name: string, value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object') return escapeXml(String(value));
  if (isList(value)) return value.map((item) => element(itemNames[name] ?? name.replace(/s$/, ''), item)).join('');
  return Object.entries(value)
    .map(([key, one]) => element(key, one))
    .join('');
}

const isList = (value: object): value is readonly Value[] => Array.isArray(value);

/** A name from data (the `extras` of an update) may hold anything; an element's name may not. */
function elementName(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_.-]/g, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
}

/**
 * Text for an element. Characters that XML 1.0 forbids even as references are left out (https://www.w3.org/TR/xml/#charsets);
 * a carriage return is written as a reference, or the reader would make it a line feed.
 */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
