/** The arithmetic behind each figure, in sentences. What they say is checked against the figure: nothing is explained that does not hold. */
import { dayInWords, inLanguage } from '@council-kit/core';
import type { Bill, BillPeriod, BillReduction } from '../contract/bill.ts';
import { fractionOf } from '../rules/bands.ts';
import { instalmentAmounts } from '../rules/instalments.ts';
import { pounds, shortPounds, sum } from '../rules/pence.ts';
import { billMessages, directions } from './tax-bill.messages.ts';

const { say } = billMessages;

/** Why a band costs what it costs. */
export function chargeInWords({ band }: BillPeriod, { nation }: Bill, language: string): string {
  const { numerator, denominator } = fractionOf(band, nation);
  if (numerator === denominator) return say('charge-own', language);
  return say('charge-fraction', language, { band, numerator, denominator });
}

/** "£1,456.11 × 11 ÷ 9": how an authority's charge for band D becomes that of the home. */
export function fractionInWords(bandD: number, band: BillPeriod['band'], { nation }: Bill): string {
  const { numerator, denominator } = fractionOf(band, nation);
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
  const { kind, percent, countsAs, before, amount, after } = reduction;
  const places = { before: pounds(before), amount: pounds(Math.abs(amount)), after: pounds(after) };
  if (kind === 'disability') {
    // Nothing is below band A: there the home counts as its own band, at a lower share.
    return say(countsAs === band ? 'lowest-band' : 'lower-band', language, { ...places, band: countsAs ?? '' });
  }
  if (percent !== undefined && after > 0) return say(amount > 0 ? 'percent-added' : 'percent-off', language, { ...places, percent });
  return say(after === 0 ? 'all-off' : 'amount-off', language, places);
}

/** Why the total is not what the lines add up to. */
export function adjustmentInWords({ total, adjustment }: Bill, language: string): string {
  const direction = inLanguage(adjustment > 0 ? directions.more : directions.less, language);
  return say('adjustment-why', language, { total: pounds(total), amount: pounds(Math.abs(adjustment)), direction });
}

/** "£741.22 + £1,513.31 = £2,254.53." Noughts are left out. */
export function sumInWords(amounts: readonly number[], total: number, language: string): string {
  const terms = amounts.filter((amount) => amount !== 0);
  const text = terms.map((amount, index) => (index === 0 ? pounds(amount) : `${amount < 0 ? '−' : '+'} ${pounds(Math.abs(amount))}`));
  return say('adds-up', language, { sum: text.join(' ') || pounds(0), total: pounds(total) });
}

/** Why the instalments are what they are: by law, where the law gives these; else the council set them. */
export function instalmentsInWords({ instalments, total }: Bill, language: string): string {
  const amounts = instalments.map(({ amount }) => amount);
  const given = amounts.length;
  const isOf = (count: number): boolean => {
    const lawful = instalmentAmounts(total, count);
    return lawful.length === given && lawful.every((amount, index) => amount === amounts[index]);
  };
  const [first = 0, each = 0] = amounts;
  if (given === 1) return say(first === total ? 'instalments-one' : 'instalments-given', language);
  if (amounts.every((amount) => amount === first) && sum(amounts) === total && isOf(given))
    return say('instalments-equal', language, { total: pounds(total), count: given, each: pounds(first) });
  const places = (count: number) => ({
    total: pounds(total),
    count,
    quotient: pounds(Math.round(total / count)),
    rest: count - 1,
    each: shortPounds(each),
    sum: shortPounds(each * (count - 1)),
    first: pounds(total - each * (count - 1)),
  });
  if (isOf(given)) return say('instalments-pounds', language, places(given));
  if (isOf(given + 1)) return `${say('instalments-pounds', language, places(given + 1))} ${say('instalments-merged', language)}`;
  return say('instalments-given', language);
}
