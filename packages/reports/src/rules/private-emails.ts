import type { Span } from './plain-view.ts';

/** An email address found in a text. */
export interface FoundEmail extends Span {
  /** In lower case, without a tag: `ann@example.org` of `Ann+bins@Example.org`. */
  readonly address: string;
}

const localPart = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]$/u;
/** `@`, also with blanks around it; `[at]` and `(at)`; `at` between blanks. */
const anchor = / {0,3}@ {0,3}| ?[[({<] ?at ?[\])}>] ?| at /gi;
/** Labels with dots between, the last of letters. Bounded by what a label and a domain may be: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const domain = /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}][\p{L}\p{N}-]{0,62}){1,10}/uy;
/** The same with dots in words: `example dot org`, `example [dot] co [dot] uk`. */
const spokenDomain = /[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:(?: dot | ?[[({<] ?dot ?[\])}>] ?|\.)[\p{L}\p{N}][\p{L}\p{N}-]{0,62}){1,10}/iuy;
const longestLocalPart = 64;

/** Email addresses in a plain text, written with `@` or spoken: `ann at example dot org`. */
export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  let from = 0;
  for (const match of text.matchAll(anchor)) {
    let start = match.index;
    while (start > from && match.index - start < longestLocalPart && localPart.test(text.charAt(start - 1))) start--;
    while (start < match.index && !/[\p{L}\p{N}]/u.test(text.charAt(start))) start++;
    if (start === match.index) continue;
    const after = match.index + match[0].length;
    const written = domainAt(text, after, match[0]);
    if (written === undefined) continue;
    const end = after + written.length;
    found.push({
      start,
      end,
      address: bareAddress(`${text.slice(start, match.index)}@${written.replace(/\W{0,2}\bdot\b\W{0,2}/gi, '.')}`),
    });
    from = end;
  }
  return found;
}

function domainAt(text: string, index: number, sign: string): string | undefined {
  const plainAt = sign.toLowerCase() === ' at ';
  spokenDomain.lastIndex = index;
  const spoken = spokenDomain.exec(text)?.[0];
  // "look at example.org" is no address: where the sign is a word, so is a dot.
  if (spoken !== undefined && /\bdot\b/i.test(spoken)) return spoken;
  if (plainAt) return undefined;
  domain.lastIndex = index;
  const written = domain.exec(text)?.[0];
  return written !== undefined && /\.(?:\p{L}[\p{L}-]+|xn--[\w-]+)$/u.test(written) ? written : undefined;
}

/** An address as it is compared. */
export function bareAddress(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*@/, '@');
}
