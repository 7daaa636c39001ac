/** Addresses of pictures that anybody can give with a report. We never fetch them, but the council's other system may. */

/** The most addresses of one report. */
export const mediaUrlLimit = 20;
/** The longest address, in UTF-16 code units. */
const longest = 2000;

/** Names that mean something only inside a network (RFC 6761, RFC 6762, RFC 8375, RFC 9476, https://www.icann.org/en/board-activities-and-meetings/materials/approved-resolutions-special-meeting-of-the-icann-board-29-07-2024-en). */
const insideOnly = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'private',
  'corp',
  'home',
  'lan',
  'localdomain',
  // Unregistered names that clusters and home networks give their machines.
  'svc',
  'cluster',
  'consul',
  'intra',
  'mail',
  'dhcp',
  'router',
  'arpa',
  'alt',
  'onion',
  'test',
  'invalid',
];

/**
 * Whether a URL is one that anybody on the internet could open: https on its usual port, by a public host name, without a user name. Addresses in
 * numbers are refused in every form (https://url.spec.whatwg.org/#host-parsing turns decimal, octal and hexadecimal ones into four numbers).
 * What a public name leads to is not looked up: it can change before anybody opens it.
 */
export function isPublicUrl(given: string): boolean {
  if (given.length > longest || /[\s\\\p{Cc}]/u.test(given) || !/^https:\/\/[^/]/i.test(given) || !URL.canParse(given)) return false;
  const { protocol, username, password, hostname, port } = new URL(given);
  if (protocol !== 'https:' || username !== '' || password !== '' || port !== '') return false;
  // "https://@example.org" has an empty user name.
  if (/^https:\/\/[^/?#]*@/i.test(given)) return false;
  const labels = hostname.split('.');
  const last = labels.at(-1) ?? '';
  // An IPv6 address is in brackets, an IPv4 address ends in a number, and a name that ends in a dot has an empty label there.
  return (
    labels.length > 1 && labels.every((label) => label !== '') && /^(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(last) && !insideOnly.includes(last)
  );
}
