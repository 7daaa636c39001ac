import { dayNumberOf } from '@council-kit/core';

/** Days of the financial year, which begins on 1 April. */

const twoDigits: readonly string[] = [...Array(32).keys()].map((number) => String(number).padStart(2, '0'));

/** The ISO date of a day of a month; months after the twelfth are those of the next year. The day is one that every month has, 1 to 28. */
export function isoDay(year: number, month: number, day: number): string {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${String(inYear)}-${twoDigits[inMonth] ?? ''}-${twoDigits[day] ?? ''}`;
}

/** The first day of the financial year that is named by the year it begins in. */
export function firstDayOf(year: number): string {
  return `${String(year)}-04-01`;
}

/** The last day of that year. */
export function lastDayOf(year: number): string {
  return `${String(year + 1)}-03-31`;
}

/** 365, or 366 where there is a 29 February in it. */
export function daysInYear(year: number): number {
  return dayNumberOf(year + 1, 4, 1) - dayNumberOf(year, 4, 1);
}

/** The financial year that a day is in. */
export function financialYearOf(day: string): number {
  const year = Number(day.slice(0, 4));
  return Number(day.slice(5, 7)) < 4 ? year - 1 : year;
}
