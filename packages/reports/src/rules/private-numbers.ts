import { passesLuhn } from '@council-kit/core';
import type { Span } from './plain-view.ts';

/** Digits with blanks and signs between them: any that somebody may part a number with. */
const run = /[+(]{0,3}\d(?:[\s()./_+,:;|*~=-]{0,4}\d)*/g;

/** Digits, and letters that are written for them, where no other letter is beside them. */
const mixed = /(?<![\p{L}\p{N}])[\dOoОоΟοIlІΙ]+(?![\p{L}\p{N}])/gu;
/** What a word of letters alone has on both sides where it is part of a number. */
const [digitBefore, digitAfter] = [/\d[OoОоΟοIlІΙ]*[ ()./-]{1,3}$/, /^[ ()./-]{1,3}[OoОоΟοIlІΙ]*\d/];

/**
 * The text with 0 and 1 in place of letters that look like them, where they stand among digits: "O7700 9OO l23". Each character stays
 * where it is.
 */
export function withDigits(text: string): string {
  return text.replace(mixed, (written, at: number) => {
    const isWord = !/\d/.test(written);
    const end = at + written.length;
    if (isWord && !(digitBefore.test(text.slice(Math.max(0, at - 24), at)) && digitAfter.test(text.slice(end, end + 24)))) return written;
    return written.replace(/[OoОоΟο]/g, '0').replace(/[IlІΙ]/g, '1');
  });
}

interface Group extends Span {
  readonly digits: string;
}

/** Of a number without its area code: six digits. */
const shortestLocal = 6;
/** Digits of a number with its country code (https://www.itu.int/rec/T-REC-E.164), and of "00" and "(0)". */
const longest = 18;

/** Where a plain text has one telephone number, with or without its country or area code. */
export function findOwnTelephone(text: string, telephone: string): Span[] {
  const own = telephone.replace(/\D/g, '').replace(/^0+/, '');
  if (own.length < shortestLocal) return [];
  return findInRuns(text, (groups, at) => {
    let digits = '';
    let length = 0;
    for (let index = at; index < groups.length && digits.length <= longest; index++) {
      digits += groups[index]?.digits ?? '';
      const bare = digits.replace(/^0+/, '');
      const same = (bare.length >= shortestLocal && own.endsWith(bare)) || (own.length >= 9 && bare.endsWith(own.slice(-9)));
      if (same && digits.length <= longest) length = index - at + 1;
    }
    return length;
  });
}

/** Payment card numbers in a plain text: 13 to 19 digits, the last a check digit (https://www.iso.org/standard/70484.html). */
export function findCards(text: string): Span[] {
  return findInRuns(text, (groups, at) => {
    let digits = '';
    for (let index = at; index < groups.length && digits.length < 19; index++) {
      digits += groups[index]?.digits ?? '';
      if (/^[2-6]\d{12,18}$/.test(digits) && passesLuhn(digits)) return index - at + 1;
    }
    return 0;
  });
}

/** `take` says how many groups from one on are a number; 0 where none begins there. */
function findInRuns(text: string, take: (groups: readonly Group[], at: number) => number): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(run)) {
    const groups = groupsOf(match[0], match.index);
    for (let at = 0; at < groups.length;) {
      const length = take(groups, at);
      const first = groups[at];
      const last = groups[at + length - 1];
      if (length > 0 && first && last) found.push({ start: first.start, end: last.end });
      at += Math.max(length, 1);
    }
  }
  return found;
}

/** A plus or a bracket right before a group is part of it. */
function groupsOf(written: string, offset: number): Group[] {
  return [...written.matchAll(/[+(]*(\d+)/g)].map(({ 0: whole, 1: digits = '', index }) => ({
    digits,
    start: offset + index,
    end: offset + index + whole.length,
  }));
}
