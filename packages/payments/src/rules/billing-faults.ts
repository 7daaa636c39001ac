/** What is wrong with an account that a billing system or an import gave, beyond its shape: it cannot be billed until it is mended there. */
import type { BillingAccount } from '../contract/billing.ts';
import { bandsOf } from './bands.ts';
import { firstDayOf, lastDayOf } from './days.ts';
import { sum } from './pence.ts';

/** Sentences for those who run the billing system; none where all is well. Nothing personal is in them. */
export function faultsOf(account: BillingAccount): string[] {
  const { year, nation, liabilities, authorities, instalments, total, issued } = account;
  const faults: string[] = [];
  const [first, last] = [firstDayOf(year), lastDayOf(year)];
  const bands = bandsOf(nation);
  let before = '';
  for (const { from, to, band } of liabilities) {
    if (from < first || to > last) faults.push(`The stretch from ${from} to ${to} is not within the year from ${first} to ${last}.`);
    if (to < from) faults.push(`The stretch from ${from} ends before it begins, on ${to}.`);
    if (from <= before) faults.push(`The stretch from ${from} begins before the one before it has ended, on ${before}.`);
    if (!bands.includes(band)) faults.push(`There is no band ${band} in ${nation}.`);
    before = to;
  }
  const ids = authorities.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('Two authorities have the same id.');
  if (issued > last) faults.push(`The bill was issued on ${issued}, after the year had ended.`);
  if (instalments && total !== undefined && sum(instalments.map(({ amount }) => amount)) !== total)
    faults.push('The instalments do not add up to the total.');
  return faults;
}
