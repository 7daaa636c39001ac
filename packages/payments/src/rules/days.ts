/** Days as ISO 8601 dates and as numbers since 1970, without hours and so without time zones. */

const msPerDay = 86_400_000;

/** A day's number: 0 is 1 January 1970. The date is one that a schema has let through. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay;
}

/** The number of a day in a month; months before the first and after the twelfth are those of other years. */
export function dayNumberOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / msPerDay;
}

const twoDigits: readonly string[] = [...Array(32).keys()].map((number) => String(number).padStart(2, '0'));

/** The ISO date of a day of a month; months after the twelfth are those of the next year. The day is one that every month has, 1 to 28. */
export function isoDay(year: number, month: number, day: number): string {
  const [inYear, inMonth] = month > 12 ? [year + 1, month - 12] : [year, month];
  return `${String(inYear)}-${twoDigits[inMonth] ?? ''}-${twoDigits[day] ?? ''}`;
}

/** The ISO date of a day's number. */
export function dayOf(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** From one day to another, with both. */
export function daysThrough(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
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
