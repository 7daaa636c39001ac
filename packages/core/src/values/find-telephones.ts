import { readTelephone } from './telephone.ts';

/** The position of a number in a text, in code units: `text.slice(start, end)` is the number. */
export interface FoundTelephone {
  readonly start: number;
  readonly end: number;
}

/** What may stand between the digits of a number: what `readTelephone` takes, seen or unseen. */
const parting = String.raw`[\s()[\]./\\_·•~\p{Pd}\u02d7\u2043\u2212\p{DI}\p{Cf}]`;
const group = /\+[^\d+]*\d+|\d+/g;
const runs = /* @__PURE__ */ new RegExp(String.raw`(?:\+${parting}{0,3})?\d+(?:${parting}{1,6}(?:\+${parting}{0,3})?\d+)*`, 'gu');
const wide = /[\uff0b\uff10-\uff19]/g;
/** The squares of the National Grid (https://www.ordnancesurvey.co.uk/documents/resources/guide-to-nationalgrid.pdf), without NO: that is also "no". */
const gridSquare = /(?:^|[^\p{L}\d])(?:H[PTUWXYZ]|N[A-DF-HJ-MR-UWXYZ]|OV|S[C-EHJKM-PR-Z]|T[AFGLMQRV])\s?$/u;
/** A day with its year, as it is written in figures. */
const day = /(?:^|\D)(?:0?[1-9]|[12]\d|3[01])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d(?!\d)/;
/** What a number is at least: to look at its digits is quicker than to read it, and a hostile text has many runs of them. */
const outline = /^(?:\+(?:00)?[1-9]\d{6,15}|00[1-9]\d{6,15}|0[1-9]\d{8,9}|440?[1-9]\d{8,9}|7[1-9]\d{8})$/;
/** E.164 allows 15 digits, so no number has more groups than these. */
const mostGroups = 16;

interface Group {
  readonly digits: string;
  readonly plus: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * The telephone numbers in prose, in order: what `readTelephone` takes, unless its place or its shape says that it is something else: a day, an
 * opening time, an amount, a decimal, a grid reference, a UPRN, a reference that begins with letters. In doubt it is a number, because this
 * serves to keep numbers private.
 */
export function findTelephones(text: string): FoundTelephone[] {
  // One code unit for one, so that places stay as they are.
  const plain = text.replace(wide, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  return [...plain.matchAll(runs)].flatMap((run) => findInRun(plain, groupsOf(run[0], run.index)));
}

function groupsOf(run: string, at: number): Group[] {
  return [...run.matchAll(group)].map(({ 0: text, index }) => ({
    digits: text.replace(/\D/g, ''),
    plus: text.startsWith('+'),
    start: at + index,
    end: at + index + text.length,
  }));
}

function findInRun(plain: string, groups: readonly Group[]): FoundTelephone[] {
  const found: FoundTelephone[] = [];
  for (let first = 0; first < groups.length;) {
    const from = groups.slice(first, first + mostGroups);
    const isBehindNumber = first > 0 && found.at(-1)?.end === groups[first - 1]?.end;
    const isWhole = first === 0 && groups.length <= mostGroups;
    const number = numberAtStart(plain, from, isBehindNumber, isWhole);
    const [start, end] = [number?.[0]?.start, number?.at(-1)?.end];
    if (number && start !== undefined && end !== undefined) found.push({ start, end });
    first += number?.length ?? 1;
  }
  return found;
}

/** The longest number that begins with the first of the groups, on one line if there is one. */
function numberAtStart(plain: string, groups: readonly Group[], isBehindNumber: boolean, isWhole: boolean): readonly Group[] | undefined {
  const [head] = groups;
  if (!head || !mayBegin(plain.slice(Math.max(0, head.start - 20), head.start), head, isBehindNumber)) return undefined;
  const numbers = groups
    .map((_, last) => groups.slice(0, last + 1))
    .filter((some) => outline.test(`${head.plus ? '+' : ''}${some.map(({ digits }) => digits).join('')}`))
    .filter((some) => readTelephone(plain.slice(head.start, some.at(-1)?.end)) !== undefined)
    .filter((some) => !isSomethingElse(plain, some, isWhole && some.length === groups.length))
    .reverse();
  return numbers.find((some) => !/[\r\n]/.test(plain.slice(head.start, some.at(-1)?.end))) ?? numbers[0];
}

function mayBegin(ahead: string, head: Group, isBehindNumber: boolean): boolean {
  if (/[£€$]\s?$|\bu[sp]rn[\s:.]*$/i.test(ahead)) return false;
  if (head.plus && /[\d.]$/.test(ahead)) return false;
  // Behind a letter it is a reference: AB01234567890. But "tel01632 960001" is a number.
  if (/\p{L}\p{M}*$/u.test(ahead) && !/(?:tel|phone|mob|mobile|ff[oô]n|call|ring|text|at|on|is)$/iu.test(ahead)) return false;
  // The end of a decimal or of a date begins nothing. "1/07700 900982" does.
  return isBehindNumber || head.plus || head.digits.length > 4 || !/\d[./\p{Pd}\u2212]$/u.test(ahead);
}

/** Minutes past the hour, as on a bus stop: "07 10 17 20 27". They rise until the hour is over. A mobile number has a digit more. */
function isTimetable(groups: readonly Group[]): boolean {
  return (
    groups.length >= 4 &&
    groups.every(({ digits }, at) => /^[0-5]\d$/.test(digits) && (at === 0 || digits > (groups[at - 1]?.digits ?? '')))
  );
}

function isSomethingElse(plain: string, groups: readonly Group[], isWhole: boolean): boolean {
  const [head, second] = groups;
  if (!head || head.plus) return false;
  const between = groups.slice(1).map(({ start }, before) => plain.slice(groups[before]?.end, start).replace(/[()[\]\p{DI}]/gu, ''));
  const written = plain.slice(head.start, groups.at(-1)?.end);
  if (day.test(written) || isTimetable(groups)) return true;
  const [ahead, lengths] = [plain.slice(Math.max(0, head.start - 4), head.start), groups.map(({ digits }) => digits.length)];
  if (groups.length <= 2 && lengths.every((length) => length === lengths[0]) && gridSquare.test(ahead)) return true;
  // "(0)20 7946 0991": the brackets part nothing.
  const digits = between[0] === '' ? head.digits + (second?.digits ?? '') : head.digits;
  // A mobile number without its 0 is only sure in its usual groups.
  if (digits.startsWith('7')) return digits.length < 4;
  if (digits.length > 2) return false;
  // Now it could be a column of figures, a time or an amount. One number is parted by one sign.
  const [sign, ...signs] = between.filter((text) => text !== '').map((text) => text.trim() || ' ');
  if (signs.some((other) => other !== signs[0]) || (sign === '.' && signs.some((other) => other !== sign))) return true;
  if (digits === '44') return false;
  if (digits === '0') return sign === '.' || !((second?.digits.length ?? 0) >= 4 || lengths.every((length) => length === 1));
  return !isWhole || signs.some((other) => other !== sign);
}
