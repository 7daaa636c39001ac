/**
 * Text that people type or paste. Two ways to clean it: prose keeps what scripts and emoji are written with,
 * identifiers (email address, telephone number, postcode, reference, amount) keep only what can be seen.
 */

/**
 * Controls (a tab and a line end are kept), embeddings, overrides and isolates that turn the reading direction of what follows
 * (https://trojansource.codes/), the byte order mark, and two code points that are no characters.
 */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const harmful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
const lineEnds = /\r\n?|\u2028|\u2029/g;
/** Half of a surrogate pair: not a character, and no UTF-8 can carry it. With the u flag whole pairs do not match. */
const halves = /[\ud800-\udfff]/gu;

/**
 * Runs of characters that are not seen, with what they may belong to before them: emoji, and letters of scripts that are written with joiners
 * and variation selectors (Arabic, those of India and further east). No Latin letter. No look-behind: Safari has it since 16.4 only.
 */
const base = '(?!\\p{DI})[\\u0600-\\u1aff\\u203c-\\ufdff\\u{10000}-\\u{dffff}©®]';
/** First what is usual, many at once: a long text of emoji has a joiner at every other place. */
const unseen = new RegExp(`(?:${base}(?:\\u200d|\\ufe0f)?(?![\\p{DI}\\u20e3])){1,1000}|(${base})?(\\p{DI}+)(\\u20e3?)`, 'gu');

/** What stays of such a run: tags after the flag that they are part of, one variation selector and one joiner, the selector of a keycap. */
function written(whole: string, base: string | undefined = '', run: string | undefined, keycap: string): string {
  if (run === undefined) return whole;
  const kept =
    base === '🏴' ? /^[\u{e0020}-\u{e007f}]*/u : base ? /^[\u180b-\u180d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]?[\u200c\u200d]?/u : /^\ufe0f$/;
  return base + (base || keycap ? (kept.exec(run)?.[0] ?? '') : '') + keycap;
}

/**
 * Text as it may travel and be stored, whatever it is: `\n` for line ends, no control characters (PostgreSQL refuses NUL, XML most others),
 * nothing that turns the reading direction, U+FFFD for halves of surrogate pairs. Blanks around it stay.
 */
export function cleanText(text: string): string {
  return text.replace(lineEnds, '\n').replace(harmful, '').replace(halves, '\ufffd');
}

/** Prose of several lines as it is kept: as {@link cleanText}, composed (NFC), nothing unseen in it, no blanks around it. */
export function cleanLines(typed: string): string {
  return cleanText(typed).replace(unseen, written).normalize('NFC').trim();
}

/** Prose of one line, such as a name: as {@link cleanLines}, with a plain space for each line end, tab and other blank. */
export function cleanLine(typed: string): string {
  return cleanLines(typed).replace(/\s/g, ' ');
}

/**
 * What somebody typed or pasted as an identifier: an email address, a telephone number, a postcode, a reference, an amount, a UPRN. Nothing
 * unseen is left in it, every dash and minus sign is `-`, every blank is a space, and full-width or mathematical letters and digits are plain
 * ones. Superscripts and fractions stay as they are: "20²" is not 202.
 */
export function cleanIdentifier(typed: string): string {
  return cleanText(typed)
    .replace(/[\p{DI}\p{Cf}]/gu, '')
    .replace(/[\p{Pd}\u02d7\u2043\u2212]/gu, '-')
    .replace(/[\ufb00-\uffef\u{1d400}-\u{1d7ff}]/gu, (wide) => wide.normalize('NFKC'))
    .replace(/\s/g, ' ')
    .normalize('NFC')
    .trim();
}
