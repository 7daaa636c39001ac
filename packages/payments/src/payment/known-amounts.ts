import type { Bill } from '../contract/bill.ts';
import type { Due } from '../contract/billing.ts';
import { nextDue } from '../rules/bill.ts';

/** Amounts that are known beforehand, from a bill. Pence. */
export interface KnownAmounts {
  /** What is due now. */
  readonly instalment?: Due;
  /** All that is left. */
  readonly balance?: number;
}

/** Whether there is anything to choose from. */
export function hasAmounts({ instalment, balance }: KnownAmounts): boolean {
  return instalment !== undefined || balance !== undefined;
}

/** What a bill makes known. */
export function amountsOfBill(bill: Bill): KnownAmounts {
  const instalment = nextDue(bill);
  return { ...(instalment ? { instalment } : {}), ...(bill.balance > 0 ? { balance: bill.balance } : {}) };
}
