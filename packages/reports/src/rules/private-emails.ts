import type { Span } from './plain-view.ts';

/** An email address found in a text. */
export interface FoundEmail extends Span {
  /** In lower case, without a tag: `ann@example.org` of `Ann+bins@Example.org`. */
  readonly address: string;
}

const localPart = /^[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]$/u;
const longestLocalPart = 64;

/** What a resident writes for `@`: the sign, also with blanks around it; `[at]`, `(at)`, `-at-`; `at` between blanks. */
const anchor = /[ \n]{0,3}@ {0,3}| {0,2}[[({<*_-] ?at ?[\])}>*_-] {0,2}|[ \n]{1,3}at {1,3}/gi;
/** What a resident writes for a dot: `.`, `[dot]`, `(dot)`, `-dot-`; `dot` between blanks. */
const spokenDot = String.raw`(?: {1,3}dot {1,3}| {0,2}[[({<*_-] ?dot ?[\])}>*_-] {0,2})`;
/** Bounded by what a label and a domain may be: https://www.rfc-editor.org/rfc/rfc1035#section-2.3.4 */
const label = String.raw`[\p{L}\p{N}](?:(?!-dot-)[\p{L}\p{N}-]){0,62}`;
/** Endings that stand for nothing else where the dot before them has blanks around it, or is a comma. */
const ending = '(?:com|org|net|info|gov|co|ac|uk|cymru|wales|scot)';
/** Companies that give everybody an address. Nobody needs their ending to write to somebody there. */
const provider =
  '(?:gmail|googlemail|hotmail|yahoo|ymail|icloud|btinternet|btopenworld|virginmedia|ntlworld|talktalk|tiscali|protonmail|outlook|live|aol|sky|msn)';

/** Of these, what is a word too. */
const isWord = /^(?:outlook|live|sky|aol)$/i;

const domains = {
  /** `example.org`, the last label of letters. */
  written: new RegExp(String.raw`${label}(?:\.${label}){0,9}\.(?:\p{L}[\p{L}-]+|xn--[\w-]+)(?![\p{L}\p{N}-])`, 'iuy'),
  /** `example dot org`, `example [dot] co.uk`; not "at the dot on the map". */
  spoken: new RegExp(
    String.raw`(?!(?:the|an?|this|that|one|each|every|my|our|your|y|yr) )${label}(?:\.${label}){0,9}${spokenDot}${label}(?:(?:${spokenDot}|\.)${label}){0,9}`,
    'iuy',
  ),
  /** `example . org`, `example,co,uk`. */
  parted: new RegExp(String.raw`${label}(?:(?: {0,2}\. {0,2}|,)${ending}){1,2}(?![\p{L}\p{N}-])`, 'iuy'),
  /** `gmail.com`, `gmail com`, and `gmail` itself. */
  provided: new RegExp(String.raw`${provider}(?:[ .,]{1,2}(?:com|co[ .,]{1,2}uk|net))?(?![\p{L}\p{N}-])`, 'iuy'),
  /** `[192.0.2.1]`: https://www.rfc-editor.org/rfc/rfc5321#section-4.1.3 */
  numbered: /\[[\da-fIPv.:]{3,45}\]/iuy,
};
/** One character at a time: `j o @ e x a m p l e . o r g`. */
const spelledOut = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}._-] ){1,64}@(?: [\p{L}\p{N}.-]){4,64}(?![\p{L}\p{N}])/gu;

/** Says that an address comes: "email jo at example.org" is one, "look at example.org" is not. */
const cue =
  /(?:\be-?mail|\bmail|\bebost|\be-bost|\bcontact|\bcysyllt\p{L}*|\bwrite|\bmessage|\breach|\breply|\baddress)(?: address)?(?: \p{L}+){0,3}[ :,.-]*$/iu;
const pronoun = /^(?:me|you|us|him|her|them|it|here|there|back|i|ni|chi|mi)$/i;

/** Email addresses in a plain text, written with `@` or spoken: `ann at example dot org`. */
export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [...text.matchAll(spelledOut)].map(({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    address: bareAddress(written.replaceAll(' ', '')),
  }));
  let from = 0;
  for (const match of text.matchAll(anchor)) {
    const start = startOfLocalPart(text, from, match);
    if (start === match.index) continue;
    const after = match.index + match[0].length;
    const domain = domainAt(text, after, match[0], text.slice(start, match.index), text.slice(Math.max(0, start - 60), start));
    if (domain === undefined) continue;
    from = after + domain.length;
    found.push({ start, end: from, address: bareAddress(`${plainly(text.slice(start, match.index))}@${plainly(domain)}`) });
  }
  return found;
}

/** Where what stands before the sign begins: `jo.smith`, `"jo smith"`, `jo dot smith`. At the sign itself where there is nothing. */
function startOfLocalPart(text: string, from: number, { index }: RegExpExecArray): number {
  if (/["“”]/.test(text.charAt(index - 1))) {
    const opened = /["“”][^"“”\n]{1,64}["“”]$/.exec(text.slice(Math.max(from, index - longestLocalPart - 2), index));
    if (opened) return index - opened[0].length;
  }
  let start = index;
  while (start > from && index - start < longestLocalPart && localPart.test(text.charAt(start - 1))) start--;
  while (start < index && !/[\p{L}\p{N}]/u.test(text.charAt(start))) start++;
  if (start === index) return start;
  for (let more = 0; more < 3; more++) {
    const before = dotBefore.exec(text.slice(Math.max(from, start - 60), start));
    if (!before) break;
    start -= before[0].length;
  }
  return start;
}
const dotBefore = new RegExp(String.raw`[\p{L}\p{N}_-]{1,32}(?:${spokenDot}| (?:underscore|dash|hyphen) )$`, 'iu');

function domainAt(text: string, index: number, sign: string, local: string, before: string): string | undefined {
  const at = (kind: keyof typeof domains): string | undefined => {
    domains[kind].lastIndex = index;
    return domains[kind].exec(text)?.[0];
  };
  const spoken = at('spoken');
  if (spoken !== undefined) return spoken;
  const provided = at('provided');
  if (sign.includes('@'))
    return at('written') ?? at('parted') ?? (sign === '@' || !isWord.test(provided ?? '') ? provided : undefined) ?? at('numbered');
  // "stand-at-ease", "look at example.org": where the sign is a word, something else has to say that this is an address.
  if (/[[({<]/.test(sign)) return at('written') ?? at('parted') ?? provided;
  if (provided !== undefined && !isWord.test(provided)) return provided;
  return cue.test(before) && !pronoun.test(local) ? at('written') : undefined;
}

/** What was written, as it is in an address. */
function plainly(written: string): string {
  return written
    .replace(new RegExp(spokenDot, 'giu'), '.')
    .replace(/ underscore /gi, '_')
    .replace(/ (?:dash|hyphen) /gi, '-')
    .replaceAll(',', '.')
    .replace(/["“” \n]/g, '');
}

/** An address as it is compared. */
export function bareAddress(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*@/, '@');
}
