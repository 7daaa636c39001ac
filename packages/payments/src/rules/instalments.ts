/**
 * Instalments by the Council Tax (Administration and Enforcement) Regulations 1992 (SI 1992/613), Schedule 1, Part I, as of 29 April 2013:
 * https://www.legislation.gov.uk/uksi/1992/613/schedule/1. Paragraph numbers are in the comments.
 *
 * Scotland's SI 1992/1332, Schedule 1, as amended by SSI 2000/261, comes to as many instalments: from the month after the bill to February, ten at the
 * most. It lets the council round up or down, and sets no fortnight before the first; twelve are an agreement (regulation 21(4)).
 */
import { dayNumber, dayOf } from '@council-kit/core';
import type { Due } from '../contract/billing.ts';
import { isoDay } from './days.ts';
import { share } from './pence.ts';

/** How the council asks for the money. */
export interface InstalmentTerms {
  /** The financial year, by the year it begins in. */
  readonly year: number;
  /** The day the bill is issued: before the year, or in it. */
  readonly issued: string;
  /** Twelve where the resident asked for them; ten otherwise. */
  readonly twelve?: boolean;
  /** The day of the month they are due on: 1 to 28. 1 unless given. */
  readonly dayOfMonth?: number;
}

/** Days between the bill and the first instalment, at least. */
const daysBeforeFirst = 14;
const pound = 100;
const leastInstalment = 5 * pound;
const leastForSeveral = 10 * pound;

/** How many instalments a bill has by the day it is issued, before the rules for small amounts. */
export function instalmentCount({ year, issued, twelve = false }: InstalmentTerms): number {
  if (twelve ? issued <= `${String(year)}-04-15` : issued <= `${String(year)}-04-30`) return twelve ? 12 : 10; // 2(3)(a), 2(3A)(a)(i)
  const monthsLeft = (15 - Number(issued.slice(5, 7))) % 12; // whole months after that of the bill, until March
  if (Number(issued.slice(0, 4)) > year) return 1; // from 1 January: 2(1) does not apply
  return twelve ? monthsLeft : monthsLeft - 1; // 2(3A)(a)(ii), 2(3)(b)
}

/** The amounts, in pence: whole pounds but for the first, which takes what remains. They add up to the amount. */
export function instalmentAmounts(amount: number, count: number): number[] {
  if (amount <= 0) return [];
  const amounts = byPounds(amount, count);
  if (allEnough(amounts)) return amounts;
  if (amount < leastForSeveral) return [amount]; // 3(1)(a)
  return byPounds(amount, Math.floor(amount / leastInstalment)); // 3(1)(b), and 2(5) to (7) again by 3(3)
}

function byPounds(amount: number, count: number): number[] {
  if (count === 1) return [amount];
  if (amount % (count * pound) === 0) return new Array<number>(count).fill(amount / count); // 2(5)
  const each = share(amount, 1, count * pound) * pound; // A
  const first = amount - (count - 1) * each; // B
  const amounts = new Array<number>(first >= leastInstalment ? count : count - 1).fill(each);
  amounts[0] = first >= leastInstalment ? first : first + each; // 2(6), 2(7)
  return amounts;
}

const allEnough = (amounts: readonly number[]): boolean => amounts.length === 1 || amounts.every((amount) => amount >= leastInstalment);

/** What is due when. The months follow one another and are in the year. */
export function instalmentsOf(amount: number, terms: InstalmentTerms): Due[] {
  const amounts = instalmentAmounts(amount, instalmentCount(terms));
  const { year, issued, dayOfMonth = 1 } = terms;
  const earliest = dayOf(dayNumber(issued) + daysBeforeFirst);
  // Months of the year from 4 (April) to 15 (March).
  let month = 4;
  while (month < 15 && isoDay(year, month, dayOfMonth) < earliest) month += 1;
  // Where so many would run beyond March, the first is due as soon as it may be.
  month = Math.min(month, 16 - amounts.length);
  return amounts.map((part, index) => {
    const regular = isoDay(year, month + index, dayOfMonth);
    return { due: index === 0 && regular < earliest ? earliest : regular, amount: part };
  });
}
