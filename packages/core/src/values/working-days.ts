import { dayNumber, dayOf } from './days.ts';

/** Whether a day is from Monday to Friday and no bank holiday. Days are ISO dates. */
export function isWorkingDay(day: string, bankHolidays: readonly string[]): boolean {
  return isWorking(dayNumber(day), new Set(bankHolidays));
}

/** The day a number of working days after another. 0: the day itself, or the next working day if it is not one. */
export function addWorkingDays(day: string, count: number, bankHolidays: readonly string[]): string {
  const holidays = new Set(bankHolidays);
  let number = dayNumber(day);
  if (count === 0) while (!isWorking(number, holidays)) number += 1;
  for (let left = count; left > 0;) {
    number += 1;
    if (isWorking(number, holidays)) left -= 1;
  }
  return dayOf(number);
}

function isWorking(number: number, holidays: ReadonlySet<string>): boolean {
  // 1 January 1970 was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(dayOf(number));
}
