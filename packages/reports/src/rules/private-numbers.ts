import type { Span } from './plain-view.ts';

/** Digits with blanks, brackets, hyphens, dots, slashes or a plus between them. */
const run = /[+(]{0,3}\d(?:[\s()./_+-]{0,4}\d)*/g;

interface Group extends Span {
  readonly digits: string;
  /** A plus stands before it. */
  readonly plus: boolean;
  /** What stands between it and the group before. */
  readonly separator: string;
}

/** Telephone numbers and payment card numbers in a plain text, whatever is between their digits. */
export function findNumbers(text: string): Span[] {
  return findInRuns(text, (groups, at) => lengthOfCard(groups, at) || lengthOfTelephone(groups, at));
}

/** Where a plain text has one telephone number, with or without its country or area code. */
export function findTelephone(text: string, telephone: string): Span[] {
  const own = telephone.replace(/\D/g, '').replace(/^0+/, '');
  if (own.length < shortestLocal) return [];
  return findInRuns(text, (groups, at) => {
    let digits = '';
    let length = 0;
    for (let index = at; index < groups.length && digits.length <= longest; index++) {
      digits += groups[index]?.digits ?? '';
      const bare = digits.replace(/^0+/, '');
      const same = bare.length >= shortestLocal && (own.endsWith(bare) || (own.length >= 9 && bare.endsWith(own.slice(-9))));
      if (same && digits.length <= longest + 3) length = index - at + 1;
    }
    return length;
  });
}

/** Of a number without its area code: six digits. */
const shortestLocal = 6;
/** Digits of a number with its country code: https://www.itu.int/rec/T-REC-E.164 */
const longest = 15;

/** `take` says how many groups from one on are a number; 0 where none begins there. */
function findInRuns(text: string, take: (groups: readonly Group[], at: number) => number): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(run)) {
    for (const groups of betweenDates(groupsOf(match[0], match.index))) {
      for (let at = 0; at < groups.length;) {
        const length = take(groups, at);
        const first = groups[at];
        const last = groups[at + length - 1];
        if (length > 0 && first && last) found.push({ start: first.start, end: last.end });
        at += Math.max(length, 1);
      }
    }
  }
  return found;
}

function groupsOf(written: string, offset: number): Group[] {
  const groups: Group[] = [];
  let end = 0;
  for (const { 0: digits, index } of written.matchAll(/\d+/g)) {
    const separator = written.slice(end, index);
    const plus = separator.lastIndexOf('+');
    const bracket = /[+(]+$/.exec(separator);
    end = index + digits.length;
    groups.push({ digits, plus: plus >= 0, separator, start: offset + (bracket ? index - bracket[0].length : index), end: offset + end });
  }
  return groups;
}

/** The groups between dates: "01/12/2026 10 30" has no telephone number in it. */
function betweenDates(groups: readonly Group[]): Group[][] {
  const parts: Group[][] = [[]];
  for (let at = 0; at < groups.length; at++) {
    if (isDate(groups, at)) {
      parts.push([]);
      at += 2;
    } else parts.at(-1)?.push(...groups.slice(at, at + 1));
  }
  return parts;
}

function isDate(groups: readonly Group[], at: number): boolean {
  const [day, month, year, next] = groups.slice(at, at + 4);
  if (!day || !month || !year || day.plus) return false;
  const sign = month.separator;
  if (!/^[./-]$/.test(sign) || year.separator !== sign || next?.separator === sign || (at > 0 && day.separator === sign)) return false;
  const written = [day, month, year].map(({ digits }) => digits).join(' ');
  return /^(?:(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) (?:19|20)?\d\d|(?:19|20)\d\d (?:0?[1-9]|1[0-2]) (?:0?[1-9]|[12]\d|3[01]))$/.test(
    written,
  );
}

/** How many groups from one on are a telephone number: the best fit of those that can be one. */
function lengthOfTelephone(groups: readonly Group[], at: number): number {
  let digits = '';
  let length = 0;
  let best = 0;
  for (let index = at; index < groups.length && digits.length <= longest; index++) {
    const group = groups[index];
    // A plus begins another number.
    if (!group || (group.plus && index > at)) break;
    digits += group.digits;
    const fit = fitOf(digits, groups[at]?.plus === true, index === at);
    if (fit > 0 && fit >= best) {
      best = fit;
      length = index - at + 1;
    }
  }
  return length;
}

/** 0: cannot be a telephone number. Higher: likelier where several lengths fit. */
function fitOf(digits: string, plus: boolean, single: boolean): number {
  const international = plus ? digits : /^00[1-9]/.test(digits) ? digits.slice(2) : undefined;
  if (international !== undefined) {
    if (international.length < 7 || international.length > longest) return 0;
    return /^44(?:0?\d{10})$/.test(international) ? 2 : 1;
  }
  if (/^0\d{10}$/.test(digits) || /^44(?:0\d{9,10}|[1-9]\d{9})$/.test(digits)) return 3;
  if (/^0\d{9}$/.test(digits) || /^44[1-9]\d{8}$/.test(digits) || /^7\d{9}$/.test(digits)) return 2;
  // With a digit too many, typed in one go.
  return single && /^0\d{11}$/.test(digits) ? 1 : 0;
}

/** https://www.iso.org/standard/70484.html: 13 to 19 digits, the last a check digit. */
function lengthOfCard(groups: readonly Group[], at: number): number {
  let digits = '';
  for (let index = at; index < groups.length && digits.length < 19; index++) {
    digits += groups[index]?.digits ?? '';
    if (groups[index]?.plus === true) return 0;
    if (/^[2-6]\d{12,18}$/.test(digits) && passesLuhn(digits)) return index - at + 1;
  }
  return 0;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const value = Number(digits.charAt(digits.length - 1 - index));
    sum += index % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2;
  }
  return sum % 10 === 0;
}
