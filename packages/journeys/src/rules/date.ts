import { months } from '@council-kit/core';

function monthFrom(typed: string): number {
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  const word = typed.toLowerCase().replace(/\.$/, '');
  // "jan" and "ion" are months; "ma" could be three.
  return word.length < 3 || word.length > 12
    ? 0
    : months.en.findIndex((name, at) => [name, months.cy[at] ?? ''].some((each) => each.toLowerCase().startsWith(word))) + 1;
}

/**
 * A day as ISO 8601 (`2026-11-23`) from day, month and year as typed: the month may be a word, English or Welsh, whole or its first letters.
 * Undefined where there is no such day.
 */
export function dateFrom(day: string, month: string, year: string): string | undefined {
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return undefined;
  const monthNumber = monthFrom(month);
  const date = new Date(0);
  date.setUTCFullYear(Number(year), monthNumber - 1, Number(day));
  const real = monthNumber > 0 && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === Number(day) && Number(year) > 0;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

/** Today in the United Kingdom, as ISO 8601. */
export function today(now: Date = new Date()): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short' }).format(now);
}
