/** The arithmetic behind each figure, in sentences. What they say is checked against the figure: nothing is explained that does not hold. */
import { dayInWords, inLanguage } from '@council-kit/core';
import type { Bill, BillAuthority, BillPeriod, BillReduction } from '../contract/bill.ts';
import type { Due } from '../contract/billing.ts';
import { fractionOf } from '../rules/bands.ts';
import { instalmentAmounts, instalmentCount } from '../rules/instalments.ts';
import { pounds, shortPounds, sum } from '../rules/pence.ts';
import { billMessages, directions } from './tax-bill.messages.ts';

const { say } = billMessages;

/** Why a band costs what it costs. */
export function chargeInWords({ band }: BillPeriod, { nation, authorities }: Bill, language: string): string {
  const fraction = fractionOf(band, nation);
  if (fraction.numerator === fraction.denominator) return say('charge-own', language);
  const water = fractionOf(band, nation, 'water');
  const ofWater = water.denominator !== fraction.denominator && authorities.some(({ kind }) => kind === 'water');
  return [
    say('charge-fraction', language, { band, ...fraction }),
    ...(ofWater ? [say('charge-water', language, { band, ...water })] : []),
  ].join(' ');
}

/** "£1,456.11 × 11 ÷ 9": how an authority's charge for band D becomes that of the home. */
export function fractionInWords(
  { bandD, kind }: Pick<BillAuthority, 'bandD' | 'kind'>,
  band: BillPeriod['band'],
  { nation }: Bill,
): string {
  const { numerator, denominator } = fractionOf(band, nation, kind);
  return `${pounds(bandD)} × ${String(numerator)} ÷ ${String(denominator)}`;
}

/** Why a part of the year costs what it costs. */
export function daysInSentence({ from, to, days, yearlyTotal, charge }: BillPeriod, { daysInYear }: Bill, language: string): string {
  return say('days-why', language, {
    from: dayInWords(from, language),
    to: dayInWords(to, language),
    days,
    inYear: daysInYear,
    yearly: pounds(yearlyTotal),
    charge: pounds(charge),
  });
}

/** Why a reduction, or a premium, is what it is. */
export function reductionInWords(reduction: BillReduction, { band }: Pick<BillPeriod, 'band'>, language: string): string {
  const { kind, percent, countsAs, appliesTo, base, before, amount, after } = reduction;
  const places = { before: pounds(before), amount: pounds(Math.abs(amount)), after: pounds(after) };
  if (kind === 'disability') {
    // Nothing is below band A: there the home counts as its own band, at a lower share.
    return say(countsAs === band ? 'lowest-band' : 'lower-band', language, { ...places, band: countsAs ?? '' });
  }
  if (appliesTo && base !== undefined && after > 0) {
    const part = say(appliesTo === 'water' ? 'only-water' : 'without-water', language, { base: pounds(base) });
    const sum = say(amount > 0 ? 'amount-added' : 'amount-off', language, places);
    return [part, ...(percent === undefined ? [] : [say('percent-of', language, { ...places, percent, base: pounds(base) })]), sum].join(
      ' ',
    );
  }
  if (percent !== undefined && after > 0) return say(amount > 0 ? 'percent-added' : 'percent-off', language, { ...places, percent });
  return say(after === 0 ? 'all-off' : 'amount-off', language, places);
}

/** Why the total is not what the lines add up to. */
export function adjustmentInWords({ total, adjustment }: Bill, language: string): string {
  const direction = inLanguage(adjustment > 0 ? directions.more : directions.less, language);
  return say('adjustment-why', language, { total: pounds(total), amount: pounds(Math.abs(adjustment)), direction });
}

/** "£741.22 + £1,513.31 = £2,254.53." Noughts are left out; one amount alone is nothing to add. */
export function sumInWords(amounts: readonly number[], total: number, language: string): string {
  const terms = amounts.filter((amount) => amount !== 0);
  if (terms.length < 2) return say('nothing-to-add', language);
  const text = terms.map((amount, index) => (index === 0 ? pounds(amount) : `${amount < 0 ? '−' : '+'} ${pounds(Math.abs(amount))}`));
  return say('adds-up', language, { sum: text.join(' '), total: pounds(total) });
}

/** Instalments and what they are of. */
export interface Instalments {
  readonly instalments: readonly Due[];
  readonly total: number;
  /** The day they were worked out, where their number follows from it: the bill's, or today for who asks for twelve. */
  readonly from?: { readonly year: number; readonly issued: string; readonly twelve?: boolean };
}

/** Why the instalments are what they are: by law, where the law gives these; else the council set them. */
export function instalmentsInWords({ instalments, total, from }: Instalments, language: string): string {
  const amounts = instalments.map(({ amount }) => amount);
  const given = amounts.length;
  const isOf = (count: number): boolean => {
    const lawful = instalmentAmounts(total, count);
    return lawful.length === given && lawful.every((amount, index) => amount === amounts[index]);
  };
  const [first = 0, each = 0] = amounts;
  if (given === 1) return say(first === total ? 'instalments-one' : 'instalments-given', language);
  const number = numberInWords(given, total, from, language);
  if (amounts.every((amount) => amount === first) && sum(amounts) === total && isOf(given))
    return `${number}${say('instalments-equal', language, { total: pounds(total), count: given, each: pounds(first) })}`;
  const places = (count: number) => ({
    total: pounds(total),
    count,
    quotient: pounds(Math.round(total / count)),
    rest: count - 1,
    each: shortPounds(each),
    sum: shortPounds(each * (count - 1)),
    first: pounds(total - each * (count - 1)),
  });
  if (isOf(given)) return `${number}${say('instalments-pounds', language, places(given))}`;
  if (isOf(given + 1)) return `${say('instalments-pounds', language, places(given + 1))} ${say('instalments-merged', language)}`;
  return say('instalments-given', language);
}

/** Why there are so many of them, where it is not the usual ten or twelve. */
function numberInWords(count: number, total: number, from: Instalments['from'], language: string): string {
  if (!from) return '';
  const { year, issued, twelve = false } = from;
  const lawful = instalmentCount(from);
  // None is less than £5.
  if (count < lawful && count === Math.floor(total / 500)) return `${say('instalments-fewer', language, { count })} `;
  if (count !== lawful || issued <= `${String(year)}-04-${twelve ? '15' : '30'}`) return '';
  const places = { day: dayInWords(issued, language), count, months: count + 1 };
  return `${say(twelve ? 'instalments-left' : 'instalments-late', language, places)} `;
}
