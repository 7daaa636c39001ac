/** Working days of banks: Monday to Friday without bank holidays. */
import { dayNumber, dayNumberOf, dayOf } from './days.ts';

const isWorkingDay = (number: number, holidays: ReadonlySet<string>): boolean => {
  // 1 January 1970 was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(dayOf(number));
};

/** The day that is so many working days after another. None: that day, or the next working day where it is none. */
export function addWorkingDays(day: string, count: number, bankHolidays: readonly string[]): string {
  const holidays = new Set(bankHolidays);
  let number = dayNumber(day);
  if (count === 0) while (!isWorkingDay(number, holidays)) number += 1;
  for (let left = count; left > 0;) {
    number += 1;
    if (isWorkingDay(number, holidays)) left -= 1;
  }
  return dayOf(number);
}

/** What decides when money is first taken. */
export interface CollectionTerms {
  /** The day the instruction is given. */
  readonly given: string;
  /** The day of the month that was picked: 1 to 28. */
  readonly dayOfMonth: number;
  readonly noticeWorkingDays: number;
  readonly setUpWorkingDays?: number;
  readonly bankHolidays: readonly string[];
}

/**
 * The first day money is taken: the picked day of the first month that leaves the notice its full time; where that is no working day, the next
 * one, as banks do.
 */
export function firstCollection({ given, dayOfMonth, noticeWorkingDays, setUpWorkingDays = 0, bankHolidays }: CollectionTerms): string {
  const earliest = dayNumber(addWorkingDays(given, noticeWorkingDays + setUpWorkingDays, bankHolidays));
  const year = Number(given.slice(0, 4));
  for (let month = Number(given.slice(5, 7)); ; month += 1) {
    const picked = dayNumberOf(year, month, dayOfMonth);
    if (picked >= earliest) return addWorkingDays(dayOf(picked), 0, bankHolidays);
  }
}
