/**
 * Postcodes as people write them. The rules say what can be a postcode; whether there is such a one, only a lookup knows.
 *
 * Shapes and letters: BS 7666, as published by the Office for National Statistics
 * (https://en.wikipedia.org/wiki/Postcodes_in_the_United_Kingdom#Validation). Written in any case, with spaces, hyphens,
 * brackets and full stops: https://design-system.service.gov.uk/patterns/addresses/
 */
import { cleanIdentifier } from './clean-text.ts';

/** What a postcode is for. */
export type PostcodeKind =
  /** A place in the United Kingdom or the Crown dependencies. */
  | 'standard'
  /** British Forces Post Office: `BFPO 61`, `BF1 3AA`. */
  | 'forces'
  /** GIR 0AA, once Girobank's. */
  | 'girobank'
  /** A British overseas territory: `FIQQ 1ZZ`. */
  | 'overseas';

export interface Postcode {
  /** As it is written properly: `SW1A 2AA`. */
  readonly text: string;
  readonly kind: PostcodeKind;
  /** The half before the space. */
  readonly outward: string;
  /** The half after it. */
  readonly inward: string;
}

/** The longest text that is looked at: ten times a postcode with every letter between brackets. */
const longest = 400;

/**
 * The first half. A district is 1 to 99, and 0 after two letters alone (CR0, BS0): no area of one letter has a district 0, and none is written
 * with a 0 before it.
 */
const outwardShape = /^[A-PR-UWYZ](?:[1-9][\dABCDEFGHJKPSTUW]?|[A-HK-Y](?:0|[1-9][\dABEHMNPRVWXY]?))$/;
/** The second half: these letters are never used there, for they look like others in handwriting. */
const inwardShape = /^\d[ABD-HJLNP-UW-Z]{2}$/;
/** Where letters (A) and digits (9) stand in the first half. */
const patterns = ['A9', 'AA9', 'A99', 'A9A', 'AA99', 'AA9A'];

/**
 * First halves that need their own second half (https://www.royalmail.com/sites/royalmail.com/files/2022-02/overseas-territories.pdf and each
 * territory's own post).
 */
const territory =
  /^(?:(?:ASCN|BBND|[BFS]IQQ|PCRN|STHL|TDCU|TKCA)(?=1ZZ$)|GX11(?=1AA$)|AI(?=2640$)|KY[1-3](?=\d{4}$)|(?:MSR|VG)(?=1\d{3}$))/;

/**
 * Reads a postcode in any shape: `sw1a-2aa.`, `S W 1 A 2 A A`, `(W6 9JU)`, and `SWIA 2AA`, `W6 OJU` or `P01 2AB` with a letter for a digit or
 * a digit for a letter where only the other can stand. Undefined where it cannot be a postcode.
 */
export function readPostcode(typed: string): Postcode | undefined {
  const bare = letters(typed);
  return bare ? (special(bare) ?? standard(bare)) : undefined;
}

/** Whether it is the first half of a postcode, or that and a digit: "SW1A", "W6 9". */
export function isIncompletePostcode(typed: string): boolean {
  const bare = letters(typed);
  if (!bare || !/[A-Z]/.test(bare)) return false;
  return [bare, bare.replace(/\d$/, '')].some((start) => readOutward(start) !== undefined);
}

/** The first half of a postcode in capitals, put right like the whole: undefined where it cannot be one. */
export function readOutward(bare: string): string | undefined {
  const repaired = patterns.filter(({ length }) => length === bare.length).map((pattern) => putRight(bare, pattern));
  return [bare, ...repaired].find((each) => outwardShape.test(each));
}

/**
 * Finds a postcode in a longer text ("12 Mill Lane AL3 4XZ"), and the text without it, cleaned as identifiers are. The last one, for it stands at
 * the end of an address.
 */
export function findPostcode(text: string): { readonly postcode: Postcode; readonly rest: string } | undefined {
  const clean = cleanIdentifier(text.slice(0, 200));
  const found = [...clean.matchAll(/(^|[^a-z0-9])([a-z0-9]{2,4})[\s.-]{0,3}([0-9oi][a-z]{2})(?![a-z0-9])/gi)];
  for (const match of found.reverse()) {
    const [whole, before = '', outward = '', inward = ''] = match;
    const postcode = standard((outward + inward).toUpperCase());
    // "FLAT 1AB"? The first half must hold a digit as it was typed, or every short word before "1ab" would do.
    if (postcode && /\d/.test(outward)) {
      return { postcode, rest: `${clean.slice(0, match.index) + before} ${clean.slice(match.index + whole.length)}`.trim() };
    }
  }
  return undefined;
}

function letters(typed: string): string | undefined {
  if (typed.length > longest) return undefined;
  return cleanIdentifier(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}

function special(bare: string): Postcode | undefined {
  const [, forces] = /^BFP[O0](?:C[O0])?(\d{1,4})$/.exec(bare) ?? [];
  if (forces) return make('forces', 'BFPO', String(Number(forces)));
  if (/^G[I1]R[0O]AA$/.test(bare)) return make('girobank', 'GIR', '0AA');
  const [place] = territory.exec(bare) ?? [];
  if (!place) return undefined;
  return make('overseas', place, bare.slice(place.length), /^(?:AI|KY)/.test(place) ? '-' : place === 'VG' ? '' : ' ');
}

function standard(bare: string): Postcode | undefined {
  const start = bare.slice(0, -3);
  const [outward, inward] = [readOutward(start), putRight(bare.slice(-3), '9AA')];
  // "111 1AA" is nobody's I11: some of it has to be right.
  if (!outward || !/[A-Z]/.test(start) || !inwardShape.test(inward)) return undefined;
  return make(outward.startsWith('BF') ? 'forces' : 'standard', outward, inward);
}

const make = (kind: PostcodeKind, outward: string, inward: string, between = ' '): Postcode => ({
  text: outward + between + inward,
  kind,
  outward,
  inward,
});

/** O for 0 and I for 1, and the other way round, by what must stand where. */
function putRight(text: string, pattern: string): string {
  return text.replace(/[O0I1]/g, (sign, at: number) => (pattern[at] === '9' ? '01' : 'OI').charAt(Number(/[I1]/.test(sign))));
}
