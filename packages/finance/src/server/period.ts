/** From a day to a day, as the finance team means them: days of this country, which in summer begin at 11pm in UTC. */
import { dayInLondon, dayNumber, dayOf } from '@council-kit/core';

/** A stretch of whole days. */
export interface Period {
  /** ISO dates, both of them in it. */
  readonly first: string;
  readonly last: string;
  /** The instants: `from` is in it, `to` is not. */
  readonly from: Date;
  readonly to: Date;
}

/** The most days of one stretch: a year, and a day where it is a leap year. */
export const mostDays = 366;

const hourMs = 3_600_000;

/**
 * The instant at which a day begins in London. The clocks change at 1am, so that every midnight is there, and is there once:
 * https://www.legislation.gov.uk/ukpga/1972/6
 */
export function beginningOf(day: string): Date {
  const inUtc = dayNumber(day) * 24 * hourMs;
  const inSummer = new Date(inUtc - hourMs);
  return dayInLondon(inSummer) === day ? inSummer : new Date(inUtc);
}

/** Whether there is such a day: 2026-02-31 has the form of one. Years before computers and after us are slips. */
export const isDay = (day: string): boolean => /^20\d{2}-\d{2}-\d{2}$/.test(day) && dayOf(dayNumber(day)) === day;

/** Both days are in it. Undefined where one is no day, where they are not in order, or where they are too far apart. */
export function periodOf(first: string, last: string): Period | undefined {
  if (!isDay(first) || !isDay(last)) return undefined;
  const days = dayNumber(last) - dayNumber(first) + 1;
  if (days < 1 || days > mostDays) return undefined;
  return { first, last, from: beginningOf(first), to: endOf(last) };
}

/** The instant at which a day is over. */
export const endOf = (day: string): Date => beginningOf(dayOf(dayNumber(day) + 1));

const months = [
  ['january', 'jan', 'ionawr', 'ion'],
  ['february', 'feb', 'chwefror', 'chwe'],
  ['march', 'mar', 'mawrth', 'maw'],
  ['april', 'apr', 'ebrill', 'ebr'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin', 'meh'],
  ['july', 'jul', 'gorffennaf', 'gor', 'gorff'],
  ['august', 'aug', 'awst'],
  ['september', 'sep', 'sept', 'medi'],
  ['october', 'oct', 'hydref', 'hyd'],
  ['november', 'nov', 'tachwedd', 'tach'],
  ['december', 'dec', 'rhagfyr', 'rhag'],
];

/** Reads a day as people type it: "1/6/2026", "01.06.2026", "1 June 2026", "1 Meh 2026", "2026-06-01". An ISO date, or undefined. */
export function readDay(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const ours = /^(\d{1,2})(?:[/.\-\s]+)(\d{1,2}|\p{Letter}+)\.?(?:[/.\-\s]+)(\d{4})$/u.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : ours ? [ours[3], ours[2], ours[1]] : [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const number = /^\d/.test(month) ? Number(month) : months.findIndex((names) => names.includes(month)) + 1;
  const read = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : undefined;
}

/** "1/6/2026": as it stands in a field. */
export const asTyped = (day: string): string => day.split('-').map(Number).reverse().join('/');
