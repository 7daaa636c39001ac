import { addWorkingDays, dayNumber, dayNumberOf, dayOf } from '@council-kit/core';

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
