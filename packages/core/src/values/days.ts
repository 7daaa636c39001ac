/** Days as ISO 8601 dates and as numbers since 1970. Neither has hours, so no time zone can change them. */

const msPerDay = 86_400_000;

/** The number of a day: 0 is 1 January 1970. The date has been checked by a schema. */
export function dayNumber(day: string): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay;
}

/** The number of a day in a month. Month 0 is December of the year before, month 13 January of the year after. */
export function dayNumberOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / msPerDay;
}

/** The ISO date of a day's number. */
export function dayOf(number: number): string {
  return new Date(number * msPerDay).toISOString().slice(0, 10);
}

/** How many days there are from one day to another, both included. */
export function daysThrough(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from) + 1;
}
