/**
 * Postcodes as people write them. The rules say what can be a postcode; whether there is such a one, only a lookup knows.
 *
 * Shapes and letters: BS 7666, as published by the Office for National Statistics
 * (https://en.wikipedia.org/wiki/Postcodes_in_the_United_Kingdom#Validation). Written in any case, with spaces, hyphens,
 * brackets and full stops: https://design-system.service.gov.uk/patterns/addresses/
 */

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

/** The longest text that is looked at: a postcode with every letter between brackets. */
const longest = 40;

/** The ends of a postcode: these letters are never used there, for they look like others in handwriting. */
const inwardShape = /^\d[ABD-HJLNP-UW-Z]{2}$/;
const area = '[A-PR-UWYZ]';
const second = '[A-HK-Y]';
const outwardShapes: readonly RegExp[] = [
  new RegExp(`^${area}\\d$`),
  new RegExp(`^${area}\\d\\d$`),
  new RegExp(`^${area}${second}\\d$`),
  new RegExp(`^${area}${second}\\d\\d$`),
  new RegExp(`^${area}\\d[ABCDEFGHJKPSTUW]$`),
  new RegExp(`^${area}${second}\\d[ABEHMNPRVWXY]$`),
];
/** Where letters (A) and digits (9) stand, by length. */
const patterns: Readonly<Record<number, readonly string[]>> = { 2: ['A9'], 3: ['AA9', 'A99', 'A9A'], 4: ['AA99', 'AA9A'] };

/** https://www.royalmail.com/sites/royalmail.com/files/2022-02/overseas-territories.pdf and each territory's own post. */
const territories: readonly [RegExp, (found: RegExpExecArray) => string][] = [
  [/^(ASCN|BBND|BIQQ|FIQQ|PCRN|SIQQ|STHL|TDCU|TKCA)1ZZ$/, ([, place]) => `${place} 1ZZ`],
  [/^GX111AA$/, () => 'GX11 1AA'],
  [/^AI2640$/, () => 'AI-2640'],
  [/^(KY[1-3])(\d{4})$/, ([, island, box]) => `${island}-${box}`],
  [/^(MSR|VG)(1\d{3})$/, ([, place, number]) => `${place}${place === 'MSR' ? ' ' : ''}${number}`],
];

/**
 * Reads a postcode in any shape: `sw1a-2aa.`, `S W 1 A 2 A A`, `(W6 9JU)`, and `SWIA 2AA` or `W6 OJU` with a letter for a digit or
 * a digit for a letter where only the other can stand. Undefined where it cannot be a postcode.
 */
export function readPostcode(typed: string): Postcode | undefined {
  const bare = letters(typed);
  if (bare === undefined) return undefined;
  return special(bare) ?? standard(bare);
}

/** Whether it is the first half of a postcode, or that and a digit: "SW1A", "W6 9". */
export function isIncompletePostcode(typed: string): boolean {
  const bare = letters(typed);
  if (bare === undefined || !/[A-Z]/.test(bare)) return false;
  return readOutward(bare) !== undefined || (/\d$/.test(bare) && readOutward(bare.slice(0, -1)) !== undefined);
}

/** The first half of a postcode, put right like the whole: undefined where it cannot be one. */
export function readOutward(bare: string): string | undefined {
  if (outwardShapes.some((shape) => shape.test(bare))) return bare;
  for (const pattern of patterns[bare.length] ?? []) {
    const repaired = putRight(bare, pattern);
    if (outwardShapes.some((shape) => shape.test(repaired))) return repaired;
  }
  return undefined;
}

/**
 * Finds a postcode in a longer text ("12 Mill Lane AL3 4XZ"). The last one, for it stands at the end of an address.
 */
export function findPostcode(text: string): { readonly postcode: Postcode; readonly rest: string } | undefined {
  const words = text.normalize('NFKC').slice(0, 200).toUpperCase();
  const found = [...words.matchAll(/(?<![A-Z0-9])([A-Z0-9]{2,4})[\s.-]{0,3}([0-9OI][A-Z]{2})(?![A-Z0-9])/g)];
  for (const match of found.reverse()) {
    const postcode = standard(`${match[1] ?? ''}${match[2] ?? ''}`);
    // "FLAT 1AB"? The first half must hold a digit as it was typed, or every short word before "1ab" would do.
    if (postcode && /\d/.test(match[1] ?? '')) {
      return { postcode, rest: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.trim() };
    }
  }
  return undefined;
}

function letters(typed: string): string | undefined {
  if (typed.length > 10 * longest) return undefined;
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
  return bare.length > 0 && bare.length <= longest ? bare : undefined;
}

function special(bare: string): Postcode | undefined {
  const forces = /^BFP[O0](?:C[O0])?(\d{1,4})$/.exec(bare);
  if (forces?.[1] !== undefined) return make('forces', 'BFPO', String(Number(forces[1])));
  if (/^G[I1]R[0O]AA$/.test(bare)) return make('girobank', 'GIR', '0AA');
  for (const [shape, write] of territories) {
    const found = shape.exec(bare);
    if (!found) continue;
    const text = write(found);
    const [outward = '', inward = ''] = text.split(/[ -]/);
    return { text, kind: 'overseas', outward, inward };
  }
  return undefined;
}

function standard(bare: string): Postcode | undefined {
  if (bare.length < 5 || bare.length > 7) return undefined;
  const outward = readOutward(bare.slice(0, -3));
  const inward = putRight(bare.slice(-3), '9AA');
  // "111 1AA" is nobody's I11: some of it has to be right.
  if (outward === undefined || !/[A-Z]/.test(bare.slice(0, -3)) || !inwardShape.test(inward)) return undefined;
  return make(outward.startsWith('BF') ? 'forces' : 'standard', outward, inward);
}

const make = (kind: PostcodeKind, outward: string, inward: string): Postcode => ({ text: `${outward} ${inward}`, kind, outward, inward });

/** O for 0 and I for 1, and the other way round, by what must stand where. */
function putRight(text: string, pattern: string): string {
  const digits: Readonly<Record<string, string>> = { O: '0', I: '1' };
  const alphas: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };
  return [...text].map((character, at) => (pattern[at] === '9' ? digits : alphas)[character] ?? character).join('');
}
