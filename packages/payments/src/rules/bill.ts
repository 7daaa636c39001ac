/** What a bill comes to, from the facts of the account. Pure, in whole pence; the parts add up to the whole. */
import type { Bill, BillInstalment, BillPeriod, BillReduction } from '../contract/bill.ts';
import type { Authority, BillingAccount, Due, Liability, Nation, Reduction, ReductionKind } from '../contract/billing.ts';
import { disabledFractionOf, fractionOf, type Fraction } from './bands.ts';
import { daysInYear, daysThrough } from './days.ts';
import { instalmentsOf, type InstalmentTerms } from './instalments.ts';
import { divide, percentOf, share, sum } from './pence.ts';

/** What the council decides about its bills. */
export interface BillOptions {
  /** The day for which paid, due and overdue are told. */
  readonly asOf: string;
  /** The order in which reductions apply. Kinds that are not named come last, in the order of {@link usualOrder}. */
  readonly order?: readonly ReductionKind[];
  readonly instalments?: Pick<InstalmentTerms, 'twelve' | 'dayOfMonth'>;
}

/** As most councils do it: the band is settled first, discounts before support, and a premium on what is left. */
export const usualOrder: readonly ReductionKind[] = ['disability', 'discount', 'support', 'premium'];

/**
 * The bill of an account. The facts are those that {@link billingAccountSchema} let through and `faultsOf` finds nothing wrong with.
 *
 * @throws RangeError where a band is none of the nation's
 */
export function billOf(account: BillingAccount, { asOf, order = usualOrder, instalments }: BillOptions): Bill {
  const { year, nation, authorities, broughtForward, received, issued } = account;
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
  const due = account.instalments ?? instalmentsOf(total, { year, issued, ...instalments });
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
    // What came in pays what is owed from before first; a credit from before pays like money.
    instalments: settle(due, paid - broughtForward, asOf),
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
  const yearly = yearlyOf(authorities, fractionOf(band, nation));
  const yearlyTotal = sum(yearly.map(({ amount }) => amount));
  const charge = share(yearlyTotal, days, inYear);
  const inOrder =
    liability.reductions.length < 2
      ? liability.reductions
      : [...liability.reductions].sort((one, other) => rank(one.kind) - rank(other.kind));
  let left = charge;
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
      const lowerTotal = sum(yearlyOf(authorities, lower).map(({ amount }) => amount));
      // Of the whole charge it is the lower band's; of what is left after another reduction, the same share.
      const after = before === charge ? share(lowerTotal, days, inYear) : yearlyTotal === 0 ? 0 : share(before, lowerTotal, yearlyTotal);
      return tell(after - before, { countsAs: lower.countsAs });
    }
    if (reduction.kind === 'premium') return tell(percentOf(before, reduction.percent), { percent: reduction.percent });
    if ('percent' in reduction) return tell(-Math.min(before, percentOf(before, reduction.percent)), { percent: reduction.percent });
    return tell(-Math.min(before, reduction.amount));
  }
}

/** Each authority's charge for a year, rounded to the penny by itself. */
export function yearlyOf(authorities: readonly Authority[], { numerator, denominator }: Fraction): BillPeriod['yearly'] {
  return authorities.map(({ id, bandD }) => ({ authority: id, amount: share(bandD, numerator, denominator) }));
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

/** What is to be paid now: the oldest instalment that is not paid, with all that are overdue before it. Undefined where nothing is left. */
export function nextDue(bill: Bill): Due | undefined {
  const open = bill.instalments.filter(({ paid, amount }) => paid < amount);
  const overdue = open.filter(({ status }) => status === 'overdue');
  const wanted = overdue.length > 0 ? overdue : open.slice(0, 1);
  const last = wanted.at(-1);
  return last && { due: last.due, amount: sum(wanted.map(({ amount, paid }) => amount - paid)) };
}
