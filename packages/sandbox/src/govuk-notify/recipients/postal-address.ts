import { keyOf, type Personalisation } from '../content/placeholders.ts';
import { normaliseWhitespace, withoutBlankBeforePunctuation } from '../content/typography.ts';

/** An address that a letter can go to. */
export interface PostalAddress {
  /** With the postcode or the country last. */
  lines: readonly string[];
  /** Where it goes: in the UK the service chooses how fast. */
  zone: 'uk' | 'europe' | 'rest-of-world';
}

/** The names of values that are an address's lines. A seventh line stands for the postcode. */
const lineNames = ['address_line_1', 'address_line_2', 'address_line_3', 'address_line_4', 'address_line_5', 'address_line_6'];

const postcodeAreas =
  'AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const postcode = new RegExp(`^(?:${postcodeAreas})\\d[\\dA-Z]?\\d[ABD-HJLNP-UW-Z]{2}$`);

/** A country's name without case, accents, blanks and punctuation. */
const countryKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[\p{M} _\-'’,.()]/gu, '')
    .replace(/[&+]/g, 'and')
    .toLowerCase();

/** Countries by their names, English and Welsh. Notify has a longer list, with names that people use for them. */
const countries = new Map<string, string>();
const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
for (const names of [english, new Intl.DisplayNames(['cy'], { type: 'region', fallback: 'none' })]) {
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = names.of(code);
    // A code that was given up, such as DD, has the name of the one that took its place.
    const isCurrent = new Intl.Locale(`und-${code}`).region === code && !/^(?:EU|EZ|UN|XA|XB|ZZ)$/.test(code);
    if (name !== undefined && isCurrent) countries.set(countryKey(name), code);
  }
}
for (const [code, ...names] of [
  ['GB', 'UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland', 'Cymru', 'Channel Islands', 'Alderney', 'Sark', 'Herm'],
  ['US', 'USA', 'United States of America', 'America'],
  ['IE', 'Republic of Ireland', 'Eire'],
  ['NL', 'Holland'],
  ['CZ', 'Czech Republic'],
  ['TR', 'Turkey'],
] as const)
  for (const name of names) countries.set(countryKey(name), code);

/** The code of a country, whose article may be left out; no country has a figure in its name. */
function countryOf(line: string | undefined): string | undefined {
  if (line === undefined || /\d/.test(line)) return undefined;
  const key = countryKey(line);
  return ['', 'the', 'yr', 'y'].map((article) => countries.get(article + key)).find((code) => code !== undefined);
}

const ownIslands = ['GB', 'GG', 'IM', 'JE'];
const europe =
  'AL AD AM AT AZ BY BE BA BG HR CY CZ DK EE FO FI FR GE DE GI GR GL HU IC IS IE IT KZ XK KG LV LI LT LU MK MT MD MC ME NL NO PL PT RO RU SM RS SK SI ES SE CH TJ TR TM UA UZ VA'.split(
    ' ',
  );

/** The lines as they stand in a personalisation, six and the postcode. */
export function givenLines(personalisation: Personalisation): readonly (string | null)[] {
  const values = new Map(Object.entries(personalisation).map(([name, value]) => [keyOf(name), value]));
  return [...lineNames, 'postcode'].map((name) => {
    const value = values.get(keyOf(name));
    return value === undefined || value === null ? null : String(value as string);
  });
}

/** British Forces Post Office, perhaps with its number. */
const forces = /^bfpo *(?:c\/o)?(?: *(\d+))?$/i;

/**
 * How many lines name the UK, from the last one up to the first that names another country. Notify takes as many away, even where they do not stand
 * together: an address with Wales in its middle and the United Kingdom at its end loses its postcode.
 */
function trailingUk(lines: readonly string[]): number {
  const codes = lines.map(countryOf).filter((code) => code !== undefined);
  return codes.length - 1 - codes.findLastIndex((code) => !ownIslands.includes(code));
}

/** Reads the address of a letter; what is wrong with it, in the words of notifications-api, notifications/validators.py. */
export function readPostalAddress(personalisation: Personalisation, mayGoAbroad: boolean): PostalAddress | { problem: string } {
  const keys = [...lineNames, 'address_line_7' in personalisation ? 'address_line_7' : 'postcode'];
  const given = keys
    .map((key) => personalisation[key])
    .flatMap((value) => (value === undefined || value === null ? [] : String(value as string).split(/\r\n|[\n\r]/)))
    .map((line) => withoutBlankBeforePunctuation(normaliseWhitespace(line).replace(/[ ,]+$/, '')))
    .filter((line) => line !== '');
  const bfpo = given.map((line) => forces.exec(line)?.[1]).find((number) => number !== undefined);
  const rest = bfpo === undefined ? given : given.filter((line) => !forces.test(line));
  const code = countryOf(rest.at(-1));
  const isAbroad = code !== undefined && !ownIslands.includes(code);
  const lines = code === undefined ? [...rest] : rest.slice(0, -Math.max(1, trailingUk(rest)));
  const written = postcodeOf(lines.at(-1));
  if (written !== undefined && !isAbroad) lines.splice(-1, 1, written);
  if (bfpo !== undefined) lines.push(`BFPO ${Number(bfpo)}`);
  if (isAbroad) lines.push(english.of(code) ?? code);
  const problem = problemOf(lines, { mayGoAbroad, isAbroad, isBfpo: bfpo !== undefined, hasPostcode: written !== undefined });
  if (problem !== undefined) return { problem };
  return { lines, zone: isAbroad ? (europe.includes(code) ? 'europe' : 'rest-of-world') : 'uk' };
}

function problemOf(
  lines: readonly string[],
  { mayGoAbroad, isAbroad, isBfpo, hasPostcode }: Record<'mayGoAbroad' | 'isAbroad' | 'isBfpo' | 'hasPostcode', boolean>,
): string | undefined {
  if (lines.length < 3) return 'Address must be at least 3 lines';
  if (lines.length > 7) return 'Address must be no more than 7 lines';
  if (!lines.slice(0, 2).every((line) => /[a-z0-9]/i.test(line)))
    return 'The first 2 lines of the address must both include at least one alphanumeric character';
  if (isAbroad && isBfpo) return 'The last line of a BFPO address must not be a country.';
  if (!(mayGoAbroad && isAbroad) && !(hasPostcode && !isAbroad) && !isBfpo)
    return mayGoAbroad ? 'Last line of address must be a real UK postcode or another country' : 'Must be a real UK postcode';
  if (lines.some((line) => /^[@()=[\]"\\/,<>~]/.test(line)))
    return 'Address lines must not start with any of the following characters: @ ( ) = [ ] ” \\ / , < >';
  if (lines.some((line) => line.toLowerCase() === 'nfa') || /no fixed (?:abode|address)/i.test(lines.join('\n')))
    return 'Must be a real address';
  return undefined;
}

function postcodeOf(line: string | undefined): string | undefined {
  const compact = (line ?? '').replace(/\s/g, '').toUpperCase();
  return postcode.test(compact) ? `${compact.slice(0, -3)} ${compact.slice(-3)}` : undefined;
}
