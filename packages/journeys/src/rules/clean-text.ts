/**
 * Characters that do harm wherever text is shown and that nobody types: C0 and C1 controls (a tab and a line end are kept),
 * embeddings, overrides and isolates that turn the reading direction of what follows (https://trojansource.codes/), and the byte order mark.
 * Joiners, variation selectors and tag characters stay: emoji and several scripts are written with them.
 */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const harmful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const lineEnds = /\r\n?|\u2028|\u2029/g;
/** Half of a surrogate pair: not a character, and no UTF-8 can carry it. With the u flag whole pairs do not match. */
const halves = /[\ud800-\udfff]/gu;

/** Several lines as they are kept: `\n` for line ends, composed characters (NFC), nothing around them, nothing harmful in them. */
export function cleanLines(typed: string): string {
  return typed.replace(lineEnds, '\n').replace(harmful, '').replace(halves, '\ufffd').normalize('NFC').trim();
}

/** One line as it is kept: as {@link cleanLines}, a blank for each line end or tab that was pasted in. */
export function cleanLine(typed: string): string {
  return cleanLines(typed).replace(/[\n\t]/g, ' ');
}
