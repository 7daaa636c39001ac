/** What a bill comes to, from the facts of the account. Pure, in whole pence; the parts add up to the whole. */
import { daysThrough } from '@council-kit/core';
import type { Bill, BillInstalment, BillPeriod, BillReduction } from '../contract/bill.ts';
import type { Authority, BillingAccount, Due, InstalmentPolicy, Liability, Nation, Reduction, ReductionKind } from '../contract/billing.ts';
import { disabledFractionOf, fractionOf, type Fraction } from './bands.ts';
import { daysInYear } from './days.ts';
import { instalmentsOf } from './instalments.ts';
import { divide, percentOf, share, sum } from './pence.ts';

/** What the council decides about its bills. */
export interface BillOptions {
  /** The day for which paid, due and overdue are told. */
  readonly asOf: string;
  /** The order in which reductions apply. Kinds that are not named come last, in the order of {@link usualOrder}. */
  readonly order?: readonly ReductionKind[];
  readonly instalments?: InstalmentPolicy;
}

/** As most councils do it: the band is settled first, discounts before support, and a premium on what is left. */
export const usualOrder: readonly ReductionKind[] = ['disability', 'discount', 'support', 'premium'];

/**
 * The bill of an account. The facts are those that {@link billingAccountSchema} let through and `faultsOf` finds nothing wrong with.
 *
 * @throws RangeError where a band is none of the nation's
 */
export function billOf(account: BillingAccount, { asOf, order = usualOrder, instalments: policy = {} }: BillOptions): Bill {
  const { year, nation, authorities, broughtForward, received, issued, twelve } = account;
  const inYear = daysInYear(year);
  const rank = (kind: ReductionKind): number => {
    const at = order.indexOf(kind);
    return at === -1 ? order.length + usualOrder.indexOf(kind) : at;
  };
  const periods = withoutEmptyCuts(account.liabilities).map((liability) => periodOf(liability, authorities, nation, inYear, rank));
  const charge = sum(periods.map((period) => period.charge));
  const workedOut = sum(periods.map(({ amount }) => amount));
  const total = account.total ?? workedOut;
  const paid = sum(received.map(({ amount }) => amount));
  const { dayOfMonth } = policy;
  const due =
    account.instalments ?? instalmentsOf(total, { year, issued, ...(twelve ? { twelve } : {}), ...(dayOfMonth ? { dayOfMonth } : {}) });
  // What came in pays what is owed from before first; a credit from before pays like money.
  const instalments = settle(due, paid - broughtForward, asOf);
  const offer = twelve ? undefined : twelveInstead(instalments, { year, nation, asOf, policy });
  return {
    account: account.account,
    year,
    nation,
    daysInYear: inYear,
    property: account.property,
    issued,
    asOf,
    authorities: shares(authorities, periods),
    periods,
    charge,
    adjustment: total - workedOut,
    total,
    broughtForward,
    received,
    paid,
    balance: total + broughtForward - paid,
    instalments,
    ...(offer ? { twelve: offer } : {}),
    directDebit: account.directDebit,
  };
}

function periodOf(
  liability: Liability,
  authorities: readonly Authority[],
  nation: Nation,
  inYear: number,
  rank: (kind: ReductionKind) => number,
): BillPeriod {
  const { from, to, band } = liability;
  const days = daysThrough(from, to);
  // Only in Scotland are water and sewerage billed with the tax, and only there are they no tax.
  const withWater = nation === 'scotland' && authorities.some(({ kind }) => kind === 'water');
  const fraction = fractionOf(band, nation);
  const yearly = yearlyOf(authorities, fraction, withWater ? fractionOf(band, nation, 'water') : fraction);
  const yearlyTotal = sum(yearly.map(({ amount }) => amount));
  const charge = share(yearlyTotal, days, inYear);
  const inOrder =
    liability.reductions.length < 2
      ? liability.reductions
      : [...liability.reductions].sort((one, other) => rank(one.kind) - rank(other.kind));
  let left = charge;
  // Of what is left, what is for them.
  let water = withWater ? waterOf(charge, yearly) : 0;
  const reductions = inOrder.map((reduction) => {
    const told = reductionOf(reduction, left);
    left = told.after;
    return told;
  });
  return { from, to, days, band, yearly, yearlyTotal, charge, reductions, amount: left };

  function reductionOf(reduction: Reduction, before: number): BillReduction {
    const { kind, code, name, reason } = reduction;
    const tell = (amount: number, more: Partial<BillReduction> = {}): BillReduction => ({
      kind,
      code,
      name,
      ...(reason ? { reason } : {}),
      ...more,
      before,
      amount: Object.is(amount, -0) ? 0 : amount,
      after: before + amount,
    });
    if (reduction.kind === 'disability') {
      const lower = disabledFractionOf(band, nation);
      const lowerYearly = yearlyOf(authorities, lower, withWater ? disabledFractionOf(band, nation, 'water') : lower);
      const lowerTotal = sum(lowerYearly.map(({ amount }) => amount));
      // Of the whole charge it is the lower band's; of what is left after another reduction, the same share.
      const after = before === charge ? share(lowerTotal, days, inYear) : yearlyTotal === 0 ? 0 : share(before, lowerTotal, yearlyTotal);
      if (withWater) water = waterOf(after, lowerYearly);
      return tell(after - before, { countsAs: lower.countsAs });
    }
    const { appliesTo = reduction.kind === 'discount' ? undefined : 'tax' } = reduction;
    const part = withWater ? appliesTo : undefined;
    const base = part === undefined ? before : part === 'water' ? water : before - water;
    const amount =
      reduction.kind === 'premium'
        ? percentOf(base, reduction.percent)
        : -Math.min(base, 'percent' in reduction ? percentOf(base, reduction.percent) : reduction.amount);
    if (part === 'water') water += amount;
    else if (withWater && part === undefined) water = before === 0 ? 0 : share(water, before + amount, before);
    return tell(amount, { ...('percent' in reduction ? { percent: reduction.percent } : {}), ...(part ? { appliesTo: part, base } : {}) });
  }

  /** Of a charge that is divided as a year's is. */
  function waterOf(whole: number, parts: BillPeriod['yearly']): number {
    const divided = divide(
      whole,
      parts.map(({ amount }) => amount),
    );
    return sum(divided.filter((_, index) => authorities[index]?.kind === 'water'));
  }
}

/** Each authority's charge for a year, rounded to the penny by itself. */
export function yearlyOf(authorities: readonly Authority[], fraction: Fraction, ofWater: Fraction = fraction): BillPeriod['yearly'] {
  return authorities.map(({ id, kind, bandD }) => {
    const { numerator, denominator } = kind === 'water' ? ofWater : fraction;
    return { authority: id, amount: share(bandD, numerator, denominator) };
  });
}

/** What each authority gets of the whole charge. */
function shares(authorities: readonly Authority[], periods: readonly BillPeriod[]): Bill['authorities'] {
  const parts = periods.map((period) =>
    divide(
      period.charge,
      period.yearly.map(({ amount }) => amount),
    ),
  );
  return authorities.map((authority, index) => ({ ...authority, amount: sum(parts.map((amounts) => amounts[index] ?? 0)) }));
}

/** Two stretches with the same facts, one right after the other, are one: a cut where nothing changed must not round twice. */
function withoutEmptyCuts(liabilities: readonly Liability[]): readonly Liability[] {
  if (liabilities.length < 2) return liabilities;
  const joined: Liability[] = [];
  for (const next of liabilities) {
    const last = joined.at(-1);
    if (
      last?.band === next.band &&
      daysThrough(last.to, next.from) === 2 &&
      // Amounts are for their own stretch and cannot be joined.
      !next.reductions.some((reduction) => 'amount' in reduction) &&
      JSON.stringify(last.reductions) === JSON.stringify(next.reductions)
    )
      joined[joined.length - 1] = { ...last, to: next.to };
    else joined.push(next);
  }
  return joined;
}

/** What was received, given to the oldest instalment first. */
function settle(instalments: readonly Due[], received: number, asOf: string): BillInstalment[] {
  let left = Math.max(0, received);
  return instalments.map(({ due, amount }) => {
    const paid = Math.min(left, amount);
    left -= paid;
    const status = paid >= amount ? 'paid' : due < asOf ? 'overdue' : paid > 0 ? 'part-paid' : 'due';
    return { due, amount, paid, status };
  });
}

/**
 * What is left of the year in as many instalments as there are months left, twelve before it begins. Undefined where that is not more of them than
 * there are now, where an instalment is overdue (the council wants that paid first), or where nobody is to be told.
 */
function twelveInstead(
  instalments: readonly BillInstalment[],
  { year, nation, asOf, policy: { dayOfMonth, twelve } }: { year: number; nation: Nation; asOf: string; policy: InstalmentPolicy },
): Bill['twelve'] {
  if (nation !== 'england' && !twelve) return undefined;
  const open = instalments.filter(({ paid, amount }) => paid < amount);
  const last = open.at(-1);
  if (!last || open.some(({ status }) => status === 'overdue')) return undefined;
  const left = sum(open.map(({ amount, paid }) => amount - paid));
  // On the day that the instalments have now.
  const day = Math.min(28, dayOfMonth ?? Number(last.due.slice(8)));
  const instead = instalmentsOf(left, { year, issued: asOf, twelve: true, dayOfMonth: day });
  return instead.length > open.length ? { instalments: instead, ...twelve } : undefined;
}

/** What is to be paid now: the oldest instalment that is not paid, with all that are overdue before it. Undefined where nothing is left. */
export function nextDue(bill: Bill): Due | undefined {
  const open = bill.instalments.filter(({ paid, amount }) => paid < amount);
  const overdue = open.filter(({ status }) => status === 'overdue');
  const wanted = overdue.length > 0 ? overdue : open.slice(0, 1);
  const last = wanted.at(-1);
  return last && { due: last.due, amount: sum(wanted.map(({ amount, paid }) => amount - paid)) };
}
