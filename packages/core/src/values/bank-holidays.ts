/** Part of the country with bank holidays of its own. GOV.UK names them like this. */
export type Division = 'england-and-wales' | 'scotland' | 'northern-ireland';

/**
 * Bank holidays with the substitute days for those that fall on a weekend. The Bank of England, the Scottish Government and the Northern
 * Ireland Office announce them; these are GOV.UK's of November 2025 (https://www.gov.uk/bank-holidays, Open Government Licence v3.0).
 */
const announced: Readonly<Record<Division, Readonly<Record<number, string>>>> = {
  'england-and-wales': {
    2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
    2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
    2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
    2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  },
  scotland: {
    2025: '01-01 01-02 04-18 05-05 05-26 08-04 12-01 12-25 12-26',
    2026: '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28',
    2027: '01-01 01-04 03-26 05-03 05-31 08-02 11-30 12-27 12-28',
    2028: '01-03 01-04 04-14 05-01 05-29 08-07 11-30 12-25 12-26',
  },
  'northern-ireland': {
    2025: '01-01 03-17 04-18 04-21 05-05 05-26 07-14 08-25 12-25 12-26',
    2026: '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28',
    2027: '01-01 03-17 03-26 03-29 05-03 05-31 07-12 08-30 12-27 12-28',
    2028: '01-03 03-17 04-14 04-17 05-01 05-29 07-12 08-28 12-25 12-26',
  },
};

/** The last day that {@link bankHolidays} knows. A gateway warns in the 12 months before it. */
export const bankHolidaysEnd = '2028-12-31';

/**
 * Every bank holiday of a division from 2025 to {@link bankHolidaysEnd}, as ISO dates in order.
 *
 * @param added days to add, such as a bank holiday announced since
 */
export function bankHolidays(division: Division, added: readonly string[] = []): readonly string[] {
  const ours = Object.entries(announced[division]).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`));
  return [...new Set([...ours, ...added])].sort();
}
